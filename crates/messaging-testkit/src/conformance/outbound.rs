use messaging_core::{
    Context, ErrorKind, Messenger, Place, Reached, Request, SendMessage, UnixMillis, Verb,
    command::NotAfter,
    message::{
        AddParticipant, AddReaction, CheckHealth, ConversationState, CreateConversation, DeleteConversation,
        DeleteMessage, EditMessage, FetchConversation, FetchMedia, FetchMessage, FetchName, FetchPrice, FindSend,
        Found, Invoke, ListConversations, ListMessages, ListParticipants, Media, MediaFile, RemoveParticipant,
        RemoveReaction, SetConversationState, SetTyping, UpdateConversation, UpdateParticipant, UploadMedia,
    },
    place::is_name,
};

pub(super) fn offers(client: &Messenger, verb: Verb) -> bool {
    verb.is_offered_by(client.provider())
}

pub(super) fn intended(intent: &str) -> Context {
    let mut context = Context::default();
    context.intent = Some(intent.into());
    context
}

/// The registered name can name an account.
pub async fn the_name_is_one_that_accounts_may_have(client: Messenger, _: Place) {
    assert!(is_name(client.provider().descriptor().name), "{}", client.provider().descriptor().name);
}

/// A plain message is accepted and named.
pub async fn a_send_returns_a_receipt(client: Messenger, place: Place) {
    let receipt = client.call_in(intended("01"), SendMessage::new(place, "hello")).await.expect("send");
    assert!(receipt.parts.iter().all(|id| !id.as_str().is_empty()) && !receipt.parts.is_empty(), "{receipt:?}");
}

/// The same text twice is two messages.
pub async fn two_sends_are_two_messages(client: Messenger, place: Place) {
    let first = client.call_in(intended("01"), SendMessage::new(place.clone(), "hi")).await.expect("send");
    let second = client.call_in(intended("02"), SendMessage::new(place, "hi")).await.expect("send");
    assert_ne!(first, second);
}

/// Editing answers for the message that was edited. A provider may have none at some places, and says so unsent.
pub async fn an_edit_answers_for_the_message(client: Messenger, place: Place) {
    if !offers(&client, Verb::Edit) {
        return;
    }
    let sent = client.call_in(intended("01"), SendMessage::new(place.clone(), "helo")).await.expect("send");
    let id = sent.id().expect("an id").clone();
    match client.edit(EditMessage { conversation: place, id, content: "hello".into() }).await {
        Ok(edited) => assert_eq!(edited.id(), sent.id()),
        Err(error) => {
            assert_eq!((error.kind(), error.reached()), (ErrorKind::Unsupported, Reached::NotSent), "{error}");
        }
    }
}

async fn refused<R: Request>(client: &Messenger, request: R) {
    if offers(client, R::VERB) {
        return;
    }
    match client.call(request).await {
        Ok(_) => panic!("`{}` is not offered, and was answered", R::VERB.name()),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
            assert_eq!(error.reached(), Reached::NotSent, "{error}");
        }
    }
}

/// Whatever is not offered is refused before it costs anything.
pub async fn what_is_not_offered_is_refused(client: Messenger, place: Place) {
    refused(&client, EditMessage { conversation: place.clone(), id: "m".into(), content: "x".into() }).await;
    refused(&client, FetchMessage { conversation: place.clone(), id: "m".into() }).await;
    refused(&client, ListMessages::of(place.clone())).await;
    refused(&client, CreateConversation::named("x")).await;
    refused(&client, FetchConversation { id: "c".into() }).await;
    refused(&client, ListConversations::default()).await;
    refused(&client, AddParticipant::identity("c", "x")).await;
    refused(&client, ListParticipants::of("c")).await;
    refused(&client, DeleteMessage { conversation: place.clone(), id: "m".into() }).await;
    refused(&client, UpdateConversation::of("c").named("x")).await;
    refused(&client, SetConversationState { id: "c".into(), state: ConversationState::Closed }).await;
    refused(&client, DeleteConversation { id: "c".into() }).await;
    refused(&client, UpdateParticipant::of("c", "p")).await;
    refused(&client, RemoveParticipant { conversation: "c".into(), id: "p".into() }).await;
    refused(&client, FetchName::of(place.clone(), "p")).await;
    refused(&client, AddReaction::new(place.clone(), "m", "eyes")).await;
    refused(&client, RemoveReaction::new(place.clone(), "m", "eyes")).await;
    refused(&client, SetTyping::shown(place.clone())).await;
    refused(&client, FetchMedia::of(Media::at("https://example.com/x"))).await;
    let file = MediaFile::new("image/png", &b"x"[..]);
    refused(&client, UploadMedia { conversation: place.clone(), file }).await;
    refused(&client, FetchPrice { conversation: place.clone(), id: "m".into() }).await;
    refused(&client, find(place, "01")).await;
    refused(&client, CheckHealth::default()).await;
    refused(&client, Invoke { method: "x".into(), payload: serde_json::json!({}) }).await;
}

