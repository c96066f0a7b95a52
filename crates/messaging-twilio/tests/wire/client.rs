//! The typed client: what is asked of Twilio, resource by resource, and what is read of the answers.

use std::time::Duration;

use messaging_core::UnixMillis;
use messaging_twilio::{
    TwilioConfig,
    client::{
        Call, TwilioClient, address_configurations as addresses, configuration, configuration_webhooks,
        conversation_with_participants, conversations, messages, participant_conversations, participants, receipts,
        roles, services, user_conversations, users, webhooks,
    },
};
use serde_json::{Value, json};

use crate::scripted::{AC, Answer, CH, IS, MG, OURS, Script, THEIRS, listed, raw, says};

const HOST: &str = "https://conversations.twilio.com/v1";
const RL: &str = "RL00000000000000000000000000000001";

fn client(script: &Script) -> TwilioClient {
    script.provider_of(TwilioConfig::new(AC, "token")).client()
}

/// Carries a call out against an answer; returns what was asked, without the host, and what was read.
async fn asked<C: Call>(call: C, answer: Answer) -> (String, C::Output) {
    let script = Script::new([answer]);
    let output = client(&script).call(call).await.unwrap();
    (script.asked().remove(0).replace(HOST, ""), output)
}

fn row(sid: &str) -> Answer {
    says(200, &json!({ "sid": sid }))
}

#[tokio::test]
async fn every_parameter_of_a_conversation_goes_out_by_its_name() {
    let create = conversations::Create::new()
        .friendly_name("Room")
        .unique_name("room-7")
        .attributes(json!({ "a": 1 }))
        .messaging_service_sid(MG)
        .date_created(UnixMillis(1_450_304_317_000))
        .date_updated(UnixMillis(1_450_304_318_000))
        .state("inactive")
        .timers_inactive(Duration::from_secs(60))
        .timers_closed(Duration::from_secs(86_400))
        .bindings_email_address("a@example.com")
        .bindings_email_name("Ann");
    let form = format!(
        "FriendlyName=Room&UniqueName=room-7&Attributes=%7B%22a%22%3A1%7D&MessagingServiceSid={MG}\
         &DateCreated=2015-12-16T22%3A18%3A37.000Z&DateUpdated=2015-12-16T22%3A18%3A38.000Z&State=inactive\
         &Timers.Inactive=PT1M&Timers.Closed=P1D&Bindings.Email.Address=a%40example.com&Bindings.Email.Name=Ann"
    );
    assert_eq!(asked(create, row(CH)).await.0, format!("POST /Conversations {form}"));
    let update = conversations::Update::new(CH).state(conversations::State::Closed);
    assert_eq!(asked(update, row(CH)).await.0, format!("POST /Conversations/{CH} State=closed"));
    assert_eq!(asked(conversations::Fetch::new("room 7"), row(CH)).await.0, "GET /Conversations/room%207");
    assert_eq!(asked(conversations::Delete::new(CH), raw(204, "")).await.0, format!("DELETE /Conversations/{CH}"));
    let with = conversation_with_participants::Create::new()
        .friendly_name("Trip")
        .with(participants::Create::new("").identity("ann").attributes(json!({ "from": "Ann" })))
        .with(participants::Create::new("").messaging_binding_address(THEIRS).messaging_binding_proxy_address(OURS));
    let (asked, _) = asked(with, says(202, &json!({ "sid": CH, "state": "initializing" }))).await;
    let asked: Vec<(String, String)> = form_urlencoded::parse(asked.split(' ').nth(2).unwrap().as_bytes())
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    assert_eq!(asked[0], ("FriendlyName".into(), "Trip".into()));
    let people: Vec<Value> = asked[1..].iter().map(|(_, text)| serde_json::from_str(text).unwrap()).collect();
    assert!(asked[1..].iter().all(|(name, _)| name == "Participant"));
    let binding = json!({ "address": THEIRS, "proxy_address": OURS });
    let wanted =
        [json!({ "identity": "ann", "attributes": "{\"from\":\"Ann\"}" }), json!({ "messaging_binding": binding })];
    assert_eq!(people, wanted);
}

