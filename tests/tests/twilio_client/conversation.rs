//! What is in a conversation: everything that can be said of it, once.

use std::time::Duration;

use messaging_core::{UnixMillis, message::MediaFile};
use messaging_twilio::client::{
    TwilioClient, conversation_with_participants, conversations, messages, participant_conversations, participants,
    receipts, roles, user_conversations, users, webhooks,
};
use serde_json::json;

use crate::{OURS, Stage, THEIRS};

const HX: &str = "HX00000000000000000000000000000001";
const FW: &str = "FW00000000000000000000000000000001";
const MOMENT: UnixMillis = UnixMillis(1_450_304_317_000);

fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}

/// Says everything there is to say, and finds no field that has no name in the client.
pub(crate) async fn walk(stage: &Stage) {
    let (client, messaging) = (stage.twilio.client().with_webhooks(), &stage.emulator.settings().messaging_service_sid);
    let role = role(&client, "conversation").await;
    let create = conversations::Create::new()
        .friendly_name("Trip")
        .unique_name("trip-7")
        .attributes(json!({ "a": 1 }))
        .messaging_service_sid(messaging)
        .date_created(MOMENT)
        .date_updated(MOMENT)
        .state("active")
        .timers_inactive(minutes(60))
        .timers_closed(minutes(24 * 60))
        .bindings_email_address("trip@example.com")
        .bindings_email_name("Trip");
    let made = client.call(create).await.unwrap();
    assert_eq!((made.extra.len(), made.date_created.unwrap().moment()), (0, Some(MOMENT)));
    assert_eq!(made.bindings.unwrap().email.unwrap().name.as_deref(), Some("Trip"));
    let update = conversations::Update::new("trip-7")
        .friendly_name("Trip 7")
        .unique_name("trip-8")
        .attributes(json!({ "a": 2 }))
        .messaging_service_sid(messaging)
        .date_created(MOMENT)
        .date_updated(MOMENT)
        .state("active")
        .timers_inactive(minutes(1))
        .timers_closed(minutes(10))
        .bindings_email_address("other@example.com")
        .bindings_email_name("Other");
    assert_eq!(client.call(update).await.unwrap().friendly_name.as_deref(), Some("Trip 7"));
    let found = client.call(conversations::Fetch::new("trip-8")).await.unwrap();
    assert_eq!((&found.sid, found.extra.len(), found.timers.unwrap().extra.len()), (&made.sid, 0, 0));
    let list =
        conversations::List::new().start_date("2015-12-16").end_date("2030-01-01").state("active").page_size(1_u32);
    let all = client.list(list).collect().await.unwrap();
    assert!(all.iter().any(|found| found.sid == made.sid));
    people(&client, &made.sid, &role).await;
    said(&client, &made.sid).await;
    hooks(&client, &made.sid).await;
    users(&client, &made.sid).await;
    together(&client, messaging).await;
    client.call(conversations::Delete::new(made.sid)).await.unwrap();
}

pub(crate) async fn role(client: &TwilioClient, kind: &str) -> String {
    let permission = if kind == "service" { "joinConversation" } else { "sendMessage" };
    let create = roles::Create::new().friendly_name("expert").role_type(kind).permissions(vec![permission.to_owned()]);
    let made = client.call(create).await.unwrap();
    assert_eq!((made.extra.len(), made.permissions.unwrap()), (0, vec![permission.to_owned()]));
    let update =
        roles::Update::new(&made.sid).permissions(vec!["deleteConversation".to_owned(), permission.to_owned()]);
    client.call(update).await.unwrap();
    assert_eq!(client.call(roles::Fetch::new(&made.sid)).await.unwrap().permissions.unwrap().len(), 2);
    assert!(client.list(roles::List::new().page_size(1_u32)).collect().await.unwrap().len() > 1);
    made.sid
}

