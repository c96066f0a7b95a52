use messaging_core::{
    Delivery,
    id::{IntentId, MessageId},
};

use super::{fault::Done, verbs::Verbs};
use crate::progress::Progress;

/// What is known of one message.
enum Known {
    /// How far it got; its send is not settled yet.
    Early(Progress),
    /// The record it is part of.
    Of(i64),
}

impl Verbs<'_> {
    /// Moves the record of a message on, or keeps what was told until there is one.
    pub(super) fn deliver(&self, owner: i64, delivery: &Delivery) -> Done {
        let message = &delivery.message;
        let progress = Progress::told(delivery);
        let by_intent = match &delivery.intent {
            Some(intent) => self.record_of_intent(owner, intent)?,
            None => None,
        };
        match (by_intent, self.known_message(owner, message)?) {
            (Some(record), known) => {
                let early = if let Some(Known::Early(early)) = &known { Some(early.clone()) } else { None };
                if !matches!(known, Some(Known::Of(_))) {
                    self.know(owner, message, None, Some(record))?;
                }
                let progress = early.into_iter().fold(progress, |later, early| early.and(later));
                self.progress(record, progress)
            }
            (None, Some(Known::Of(record))) => self.progress(record, progress),
            (None, Some(Known::Early(early))) => self.know(owner, message, Some(&early.and(progress)), None),
            (None, None) => self.know(owner, message, Some(&progress), None),
        }
    }

    /// Makes `record` the one of an intent that was carried as `parts`; returns what was told of them before.
    ///
    /// The record names the first part itself.
    pub(super) fn carried(&self, owner: i64, record: u64, parts: &[MessageId]) -> Done<Option<Progress>> {
        let mut told = None;
        for (part, first) in parts.iter().zip(std::iter::once(true).chain(std::iter::repeat(false))) {
            let early = self.early(owner, part)?;
            if early.is_some() && first {
                self.run("DELETE FROM delivery WHERE owner = ?1 AND message = ?2", (owner, part.as_str()))?;
            }
            if !first {
                self.know(owner, part, None, i64::try_from(record).ok())?;
            }
            told = told.into_iter().chain(early).reduce(Progress::and);
        }
        Ok(told)
    }

    /// Makes more messages part of the record of an intent.
    pub(super) fn also_carried(&self, owner: i64, intent: &IntentId, parts: &[MessageId]) -> Done {
        let Some(record) = self.record_of_intent(owner, intent)? else { return Ok(()) };
        for part in parts {
            let known = self.known_message(owner, part)?;
            if !matches!(known, Some(Known::Of(later)) if later > record) {
                self.know(owner, part, None, Some(record))?;
            }
            if let Some(Known::Early(early)) = known {
                self.progress(record, early)?;
            }
        }
        Ok(())
    }

    fn record_of_intent(&self, owner: i64, intent: &IntentId) -> Done<Option<i64>> {
        let sql = "SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation \
                   WHERE r.intent = ?1 AND c.owner = ?2 ORDER BY r.cursor DESC LIMIT 1";
        self.one(sql, (intent.as_str(), owner), |row| row.get(0))
    }

    fn early(&self, owner: i64, message: &MessageId) -> Done<Option<Progress>> {
        let sql = "SELECT progress FROM delivery WHERE owner = ?1 AND message = ?2";
        let told = self.one(sql, (owner, message.as_str()), |row| row.get::<_, Option<String>>(0))?.flatten();
        Ok(told.map(|told| serde_json::from_str(&told)).transpose()?)
    }

    /// Two messages of one name are told apart by nobody: the later record has it.
    fn known_message(&self, owner: i64, message: &MessageId) -> Done<Option<Known>> {
        if let Some(early) = self.early(owner, message)? {
            return Ok(Some(Known::Early(early)));
        }
        let sql = "SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation \
                   WHERE r.message = ?1 AND r.speaker = 1 AND c.owner = ?2 ORDER BY r.cursor DESC LIMIT 1";
        let first = self.one(sql, (message.as_str(), owner), |row| row.get::<_, i64>(0))?;
        let sql = "SELECT record FROM delivery WHERE owner = ?1 AND message = ?2";
        let further = self.one(sql, (owner, message.as_str()), |row| row.get::<_, Option<i64>>(0))?.flatten();
        Ok(first.max(further).map(Known::Of))
    }

    fn know(&self, owner: i64, message: &MessageId, progress: Option<&Progress>, record: Option<i64>) -> Done {
        let progress = progress.map(serde_json::to_string).transpose()?;
        let sql = "INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) \
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        self.run(sql, (owner, message.as_str(), progress, record, self.now.0))?;
        Ok(())
    }

    /// Moves a record on; what brings nothing new is no news.
    fn progress(&self, record: i64, told: Progress) -> Done {
        let sql = "SELECT progress FROM record WHERE cursor = ?1";
        let Some(before) = self.one(sql, [record], |row| row.get::<_, Option<String>>(0))? else { return Ok(()) };
        let before = before.map(|before| serde_json::from_str::<Progress>(&before)).transpose()?;
        let after = match before.clone() {
            Some(before) => before.and(told),
            None => told,
        };
        if before.as_ref() == Some(&after) {
            return Ok(());
        }
        let sql = "UPDATE record SET progress = ?2, changed = ?3 WHERE cursor = ?1";
        self.run(sql, (record, serde_json::to_string(&after)?, self.next_cursor()?))?;
        Ok(())
    }
}
