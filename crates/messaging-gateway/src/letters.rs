//! What waits for a person, and what they decide.

use std::time::Duration;

use messaging_store::{Decided, Decision, Letter, Side};

use crate::{Gateway, Stage};

impl Gateway {
    /// Shows one thing that waits for a person, with everything known of it: by the id it has in
    /// [`shelved`](Self::shelved).
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn letter(&self, id: &str) -> messaging_store::Result<Option<Letter>> {
        self.parts.store.letter(id).await
    }

    /// Does what a person decided about something that waits for them. It takes effect at once.
    ///
    /// # Errors
    /// The store did not answer, or is too full to take more on.
    pub async fn decide_on(&self, id: &str, decision: Decision) -> messaging_store::Result<Decided> {
        let letter = self.parts.store.letter(id).await?;
        let decided = self.parts.store.decide(id, decision).await?;
        if let (Decided::Done, Some(letter)) = (&decided, letter) {
            self.wake(Side::Turns);
            self.wake(Side::Sends);
            let lane = &letter.shelved.lane;
            self.announce(lane);
            let place = lane.conversation.to_string();
            let (account, word) = (lane.conversation.account(), decision.word().to_owned());
            self.hop(Stage::Decision, account, Some(place), id.to_owned(), word, Duration::ZERO);
        }
        Ok(decided)
    }
}
