//! Programmable Messaging, typed.

use std::time::Duration;

use messaging_core::{ErrorKind, Reached, UnixMillis, message::FetchPrice};
use messaging_twilio::{
    TwilioConfig, conversation, direct,
    messaging::{
        Cancel, Create, Delete, DeleteMedia, Direction, Fetch, FetchMedia, List, ListMedia, Outcome, Redact, Retention,
        SendFeedback, Status,
    },
};
use serde_json::{Value, json};

use crate::scripted::{AC, Answer, MG, OURS, SM, Script, THEIRS, raw, says, texts};

const HX: &str = "HX00000000000000000000000000000007";
const ME: &str = "ME00000000000000000000000000000008";

fn url(rest: &str) -> String {
    format!("https://api.twilio.com/2010-04-01/Accounts/{AC}{rest}")
}

/// As the API's own documentation shows one.
fn message() -> Value {
    json!({
        "account_sid": AC, "api_version": "2010-04-01", "body": "Hi there", "date_created": "Thu, 24 Aug 2023 05:01:45 +0000",
        "date_sent": "Thu, 24 Aug 2023 05:01:45 +0000", "date_updated": "Thu, 24 Aug 2023 05:01:46 +0000",
        "direction": "outbound-api", "error_code": null, "error_message": null, "from": OURS, "num_media": "0",
        "num_segments": "1", "price": "-0.00750", "price_unit": "USD", "messaging_service_sid": MG, "sid": SM,
        "status": "sent", "subresource_uris": { "media": "/m", "feedback": "/f" }, "to": THEIRS, "uri": "/u", "tags": { "a": "b" },
    })
}

fn one(answer: Answer) -> (messaging_twilio::Twilio, Script) {
    let script = Script::new([answer]);
    (script.provider_of(TwilioConfig::new(AC, "token")), script)
}

