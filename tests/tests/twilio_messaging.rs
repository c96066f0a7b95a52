//! Texts of the shipped Twilio provider against the shipped Twilio emulator: everything documented is said, nothing else,
//! and a person sees what was meant.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
    time::Duration,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::Request;
use messaging_core::{
    Context, ErrorKind, Messenger, SendMessage, UnixMillis,
    capability::Compliance,
    message::{Action, Content, EditMessage, FetchMedia, FetchMessage, FetchPrice, FindSend, Found, Media},
    text::fit,
};
use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings, twilio::Template};
use messaging_http::Transport;
use messaging_tests::twilio_table::Table;
use messaging_twilio::{
    Twilio, TwilioConfig, WindowTemplate,
    client::Timestamp,
    direct,
    messaging::{
        Cancel, Create, Delete, DeleteMedia, Fetch, FetchMedia as FetchFile, List, ListMedia, Message, Outcome, Redact,
        Retention, SendFeedback, Status,
    },
};
use serde_json::json;
use tower::ServiceExt;

const OURS: &str = "+15550100001";
const THEIRS: &str = "+15550100777";
const HX: &str = "HX00000000000000000000000000000007";
const HX2: &str = "HX00000000000000000000000000000008";

/// Parameters by operation, as they were said.
type Said = Arc<Mutex<BTreeMap<String, BTreeSet<String>>>>;

struct Stage {
    emulator: TwilioEmulator,
    twilio: Twilio,
    said: Said,
}

impl Stage {
    fn new() -> Self {
        let mut settings = TwilioSettings::generated(7, "http://twilio.test");
        let greeting = Template { body: "Hello {{1}}".into(), ..Template::default() };
        settings.templates.insert(HX.into(), greeting);
        let quick_replies = vec!["{{2}}".into(), "{{3}}".into()];
        let template = Template { body: "{{1}}".into(), quick_replies, ..Template::default() };
        settings.templates.insert(HX2.into(), template);
        let emulator = TwilioEmulator::new(settings.clone(), FaultPlan::default(), 7, Journal::new());
        let mut config = TwilioConfig::new(settings.account_sid.clone(), settings.auth_token.as_str());
        config.base_url = Some("http://twilio.test".into());
        config.quick_replies = BTreeMap::from([(2, HX2.to_owned())]);
        config.window_template = Some(WindowTemplate::new(HX));
        let said = Said::default();
        let transport = recorded(emulator.api(), Arc::clone(&said));
        Self { emulator, twilio: Twilio::new(config, transport).unwrap(), said }
    }

    fn messenger(&self) -> Messenger {
        Messenger::new(self.twilio.clone())
    }

    /// What somebody has seen of a message.
    fn seen(&self, sid: &str) -> Option<String> {
        self.emulator.truth().shown.into_iter().find(|shown| shown.id == sid).map(|shown| shown.text)
    }
}

/// Notes what is said of documented operations; anything else fails the test.
fn recorded(inner: Transport, said: Said) -> Transport {
    let table = Arc::new(Table::read());
    Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let (method, path) = (request.method().as_str(), request.uri().path());
        // The file itself is no resource of the specification; the one that describes it ends with `.json`.
        if path.strip_suffix(".json").is_some() {
            let operation = table.find(method, path).unwrap_or_else(|| panic!("{method} {path} is not documented"));
            let query = request.uri().query().unwrap_or_default().as_bytes();
            for (name, _) in form_urlencoded::parse(query).chain(form_urlencoded::parse(request.body())) {
                assert!(operation.parameter(&name).is_some(), "{}: {name} is not documented", operation.name);
                said.lock().unwrap().entry(operation.name.clone()).or_default().insert(name.into_owned());
            }
            said.lock().unwrap().entry(operation.name.clone()).or_default();
        }
        inner.clone().oneshot(request)
    }))
}

fn text() -> Create {
    Create::to(THEIRS).from(OURS).body("hi")
}

async fn settled(stage: &Stage, sid: &str) -> Message {
    tokio::time::sleep(Duration::from_secs(3_600)).await;
    stage.twilio.client().call(Fetch::new(sid)).await.unwrap()
}

