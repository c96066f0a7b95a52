//! Files of conversations: to and from the media service.

use messaging_core::{
    ErrorKind, SendMessage,
    message::{Content, FetchMedia, Media, MediaFile, UploadMedia},
};
use messaging_twilio::{TwilioConfig, conversation, direct};
use serde_json::{Value, json};

use crate::scripted::{AC, CH, IS, OURS, Script, THEIRS, raw, says};

const ME: &str = "ME00000000000000000000000000000001";
const MCS: &str = "https://mcs.us1.twilio.com/v1/Services";

fn kept(links: &Value) -> Value {
    json!({
        "sid": ME, "service_sid": IS, "channel_sid": null, "message_sid": null, "size": 5, "content_type": "image/png",
        "filename": "a b.png", "author": null, "category": "media", "is_multipart_upstream": false,
        "date_created": "2015-12-16T22:18:37Z", "url": "u", "links": links,
    })
}

fn in_service() -> TwilioConfig {
    let mut config = TwilioConfig::new(AC, "token");
    config.conversations_service_sid = Some(IS.into());
    config
}

#[tokio::test]
async fn a_file_is_uploaded_and_sent() {
    let script = Script::new([says(201, &kept(&json!({}))), says(201, &json!({ "sid": "IM1" }))]);
    let client = script.client_of(in_service());
    let file = MediaFile::new("image/png", &b"12345"[..]).named("a b.png");
    let media = client.call(UploadMedia { conversation: conversation(CH), file }).await.unwrap();
    assert_eq!(media.url, format!("{MCS}/{IS}/Media/{ME}"));
    assert_eq!((media.content_type.as_deref(), media.name.as_deref()), (Some("image/png"), Some("a b.png")));
    let mut content = Content::text("look");
    content.media.push(media);
    client.send(SendMessage::new(conversation(CH), content)).await.unwrap();
    let asked = script.asked();
    assert_eq!(asked[0], format!("POST {MCS}/{IS}/Media?Category=media&Filename=a+b.png image/png, 5 bytes"));
    assert!(asked[1].ends_with(&format!("Author=assistant&Body=look&MediaSid={ME}")), "{}", asked[1]);
}

#[tokio::test]
async fn the_service_is_found_where_nobody_names_it() {
    let script = Script::new([
        says(200, &json!({ "sid": CH, "chat_service_sid": IS })),
        says(201, &kept(&json!({}))),
        says(200, &json!({ "default_chat_service_sid": IS })),
        says(200, &kept(&json!({ "content_direct_temporary": "https://media.us1.twilio.com/x?sig=1" }))),
        raw(200, "12345"),
    ]);
    let client = script.client();
    let file = MediaFile::new("image/png", &b"12345"[..]);
    client.call(UploadMedia { conversation: conversation(CH), file: file.clone() }).await.unwrap();
    let found = client.call(FetchMedia::of(Media::at(format!("twilio-media:{ME}")))).await.unwrap();
    assert_eq!(found, file.named("a b.png"));
    let wanted = [
        format!("GET https://conversations.twilio.com/v1/Conversations/{CH}"),
        format!("POST {MCS}/{IS}/Media?Category=media image/png, 5 bytes"),
        "GET https://conversations.twilio.com/v1/Configuration".to_owned(),
        format!("GET {MCS}/{IS}/Media/{ME}"),
        "GET https://media.us1.twilio.com/x?sig=1".to_owned(),
    ];
    assert_eq!(script.asked(), wanted);
    assert_eq!(script.callers()[3..], [format!("{AC}:token"), "nobody".to_owned()]);
}

#[tokio::test]
async fn a_file_is_fetched_from_where_twilio_keeps_it_only() {
    let direct_link = |link: &str| says(200, &kept(&json!({ "content_direct_temporary": link })));
    let fetch = || FetchMedia::of(Media::at(format!("{MCS}/{IS}/Media/{ME}")));
    for elsewhere in ["https://evil.test/x", "http://media.us1.twilio.com/x", "https://169.254.169.254/"] {
        let script = Script::new([direct_link(elsewhere)]);
        let error = script.client().call(fetch()).await.unwrap_err();
        assert_eq!((error.kind(), script.asked().len()), (ErrorKind::Invalid, 1), "{elsewhere}");
    }
    let script = Script::new([
        says(200, &kept(&json!({ "content": format!("/v1/Services/{IS}/Media/{ME}/Content") }))),
        raw(200, "12345"),
    ]);
    script.client().call(fetch()).await.unwrap();
    assert_eq!(script.asked()[1], format!("GET {MCS}/{IS}/Media/{ME}/Content"));
    assert_eq!(script.callers()[1], format!("{AC}:token"));
    let script = Script::new([direct_link("https://media.us1.twilio.com/x")]);
    let error = script.client().call(fetch().at_most(4)).await.unwrap_err();
    assert!(error.to_string().contains("5 bytes") && script.asked().len() == 1, "{error}");
    let script = Script::new([direct_link("https://media.us1.twilio.com/x"), raw(200, "123456")]);
    let error = script.client().call(fetch().at_most(5)).await.unwrap_err();
    assert!(error.to_string().contains("6 bytes"), "{error}");
}

#[tokio::test]
async fn what_cannot_be_uploaded_is_refused() {
    let client = Script::default().client_of(in_service());
    let upload = |place, kind: &str| UploadMedia { conversation: place, file: MediaFile::new(kind, &b"x"[..]) };
    let error = client.call(upload(direct(OURS, THEIRS), "image/png")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    for kind in ["", "png", "image/png\r\nx: y"] {
        let error = client.call(upload(conversation(CH), kind)).await.unwrap_err();
        assert!(error.kind() == ErrorKind::Invalid && error.to_string().contains("Content-Type"), "{error}");
    }
}