#[tokio::test]
async fn every_documented_field_of_a_conversation_is_read_and_others_are_kept() {
    let body = json!({
        "sid": CH, "account_sid": AC, "chat_service_sid": IS, "messaging_service_sid": MG, "friendly_name": "Room",
        "unique_name": null, "attributes": "{\"topic\":\"feedback\"}", "state": "frozen",
        "date_created": "2015-12-16T22:18:37Z", "date_updated": "2015-12-16T22:18:38Z",
        "timers": { "date_inactive": "2015-12-16T22:19:38Z" }, "bindings": { "email": { "address": "a@x", "name": null } },
        "url": format!("{HOST}/Conversations/{CH}"), "links": { "messages": "m" }, "mood": "good",
    });
    let (_, found) = asked(conversations::Fetch::new(CH), says(200, &body)).await;
    assert_eq!(found.state, Some(conversations::State::Other("frozen".into())));
    assert_eq!(found.attributes.as_ref().unwrap().object().unwrap()["topic"], "feedback");
    assert_eq!(found.date_created.as_ref().unwrap().moment(), Some(UnixMillis(1_450_304_317_000)));
    assert!(found.timers.as_ref().unwrap().date_closed.is_none());
    assert_eq!(found.bindings.as_ref().unwrap().email.as_ref().unwrap().address.as_deref(), Some("a@x"));
    assert_eq!((found.extra.len(), &found.extra["mood"]), (1, &json!("good")));
    assert_eq!(serde_json::to_value(&found).unwrap(), body, "nothing is lost on the way");
}

#[tokio::test]
async fn participants_and_messages_are_asked_for() {
    let at = |rest: &str| format!("/Conversations/{CH}{rest}");
    let group = participants::Create::new(CH).identity("ann").messaging_binding_projected_address(OURS).role_sid(RL);
    let form = format!("Identity=ann&MessagingBinding.ProjectedAddress=%2B15550100001&RoleSid={RL}");
    assert_eq!(asked(group, row("MB1")).await.0, format!("POST {} {form}", at("/Participants")));
    let rcs = participants::Create::new(CH)
        .messaging_binding_address("rcs:+15550100777")
        .messaging_binding_proxy_address("rcs:+15550100001")
        .messaging_binding_proxy_address_fallback(OURS);
    assert!(asked(rcs, row("MB1")).await.0.contains("MessagingBinding.ProxyAddressFallback=%2B15550100001"));
    let update =
        participants::Update::new(CH, "MB1").messaging_binding_proxy_address("null").last_read_message_index(7_u64);
    let form = "MessagingBinding.ProxyAddress=null&LastReadMessageIndex=7";
    assert_eq!(asked(update, row("MB1")).await.0, format!("POST {} {form}", at("/Participants/MB1")));
    assert_eq!(
        asked(participants::Fetch::new(CH, "ann"), row("MB1")).await.0,
        format!("GET {}", at("/Participants/ann"))
    );
    let hx = "HX00000000000000000000000000000001";
    let template = messages::Create::new(CH).content_sid(hx).content_variables(json!({ "1": "Ann" })).subject("Hello");
    let form = format!("ContentSid={hx}&ContentVariables=%7B%221%22%3A%22Ann%22%7D&Subject=Hello");
    let message = json!({
        "sid": "IM1", "index": 3, "delivery": { "total": 2, "sent": "all", "read": "some", "failed": "none" },
        "media": [{ "sid": "ME1", "size": 9, "content_type": "image/png", "filename": "x.png" }], "content_sid": hx,
    });
    let (sent, found) = asked(template, says(201, &message)).await;
    assert_eq!(sent, format!("POST {} {form}", at("/Messages")));
    let delivery = found.delivery.unwrap();
    assert_eq!((delivery.total, delivery.read), (Some(2), Some(messages::Share::Some)));
    assert_eq!((found.index, found.media.unwrap()[0].size), (Some(3), Some(9)));
    let update = messages::Update::new(CH, "IM1").body("x").author("bot");
    assert_eq!(asked(update, row("IM1")).await.0, format!("POST {} Author=bot&Body=x", at("/Messages/IM1")));
    let receipt = json!({ "sid": "DY1", "status": "undelivered", "error_code": 30_003 });
    let (sent, found) = asked(receipts::Fetch::new(CH, "IM1", "DY1"), says(200, &receipt)).await;
    assert_eq!(sent, format!("GET {}", at("/Messages/IM1/Receipts/DY1")));
    assert_eq!((found.status, found.error_code), (Some(receipts::Status::Undelivered), Some(30_003)));
    let hook = webhooks::Create::new(CH)
        .target("webhook")
        .url("https://x.test/")
        .method("post")
        .filters(vec!["onMessageAdded".to_owned(), "onParticipantAdded".to_owned()])
        .replay_after(7_u64);
    let form = "Target=webhook&Configuration.Url=https%3A%2F%2Fx.test%2F&Configuration.Method=post\
                &Configuration.Filters=onMessageAdded&Configuration.Filters=onParticipantAdded&Configuration.ReplayAfter=7";
    assert_eq!(asked(hook, row("WH1")).await.0, format!("POST {} {form}", at("/Webhooks")));
}

