//! A conversation from its start to its end.

use std::time::Duration;

use messaging_core::{
    ErrorKind, UnixMillis,
    message::{
        AddParticipant, ConversationState, CreateConversation, DeleteConversation, DeleteMessage, EditMessage,
        ParticipantAddress, SetConversationState, Timers, UpdateConversation,
    },
};
use messaging_twilio::{TwilioConfig, conversation, conversation_in_use, direct};
use serde_json::{Value, json};

use crate::scripted::{AC, CH, IS, MG, OURS, SM, Script, THEIRS, listed, raw, refuses, says};

const LIST: &str = "https://conversations.twilio.com/v1/Conversations";

fn one(state: &str) -> Value {
    let date = "2015-12-16T22:18:37Z";
    json!({ "sid": CH, "unique_name": "trip-7", "state": state, "attributes": "{}", "date_created": date })
}

#[tokio::test]
async fn a_conversation_lives_and_ends() {
    let script = Script::new([
        says(201, &one("active")),
        says(200, &one("active")),
        says(200, &one("inactive")),
        says(200, &one("closed")),
        raw(204, ""),
        refuses(400, 50_377, "Conversation is closed"),
    ]);
    let mut config = TwilioConfig::new(AC, "token");
    config.messaging_service_sid = Some(MG.into());
    let client = script.client_of(config);
    let day = Duration::from_secs(86_400);
    let create =
        CreateConversation::named("Trip").with_timers(Timers::default().inactive_after(day / 24).closed_after(day));
    let created = client.call(create).await.unwrap();
    assert_eq!(
        (created.unique_name.as_deref(), created.created_at),
        (Some("trip-7"), Some(UnixMillis(1_450_304_317_000)))
    );
    let attributes = json!({ "a": 1 }).as_object().unwrap().clone();
    let update = UpdateConversation::of(CH).named("Trip 7").with_attributes(attributes);
    let update = update.with_timers(Timers::default().closed_after(day * 7));
    client.call(update).await.unwrap();
    let set = |state| SetConversationState { id: CH.into(), state };
    assert_eq!(client.call(set(ConversationState::Inactive)).await.unwrap().state, ConversationState::Inactive);
    assert_eq!(client.call(set(ConversationState::Closed)).await.unwrap().state, ConversationState::Closed);
    client.call(DeleteConversation { id: CH.into() }).await.unwrap();
    let error = client.call(set(ConversationState::Active)).await.unwrap_err();
    assert_eq!((error.kind(), error.vendor().unwrap().code.as_str()), (ErrorKind::Invalid, "50377"));
    let wanted = [
        format!(
            "POST {LIST} FriendlyName=Trip&MessagingServiceSid={MG}&State=active&Timers.Inactive=PT1H&Timers.Closed=P1D"
        ),
        format!("POST {LIST}/{CH} FriendlyName=Trip+7&Attributes=%7B%22a%22%3A1%7D&Timers.Closed=P7D"),
        format!("POST {LIST}/{CH} State=inactive"),
        format!("POST {LIST}/{CH} State=closed"),
        format!("DELETE {LIST}/{CH}"),
        format!("POST {LIST}/{CH} State=active"),
    ];
    assert_eq!(script.asked(), wanted);
}

#[tokio::test]
async fn what_has_the_unique_name_already_is_adopted() {
    let taken = || refuses(409, 50_353, "Conversation with provided unique name already exists");
    let script = Script::new([taken(), says(200, &one("inactive")), taken()]);
    let client = script.client();
    let found = client.call(CreateConversation::named("Trip").unique("trip-7")).await.unwrap();
    assert_eq!((found.id.as_str(), found.state), (CH, ConversationState::Inactive));
    let nameless = client.call(CreateConversation::named("Trip")).await.unwrap_err();
    assert_eq!(nameless.vendor().unwrap().code, "50353");
    let create = format!("POST {LIST} FriendlyName=Trip");
    assert_eq!(script.asked(), [format!("{create}&UniqueName=trip-7"), format!("GET {LIST}/trip-7"), create]);
}