#[tokio::test]
async fn every_documented_parameter_is_sent_under_its_name() {
    let (twilio, script) = one(says(201, &message()));
    let mut create = Create::to(THEIRS).from(OURS).through(MG).body("Hi & bye").media("https://x.test/a.png");
    create = create.template(HX).variable("1", "Ann").at(UnixMillis(1_450_304_317_000));
    create.status_callback = Some("https://x.test/s".into());
    create.application_sid = Some("AP00000000000000000000000000000009".into());
    create.max_price = Some("0.5".into());
    create.provide_feedback = Some(true);
    create.attempt = Some(2);
    create.validity_period = Some(Duration::from_secs(60));
    create.force_delivery = Some(false);
    create.content_retention = Some(Retention::Discard);
    create.address_retention = Some(Retention::Obfuscate);
    create.smart_encoded = Some(true);
    create.persistent_action = vec!["geo:1,2".into(), "x".into()];
    create.is_free = true;
    create.shorten_urls = Some(true);
    create.send_as_mms = Some(true);
    create.risk_check = Some(false);
    create.fallback_from = Some("+15550100002".into());
    twilio.client().call(create).await.unwrap();
    let asked = script.asked().remove(0);
    let form = asked.strip_prefix(&format!("POST {} ", url("/Messages.json"))).unwrap();
    let pairs: Vec<(String, String)> = form_urlencoded::parse(form.as_bytes()).into_owned().collect();
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let wanted = [
        ("To", THEIRS),
        ("From", OURS),
        ("MessagingServiceSid", MG),
        ("Body", "Hi & bye"),
        ("MediaUrl", "https://x.test/a.png"),
        ("ContentSid", HX),
        ("ContentVariables", r#"{"1":"Ann"}"#),
        ("StatusCallback", "https://x.test/s"),
        ("ApplicationSid", "AP00000000000000000000000000000009"),
        ("MaxPrice", "0.5"),
        ("ProvideFeedback", "true"),
        ("Attempt", "2"),
        ("ValidityPeriod", "60"),
        ("ForceDelivery", "false"),
        ("ContentRetention", "discard"),
        ("AddressRetention", "obfuscate"),
        ("SmartEncoded", "true"),
        ("PersistentAction", "geo:1,2"),
        ("PersistentAction", "x"),
        ("TrafficType", "free"),
        ("ShortenUrls", "true"),
        ("ScheduleType", "fixed"),
        ("SendAt", "2015-12-16T22:18:37.000Z"),
        ("SendAsMms", "true"),
        ("RiskCheck", "disable"),
        ("FallbackFrom", "+15550100002"),
    ];
    assert_eq!(pairs, wanted);
}

#[tokio::test]
async fn every_documented_field_is_read() {
    let (twilio, script) = one(says(200, &message()));
    let read = twilio.client().call(Fetch::new(SM)).await.unwrap();
    assert_eq!(script.asked(), [format!("GET {}", url(&format!("/Messages/{SM}.json")))]);
    assert_eq!(
        (read.sid.as_str(), read.account_sid.as_deref(), read.api_version.as_deref()),
        (SM, Some(AC), Some("2010-04-01"))
    );
    assert_eq!(
        (read.from.as_deref(), read.to.as_deref(), read.body.as_deref()),
        (Some(OURS), Some(THEIRS), Some("Hi there"))
    );
    assert_eq!((read.direction, read.status), (Some(Direction::OutboundApi), Some(Status::Sent)));
    assert_eq!((read.num_segments, read.num_media, read.error_code), (Some(1), Some(0), None));
    assert_eq!((read.price.as_deref(), read.price_unit.as_deref()), (Some("-0.00750"), Some("USD")));
    assert_eq!(read.messaging_service_sid.as_deref(), Some(MG));
    assert_eq!(read.date_created.and_then(|date| date.moment()), Some(UnixMillis(1_692_853_305_000)));
    assert_eq!(read.subresource_uris.unwrap()["media"], "/m");
    assert_eq!(read.extra.get("tags"), Some(&json!({ "a": "b" })));

    let (twilio, _) =
        one(says(200, &json!({ "sid": SM, "status": "melting", "error_code": 30003, "num_segments": 0 })));
    let read = twilio.client().call(Fetch::new(SM)).await.unwrap();
    assert_eq!((read.status.unwrap().as_str(), read.error_code, read.num_segments), ("melting", Some(30_003), Some(0)));
}

#[tokio::test]
async fn what_twilio_would_refuse_is_not_sent() {
    for (create, why) in [
        (Create::to(THEIRS).body("hi"), "sender"),
        (Create::to(THEIRS).from(OURS), "something to say"),
        (Create::to("ann").from(OURS).body("hi"), "no number"),
        (Create::to("whatsapp:+15550100777").from(OURS).body("hi"), "do not mix"),
        (Create::to(THEIRS).from(OURS).body("x".repeat(1_601)), "1600"),
        (Create::to(THEIRS).from(OURS).template("HX1"), "HX and 32"),
        (Create::to(THEIRS).through("IS1").body("hi"), "not MG and 32"),
        (Create::to(THEIRS).from(OURS).body("hi").variable("1", "x"), "content_sid"),
        (Create::to(THEIRS).from(OURS).body("hi").at(UnixMillis(0)), "messaging_service_sid"),
        ((0..11).fold(Create::to(THEIRS).from(OURS), |create, _| create.media("https://x.test/a")), "10 files"),
    ] {
        let script = Script::default();
        let error = script.provider_of(TwilioConfig::new(AC, "token")).client().call(create).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent), "{error}");
        assert!(error.to_string().contains(why), "{why}: {error}");
        assert!(script.asked().is_empty());
    }
}

#[tokio::test]
async fn messages_are_cancelled_redacted_and_deleted() {
    let script = Script::new([says(200, &message()), says(200, &message()), raw(204, "")]);
    let client = script.provider_of(TwilioConfig::new(AC, "token")).client();
    client.call(Cancel::new(SM)).await.unwrap();
    client.call(Redact::new(SM)).await.unwrap();
    client.call(Delete::new(SM)).await.unwrap();
    let path = url(&format!("/Messages/{SM}.json"));
    assert_eq!(
        script.asked(),
        [format!("POST {path} Status=canceled"), format!("POST {path} Body="), format!("DELETE {path}")]
    );
}

