use messaging_core::{Messenger, Place, Verb, message::SetTyping};
use tokio::time::timeout;

use super::answer::STEP;

/// Shows people that an answer is being written, or takes that away. Nothing depends on it.
pub(super) async fn tell(messenger: &Messenger, place: &Place, words: Option<&str>) {
    if !Verb::SetTyping.is_offered_by(messenger.provider()) {
        return;
    }
    let request = match words {
        Some("") => SetTyping::over(place.clone()),
        Some(words) => SetTyping::shown(place.clone()).saying(words),
        None => SetTyping::shown(place.clone()),
    };
    match timeout(STEP, messenger.call(request)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::debug!(%place, %error, "the status was not set"),
        Err(_) => tracing::debug!(%place, "the status was not set in time"),
    }
}
