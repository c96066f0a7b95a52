use messaging_core::{
    Context, Error, ErrorKind, Place, Reached, SendMessage,
    message::{Content, Media},
};
use messaging_twilio::{TwilioConfig, conversation, direct};
use serde_json::json;

use crate::scripted::{AC, CH, IS, MG, OURS, SK, SM, Script, THEIRS, raw, says};

fn with_intent(intent: &str) -> Context {
    let mut context = Context::default();
    context.intent = Some(intent.into());
    context
}

fn accepted() -> Script {
    Script::new([says(201, &json!({ "sid": SM, "status": "queued" }))])
}

async fn refused(place: Place, content: Content) -> Error {
    let error = Script::default().client().send(SendMessage::new(place, content)).await.unwrap_err();
    assert_eq!(error.reached(), Reached::NotSent, "{error}");
    error
}

#[tokio::test]
async fn a_text_is_a_form() {
    let script = accepted();
    let receipt = script.client().send(SendMessage::new(direct(OURS, THEIRS), "1 + 1 & é 🎉")).await.unwrap();
    assert_eq!(receipt.id().unwrap().as_str(), SM);
    let wanted = format!(
        "POST https://api.twilio.com/2010-04-01/Accounts/{AC}/Messages.json \
         To=%2B15550100777&From=%2B15550100001&Body=1+%2B+1+%26+%C3%A9+%F0%9F%8E%89"
    );
    assert_eq!(script.asked(), [wanted]);
    assert_eq!(script.callers(), [format!("{AC}:token")]);
}

#[tokio::test]
async fn whatsapp_with_files_and_a_callback_goes_to_the_given_base_as_the_key() {
    let script = accepted();
    let mut config = TwilioConfig::new(AC, "token");
    config.base_url = Some("http://127.0.0.1:7402/".into());
    config.webhook_url = Some("https://bot.example.com/webhooks/twilio#rc=2".into());
    config.api_key = Some(SK.into());
    config.api_secret = Some(messaging_core::Secret::new("s3cret"));
    let mut content = Content::text("");
    content.media = vec![Media::at("https://x.test/a.png?b=c"), Media::at("https://x.test/2")];
    let place: Place = "direct:whatsapp%3A+15550100001,whatsapp%3A+15550100777".parse().unwrap();
    let send = SendMessage::new(place, content);
    script.client_of(config).call_in(with_intent("run-7/1"), send).await.unwrap();
    let wanted = format!(
        "POST http://127.0.0.1:7402/2010-04-01/Accounts/{AC}/Messages.json \
         To=whatsapp%3A%2B15550100777&From=whatsapp%3A%2B15550100001\
         &MediaUrl=https%3A%2F%2Fx.test%2Fa.png%3Fb%3Dc&MediaUrl=https%3A%2F%2Fx.test%2F2\
         &StatusCallback=https%3A%2F%2Fbot.example.com%2Fwebhooks%2Ftwilio%3Fmid%3Drun-7%252F1%23rc%3D2"
    );
    assert_eq!(script.asked(), [wanted]);
    assert_eq!(script.callers(), [format!("{SK}:s3cret")]);
}

#[tokio::test]
async fn a_messaging_service_picks_the_sender_and_a_template_the_words() {
    let script = accepted();
    let mut content = Content::text("fallback");
    content.native = Some(json!({ "ContentSid": "HX1", "ContentVariables": { "1": "Ann" } }));
    script.client().send(SendMessage::new(direct(MG, THEIRS), content)).await.unwrap();
    let wanted = format!(
        "POST https://api.twilio.com/2010-04-01/Accounts/{AC}/Messages.json \
         ContentSid=HX1&ContentVariables=%7B%221%22%3A%22Ann%22%7D&To=%2B15550100777&MessagingServiceSid={MG}"
    );
    assert_eq!(script.asked(), [wanted]);
}

#[tokio::test]
async fn a_conversation_s_message_carries_our_mark_in_its_attributes() {
    let script = accepted();
    let attributes = json!({ "from": "é", "mid": "stale" }).as_object().unwrap().clone();
    let send = SendMessage::new(conversation(CH), "hi").with_attributes(attributes);
    script.client().call_in(with_intent("run-7/1"), send).await.unwrap();
    let wanted = format!(
        "POST https://conversations.twilio.com/v1/Conversations/{CH}/Messages \
         Author=assistant&Body=hi&Attributes=%7B%22from%22%3A%22%C3%A9%22%2C%22mid%22%3A%22run-7%2F1%22%7D"
    );
    assert_eq!(script.asked(), [wanted]);
}

#[tokio::test]
async fn a_conversation_is_in_its_service_and_says_who_writes() {
    let script = Script::new([says(201, &json!({ "sid": "IM1" })), says(201, &json!({ "sid": "IM2" }))]);
    let mut config = TwilioConfig::new(AC, "token");
    config.conversations_service_sid = Some(IS.into());
    config.author = "bot".into();
    let client = script.client_of(config);
    client.send(SendMessage::new(conversation(CH), "hi")).await.unwrap();
    let mut content = Content::text("see");
    content.media =
        vec![Media::at("https://mcs.us1.twilio.com/v1/Services/IS1/Media/ME00000000000000000000000000000001")];
    content.media.push(Media::at("https://x.test/a.png"));
    client.send(SendMessage::new(conversation(CH), content).by("ann")).await.unwrap();
    let path = format!("POST https://conversations.twilio.com/v1/Services/{IS}/Conversations/{CH}/Messages");
    let wanted = [
        format!("{path} Author=bot&Body=hi"),
        format!(
            "{path} Author=ann&Body=see%0Ahttps%3A%2F%2Fx.test%2Fa.png&MediaSid=ME00000000000000000000000000000001"
        ),
    ];
    assert_eq!(script.asked(), wanted);
}

#[tokio::test]
async fn what_cannot_be_sent_leaves_nothing() {
    let elsewhere = refused(Place::new("channel", ["T1", "C1"]), "hi".into()).await;
    assert_eq!(elsewhere.kind(), ErrorKind::Invalid);
    assert!(elsewhere.to_string().contains("direct:{ours},{theirs}"), "{elsewhere}");
    assert_eq!(refused(conversation(".."), "hi".into()).await.kind(), ErrorKind::Invalid);
    assert_eq!(refused(direct(OURS, THEIRS), "x".repeat(1_601).into()).await.kind(), ErrorKind::Invalid);
    let uploaded = Media::at("twilio-media:ME00000000000000000000000000000001");
    let mut files = Content::text("see");
    files.media = vec![uploaded.clone(), uploaded];
    assert_eq!(refused(conversation(CH), files).await.kind(), ErrorKind::Unsupported);
    for native in [json!({ "To": "+1" }), json!({ "StatusCallback": "https://x.test" }), json!("text")] {
        let mut content = Content::text("hi");
        content.native = Some(native);
        assert_eq!(refused(direct(OURS, THEIRS), content).await.kind(), ErrorKind::Invalid);
    }
}

#[tokio::test]
async fn an_answer_without_a_sid_leaves_doubt() {
    for answer in [raw(201, ""), raw(201, "<html>"), says(201, &json!({ "sid": "" })), says(200, &json!([1]))] {
        let script = Script::new([answer]);
        let error = script.client().send(SendMessage::new(direct(OURS, THEIRS), "hi")).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Unexpected, Reached::MaybeSent), "{error}");
        assert_eq!(script.asked().len(), 1);
    }
}