fn find(place: Place, intent: &str) -> FindSend {
    let message = SendMessage::new(place, "hello");
    FindSend { intent: intent.into(), message, not_before: UnixMillis(0), known: Vec::new() }
}

/// A declared text limit is enforced before anything is sent.
pub async fn what_is_too_long_is_refused(client: Messenger, place: Place) {
    let Some(max) = client.provider().descriptor().max_text else { return };
    let error = client.send(SendMessage::new(place, "x".repeat(max + 1))).await.expect_err("too long");
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent));
}

/// A message that says nothing is not sent.
pub async fn what_is_empty_is_refused(client: Messenger, place: Place) {
    let error = client.send(SendMessage::new(place, " \n")).await.expect_err("empty");
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent));
}

/// Nothing leaves once the caller's time is over.
pub async fn a_late_command_does_not_leave(client: Messenger, place: Place) {
    let mut context = intended("01");
    context.not_after = Some(NotAfter::new(|| true));
    let error = client.call_in(context, SendMessage::new(place.clone(), "late")).await.expect_err("late");
    assert_eq!(error.reached(), Reached::NotSent);
    if offers(&client, Verb::History) {
        let page = client.call(ListMessages::of(place)).await.expect("history");
        assert!(page.items.iter().all(|message| message.content.text != "late"));
    }
}

/// What was sent can be read back, newest first.
pub async fn history_shows_what_was_sent(client: Messenger, place: Place) {
    if !offers(&client, Verb::History) {
        return;
    }
    for (intent, text) in [("01", "first"), ("02", "second")] {
        client.call_in(intended(intent), SendMessage::new(place.clone(), text)).await.expect("send");
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
    let page = client.call(ListMessages::of(place.clone())).await.expect("history");
    let texts: Vec<_> = page.items.iter().map(|message| message.content.text.as_str()).collect();
    let at = |text| texts.iter().position(|known| *known == text);
    assert!(at("second").is_some() && at("second") < at("first"), "{texts:?}");
    let id = page.items.first().expect("a message").id.clone();
    let one = client.call(FetchMessage { conversation: place, id: id.clone() }).await.expect("fetch");
    assert_eq!(one.id, id);
}

/// A send is found by its intent, by who sent it and when; another one is not.
pub async fn a_send_is_found_and_a_stranger_is_not(client: Messenger, place: Place) {
    if !offers(&client, Verb::Find) {
        return;
    }
    let sent = client.call_in(intended("01"), SendMessage::new(place.clone(), "hello")).await.expect("send");
    // Records may lag behind: the gateway, too, looks again later.
    tokio::time::sleep(std::time::Duration::from_secs(5)).await;
    let found = client.call(find(place.clone(), "01")).await.expect("find");
    let Found::Happened(receipt) = found else { panic!("not found: {found:?}") };
    // Where a second copy is dropped anyway, adopting a send that never was harms nobody.
    if !client.provider().descriptor().idempotent_sends {
        assert_eq!(receipt.id(), sent.id());
        let mut stranger = find(place, "02");
        stranger.known = sent.parts;
        assert_eq!(client.call(stranger).await.expect("find"), Found::DidNot);
    }
}

/// The account that the suite was given works.
pub async fn the_account_is_healthy(client: Messenger, _: Place) {
    if offers(&client, Verb::Health) {
        let healthy = client.call(CheckHealth::default()).await.expect("healthy");
        assert!(!healthy.identity.is_empty());
    }
}
