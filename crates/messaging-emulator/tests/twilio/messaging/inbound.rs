use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::Request;
use serde_json::json;
use tower::ServiceExt;

use crate::bench::{ALICE, Bench, US};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n not really";

#[tokio::test(start_paused = true)]
async fn a_file_is_fetched_behind_a_password_and_then_without_one() {
    let bench = Bench::live(|_| {});
    let media = json!([
        { "content_type": "image/png", "base64": STANDARD.encode(PNG), "filename": "cat.png" },
        { "content_type": "application/pdf", "url": "https://files.test/a.pdf" },
    ]);
    let answer =
        bench.side("POST", "people/messages?wait=1", &json!({ "from": ALICE, "text": "look", "media": media })).await;
    let sid = answer.text("/id");
    assert!(sid.starts_with("MM"), "{}", answer.body);
    let told = bench.heard().remove(0);
    for (name, value) in [
        ("NumMedia", "2"),
        ("NumSegments", "1"),
        ("MediaContentType0", "image/png"),
        ("MediaContentType1", "application/pdf"),
    ] {
        assert_eq!(told.get(name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(told.headers["x-twilio-signature"], told.signature(&bench.settings.auth_token));
    let url = told.get("MediaUrl0").unwrap();
    let account = &bench.settings.account_sid;
    assert!(
        url.starts_with(&format!("https://twilio.test/2010-04-01/Accounts/{account}/Messages/{sid}/Media/ME")),
        "{url}"
    );
    let naked = Request::get(&url).body(Bytes::new()).unwrap();
    assert_eq!(bench.try_send(naked).await.unwrap().code(), (401, 20_003));
    let found = bench.get(&url).await;
    assert_eq!(found.status, 307);
    let temporary = found.headers["location"].to_str().unwrap().to_owned();
    let fetch = || bench.twilio.api().oneshot(Request::get(&temporary).body(Bytes::new()).unwrap());
    let file = fetch().await.unwrap();
    assert_eq!((file.headers()["content-type"].to_str().unwrap(), file.body().as_ref()), ("image/png", PNG));
    bench.wait(301).await;
    assert_eq!(fetch().await.unwrap().status(), 404);
    let elsewhere = bench.get(&told.get("MediaUrl1").unwrap()).await;
    assert_eq!(elsewhere.headers["location"], "https://files.test/a.pdf");
    let fetched = bench.get(&format!("/2010-04-01/Accounts/{account}/Messages/{sid}.json")).await;
    assert_eq!((fetched.text("/num_media"), fetched.text("/direction")), ("2".into(), "inbound".into()));
    assert_eq!(bench.screens()[0].2, "look\n[cat.png]\nhttps://files.test/a.pdf");
}

#[tokio::test(start_paused = true)]
async fn a_file_goes_into_a_conversation() {
    let bench = Bench::live(|_| {});
    let path = bench.conversation().await;
    let media = json!([{ "content_type": "image/png", "base64": STANDARD.encode(PNG), "filename": "cat.png" }]);
    bench.side("POST", "people/messages?wait=1", &json!({ "from": ALICE, "media": media })).await;
    let told = bench.events("onMessageAdded").remove(0);
    let files: serde_json::Value = serde_json::from_str(&told.get("Media").unwrap()).unwrap();
    assert_eq!(files[0]["ContentType"], "image/png");
    assert_eq!((files[0]["Filename"].as_str(), files[0]["Size"].as_u64()), (Some("cat.png"), Some(PNG.len() as u64)));
    let posted = bench.get(&format!("{path}/Messages")).await;
    assert_eq!(posted.body["messages"][0]["media"][0]["sid"], files[0]["MediaSid"]);
    let root = path.split("/Conversations").next().unwrap();
    let upload = bench.get(&format!("{root}/Media/{}", files[0]["MediaSid"].as_str().unwrap())).await;
    assert_eq!((upload.text("/content_type"), upload.text("/filename")), ("image/png".into(), "cat.png".into()));
}

#[tokio::test(start_paused = true)]
async fn channels_tell_more_than_texts() {
    for (fields, kind) in [
        (json!({ "ButtonText": "Yes", "ButtonPayload": "yes" }), "button"),
        (json!({ "ListId": "1", "ListTitle": "First" }), "interactive"),
        (json!({ "Latitude": "37.78", "Longitude": "-122.41", "Address": "Here", "Label": "Home" }), "location"),
        (
            json!({ "ReferralSourceUrl": "https://fb.test/ad", "ReferralHeadline": "Buy", "ReferralNumMedia": "1" }),
            "text",
        ),
        (json!({ "OriginalRepliedMessageSid": "SM1", "OriginalRepliedMessageSender": OURS }), "text"),
        (json!({ "Forwarded": "true" }), "text"),
        (json!({ "MessageType": "contacts" }), "contacts"),
    ] {
        let bench = Bench::live(|_| {});
        let body = json!({ "from": ALICE, "channel": "whatsapp", "text": "hi", "name": "Ann", "fields": fields });
        bench.side("POST", "people/messages?wait=1", &body).await;
        let told = bench.heard().remove(0);
        assert_eq!(told.get("MessageType").as_deref(), Some(kind));
        for (name, value) in fields.as_object().unwrap() {
            assert_eq!(told.get(name).as_deref(), value.as_str(), "{name}");
            assert_eq!(told.pairs().iter().filter(|(other, _)| other == name).count(), 1, "{name}");
        }
        assert_eq!((told.get("ProfileName"), told.get("WaId")), (Some("Ann".into()), Some("15550100777".into())));
        assert_eq!(told.headers["x-twilio-signature"], told.signature(&bench.settings.auth_token));
    }
}

const OURS: &str = "whatsapp:+15550100001";

#[tokio::test(start_paused = true)]
async fn somebody_may_have_no_number() {
    let bench = Bench::live(|_| {});
    let fields = json!({ "From": "whatsapp:CO.448123", "ExternalUserId": "whatsapp:CO.448123", "WaId": "" });
    bench
        .side(
            "POST",
            "people/messages?wait=1",
            &json!({ "from": ALICE, "channel": "whatsapp", "text": "hi", "fields": fields }),
        )
        .await;
    let told = bench.heard().remove(0);
    assert_eq!(
        (told.get("From"), told.get("ExternalUserId")),
        (Some("whatsapp:CO.448123".into()), Some("whatsapp:CO.448123".into()))
    );
}

#[tokio::test(start_paused = true)]
async fn one_message_may_be_told_twice_under_two_names() {
    let bench = Bench::live(|settings| settings.inbound_twice = true);
    bench.conversation().await;
    let id = bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    let sids: Vec<_> = bench.heard().iter().map(|heard| heard.get("MessageSid").unwrap()).collect();
    assert!(sids.len() == 2 && sids.contains(&id) && sids.iter().any(|sid| sid.starts_with("SM")), "{sids:?}");
}

#[tokio::test(start_paused = true)]
async fn advanced_opt_out_names_the_word() {
    let bench = Bench::live(|settings| settings.advanced_opt_out = true);
    for word in ["hi", "Stop", "START", "info", "optout", "stop it"] {
        bench.twilio.write_sms(ALICE, US, word);
    }
    bench.wait(1).await;
    let told: Vec<_> = bench.heard().iter().map(|heard| heard.get("OptOutType").unwrap_or_default()).collect();
    assert_eq!(told, ["", "STOP", "START", "HELP", "STOP", ""]);
    assert_eq!(bench.heard()[0].get("MessagingServiceSid").as_ref(), Some(&bench.settings.messaging_service_sid));
    let plain = Bench::new();
    plain.twilio.write_sms(ALICE, US, "STOP");
    plain.wait(1).await;
    assert_eq!(plain.heard()[0].get("OptOutType"), None);
}

#[tokio::test(start_paused = true)]
async fn what_people_cannot_send_is_refused() {
    let bench = Bench::live(|_| {});
    let file = |file: serde_json::Value| json!({ "from": ALICE, "text": "hi", "media": [file] });
    let eleven: Vec<_> = (0..11).map(|_| json!({ "content_type": "image/png", "url": "https://x.test/" })).collect();
    for wrong in [
        file(json!({ "content_type": "image/png" })),
        file(json!({ "content_type": "image/png", "base64": "!", })),
        file(json!({ "content_type": "image/png", "base64": "", "url": "https://x.test/" })),
        file(json!({ "url": "https://x.test/" })),
        json!({ "from": ALICE, "text": "hi", "media": eleven }),
        json!({ "from": ALICE }),
        json!({ "from": "messenger:777", "channel": "whatsapp", "text": "hi" }),
    ] {
        assert_eq!(bench.side("POST", "people/messages", &wrong).await.status, 400, "{wrong}");
    }
    assert!(bench.screens().is_empty());
}