async fn people(client: &TwilioClient, conversation: &str, role: &str) {
    let by_number = participants::Create::new(conversation)
        .messaging_binding_address(THEIRS)
        .messaging_binding_proxy_address(OURS)
        .role_sid(role)
        .attributes(json!({ "from": "Tom - Traveller" }))
        .date_created(MOMENT)
        .date_updated(MOMENT);
    let tom = client.call(by_number).await.unwrap();
    let binding = tom.messaging_binding.unwrap();
    assert_eq!((tom.extra.len(), binding.extra.len(), binding.proxy_address.as_deref()), (0, 0, Some(OURS)));
    let by_name = participants::Create::new(conversation).identity("ann").messaging_binding_projected_address(OURS);
    let ann = client.call(by_name).await.unwrap();
    assert_eq!(ann.messaging_binding.unwrap().projected_address.as_deref(), Some(OURS));
    let update = participants::Update::new(conversation, &ann.sid)
        .identity("ann")
        .messaging_binding_projected_address("null")
        .role_sid(role)
        .attributes(json!({ "from": "Ann - Local Expert" }))
        .last_read_message_index(0_u64)
        .last_read_timestamp("2026-11-20T12:00:00Z")
        .date_created(MOMENT)
        .date_updated(MOMENT);
    client.call(update).await.unwrap();
    let update = participants::Update::new(conversation, &tom.sid).messaging_binding_proxy_address(OURS);
    client.call(update).await.unwrap();
    let found = client.call(participants::Fetch::new(conversation, "ann")).await.unwrap();
    assert_eq!((&found.sid, found.role_sid.as_deref()), (&ann.sid, Some(role)));
    assert_eq!(found.messaging_binding, None);
    let all = client.list(participants::List::new(conversation).page_size(1_u32)).collect().await.unwrap();
    assert_eq!(all.iter().map(|found| found.sid.as_str()).collect::<Vec<_>>(), [tom.sid.as_str(), ann.sid.as_str()]);
    let theirs = client.conversation_of(THEIRS, OURS).await.unwrap().unwrap();
    assert_eq!((theirs.conversation_sid.as_deref(), theirs.extra.len()), (Some(conversation), 0));
    assert!(client.conversation_of(THEIRS, "+15550100002").await.unwrap().is_none());
    let of_ann = client.list(participant_conversations::List::new().identity("ann")).collect().await.unwrap();
    assert_eq!(of_ann[0].conversation_sid.as_deref(), Some(conversation));
    let eve = client.call(participants::Create::new(conversation).identity("eve")).await.unwrap();
    client.call(participants::Delete::new(conversation, eve.sid)).await.unwrap();
}

async fn said(client: &TwilioClient, conversation: &str) {
    let file = client.upload(&MediaFile::new("image/png", &b"12345"[..]).named("a.png")).await.unwrap();
    assert_eq!((file.size, file.filename.as_deref()), (Some(5), Some("a.png")));
    let create = messages::Create::new(conversation)
        .author("ann")
        .body("hello")
        .subject("Hello")
        .attributes(json!({ "a": 1 }))
        .date_created(MOMENT)
        .date_updated(MOMENT);
    let made = client.call(create).await.unwrap();
    let picture = client.call(messages::Create::new(conversation).media_sid(&file.sid)).await.unwrap();
    let media = picture.media.unwrap();
    assert_eq!((made.extra.len(), media[0].extra.len(), media[0].sid.as_ref()), (0, 0, Some(&file.sid)));
    assert_eq!(client.download(&file.sid, 5).await.unwrap().bytes, "12345");
    let template = messages::Create::new(conversation).content_sid(HX).content_variables(json!({ "1": "Tom" }));
    assert_eq!(client.call(template).await.unwrap().content_sid.as_deref(), Some(HX));
    let update = messages::Update::new(conversation, &made.sid)
        .author("bot")
        .body("hello!")
        .subject("Hi")
        .attributes(json!({ "a": 2 }))
        .date_created(MOMENT)
        .date_updated(MOMENT);
    client.call(update).await.unwrap();
    let found = client.call(messages::Fetch::new(conversation, &made.sid)).await.unwrap();
    assert_eq!((found.author.as_deref(), found.body.as_deref(), found.index), (Some("bot"), Some("hello!"), Some(0)));
    assert_eq!((found.extra.len(), found.delivery.map(|delivery| delivery.extra.len())), (0, Some(0)));
    let newest = messages::List::new(conversation).order("desc").page_size(1_u32);
    let indices = client.list(newest).collect().await.unwrap();
    assert_eq!(indices.iter().map(|found| found.index).collect::<Vec<_>>(), [Some(2), Some(1), Some(0)]);
    // The carrier's course; the clock is paused.
    tokio::time::sleep(Duration::from_secs(60)).await;
    let told = client.list(receipts::List::new(conversation, &made.sid).page_size(1_u32)).collect().await.unwrap();
    let receipt = client.call(receipts::Fetch::new(conversation, &made.sid, &told[0].sid)).await.unwrap();
    assert_eq!((receipt.extra.len(), receipt.channel_message_sid.is_some()), (0, true));
    client.call(messages::Delete::new(conversation, &made.sid)).await.unwrap();
}

