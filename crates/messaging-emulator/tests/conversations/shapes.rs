//! Every documented field of every resource is there, and of the documented type.

use serde_json::Value;

use crate::bench::{ALICE, Answer, Bench, US};

const SERVICE: &str =
    "account_sid:AC date_created:date date_updated:date friendly_name:text links:links sid:IS url:url";
const CONFIGURATION: &str = "account_sid:AC default_chat_service_sid:IS default_closed_timer:text \
    default_inactive_timer:text default_messaging_service_sid:MG links:links url:url";
const WEBHOOKS: &str =
    "account_sid:AC filters:list method:text post_webhook_url:text pre_webhook_url:text target:text url:url";
const ADDRESS: &str = "account_sid:AC address:text address_country:text auto_creation:object date_created:date \
    date_updated:date friendly_name:text sid:IG type:text url:url";
const SERVICE_CONFIGURATION: &str = "chat_service_sid:IS default_chat_service_role_sid:RL \
    default_conversation_creator_role_sid:RL default_conversation_role_sid:RL links:links reachability_enabled:flag \
    url:url";
const SERVICE_WEBHOOKS: &str =
    "account_sid:AC chat_service_sid:IS filters:list method:text post_webhook_url:url pre_webhook_url:url url:url";
const CONVERSATION: &str = "account_sid:AC attributes:text bindings:object chat_service_sid:IS date_created:date \
    date_updated:date friendly_name:text links:links messaging_service_sid:MG sid:CH state:text timers:object \
    unique_name:text url:url";
const PARTICIPANT: &str = "account_sid:AC attributes:text chat_service_sid:IS conversation_sid:CH date_created:date \
    date_updated:date identity:text last_read_message_index:number last_read_timestamp:date messaging_binding:object \
    role_sid:RL sid:MB url:url";
const MESSAGE: &str = "account_sid:AC attributes:text author:text body:text chat_service_sid:IS content_sid:HX \
    conversation_sid:CH date_created:date date_updated:date delivery:object index:number links:links media:list \
    participant_sid:MB sid:IM url:url";
const RECEIPT: &str = "account_sid:AC channel_message_sid:SM chat_service_sid:IS conversation_sid:CH \
    date_created:date date_updated:date error_code:number message_sid:IM participant_sid:MB sid:DY status:text url:url";
const SCOPED: &str = "account_sid:AC chat_service_sid:IS configuration:object conversation_sid:CH date_created:date \
    date_updated:date sid:WH target:text url:url";
const USER: &str = "account_sid:AC attributes:text chat_service_sid:IS date_created:date date_updated:date \
    friendly_name:text identity:text is_notifiable:flag is_online:flag links:links role_sid:RL sid:US url:url";
const USER_CONVERSATION: &str = "account_sid:AC attributes:text chat_service_sid:IS conversation_sid:CH \
    conversation_state:text created_by:text date_created:date date_updated:date friendly_name:text \
    last_read_message_index:number links:links notification_level:text participant_sid:MB timers:object \
    unique_name:text unread_messages_count:number url:url user_sid:US";
const PARTICIPANT_CONVERSATION: &str = "account_sid:AC chat_service_sid:IS conversation_attributes:text \
    conversation_created_by:text conversation_date_created:date conversation_date_updated:date \
    conversation_friendly_name:text conversation_sid:CH conversation_state:text conversation_timers:object \
    conversation_unique_name:text links:links participant_identity:text participant_messaging_binding:object \
    participant_sid:MB participant_user_sid:US";
const ROLE: &str = "account_sid:AC chat_service_sid:IS date_created:date date_updated:date friendly_name:text \
    permissions:list sid:RL type:text url:url";

fn is(kind: &str, value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    match kind {
        "text" => value.is_string(),
        "number" => value.is_u64(),
        "flag" => value.is_boolean(),
        "list" => value.is_array(),
        "object" => value.is_object(),
        "links" => value.as_object().unwrap().values().all(|link| is("url", link)),
        "url" => text.starts_with("https://"),
        "date" => text.len() == 20 && text.as_bytes()[10] == b'T' && text.ends_with('Z'),
        sid => text.strip_prefix(sid).is_some_and(|hex| hex.len() == 32 && hex.bytes().all(|b| b.is_ascii_hexdigit())),
    }
}

/// Sees that exactly these fields are there; those in `null` may be null, because they are in this case.
fn fits(value: &Value, shape: &str, null: &[&str]) {
    let mut names: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    let expected: Vec<_> = shape.split_whitespace().map(|field| field.split_once(':').unwrap()).collect();
    names.sort_unstable();
    assert_eq!(names, expected.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    for (name, kind) in expected {
        let value = &value[name];
        assert!(is(kind, value) || (value.is_null() && null.contains(&name)), "{name} is no {kind}: {value}");
    }
}

fn first<'a>(page: &'a Answer, key: &str) -> &'a Value {
    &page.body[key][0]
}