#[tokio::test]
async fn the_rest_is_asked_for() {
    let none = || says(200, &json!({}));
    assert_eq!(asked(services::Create::new("Support"), row(IS)).await.0, "POST /Services FriendlyName=Support");
    assert_eq!(asked(services::Fetch::new(IS), row(IS)).await.0, format!("GET /Services/{IS}"));
    assert_eq!(asked(configuration::Fetch::new(), none()).await.0, "GET /Configuration");
    let update =
        configuration::Update::new().default_closed_timer(Duration::from_secs(600)).default_chat_service_sid(IS);
    let form = format!("DefaultChatServiceSid={IS}&DefaultClosedTimer=PT10M");
    assert_eq!(asked(update, none()).await.0, format!("POST /Configuration {form}"));
    let update = configuration::UpdateService::new(IS).reachability_enabled(true).default_conversation_role_sid(RL);
    let form = format!("DefaultConversationRoleSid={RL}&ReachabilityEnabled=true");
    assert_eq!(asked(update, none()).await.0, format!("POST /Services/{IS}/Configuration {form}"));
    let update =
        configuration_webhooks::Update::new().method("POST").target("webhook").filters(vec!["onUserAdded".into()]);
    let form = "Method=POST&Filters=onUserAdded&Target=webhook";
    assert_eq!(asked(update, none()).await.0, format!("POST /Configuration/Webhooks {form}"));
    let fetch = configuration_webhooks::FetchService::new(IS);
    assert_eq!(asked(fetch, none()).await.0, format!("GET /Services/{IS}/Configuration/Webhooks"));
    let create = addresses::Create::new(OURS)
        .address_type("sms")
        .auto_creation_enabled(true)
        .auto_creation_type("studio")
        .auto_creation_studio_retry_count(3_u32);
    let form = "Type=sms&AutoCreation.Enabled=true&AutoCreation.Type=studio&AutoCreation.StudioRetryCount=3\
                &Address=%2B15550100001";
    assert_eq!(asked(create, row("IG1")).await.0, format!("POST /Configuration/Addresses {form}"));
    assert_eq!(asked(addresses::Fetch::new(OURS), row("IG1")).await.0, "GET /Configuration/Addresses/%2B15550100001");
    let create = roles::Create::new()
        .friendly_name("expert")
        .role_type("conversation")
        .permissions(vec!["sendMessage".to_owned(), "leaveConversation".to_owned()]);
    let form = "FriendlyName=expert&Type=conversation&Permission=sendMessage&Permission=leaveConversation";
    assert_eq!(asked(create, row(RL)).await.0, format!("POST /Roles {form}"));
    let create = users::Create::new("ann").role_sid(RL).friendly_name("Ann");
    assert_eq!(asked(create, row("US1")).await.0, format!("POST /Users FriendlyName=Ann&RoleSid={RL}&Identity=ann"));
    let mute = user_conversations::Update::new("ann", CH).notification_level("muted").last_read_message_index(2_u64);
    let form = "NotificationLevel=muted&LastReadMessageIndex=2";
    assert_eq!(asked(mute, none()).await.0, format!("POST /Users/ann/Conversations/{CH} {form}"));
    let leave = user_conversations::Delete::new("ann", CH);
    assert_eq!(asked(leave, raw(204, "")).await.0, format!("DELETE /Users/ann/Conversations/{CH}"));
}

