use std::collections::BTreeSet;

use messaging_core::UnixMillis;

use super::{codes, fault::Done, reach::Reached, verbs::Verbs, views::record_of};
use crate::{EventId, Exported, Record, Shelved, Subject, export::bounded};

impl Verbs<'_> {
    /// Shows everything that is kept of a subject.
    pub(super) fn export(&self, subject: &Subject) -> Done<Vec<Exported>> {
        let mut items = Vec::new();
        for at in self.reach(subject)? {
            self.export_from(&at, subject.person(), &mut items)?;
            items = bounded(items)?;
        }
        let (tenant, address) = match subject {
            Subject::Person { tenant, id } => (tenant, Some(id.clone())),
            Subject::Conversation(lane) => (&lane.tenant, self.contact_of(subject)?),
        };
        let sql = "SELECT o.account, c.address, c.opted_out_ms, c.last_inbound_ms FROM contact c \
                   JOIN owner o ON o.id = c.owner WHERE o.tenant = ?1 AND c.address = ?2 ORDER BY o.account";
        let contacts = self.all(sql, (tenant, address), |row| {
            Ok(Exported::Contact {
                account: row.get(0)?,
                address: row.get(1)?,
                opted_out: row.get::<_, Option<i64>>(2)?.map(UnixMillis),
                last_inbound: row.get::<_, Option<i64>>(3)?.map(UnixMillis),
            })
        })?;
        let is_of = |item: &Exported| match (subject, item) {
            (Subject::Conversation(lane), Exported::Contact { account, .. }) => account == lane.conversation.account(),
            _ => true,
        };
        items.extend(contacts.into_iter().filter(is_of));
        Ok(bounded(items)?)
    }

    /// Who alone is reached in a conversation.
    fn contact_of(&self, subject: &Subject) -> Done<Option<String>> {
        let Subject::Conversation(lane) = subject else { return Ok(None) };
        let Some(found) = self.find_conversation(lane)? else { return Ok(None) };
        let sql = "SELECT contact FROM conversation WHERE id = ?1";
        Ok(self.one(sql, [found.conversation], |row| row.get::<_, Option<String>>(0))?.flatten())
    }

    fn export_from(&self, at: &Reached, person: Option<&str>, items: &mut Vec<Exported>) -> Done {
        let (lane, conversation) = (&at.lane, at.conversation);
        let before = items.len();
        items.push(Exported::Conversation { lane: lane.clone(), whole: at.whole });
        let sql = "SELECT id, name FROM person WHERE conversation = ?1 ORDER BY id";
        let names = self.all(sql, [conversation], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let is_theirs = |id: &String| at.whole || Some(id.as_str()) == person;
        let names = names.into_iter().filter(|(id, _)| is_theirs(id));
        items.extend(names.map(|(id, name)| Exported::Name { lane: lane.clone(), id, name }));
        let theirs = self.theirs(at, person)?;
        let events: BTreeSet<EventId> = theirs.iter().map(|theirs| theirs.id).collect();
        for theirs in theirs {
            if let Some(event) = theirs.event {
                items.push(Exported::Event { lane: lane.clone(), id: theirs.id, event: Box::new(event) });
            }
        }
        for cursor in self.lines_of(at, person, &events)? {
            if let Some(record) = self.record_at(conversation, cursor)? {
                items.push(Exported::Line { lane: lane.clone(), record: Box::new(record) });
            }
        }
        let mut sends = BTreeSet::new();
        for row in self.sends_about(at, &events)? {
            let may_have_been_carried = self.may_have_been_carried(&row)?;
            let message = Box::new(serde_json::from_str(row.message())?);
            sends.insert(row.id.to_string());
            items.push(Exported::Send { lane: lane.clone(), id: row.id, message, may_have_been_carried });
        }
        if at.whole {
            let sql = "SELECT message FROM receipt WHERE conversation = ?1 ORDER BY id";
            let carried = self.all(sql, [conversation], |row| row.get::<_, String>(0))?;
            items.extend(
                carried.into_iter().map(|message| Exported::Carried { lane: lane.clone(), message: message.into() }),
            );
        }
        let sql = "SELECT name, kind, reason, at_ms FROM shelved WHERE conversation = ?1 ORDER BY shelf, id";
        let shelved = self.all(sql, [conversation], |row| {
            let (id, kind) = (row.get(0)?, codes::shelved_kind(row.get(1)?));
            Ok(Shelved { id, kind, lane: lane.clone(), reason: row.get(2)?, at: UnixMillis(row.get(3)?) })
        })?;
        let is_theirs = |thing: &Shelved| {
            at.whole || sends.contains(&thing.id) || events.iter().any(|id| id.to_string() == thing.id)
        };
        items.extend(shelved.into_iter().filter(is_theirs).map(Exported::Shelved));
        if items.len() == before + 1 {
            items.truncate(before);
        }
        Ok(())
    }

    fn record_at(&self, conversation: i64, cursor: i64) -> Done<Option<Record>> {
        let sql = "SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record \
                   WHERE cursor = ?1";
        let mut record: Vec<_> = self.one(sql, [cursor], record_of)?.into_iter().collect();
        self.name(conversation, &mut record)?;
        Ok(record.pop())
    }
}
