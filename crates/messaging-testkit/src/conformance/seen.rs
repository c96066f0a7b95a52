//! What people see beside messages: reactions, and that an answer is being written.

use messaging_core::{
    ErrorKind, Messenger, Place, Reached, Result, SendMessage, Verb,
    message::{AddReaction, RemoveReaction, SetTyping},
};

use super::outbound::{intended, offers};

/// A reaction is added and taken back, and both may be repeated.
pub async fn a_reaction_comes_and_goes(client: Messenger, place: Place) {
    if !offers(&client, Verb::AddReaction) {
        return;
    }
    let sent = client.call_in(intended("01"), SendMessage::new(place.clone(), "done")).await.expect("send");
    let id = sent.id().expect("an id").clone();
    for _ in 0..2 {
        client.call(AddReaction::new(place.clone(), id.clone(), "eyes")).await.expect("it may be repeated");
    }
    for _ in 0..2 {
        client.call(RemoveReaction::new(place.clone(), id.clone(), "eyes")).await.expect("it may be repeated");
    }
}

/// That an answer is being written is shown and ends. A provider may show it at some places only, and says so unsent.
pub async fn typing_is_shown_and_ends(client: Messenger, place: Place) {
    if !offers(&client, Verb::SetTyping) {
        return;
    }
    let unsent = |answer: Result<()>| {
        let Err(error) = answer else { return };
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Unsupported, Reached::NotSent), "{error}");
    };
    unsent(client.call(SetTyping::shown(place.clone()).saying("is thinking…")).await);
    unsent(client.call(SetTyping::over(place)).await);
}
