use std::time::Duration;

use messaging_core::{Messenger, Place, Verb, message::SetTyping};
use messaging_store::Lane;
use tokio::time::{Instant, timeout};

use super::answer::STEP;
use crate::Gateway;

/// How long a turn may take before people are told that it is at work. What answers at once needs no status.
const GRACE: Duration = Duration::from_millis(250);

/// When a status that still stands is told again: platforms take it away after two minutes.
const AGAIN: Duration = Duration::from_secs(90);

/// What an agent says that it does, or what is said until it says something.
#[derive(Debug, Default)]
pub(super) struct Status {
    /// What is to be told next; empty words take away what was told.
    pub(super) next: Option<String>,
    /// Whether people may still be told something, because nobody took it back.
    pub(super) stands: bool,
    /// What people were told last.
    told: String,
    /// When people are told without the agent's saying anything.
    by_itself: Option<Instant>,
}

impl Status {
    /// What people are told of a turn that begins now, where the platform shows words in this place.
    pub(super) fn begin(&mut self, messenger: &Messenger, place: &Place, words: &str) {
        let typing = messenger.provider().typing();
        if !words.trim().is_empty() && typing.is_some_and(|typing| typing.shows_words(place)) {
            words.clone_into(&mut self.told);
            self.by_itself = Some(Instant::now() + GRACE);
        }
    }

    /// When people are to be told by itself, as long as nothing of the answer is there.
    pub(super) fn due(&self) -> Option<Instant> {
        self.by_itself
    }

    /// The answer is there: whatever is told of it from now on the agent says.
    pub(super) fn answered(&mut self) {
        self.by_itself = None;
    }

    /// Tells people, if there is anything new.
    pub(super) async fn show(&mut self, messenger: &Messenger, place: &Place) {
        let is_due = self.by_itself.is_some_and(|due| Instant::now() >= due);
        let Some(words) = self.next.take().or_else(|| is_due.then(|| self.told.clone())) else { return };
        words.clone_into(&mut self.told);
        self.by_itself = self.by_itself.filter(|_| !words.is_empty()).map(|_| Instant::now() + AGAIN);
        // Noted first: whoever stops the turn meanwhile does not know whether it was shown.
        self.stands |= !words.is_empty();
        let is_told = tell(messenger, place, &words).await;
        self.stands &= !(is_told && words.is_empty());
    }
}

impl Gateway {
    /// Takes away what people were told about a turn that is over.
    pub(crate) async fn end_status(&self, lane: &Lane) {
        if let Some(account) = self.parts.accounts.get(lane.conversation.account()) {
            tell(&account.messenger, lane.conversation.place(), "").await;
        }
    }
}

/// Shows people what an agent does, or takes that away; whether the platform took it. Nothing depends on it.
async fn tell(messenger: &Messenger, place: &Place, words: &str) -> bool {
    if !Verb::SetTyping.is_offered_by(messenger.provider()) {
        return false;
    }
    let request =
        if words.is_empty() { SetTyping::over(place.clone()) } else { SetTyping::shown(place.clone()).saying(words) };
    match timeout(STEP, messenger.call(request)).await {
        Ok(Ok(())) => return true,
        Ok(Err(error)) => tracing::debug!(%place, %error, "the status was not set"),
        Err(_) => tracing::debug!(%place, "the status was not set in time"),
    }
    false
}