#[tokio::test]
async fn a_list_is_a_stream_that_stays_with_twilio() {
    let next = format!("/2010-04-01/Accounts/{AC}/Messages.json?PageToken=PA1");
    let script = Script::new([texts(&json!([message(), message()]), Some(&next)), texts(&json!([message()]), None)]);
    let client = script.provider_of(TwilioConfig::new(AC, "token")).client();
    let mut list = List::default().to(THEIRS).from(OURS);
    list.sent_on = Some(UnixMillis(1_450_304_317_000));
    list.sent_since = list.sent_on;
    list.sent_until = list.sent_on;
    list.page_size = Some(2);
    assert_eq!(client.list(list).collect().await.unwrap().len(), 3);
    let query = "To=%2B15550100777&From=%2B15550100001&DateSent=2015-12-16&DateSent%3E=2015-12-16&DateSent%3C=2015-12-16\
                 &PageSize=2";
    assert_eq!(
        script.asked(),
        [format!("GET {}?{query}", url("/Messages.json")), format!("GET https://api.twilio.com{next}")]
    );

    let script = Script::new([texts(&json!([message()]), Some("https://evil.test/Messages.json"))]);
    let listing = script.provider_of(TwilioConfig::new(AC, "token")).client().list(List::default());
    assert_eq!(listing.collect().await.unwrap_err().kind(), ErrorKind::Invalid);
    assert_eq!(script.asked().len(), 1);
}

#[tokio::test]
async fn files_and_feedback_are_below_their_message() {
    let file = json!({ "sid": ME, "parent_sid": SM, "content_type": "image/png", "uri": "/x.json", "account_sid": AC });
    let feedback = json!({ "message_sid": SM, "outcome": "confirmed", "account_sid": AC });
    let script = Script::new([
        says(200, &json!({ "media_list": [file], "next_page_uri": null })),
        says(200, &file),
        raw(204, ""),
        says(200, &feedback),
    ]);
    let client = script.provider_of(TwilioConfig::new(AC, "token")).client();
    let listed = client.list(ListMedia::of(SM)).collect().await.unwrap();
    assert_eq!(listed[0].content_type.as_deref(), Some("image/png"));
    assert_eq!(client.call(FetchMedia::new(SM, ME)).await.unwrap(), listed[0]);
    client.call(DeleteMedia::new(SM, ME)).await.unwrap();
    assert_eq!(client.call(SendFeedback::new(SM, Outcome::Confirmed)).await.unwrap().outcome, Outcome::Confirmed);
    let below = url(&format!("/Messages/{SM}"));
    let wanted = [
        format!("GET {below}/Media.json"),
        format!("GET {below}/Media/{ME}.json"),
        format!("DELETE {below}/Media/{ME}.json"),
        format!("POST {below}/Feedback.json Outcome=confirmed"),
    ];
    assert_eq!(script.asked(), wanted);
}

#[tokio::test]
async fn a_price_is_known_once_it_is_billed() {
    let price = |place, id: &str| FetchPrice { conversation: place, id: id.into() };
    let unbilled = json!({ "sid": SM, "price": null, "price_unit": "USD" });
    let script = Script::new([says(200, &unbilled), says(200, &message())]);
    let client = script.client();
    assert_eq!(client.call(price(direct(OURS, THEIRS), SM)).await.unwrap(), None);
    let billed = client.call(price(direct(OURS, THEIRS), SM)).await.unwrap().unwrap();
    assert_eq!((billed.amount.as_str(), billed.currency.as_str()), ("0.00750", "USD"));
    let error = Script::default().client().call(price(conversation("CH1"), "IM1")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
}