#[tokio::test]
async fn who_is_there_already_is_adopted_and_who_is_elsewhere_is_told_of() {
    let bound = |sid: &str| {
        refuses(
            409,
            50_416,
            &format!("A binding for this participant and proxy address already exists in Conversation {sid}"),
        )
    };
    let binding = |address: &str| json!({ "type": "sms", "address": address, "proxy_address": OURS });
    let people = json!([
        { "sid": "MB1", "messaging_binding": binding("+15550100778") },
        { "sid": "MB2", "messaging_binding": binding(THEIRS) },
    ]);
    let elsewhere = CH.replace('2', "9");
    let script = Script::new([
        bound(CH),
        listed("participants", &people, None),
        bound(&elsewhere),
        refuses(409, 50_433, "Participant already exists"),
        says(200, &json!({ "sid": "MB3", "identity": "ann", "messaging_binding": { "projected_address": OURS } })),
    ]);
    let client = script.client();
    let add = || AddParticipant::address(CH, THEIRS, OURS);
    assert_eq!(client.call(add()).await.unwrap().id.as_str(), "MB2");
    let error = client.call(add()).await.unwrap_err();
    assert_eq!(conversation_in_use(&error), Some(conversation(elsewhere)));
    let ann = client.call(AddParticipant::projected(CH, "ann", OURS)).await.unwrap();
    assert_eq!(ann.address, ParticipantAddress::Projected { identity: "ann".into(), address: OURS.into() });
    let asked = script.asked();
    assert_eq!(
        asked[3],
        format!(
            "POST {LIST}/{CH}/Participants Identity=ann&MessagingBinding.ProjectedAddress=%2B15550100001 with webhooks true"
        )
    );
    assert_eq!(asked[4], format!("GET {LIST}/{CH}/Participants/ann"));
}

#[tokio::test]
async fn messages_are_edited_and_deleted() {
    let script = Script::new([says(200, &json!({ "sid": "IM1" })), raw(204, ""), raw(204, "")]);
    let mut config = TwilioConfig::new(AC, "token");
    config.conversations_service_sid = Some(IS.into());
    let client = script.client_of(config);
    let edit = |place| EditMessage { conversation: place, id: "IM1".into(), content: "new *words*".into() };
    client.edit(edit(conversation(CH))).await.unwrap();
    assert_eq!(client.edit(edit(direct(OURS, THEIRS))).await.unwrap_err().kind(), ErrorKind::Unsupported);
    client.call(DeleteMessage { conversation: conversation(CH), id: "IM1".into() }).await.unwrap();
    client.call(DeleteMessage { conversation: direct(OURS, THEIRS), id: SM.into() }).await.unwrap();
    let path = format!("https://conversations.twilio.com/v1/Services/{IS}/Conversations/{CH}/Messages/IM1");
    let wanted = [
        format!("POST {path} Body=new+words"),
        format!("DELETE {path}"),
        format!("DELETE https://api.twilio.com/2010-04-01/Accounts/{AC}/Messages/{SM}.json"),
    ];
    assert_eq!(script.asked(), wanted);
}

#[tokio::test]
async fn a_conversation_by_its_unique_name_is_the_same_one() {
    let words = format!("A binding for this participant and proxy address already exists in Conversation {CH}");
    let binding = json!({ "type": "sms", "address": THEIRS, "proxy_address": OURS });
    let script = Script::new([
        refuses(409, 50_416, &words),
        says(200, &one("active")),
        listed("participants", &json!([{ "sid": "MB2", "messaging_binding": binding }]), None),
    ]);
    let tom = script.client().call(AddParticipant::address("trip-7", THEIRS, OURS)).await.unwrap();
    assert_eq!((tom.id.as_str(), script.asked()[1].clone()), ("MB2", format!("GET {LIST}/trip-7")));
}

#[tokio::test]
async fn closing_it_twice_closes_it() {
    let refused = || refuses(400, 50_377, "Conversation is closed");
    let script = Script::new([refused(), says(200, &one("closed")), refused(), says(200, &one("active"))]);
    let close = || SetConversationState { id: CH.into(), state: ConversationState::Closed };
    let client = script.client();
    assert_eq!(client.call(close()).await.unwrap().state, ConversationState::Closed);
    assert_eq!(client.call(close()).await.unwrap_err().vendor().unwrap().code, "50377");
    script.asked();
}
