//! What Twilio is certain to refuse is refused before it is sent, by the name of the parameter.

use std::time::Duration;

use messaging_core::{ErrorKind, Reached};
use messaging_twilio::{
    TwilioConfig,
    client::{
        Call, address_configurations as addresses, configuration, conversation_with_participants, conversations,
        messages, participant_conversations, participants, roles, users, webhooks,
    },
};
use serde_json::json;

use crate::scripted::{AC, CH, Script};

async fn refused<C: Call>(call: C, parameter: &str) {
    let client = Script::default().provider_of(TwilioConfig::new(AC, "token")).client();
    let error = client.call(call).await.err().unwrap();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent), "{parameter}: {error}");
    assert!(error.to_string().starts_with(&format!("`{parameter}`")), "{parameter}: {error}");
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[tokio::test]
async fn of_a_conversation() {
    let new = conversations::Create::new;
    refused(new().friendly_name("x".repeat(257)), "FriendlyName").await;
    refused(new().attributes("{"), "Attributes").await;
    refused(new().attributes(json!({ "a": "x".repeat(16_384) })), "Attributes").await;
    refused(new().messaging_service_sid("IS1"), "MessagingServiceSid").await;
    refused(new().state("active").timers_inactive(seconds(59)), "Timers.Inactive").await;
    refused(new().state("active").timers_closed(seconds(599)), "Timers.Closed").await;
    refused(new().timers_closed(seconds(600)), "State").await;
    refused(new().state("closed"), "State").await;
    refused(new().unique_name(CH), "UniqueName").await;
    refused(conversations::Update::new(CH).timers_inactive(seconds(0)), "Timers.Inactive").await;
    refused(configuration::Update::new().default_closed_timer(seconds(1)), "DefaultClosedTimer").await;
    let eleven = (0..11).fold(conversation_with_participants::Create::new(), |create, n| {
        create.with(participants::Create::new("").identity(format!("p{n}")))
    });
    refused(eleven, "Participant").await;
    let nobody = conversation_with_participants::Create::new().with(participants::Create::new(""));
    refused(nobody, "Identity").await;
}

#[tokio::test]
async fn of_a_participant() {
    let new = || participants::Create::new(CH);
    refused(new(), "Identity").await;
    refused(new().identity("ann").messaging_binding_address("+1555"), "Identity").await;
    refused(new().identity("x".repeat(257)), "Identity").await;
    refused(new().identity("ann").messaging_binding_proxy_address("+1555"), "MessagingBinding.ProxyAddress").await;
    let same = new().messaging_binding_address("+1555").messaging_binding_proxy_address("+1555");
    refused(same, "MessagingBinding.ProxyAddress").await;
    let projected = new().messaging_binding_address("+1555").messaging_binding_projected_address("+1556");
    refused(projected, "MessagingBinding.ProjectedAddress").await;
    refused(new().identity("ann").role_sid("admin"), "RoleSid").await;
    refused(new().identity("ann").attributes(json!({ "a": "x".repeat(4_096) })), "Attributes").await;
    refused(users::Create::new(""), "Identity").await;
    refused(users::Update::new("ann").role_sid("RL1"), "RoleSid").await;
}

#[tokio::test]
async fn of_a_message() {
    let hx = "HX00000000000000000000000000000001";
    let new = || messages::Create::new(CH);
    refused(new().content_variables(json!({ "1": "x" })), "ContentVariables").await;
    let template = || new().content_sid(hx);
    refused(template().content_variables("{"), "ContentVariables").await;
    refused(template().content_variables(json!(["x"])), "ContentVariables").await;
    refused(template().content_variables(json!({ "x".repeat(17): "x" })), "ContentVariables").await;
    refused(template().content_variables(json!({ "1": "x".repeat(257) })), "ContentVariables").await;
    let many: serde_json::Map<_, _> = (0..200).map(|n| (n.to_string(), json!("x".repeat(200)))).collect();
    refused(template().content_variables(many), "ContentVariables").await;
    refused(new().content_sid("HX1"), "ContentSid").await;
    refused(new().media_sid("x"), "MediaSid").await;
    refused(new().body("x").subject("x".repeat(257)), "Subject").await;
    refused(new().body("x").attributes("x"), "Attributes").await;
    refused(new().body("é".repeat(16_385)), "Body").await;
    refused(messages::Update::new(CH, "IM1").body("x".repeat(32_769)), "Body").await;
}

#[tokio::test]
async fn of_the_rest() {
    refused(webhooks::Create::new(CH), "Target").await;
    refused(webhooks::Create::new(CH).target("trigger"), "Configuration.Url").await;
    refused(webhooks::Create::new(CH).target("studio"), "Configuration.FlowSid").await;
    refused(webhooks::Update::new(CH, "WH1").flow_sid("x"), "Configuration.FlowSid").await;
    refused(roles::Create::new().friendly_name("x").role_type("service"), "Permission").await;
    refused(roles::Create::new().friendly_name("x".repeat(65)), "FriendlyName").await;
    refused(addresses::Create::new("+1555"), "Type").await;
    refused(addresses::Create::new("").address_type("sms"), "Address").await;
    let client = Script::default().provider_of(TwilioConfig::new(AC, "token")).client();
    for list in [
        participant_conversations::List::new(),
        participant_conversations::List::new().identity("a").address("+1"),
        participant_conversations::List::new().identity("a").page_size(51_u32),
    ] {
        assert_eq!(client.page(&list, None).await.unwrap_err().reached(), Reached::NotSent);
    }
    assert!(client.page(&webhooks::List::new(CH).page_size(6_u32), None).await.is_err());
    assert!(client.page(&conversations::List::new().page_size(0_u32), None).await.is_err());
    assert!(client.clone().in_service("canary").is_err() && client.media("x").await.is_err());
}
