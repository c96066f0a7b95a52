use messaging_core::{ConversationRef, message::ConversationState};
use messaging_store::{Lane, Record, Result, Slice, Traced};
use serde::Serialize;

use crate::Gateway;

/// What was said in one conversation, for people who read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Transcript {
    /// Where it is in its life.
    pub state: ConversationState,
    /// What was said, oldest first; authors have the names that people are shown for them.
    pub records: Vec<Record>,
}

impl Gateway {
    /// Reads the newest records of a conversation whose cursor is below `before`, at most `limit`.
    ///
    /// A conversation that nobody has written in is active and has no records.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn transcript(&self, reference: &ConversationRef, before: u64, limit: usize) -> Result<Transcript> {
        let lane = Lane::new(reference.clone());
        let mut records = self.parts.store.records(&lane, Slice::Before(before), limit).await?;
        let about = self.parts.store.about(&lane).await?;
        for author in records.iter_mut().filter_map(|record| record.author.as_mut()) {
            if author.name.is_none() {
                author.name = about.people.get(&author.id).cloned();
            }
        }
        Ok(Transcript { state: about.state, records })
    }

    /// Tells the way of a message so far, by the cursor of its line or of a reply to it; none if nobody followed it, or it is
    /// not kept any more.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn way(&self, cursor: u64) -> Result<Option<Traced>> {
        self.parts.store.timeline(cursor).await
    }
}
