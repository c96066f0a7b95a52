//! Conversations, participants and files as objects on the provider's side.

use std::{fmt::Debug, time::Duration};

use messaging_core::{
    ErrorKind, Messenger, Place, Reached, Result, SendMessage, Verb,
    message::{
        AddParticipant, ConversationState, CreateConversation, DeleteConversation, DeleteMessage, FetchConversation,
        FetchMedia, FetchMessage, ListParticipants, MediaFile, RemoveParticipant, SetConversationState,
        UpdateConversation, UpdateParticipant, UploadMedia,
    },
};
use serde_json::{Map, json};

use super::outbound::{intended, offers};

fn from(name: &str) -> Map<String, serde_json::Value> {
    Map::from_iter([("from".to_owned(), json!(name))])
}

/// Whether a provider has no such thing, and says so before anything is sent.
fn is_without<T: Debug>(answer: &Result<T>) -> bool {
    answer.as_ref().is_err_and(|error| {
        let unsent = (error.kind(), error.reached()) == (ErrorKind::Unsupported, Reached::NotSent);
        assert!(unsent || error.kind() != ErrorKind::Unsupported, "{error}");
        unsent
    })
}

/// A conversation is changed, put to sleep, woken, closed and deleted.
///
/// A provider may keep no data of the application's, have no such state, open what was closed again or delete nothing:
/// what it does not have it refuses unsent.
pub async fn a_conversation_lives_and_ends(client: Messenger, _: Place) {
    if !(offers(&client, Verb::UpdateConversation) && offers(&client, Verb::CreateConversation)) {
        return;
    }
    let made = client.call(CreateConversation::named("support")).await.expect("create");
    let update = UpdateConversation::of(made.id.clone()).named("sales");
    let changed = client.call(update.clone().with_attributes(from("Ann"))).await;
    if is_without(&changed) {
        assert_eq!(client.call(update).await.expect("update").name.as_deref(), Some("sales"));
    } else {
        let changed = changed.expect("update");
        assert_eq!((changed.id, changed.name.as_deref()), (made.id.clone(), Some("sales")));
        assert_eq!(changed.attributes, from("Ann"));
    }
    for state in [ConversationState::Inactive, ConversationState::Active, ConversationState::Closed] {
        let set = SetConversationState { id: made.id.clone(), state: state.clone() };
        let answer = client.call(set.clone()).await;
        if is_without(&answer) {
            continue;
        }
        assert_eq!(answer.expect("set").state, state);
        assert_eq!(client.call(set).await.expect("set again").state, state, "it may be repeated");
        assert_eq!(client.call(FetchConversation { id: made.id.clone() }).await.expect("fetch").state, state);
    }
    let reopen = SetConversationState { id: made.id.clone(), state: ConversationState::Active };
    match client.call(reopen).await {
        Ok(open) => assert_eq!(open.state, ConversationState::Active),
        Err(error) => assert_eq!(error.reached(), Reached::Answered, "{error}"),
    }
    let deleted = client.call(DeleteConversation { id: made.id.clone() }).await;
    if is_without(&deleted) {
        return;
    }
    deleted.expect("delete");
    let error = client.call(FetchConversation { id: made.id }).await.expect_err("it is gone");
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
}

/// A participant is added, changed and removed. A provider may know its own people only.
pub async fn a_participant_comes_and_goes(client: Messenger, _: Place) {
    if !(offers(&client, Verb::UpdateParticipant) && offers(&client, Verb::CreateConversation)) {
        return;
    }
    let room = client.call(CreateConversation::named("support")).await.expect("create").id;
    let ann = match client.call(AddParticipant::identity(room.clone(), "ann")).await {
        Err(error) if error.kind() == ErrorKind::NotFound => return,
        added => added.expect("add"),
    };
    let update = UpdateParticipant::of(room.clone(), ann.id.clone()).with_attributes(from("Ann - Local Expert"));
    assert_eq!(client.call(update).await.expect("update").display_name(), "Ann - Local Expert");
    let listed = client.call(ListParticipants::of(room.clone())).await.expect("list").items;
    assert_eq!(listed.iter().map(|found| &found.id).collect::<Vec<_>>(), [&ann.id]);
    client.call(RemoveParticipant { conversation: room.clone(), id: ann.id }).await.expect("remove");
    assert!(client.call(ListParticipants::of(room)).await.expect("list").items.is_empty());
}

/// A message that was deleted is no longer in the provider's records.
pub async fn what_is_deleted_is_gone(client: Messenger, place: Place) {
    if !(offers(&client, Verb::DeleteMessage) && offers(&client, Verb::FetchMessage)) {
        return;
    }
    let sent = client.call_in(intended("01"), SendMessage::new(place.clone(), "oops")).await.expect("send");
    let id = sent.id().expect("an id").clone();
    // Some providers delete only what has arrived; the clock is paused.
    tokio::time::sleep(Duration::from_secs(60)).await;
    client.call(DeleteMessage { conversation: place.clone(), id: id.clone() }).await.expect("delete");
    let error = client.call(FetchMessage { conversation: place, id }).await.expect_err("it is gone");
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
}

/// A file that was handed over is fetched as it was. A provider may take none at some places.
pub async fn a_file_goes_there_and_back(client: Messenger, place: Place) {
    if !offers(&client, Verb::UploadMedia) {
        return;
    }
    let file = MediaFile::new("image/png", &b"\x89PNG\x00"[..]).named("a.png");
    let media = match client.call(UploadMedia { conversation: place, file: file.clone() }).await {
        Ok(media) => media,
        Err(error) => {
            assert_eq!((error.kind(), error.reached()), (ErrorKind::Unsupported, Reached::NotSent), "{error}");
            return;
        }
    };
    assert_eq!(client.call(FetchMedia::of(media.clone())).await.expect("fetch"), file);
    let limited = client.call(FetchMedia::of(media).at_most(4)).await.expect_err("it is larger");
    assert_eq!(limited.kind(), ErrorKind::Invalid, "{limited}");
}
