use messaging_core::{Messenger, Place, Verb, message::SetTyping};
use messaging_store::Lane;
use tokio::time::timeout;

use super::answer::STEP;
use crate::Gateway;

/// What an agent says that it does.
#[derive(Debug, Default)]
pub(super) struct Status {
    /// What is to be told next; empty words take away what was told.
    pub(super) next: Option<String>,
    /// Whether people may still be told something, because the agent said so and did not take it back.
    pub(super) stands: bool,
}

impl Status {
    /// Tells people, if there is anything new.
    pub(super) async fn show(&mut self, messenger: &Messenger, place: &Place) {
        let Some(words) = self.next.take() else { return };
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
