use std::collections::BTreeSet;

use super::{Tables, reach::Reached};
use crate::{Exported, Result, Shelved, Subject, export::bounded};

impl Tables {
    /// Shows everything that is kept of a subject, as [`Store::export`](crate::Store::export).
    ///
    /// # Errors
    /// [`Full`](crate::StoreError::Full): it is too much for one export.
    pub fn export(&self, subject: &Subject) -> Result<Vec<Exported>> {
        let mut items = Vec::new();
        for at in self.reach(subject) {
            self.export_from(&at, subject.person(), &mut items);
            items = bounded(items)?;
        }
        match subject {
            Subject::Person { tenant, id } => items.extend(self.contacts.export(tenant, None, id)),
            Subject::Conversation(lane) => {
                if let Some(address) = self.contacts.contact_of(lane) {
                    items.extend(self.contacts.export(&lane.tenant, Some(lane.conversation.account()), address));
                }
            }
        }
        bounded(items)
    }

    fn export_from(&self, at: &Reached, person: Option<&str>, items: &mut Vec<Exported>) {
        let lane = &at.lane;
        let before = items.len();
        items.push(Exported::Conversation { lane: lane.clone(), whole: at.whole });
        let names = self.about.get(lane).into_iter().flat_map(|about| &about.people);
        let names = names.filter(|(id, _)| at.whole || Some(id.as_str()) == person);
        items.extend(names.map(|(id, name)| Exported::Name { lane: lane.clone(), id: id.clone(), name: name.clone() }));
        let events = self.theirs(at, person);
        for id in &events {
            if let Some(event) = self.events.get(id).and_then(|row| row.event.clone()) {
                items.push(Exported::Event { lane: lane.clone(), id: *id, event });
            }
        }
        let lines = self.lines_of(at, person, &events);
        for record in self.records.of(lane).filter(|record| lines.contains(&record.cursor)) {
            let record = Box::new(self.named(lane, record.clone()));
            items.push(Exported::Line { lane: lane.clone(), record });
        }
        let sends = self.sends_about(at, &events);
        for id in &sends {
            let Some(row) = self.intents.get(id) else { continue };
            items.push(Exported::Send {
                lane: lane.clone(),
                id: id.clone(),
                message: Box::new(row.message.clone()),
                may_have_been_carried: row.may_have_been_carried(),
            });
        }
        if at.whole {
            let carried = self.receipts.of(lane).map(|(_, message)| message.clone());
            items.extend(carried.map(|message| Exported::Carried { lane: lane.clone(), message }));
        }
        let names: BTreeSet<_> =
            events.iter().map(ToString::to_string).chain(sends.iter().map(ToString::to_string)).collect();
        let is_theirs = |thing: &&Shelved| thing.lane == *lane && (at.whole || names.contains(&thing.id));
        items.extend(self.shelves.values().flatten().filter(is_theirs).cloned().map(Exported::Shelved));
        if items.len() == before + 1 {
            items.truncate(before);
        }
    }
}