#[tokio::test]
async fn one_client_reaches_every_service_and_says_whether_webhooks_fire() {
    let script = Script::new((0..5).map(|_| row(CH)));
    let mut config = TwilioConfig::new(AC, "token");
    config.conversations_service_sid = Some(IS.into());
    let client = script.provider_of(config).client();
    assert_eq!(client.service(), Some(IS));
    let other = IS.replace('3', "9");
    client.call(conversations::Fetch::new(CH)).await.unwrap();
    client.clone().in_service(&other).unwrap().call(users::Fetch::new("ann")).await.unwrap();
    let loud = client.in_default_service().with_webhooks();
    loud.call(conversations::Update::new(CH).friendly_name("x")).await.unwrap();
    loud.call(conversations::Fetch::new(CH)).await.unwrap();
    loud.call(webhooks::Update::new(CH, "WH1").url("https://x.test/")).await.unwrap();
    let wanted = [
        format!("GET {HOST}/Services/{IS}/Conversations/{CH}"),
        format!("GET {HOST}/Services/{other}/Users/ann"),
        format!("POST {HOST}/Conversations/{CH} FriendlyName=x with webhooks true"),
        format!("GET {HOST}/Conversations/{CH}"),
        format!("POST {HOST}/Conversations/{CH}/Webhooks/WH1 Configuration.Url=https%3A%2F%2Fx.test%2F"),
    ];
    assert_eq!(script.asked(), wanted);
}

#[tokio::test]
async fn whether_a_phone_is_in_a_conversation_is_one_question() {
    let found = |proxy: &str, state: &str, sid: &str| {
        json!({
            "conversation_sid": sid, "conversation_state": state, "participant_sid": "MB1",
            "participant_messaging_binding": { "type": "sms", "address": THEIRS, "proxy_address": proxy },
        })
    };
    let next = format!("{HOST}/ParticipantConversations?Address=%2B15550100777&PageSize=50&PageToken=PT1");
    let first = json!([found("+15550100009", "active", "CH8"), found(OURS, "closed", "CH9")]);
    let script = Script::new([
        listed("conversations", &first, Some(&next)),
        listed("conversations", &json!([found(OURS, "inactive", CH)]), None),
        listed("conversations", &first, None),
    ]);
    let client = client(&script);
    let found: Option<participant_conversations::ParticipantConversation> =
        client.conversation_of(THEIRS, OURS).await.unwrap();
    assert_eq!(found.unwrap().conversation_sid.as_deref(), Some(CH));
    assert!(client.conversation_of(THEIRS, OURS).await.unwrap().is_none());
    let ask = format!("GET {HOST}/ParticipantConversations?Address=%2B15550100777&PageSize=50");
    assert_eq!(script.asked(), [ask.clone(), format!("GET {next}"), ask]);
}

#[tokio::test]
async fn a_field_of_another_type_does_not_undo_what_was_done() {
    let body = json!({
        "sid": CH, "friendly_name": 7, "state": { "now": "active" }, "timers": [], "links": { "messages": null },
        "date_created": 1_450_304_317, "unique_name": "trip-7", "mood": "good",
    });
    let (_, made) = asked(conversations::Create::new(), says(201, &body)).await;
    assert_eq!((made.sid.as_str(), made.unique_name.as_deref()), (CH, Some("trip-7")));
    assert_eq!((made.friendly_name, made.state, made.links), (None, None, None));
    assert_eq!(made.extra["mood"], "good");
    for nonsense in [json!({ "sid": 7 }), json!({}), json!([]), json!("x"), Value::Null] {
        let script = Script::new([says(201, &nonsense)]);
        let error = client(&script).call(conversations::Create::new()).await.unwrap_err();
        assert!(error.may_have_been_sent(), "{nonsense}: {error}");
    }
}
