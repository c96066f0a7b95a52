use messaging_core::{
    ErrorKind, Reached,
    message::{
        AddParticipant, ConversationState, CreateConversation, FetchConversation, ListConversations, ListParticipants,
        ParticipantAddress,
    },
};
use messaging_twilio::{TwilioConfig, conversation};
use serde_json::{Value, json};

use crate::scripted::{AC, CH, IS, Script, listed, refuses, says};

fn one() -> Value {
    json!({
        "sid": CH, "account_sid": AC, "chat_service_sid": IS, "friendly_name": "Room", "unique_name": "room-7",
        "attributes": "{\"topic\":\"é\"}", "state": "inactive", "timers": {}, "bindings": {},
    })
}

#[tokio::test]
async fn a_conversation_is_created_and_fetched() {
    let script = Script::new([says(201, &one()), says(200, &one())]);
    let client = script.client();
    let attributes = json!({ "topic": "é" }).as_object().unwrap().clone();
    let create = CreateConversation::named("Room 7").unique("room-7").with_attributes(attributes.clone());
    let created = client.call(create).await.unwrap();
    assert_eq!((created.id.as_str(), &created.reference), (CH, &conversation(CH)));
    assert_eq!((created.name.as_deref(), &created.state), (Some("Room"), &ConversationState::Inactive));
    assert_eq!(created.attributes, attributes);
    assert_eq!(client.call(FetchConversation { id: "room 7/b".into() }).await.unwrap(), created);
    let wanted = [
        "POST https://conversations.twilio.com/v1/Conversations \
         FriendlyName=Room+7&UniqueName=room-7&Attributes=%7B%22topic%22%3A%22%C3%A9%22%7D",
        "GET https://conversations.twilio.com/v1/Conversations/room%207%2Fb",
    ];
    assert_eq!(script.asked(), wanted);
}

#[tokio::test]
async fn a_list_is_followed_where_twilio_leads() {
    let next = format!("https://conversations.twilio.com/v1/Services/{IS}/Conversations?PageSize=1&PageToken=PT%2B1");
    let script =
        Script::new([listed("conversations", &json!([one()]), Some(&next)), listed("conversations", &json!([]), None)]);
    let mut config = TwilioConfig::new(AC, "token");
    config.conversations_service_sid = Some(IS.into());
    let client = script.client_of(config);
    let mut list = ListConversations::default();
    list.limit = Some(1);
    let page = client.call(list).await.unwrap();
    assert_eq!((page.items.len(), page.next.as_deref()), (1, Some(next.as_str())));
    let mut list = ListConversations::default();
    list.cursor = page.next;
    let last = client.call(list).await.unwrap();
    assert!(last.items.is_empty() && last.next.is_none());
    let first = format!("GET https://conversations.twilio.com/v1/Services/{IS}/Conversations?PageSize=1");
    assert_eq!(script.asked(), [first, format!("GET {next}")]);
}

#[tokio::test]
async fn a_cursor_leads_nowhere_else() {
    let client = Script::default().client();
    for cursor in [
        "https://evil.test/v1/Conversations?PageToken=1",
        "https://conversations.twilio.com@evil.test/v1/Conversations",
        "https://conversations.twilio.com/v1/Conversations/CH1/Participants",
        "page 2",
    ] {
        let mut list = ListConversations::default();
        list.cursor = Some(cursor.into());
        let error = client.call(list).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent), "{cursor}");
    }
}

#[tokio::test]
async fn participants_join_by_name_or_by_number() {
    let by_name = json!({ "sid": "MB1", "identity": "ann", "messaging_binding": null, "role_sid": "RL1" });
    let binding = json!({ "type": "sms", "address": "+15550100777", "proxy_address": "+15550100001" });
    let by_number = json!({ "sid": "MB2", "identity": null, "messaging_binding": binding, "attributes": "{\"a\":1}" });
    let script = Script::new([
        says(201, &by_name),
        says(201, &by_number),
        says(201, &by_number),
        listed("participants", &json!([by_name, by_number]), None),
    ]);
    let mut config = TwilioConfig::new(AC, "token");
    config.phone_number = Some("+15550100001".into());
    let client = script.client_of(config);
    let ann = client.call(AddParticipant::identity(CH, "ann")).await.unwrap();
    assert_eq!((&ann.address, ann.role.as_deref()), (&ParticipantAddress::Identity("ann".into()), Some("RL1")));
    let mut add = AddParticipant::address(CH, "+15550100777", "+15550100001");
    add.attributes.insert("a".into(), json!(1));
    let caller = client.call(add).await.unwrap();
    let address = ParticipantAddress::Address { address: "+15550100777".into(), proxy: "+15550100001".into() };
    assert_eq!((&caller.address, &caller.attributes["a"]), (&address, &json!(1)));
    client.call(AddParticipant::address(CH, "whatsapp:+15550100777", "")).await.unwrap();
    let all = client.call(ListParticipants::of(CH)).await.unwrap();
    assert_eq!(all.items, [ann, caller]);
    let path = format!("https://conversations.twilio.com/v1/Conversations/{CH}/Participants");
    let address = "MessagingBinding.Address=%2B15550100777&MessagingBinding.ProxyAddress=%2B15550100001";
    let wanted = [
        format!("POST {path} Identity=ann with webhooks true"),
        format!("POST {path} {address}&Attributes=%7B%22a%22%3A1%7D with webhooks true"),
        format!(
            "POST {path} {} with webhooks true",
            address.replace('%', "whatsapp%3A%").replace("whatsapp%3A%2C", "%2C")
        ),
        format!("GET {path}"),
    ];
    assert_eq!(script.asked(), wanted);
}

#[tokio::test]
async fn a_number_that_is_taken_is_told_in_twilio_s_words() {
    let words = "A binding for this participant and proxy address already exists in Conversation CH1";
    let script = Script::new([refuses(409, 50416, words)]);
    let error = script.client().call(AddParticipant::address(CH, "+1", "+2")).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::Answered));
    assert_eq!(error.vendor().unwrap().message, words);
    let nameless = script.client().call(AddParticipant::address(CH, "+1", "")).await.unwrap_err();
    assert!(nameless.to_string().contains("phone_number"), "{nameless}");
}