async fn hooks(client: &TwilioClient, conversation: &str) {
    let events = || vec!["onMessageAdded".to_owned(), "onParticipantAdded".to_owned()];
    let hook = webhooks::Create::new(conversation).target("webhook").url("http://app.test/").method("post");
    let hook = client.call(hook.filters(events()).replay_after(1_u64)).await.unwrap();
    let trigger = webhooks::Create::new(conversation).target("trigger").url("http://app.test/");
    let trigger = client.call(trigger.triggers(vec!["help".to_owned()])).await.unwrap();
    let studio = client.call(webhooks::Create::new(conversation).target("studio").flow_sid(FW)).await.unwrap();
    assert!([&hook, &trigger, &studio].iter().all(|hook| hook.extra.is_empty()));
    let update =
        webhooks::Update::new(conversation, &hook.sid).url("http://app.test/2").method("get").filters(events());
    client.call(update).await.unwrap();
    let update = webhooks::Update::new(conversation, &trigger.sid).triggers(vec!["agent".to_owned()]);
    client.call(update).await.unwrap();
    client.call(webhooks::Update::new(conversation, &studio.sid).flow_sid(FW.replace('1', "2"))).await.unwrap();
    let found = client.call(webhooks::Fetch::new(conversation, &hook.sid)).await.unwrap().configuration.unwrap();
    assert_eq!((found.url.as_deref(), found.method), (Some("http://app.test/2"), Some(webhooks::Method::Get)));
    assert_eq!(client.list(webhooks::List::new(conversation).page_size(2_u32)).collect().await.unwrap().len(), 3);
    client.call(webhooks::Delete::new(conversation, hook.sid)).await.unwrap();
}

async fn users(client: &TwilioClient, conversation: &str) {
    let role = role(client, "service").await;
    let create = users::Create::new("bob").friendly_name("Bob").attributes(json!({ "a": 1 })).role_sid(&role);
    let bob = client.call(create).await.unwrap();
    assert_eq!(bob.extra.len(), 0);
    let update = users::Update::new("bob").friendly_name("Robert").attributes(json!({})).role_sid(&role);
    client.call(update).await.unwrap();
    assert_eq!(client.call(users::Fetch::new(&bob.sid)).await.unwrap().friendly_name.as_deref(), Some("Robert"));
    assert!(client.list(users::List::new().page_size(1_u32)).collect().await.unwrap().len() > 1);
    client.call(participants::Create::new(conversation).identity("bob")).await.unwrap();
    let all = client.list(user_conversations::List::new("bob").page_size(1_u32)).collect().await.unwrap();
    assert_eq!((all.len(), all[0].extra.len()), (1, 0));
    let update = user_conversations::Update::new("bob", conversation)
        .notification_level("muted")
        .last_read_timestamp(MOMENT)
        .last_read_message_index(0_u64);
    client.call(update).await.unwrap();
    let found = client.call(user_conversations::Fetch::new("bob", conversation)).await.unwrap();
    assert_eq!(found.notification_level, Some(user_conversations::NotificationLevel::Muted));
    client.call(user_conversations::Delete::new("bob", conversation)).await.unwrap();
    client.call(users::Delete::new("bob")).await.unwrap();
    let unused = crate::conversation::role(client, "conversation").await;
    client.call(roles::Delete::new(unused)).await.unwrap();
}

async fn together(client: &TwilioClient, messaging: &str) {
    let create = conversation_with_participants::Create::new()
        .friendly_name("Group")
        .unique_name("group-1")
        .attributes(json!({ "a": 1 }))
        .messaging_service_sid(messaging)
        .date_created(MOMENT)
        .date_updated(MOMENT)
        .state("inactive")
        .timers_inactive(minutes(60))
        .timers_closed(minutes(600))
        .bindings_email_address("group@example.com")
        .bindings_email_name("Group")
        .with(participants::Create::new("").identity("ann"))
        .with(
            participants::Create::new("")
                .messaging_binding_address("+15550100778")
                .messaging_binding_proxy_address(OURS),
        );
    let made = client.call(create).await.unwrap();
    assert_eq!((made.extra.len(), made.unique_name.as_deref()), (0, Some("group-1")));
    assert_eq!(client.list(participants::List::new(&made.sid)).collect().await.unwrap().len(), 2);
    client.call(conversations::Delete::new(made.sid)).await.unwrap();
}
