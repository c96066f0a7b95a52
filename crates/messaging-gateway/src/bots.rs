//! Turns that programs cause: two that answer each other would go on for ever.

use messaging_agent::Turn;
use messaging_core::message::Content;
use messaging_store::{Lane, Record, Slice, Speaker};

use crate::Gateway;

/// Lines that are read at once.
const PAGE: usize = 100;
/// Pages that are read at most. So many lines without a word of a person's are enough of them.
const PAGES: usize = 20;

impl Gateway {
    /// Whether a turn goes no further because programs have caused too many in a row; what is said instead.
    ///
    /// The first one beyond `turns.bots` says why it is the last; those after it end silently, until a person speaks.
    pub(crate) async fn capped(
        &self,
        lane: &Lane,
        turn: &Turn,
        before: u64,
    ) -> messaging_store::Result<Option<Vec<Content>>> {
        let cap = self.parts.settings.turns.bots;
        if turn.messages.is_empty() || !turn.messages.iter().all(|message| message.author.bot) {
            return Ok(None);
        }
        let spoken = self.bots_in_a_row(lane, before, cap.saturating_add(1)).await?;
        if spoken < cap {
            return Ok(None);
        }
        tracing::info!(%lane, cap, "a bot gets no turn: too many in a row were caused by bots");
        let why = format!("I have answered bots {cap} times in a row and stop here. I go on once a person writes.");
        Ok(Some(if spoken == cap && cap > 0 { vec![why.into()] } else { Vec::new() }))
    }

    /// Counts what programs have said since a person last spoke, `most` at most.
    async fn bots_in_a_row(&self, lane: &Lane, before: u64, most: u32) -> messaging_store::Result<u32> {
        let (mut spoken, mut before) = (0, before);
        for _ in 0..PAGES {
            let records = self.parts.store.records(lane, Slice::Before(before), PAGE).await?;
            for record in records.iter().rev() {
                match is_bot(record) {
                    Some(true) => spoken += 1,
                    Some(false) => return Ok(spoken),
                    None => {}
                }
                if spoken >= most {
                    return Ok(spoken);
                }
            }
            match records.first() {
                Some(first) if records.len() == PAGE => before = first.cursor,
                _ => return Ok(spoken),
            }
        }
        Ok(most)
    }
}

/// Whether a line is a program's; none for our own.
fn is_bot(record: &Record) -> Option<bool> {
    (record.speaker == Speaker::Person).then(|| record.author.as_ref().is_some_and(|author| author.bot))
}