/// Says everything there is to say.
async fn walk(stage: &Stage) {
    let client = stage.twilio.client();
    let mg = stage.emulator.settings().messaging_service_sid.clone();
    let mut full = text().through(&mg).media("https://x.test/a.png");
    full.status_callback = Some("https://x.test/s".into());
    full.application_sid = Some("AP00000000000000000000000000000009".into());
    full.max_price = Some("0.5".into());
    full.provide_feedback = Some(true);
    full.attempt = Some(2);
    full.validity_period = Some(Duration::from_secs(600));
    full.force_delivery = Some(false);
    full.content_retention = Some(Retention::Retain);
    full.address_retention = Some(Retention::Retain);
    full.smart_encoded = Some(true);
    full.persistent_action = vec!["geo:1,2".into()];
    full.is_free = true;
    full.shorten_urls = Some(false);
    full.send_as_mms = Some(true);
    full.risk_check = Some(true);
    full.fallback_from = Some(OURS.into());
    let sent = client.call(full).await.unwrap();
    assert_eq!((sent.extra.len(), sent.status.as_ref().map(Status::as_str)), (0, Some("queued")));

    let listed = client.list(ListMedia::of(&sent.sid)).collect().await.unwrap();
    let mut files = ListMedia::of(&sent.sid);
    (files.created_on, files.created_since) = (Some(UnixMillis(0)), Some(UnixMillis(0)));
    (files.created_until, files.page_size) = (Some(UnixMillis(0)), Some(1));
    assert!(client.list(files).collect().await.unwrap().is_empty());
    assert_eq!((listed.len(), listed[0].extra.len()), (1, 0));
    assert_eq!(client.call(FetchFile::new(&sent.sid, &listed[0].sid)).await.unwrap(), listed[0]);
    let feedback = client.call(SendFeedback::new(&sent.sid, Outcome::Confirmed)).await.unwrap();
    assert_eq!((feedback.outcome, feedback.extra.len()), (Outcome::Confirmed, 0));
    client.call(DeleteMedia::new(&sent.sid, &listed[0].sid)).await.unwrap();

    let now = sent.date_created.as_ref().and_then(Timestamp::moment).unwrap();
    let later =
        client.call(Create::to(THEIRS).through(&mg).body("later").at(UnixMillis(now.0 + 7_200_000))).await.unwrap();
    assert_eq!(later.status, Some(Status::Scheduled));
    assert_eq!(client.call(Cancel::new(&later.sid)).await.unwrap().status, Some(Status::Canceled));
    let late = client.call(Cancel::new(&sent.sid)).await.unwrap_err();
    assert_eq!((late.kind(), late.vendor().unwrap().code.as_str()), (ErrorKind::Invalid, "30409"));

    let template = Create::to(THEIRS).from(OURS).template(HX).variable("1", "Ann");
    let templated = client.call(template).await.unwrap();
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(stage.seen(&templated.sid).as_deref(), Some("Hello Ann"));

    let list = List::default().to(THEIRS).from(OURS).sent_since(UnixMillis(0)).sent_until(now).page_size(1);
    client.list(list).collect().await.unwrap();
    client.list(List::default().sent_on(now)).collect().await.unwrap();
    assert_eq!(client.list(List::default().page_size(1)).collect().await.unwrap().len(), 3);

    assert_eq!(settled(stage, &sent.sid).await.status, Some(Status::Delivered));
    assert_eq!(client.call(Redact::new(&sent.sid)).await.unwrap().body.as_deref(), Some(""));
    client.call(Delete::new(&sent.sid)).await.unwrap();
    assert_eq!(client.call(Fetch::new(&sent.sid)).await.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test(start_paused = true)]
async fn the_client_says_what_twilio_documents_and_nothing_else() {
    let stage = Stage::new();
    walk(&stage).await;
    let said = stage.said.lock().unwrap();
    let about_texts = |path: &str| path.contains("/Messages");
    let mut unsaid = Vec::new();
    for operation in Table::read()
        .operations
        .into_iter()
        .filter(|operation| about_texts(&operation.path) && operation.path.starts_with("/2010"))
    {
        let Some(said) = said.get(&operation.name) else {
            unsaid.push(operation.name);
            continue;
        };
        // The client says these where Twilio's own links do.
        let missing = operation.parameters.iter().filter(|wanted| {
            wanted.place != "path"
                && !matches!(wanted.name.as_str(), "Page" | "PageToken")
                && !said.contains(&wanted.name)
        });
        unsaid.extend(missing.map(|wanted| format!("{}: {}", operation.name, wanted.name)));
    }
    assert_eq!(unsaid, Vec::<String>::new());
    assert_eq!(stage.emulator.warnings(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn people_read_what_their_channel_shows_and_it_is_found_again() {
    let stage = Stage::new();
    let messenger = stage.messenger();
    let mut choices = Content::text("**Sure?** See [why](https://x.test)");
    choices.actions = vec![Action::new("Yes", "y"), Action::new("No", "n")];
    let whatsapp = direct(format!("whatsapp:{OURS}"), format!("whatsapp:{THEIRS}"));
    stage.emulator.write_sms(&format!("whatsapp:{THEIRS}"), &format!("whatsapp:{OURS}"), "hello");
    for (place, read) in [
        (direct(OURS, THEIRS), "Sure? See why (https://x.test)\n1. Yes\n2. No"),
        (whatsapp, "*Sure?* See why (https://x.test)"),
    ] {
        let message = SendMessage::new(place, choices.clone());
        let limits = stage.messenger().provider().limits(&message).into_owned();
        for part in fit(&message, &limits).unwrap() {
            let receipt = messenger.call_in(Context::default(), part.clone()).await.unwrap();
            let sid = receipt.id().unwrap();
            let fetched =
                messenger.call(FetchMessage { conversation: part.to.clone(), id: sid.clone() }).await.unwrap();
            let is_template = !part.content.actions.is_empty();
            // What a template says is not kept with the message.
            assert!(is_template || fetched.content.text == read, "{:?}", fetched.content.text);
            assert!(
                stage.seen(sid.as_str()).is_some_and(|seen| seen.starts_with(read)),
                "{:?}",
                stage.seen(sid.as_str())
            );
            let find =
                FindSend { intent: "i".into(), message: part, not_before: fetched.sent_at.unwrap(), known: Vec::new() };
            let found = messenger.call(find).await.unwrap();
            assert_eq!(found, if is_template { Found::CannotTell } else { Found::Happened(receipt.clone()) });
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_estimate_is_what_twilio_counts_and_a_price_comes_later() {
    let stage = Stage::new();
    let messenger = stage.messenger();
    for text in ["short".to_owned(), "**x**".repeat(60), "é🎉".repeat(60), "[".repeat(100), "# a\n\n- b\n".repeat(30)]
    {
        let message = SendMessage::new(direct(OURS, THEIRS), text);
        let estimate = stage.twilio.estimate(&message);
        let receipt = messenger.send(message.clone()).await.unwrap();
        let id = receipt.id().unwrap().clone();
        let kept = stage.twilio.client().call(Fetch::new(id.as_str())).await.unwrap();
        assert_eq!(kept.num_segments, Some(estimate.units), "{:?}", kept.body);
        let price = || messenger.call(FetchPrice { conversation: direct(OURS, THEIRS), id: id.clone() });
        assert_eq!(price().await.unwrap(), None);
        settled(&stage, id.as_str()).await;
        let billed = price().await.unwrap().unwrap();
        assert_eq!(billed.currency, "USD");
        assert!(billed.amount.parse::<f64>().unwrap() > 0.0, "{}", billed.amount);
    }
}

#[tokio::test(start_paused = true)]
async fn a_text_is_redacted_by_an_edit_without_words() {
    let stage = Stage::new();
    let receipt = stage.messenger().send(SendMessage::new(direct(OURS, THEIRS), "secret")).await.unwrap();
    let id = receipt.id().unwrap().clone();
    settled(&stage, id.as_str()).await;
    let edit = EditMessage { conversation: direct(OURS, THEIRS), id: id.clone(), content: Content::default() };
    stage.messenger().call(edit).await.unwrap();
    assert_eq!(settled(&stage, id.as_str()).await.body.as_deref(), Some(""));
}

#[tokio::test(start_paused = true)]
async fn twilio_s_refusals_carry_code_status_page_and_remedy() {
    let stage = Stage::new();
    for (create, code) in [
        (Create::to(THEIRS).from("+15005550007").body("hi"), "21606"),
        (Create::to(THEIRS).from("+15005550001").body("hi"), "21212"),
        (Create::to(THEIRS).from(OURS).template("HX00000000000000000000000000000099"), "21655"),
        (Create::to(THEIRS).through("MG00000000000000000000000000000005").body("hi"), "21701"),
    ] {
        let error = stage.twilio.client().call(create).await.unwrap_err();
        let vendor = error.vendor().unwrap().clone();
        assert_eq!(vendor.code, code, "{error}");
        assert!(vendor.status.is_some_and(|status| (400..500).contains(&status)), "{error}");
        assert!(vendor.docs.is_some_and(|docs| docs.ends_with(code)), "{error}");
        let known = messaging_twilio::codes().iter().find(|known| known.code.to_string() == code).unwrap();
        assert!(error.to_string().contains(known.remedy), "{error}");
        assert_eq!(error.kind(), known.kind);
    }
}

#[tokio::test(start_paused = true)]
async fn a_file_that_a_person_sent_is_fetched_as_ourselves() {
    let stage = Stage::new();
    let file = json!({ "content_type": "image/png", "base64": STANDARD.encode(b"a picture"), "filename": "a.png" });
    let writing = json!({ "text": "see", "from": THEIRS, "to": OURS, "media": [file] });
    let request = Request::post("http://twilio.test/_emulator/people/messages");
    let request = request.header("content-type", "application/json").body(Bytes::from(writing.to_string())).unwrap();
    let answer = stage.emulator.service().oneshot(request).await.unwrap();
    assert!(answer.status().is_success(), "{}", answer.status());
    let listed = stage.twilio.client().list(List::default().from(THEIRS)).collect().await.unwrap();
    let [message] = <[Message; 1]>::try_from(listed).unwrap();
    let fetch = FetchMessage { conversation: direct(OURS, THEIRS), id: message.sid.as_str().into() };
    let [media] = <[Media; 1]>::try_from(stage.messenger().call(fetch).await.unwrap().content.media).unwrap();
    let fetched = stage.messenger().call(FetchMedia::of(media.clone())).await.unwrap();
    assert_eq!((fetched.content_type.as_str(), &*fetched.bytes), ("image/png", &b"a picture"[..]));
    let error = stage.messenger().call(FetchMedia::of(media).at_most(8)).await.unwrap_err();
    assert!(error.to_string().contains("larger than 8 bytes"), "{error}");
}