#[tokio::test(start_paused = true)]
async fn every_documented_field_is_there_and_of_its_type() {
    for of_service in [true, false] {
        let bench = Bench::new();
        let root = if of_service { bench.service() } else { "/v1".to_owned() };
        bench.post(&format!("{}/Configuration", bench.service()), &[("ReachabilityEnabled", "true")]).await;
        let pairs = [
            ("FriendlyName", "Order"),
            ("UniqueName", "order"),
            ("State", "active"),
            ("Timers.Inactive", "PT1M"),
            ("Timers.Closed", "PT10M"),
            ("Bindings.Email.Address", "help@example.com"),
            ("Bindings.Email.Name", "Help"),
        ];
        let conversation = bench.post(&format!("{root}/Conversations"), &pairs).await;
        assert_eq!(conversation.status, 201);
        fits(&conversation.body, CONVERSATION, &[]);
        let timers = conversation.body["timers"].as_object().unwrap();
        assert!(timers.len() == 2 && timers.values().all(|date| is("date", date)));
        assert_eq!(conversation.body["bindings"]["email"]["address"], "help@example.com");
        let path = format!("{root}/Conversations/{}", conversation.text("/sid"));
        assert_eq!(conversation.text("/url"), format!("https://twilio.test{path}"));
        for link in ["participants", "messages", "webhooks", "export"] {
            assert!(conversation.body["links"][link].is_string(), "{link}");
        }

        let phone = [("MessagingBinding.Address", ALICE), ("MessagingBinding.ProxyAddress", US)];
        let phone = bench.post(&format!("{path}/Participants"), &phone).await;
        fits(&phone.body, PARTICIPANT, &["identity", "last_read_message_index", "last_read_timestamp"]);
        let ann = bench.post(&format!("{path}/Participants"), &[("Identity", "ann")]).await;
        let read = [("LastReadMessageIndex", "0")];
        let ann = bench.post(&format!("{path}/Participants/{}", ann.text("/sid")), &read).await;
        fits(&ann.body, PARTICIPANT, &["messaging_binding"]);

        let message = bench.post(&format!("{path}/Messages"), &[("Author", "ann"), ("Body", "hi")]).await;
        fits(&message.body, MESSAGE, &["media", "content_sid"]);
        bench.wait(5).await;
        let receipts = bench.get(&format!("{path}/Messages/{}/Receipts", message.text("/sid"))).await;
        fits(first(&receipts, "delivery_receipts"), RECEIPT, &[]);

        let pairs = [
            ("Target", "webhook"),
            ("Configuration.Url", "https://a.test"),
            ("Configuration.Filters", "onMessageAdded"),
        ];
        let webhook = bench.post(&format!("{path}/Webhooks"), &pairs).await;
        fits(&webhook.body, SCOPED, &[]);

        let user = bench.post(&format!("{root}/Users/ann"), &[("FriendlyName", "Ann")]).await;
        fits(&user.body, USER, &[]);
        let room = bench.get(&format!("{root}/Users/ann/Conversations/order")).await;
        fits(&room.body, USER_CONVERSATION, &[]);
        let rooms = bench.get(&format!("{root}/ParticipantConversations?Identity=ann")).await;
        let null = ["participant_messaging_binding"];
        fits(first(&rooms, "conversations"), PARTICIPANT_CONVERSATION, &null);
        let rooms = bench.get(&format!("{root}/ParticipantConversations?Address=%2B15550100777")).await;
        let null = ["participant_identity", "participant_user_sid"];
        fits(first(&rooms, "conversations"), PARTICIPANT_CONVERSATION, &null);
        fits(first(&bench.get(&format!("{root}/Roles")).await, "roles"), ROLE, &[]);

        let person = "{\"identity\":\"bob\"}";
        let both = [("Participant", person), ("FriendlyName", "x"), ("UniqueName", "y")];
        let together = bench.post(&format!("{root}/ConversationWithParticipants"), &both).await;
        assert_eq!(together.status, 202);
        fits(&together.body, CONVERSATION, &[]);
    }
}

#[tokio::test(start_paused = true)]
async fn configurations_have_their_fields() {
    let bench = Bench::new();
    fits(&bench.get(&bench.service()).await.body, SERVICE, &[]);
    let timers = [("DefaultInactiveTimer", "PT1M"), ("DefaultClosedTimer", "PT10M")];
    fits(&bench.post("/v1/Configuration", &timers).await.body, CONFIGURATION, &[]);
    let path = format!("{}/Configuration", bench.service());
    fits(&bench.get(&path).await.body, SERVICE_CONFIGURATION, &[]);
    let urls =
        [("PreWebhookUrl", "https://a.test/"), ("PostWebhookUrl", "https://a.test/"), ("Filters", "onUserAdded")];
    fits(&bench.post(&format!("{path}/Webhooks"), &urls).await.body, SERVICE_WEBHOOKS, &[]);
    fits(&bench.post("/v1/Configuration/Webhooks", &urls).await.body, WEBHOOKS, &[]);
    let pairs = [("Type", "sms"), ("Address", US), ("FriendlyName", "Front desk"), ("AddressCountry", "US")];
    fits(&bench.post("/v1/Configuration/Addresses", &pairs).await.body, ADDRESS, &[]);
}

#[tokio::test(start_paused = true)]
async fn every_answer_has_the_headers_of_twilio() {
    let bench = Bench::new();
    for path in ["/v1/Conversations", "/v1/Nothing"] {
        let headers = bench.get(path).await.headers;
        assert!(is("RQ", &headers["twilio-request-id"].to_str().unwrap().into()), "{path}");
        assert_eq!(headers["twilio-concurrent-requests"], "1");
        let seconds: f64 = headers["twilio-request-duration"].to_str().unwrap().parse().unwrap();
        assert!((0.005..=0.051).contains(&seconds), "{seconds}");
    }
    let (first, second) = tokio::join!(bench.get("/v1/Conversations"), bench.get("/v1/Services"));
    let mut counts = [&first, &second].map(|answer| answer.headers["twilio-concurrent-requests"].clone());
    counts.sort();
    assert_eq!(counts, ["1", "2"]);
}
