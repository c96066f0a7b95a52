//! A conversation by the library's own words, from its start to its archive.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use messaging_core::{Context, UnixMillis, id::IntentId};
use messaging_core::{
    ErrorKind, Messenger, SendMessage, archive,
    message::{
        AddParticipant, ConversationState, CreateConversation, DeleteMessage, EditMessage, FetchMedia, FindSend, Found,
        ListParticipants, MediaFile, RemoveParticipant, SetConversationState, Timers, UpdateParticipant, UploadMedia,
    },
};
use messaging_http::Transport;
use messaging_twilio::{
    client::{configuration_webhooks, conversations, roles},
    conversation_in_use,
};
use serde_json::{Map, Value, json};

use crate::{OURS, THEIRS, stage, stage_with};

fn from(name: &str) -> Map<String, Value> {
    Map::from_iter([("from".to_owned(), json!(name))])
}

fn by(intent: &str) -> Context {
    let mut context = Context::default();
    context.intent = Some(IntentId::from(intent));
    context
}

#[tokio::test(start_paused = true)]
async fn a_traveller_and_an_expert_meet_and_part() {
    let setup = stage(false);
    let made = roles::Create::new().friendly_name("expert").role_type("conversation");
    let role = setup.twilio.client().call(made.permissions(vec!["sendMessage".to_owned()])).await.unwrap().sid;
    let stage = stage_with(false, |config| drop(config.roles.insert("expert".to_owned(), role.clone())));
    // Roles are the account's: the second stage is another one with the same seed.
    let again = roles::Create::new().friendly_name("expert").role_type("conversation");
    assert_eq!(stage.twilio.client().call(again.permissions(vec!["sendMessage".to_owned()])).await.unwrap().sid, role);
    let messenger = Messenger::new(stage.twilio.clone());

    let create = || CreateConversation::named("Customer Support").unique("trip-7");
    let room = messenger.call(create()).await.unwrap();
    assert_eq!(messenger.call(create()).await.unwrap(), room, "creating it twice gives the one that is there");
    let add = || AddParticipant::address(room.id.clone(), THEIRS, OURS).with_attributes(from("Tom - Traveller"));
    let tom = messenger.call(add()).await.unwrap();
    assert_eq!(messenger.call(add()).await.unwrap().id, tom.id);
    let ann = AddParticipant::identity(room.id.clone(), "ann").with_role("expert");
    let ann = messenger.call(ann).await.unwrap();
    assert_eq!((ann.role.as_deref(), ann.display_name().as_str()), (Some("expert"), "expert ann"));
    let update = UpdateParticipant::of(room.id.clone(), ann.id.clone()).with_attributes(from("Ann - Local Expert"));
    assert_eq!(messenger.call(update).await.unwrap().display_name(), "Ann - Local Expert");
    let second = messenger.call(CreateConversation::named("Other")).await.unwrap();
    let taken = messenger.call(AddParticipant::address(second.id, THEIRS, OURS)).await.unwrap_err();
    assert_eq!(conversation_in_use(&taken), Some(room.reference.clone()));

    stage.emulator.write_in_conversation(room.id.as_str(), THEIRS, "Where is the castle?").unwrap();
    let answer = SendMessage::new(room.reference.clone(), "Up the hill").by("ann").with_attributes(from("Ann on call"));
    let sent = messenger.call_in(by("i1"), answer.clone()).await.unwrap();
    let find = |intent: &str| FindSend {
        intent: intent.into(),
        message: answer.clone(),
        not_before: UnixMillis(0),
        known: Vec::new(),
    };
    assert_eq!(messenger.call(find("i1")).await.unwrap(), Found::Happened(sent.clone()));
    assert_eq!(messenger.call(find("i2")).await.unwrap(), Found::DidNot);
    let edit =
        EditMessage { conversation: room.reference.clone(), id: sent.id().unwrap().clone(), content: "Uphill".into() };
    messenger.edit(edit).await.unwrap();
    let wrong = messenger.send(SendMessage::new(room.reference.clone(), "oops").by("ann")).await.unwrap();
    let delete = DeleteMessage { conversation: room.reference.clone(), id: wrong.id().unwrap().clone() };
    messenger.call(delete).await.unwrap();

    let kept = archive(&messenger, &room.reference).await.unwrap();
    let lines: Vec<String> = kept
        .messages
        .iter()
        .map(|said| format!("{}: {}", said.author.name.as_deref().unwrap_or(&said.author.id), said.content.text))
        .collect();
    assert_eq!(lines, ["Tom - Traveller: Where is the castle?", "Ann on call: Uphill"]);
    assert_eq!((kept.conversation.state.clone(), kept.participants.len()), (ConversationState::Closed, 2));
    assert_eq!(kept.messages[1].attributes, json!({ "from": "Ann on call", "mid": "i1" }).as_object().unwrap().clone());
    let closed = messenger.send(SendMessage::new(room.reference.clone(), "still there?")).await.unwrap_err();
    assert_eq!((closed.kind(), closed.vendor().unwrap().code.as_str()), (ErrorKind::Invalid, "50377"));
    assert_eq!(archive(&messenger, &room.reference).await.unwrap().messages, kept.messages);
    assert_eq!(stage.recorder.undocumented(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn it_sleeps_and_is_woken() {
    let stage = stage(true);
    let messenger = Messenger::new(stage.twilio.clone());
    let timers = Timers::default().inactive_after(Duration::from_secs(60)).closed_after(Duration::from_secs(600));
    let room = messenger.call(CreateConversation::named("Nap").with_timers(timers)).await.unwrap();
    assert_eq!(room.state, ConversationState::Active);
    messenger.call(AddParticipant::identity(room.id.clone(), "ann")).await.unwrap();
    let sleep = SetConversationState { id: room.id.clone(), state: ConversationState::Inactive };
    assert_eq!(messenger.call(sleep).await.unwrap().state, ConversationState::Inactive);
    messenger.send(SendMessage::new(room.reference.clone(), "good morning")).await.unwrap();
    let woken = messenger.call(messaging_core::message::FetchConversation { id: room.id.clone() }).await.unwrap();
    assert_eq!(woken.state, ConversationState::Active);
    let ann = messenger.call(ListParticipants::of(room.id.clone())).await.unwrap().items.remove(0);
    messenger.call(RemoveParticipant { conversation: room.id.clone(), id: ann.id }).await.unwrap();
    assert!(messenger.call(ListParticipants::of(room.id)).await.unwrap().items.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_file_goes_there_and_back() {
    for names_service in [false, true] {
        let messenger = Messenger::new(stage(names_service).twilio);
        let room = messenger.call(CreateConversation::named("Files")).await.unwrap();
        let file = MediaFile::new("image/png", &b"\x89PNG"[..]).named("a.png");
        let upload = UploadMedia { conversation: room.reference.clone(), file: file.clone() };
        let media = messenger.call(upload).await.unwrap();
        let mut content = messaging_core::message::Content::text("look");
        content.media.push(media);
        messenger.send(SendMessage::new(room.reference.clone(), content)).await.unwrap();
        let list = messaging_core::message::ListMessages::of(room.reference);
        let said = messenger.call(list).await.unwrap().items.remove(0);
        let fetched = messenger.call(FetchMedia::of(said.content.media[0].clone())).await.unwrap();
        assert_eq!(fetched, file);
    }
}

#[tokio::test(start_paused = true)]
async fn webhooks_fire_where_they_are_asked_for() {
    let stage = stage(true);
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let heard = Arc::clone(&told);
    stage.emulator.connect(Transport::new(tower::service_fn(move |request: http::Request<bytes::Bytes>| {
        let event = form_urlencoded::parse(request.body()).find(|(name, _)| name == "EventType");
        heard.lock().unwrap().extend(event.map(|(_, event)| event.into_owned()));
        async { Ok::<_, messaging_http::TransportError>(http::Response::new(bytes::Bytes::new())) }
    })));
    let client = stage.twilio.client();
    let service = client.service().unwrap().to_owned();
    let hooks = configuration_webhooks::UpdateService::new(service).post_webhook_url("http://app.test/hook");
    client.call(hooks.filters(vec!["onConversationAdded".to_owned()])).await.unwrap();
    client.call(conversations::Create::new()).await.unwrap();
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(*told.lock().unwrap(), Vec::<String>::new());
    client.with_webhooks().call(conversations::Create::new()).await.unwrap();
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(*told.lock().unwrap(), ["onConversationAdded"]);
}
