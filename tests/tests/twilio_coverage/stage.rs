//! A Twilio in this process, and one request to it.

use std::sync::{Arc, Mutex};

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{Request, Response, header};
use messaging_emulator::{
    FaultPlan, Journal, TwilioEmulator, TwilioSettings,
    twilio::{Behaviour, SharedKey},
};
use messaging_http::{Transport, TransportError};
use serde_json::Value;
use tokio::sync::mpsc;
use tower::ServiceExt;

pub(crate) const BASE: &str = "http://twilio.test";
const EVENTS: [&str; 12] = [
    "onConversationAdded",
    "onConversationUpdated",
    "onConversationRemoved",
    "onConversationStateUpdated",
    "onMessageAdded",
    "onMessageUpdated",
    "onMessageRemoved",
    "onParticipantAdded",
    "onParticipantUpdated",
    "onParticipantRemoved",
    "onUserAdded",
    "onUserUpdated",
];

/// An account with two numbers, and what it told the application.
pub(crate) struct Stage {
    pub(crate) emulator: TwilioEmulator,
    told: Arc<Mutex<Vec<String>>>,
}

/// What came back.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

/// Names and values, of a form or of a query.
pub(crate) type Pairs = Vec<(String, String)>;

impl Stage {
    pub(crate) fn new() -> Self {
        let mut settings = TwilioSettings::generated(7, BASE).with_webhook_url("http://app.test/webhooks/twilio");
        settings.phone_numbers.push("+15550100002".into());
        settings.carriers.insert("+15550100779".into(), Behaviour::Unreachable);
        let emulator = TwilioEmulator::new(settings, FaultPlan::default(), 7, Journal::new());
        let told = Arc::<Mutex<Vec<String>>>::default();
        let heard = told.clone();
        emulator.connect(Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let heard = heard.clone();
            async move {
                heard.lock().unwrap().push(String::from_utf8_lossy(request.body()).into_owned());
                Ok::<_, TransportError>(Response::new(Bytes::new()))
            }
        })));
        Self { emulator, told }
    }

    /// Has every event told, and says who is online.
    pub(crate) async fn hear_everything(&self) {
        let service = &self.emulator.settings().conversations_service_sid;
        let path = format!("/v1/Services/{service}/Configuration");
        let reachable = ("ReachabilityEnabled".to_owned(), "true".to_owned());
        self.call("POST", &path, "form", &vec![reachable], None).await;
        let path = format!("{path}/Webhooks");
        let url = [("PostWebhookUrl".to_owned(), "http://app.test/webhooks/twilio".to_owned())];
        let filters = EVENTS.iter().map(|event| ("Filters".to_owned(), (*event).to_owned()));
        self.call("POST", &path, "form", &url.into_iter().chain(filters).collect(), None).await;
    }

    /// How many webhooks with an `EventType` were told since the last time it was asked, but for deliveries, which no
    /// call asks for.
    pub(crate) fn events(&self) -> usize {
        let mut told = self.told.lock().unwrap();
        let is_event = |body: &&String| body.contains("EventType=") && !body.contains("EventType=onDeliveryUpdated");
        let events = told.iter().filter(is_event).count();
        told.clear();
        events
    }

    pub(crate) async fn call(
        &self,
        method: &str,
        path: &str,
        place: &str,
        pairs: &Pairs,
        tells: Option<bool>,
    ) -> Answer {
        let encoded = encoded(pairs);
        let (path, body) = match place {
            "query" if !encoded.is_empty() => (format!("{path}?{encoded}"), String::new()),
            "form" => (path.to_owned(), encoded),
            _ => (path.to_owned(), String::new()),
        };
        let mut request = self.request(method, &path);
        if place == "form" {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        if let Some(tells) = tells {
            request = request.header("X-Twilio-Webhook-Enabled", tells.to_string());
        }
        self.send(request.body(Bytes::from(body)).unwrap()).await
    }

    pub(crate) async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let form = form.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.call("POST", path, "form", &form, None).await
    }

    /// Uploads a picture to the media service and returns its sid.
    pub(crate) async fn upload(&self) -> String {
        let service = &self.emulator.settings().conversations_service_sid;
        let path = format!("/v1/Services/{service}/Media?Category=media&Filename=a.png");
        let answer = self.file(&path, "image/png", b"\x89PNG\r\n\x1a\n").await;
        answer.body["sid"].as_str().unwrap_or("ME00000000000000000000000000000000").to_owned()
    }

    /// Posts what is no form.
    pub(crate) async fn file(&self, path: &str, content_type: &str, bytes: &[u8]) -> Answer {
        let request = self.request("POST", path).header(header::CONTENT_TYPE, content_type);
        self.send(request.body(Bytes::copy_from_slice(bytes)).unwrap()).await
    }

    fn request(&self, method: &str, path: &str) -> http::request::Builder {
        let settings = self.emulator.settings();
        let basic = STANDARD.encode(format!("{}:{}", settings.account_sid, settings.auth_token));
        let url = if path.starts_with("http") { path.to_owned() } else { format!("{BASE}{path}") };
        Request::builder().method(method).uri(url).header(header::AUTHORIZATION, format!("Basic {basic}"))
    }

    async fn send(&self, request: Request<Bytes>) -> Answer {
        let response = self.emulator.api().oneshot(request).await.expect("the emulator answers");
        let status = response.status().as_u16();
        Answer { status, body: serde_json::from_slice(response.body()).unwrap_or_default() }
    }
}

impl Answer {
    /// An error in one line.
    pub(crate) fn complaint(&self) -> String {
        let text = self.body["message"].as_str().unwrap_or_default();
        format!("{} {} {text}", self.status, self.body["code"])
    }

    /// What is at `field`, where a number is a place in a list.
    pub(crate) fn at(&self, field: &str) -> Option<&Value> {
        field.split('.').try_fold(&self.body, |value, name| match name.parse::<usize>() {
            Ok(place) => value.get(place),
            Err(_) => value.get(name),
        })
    }
}

/// A webhook of an account that signs with a shared key.
pub(crate) async fn shared_key() -> Request<Bytes> {
    let mut settings = TwilioSettings::generated(7, BASE).with_webhook_url("http://app.test/webhooks/twilio");
    settings.shared_key = Some(SharedKey { name: "webhooks_sharedkey_seven".into(), secret: "a shared secret".into() });
    let emulator = TwilioEmulator::new(settings, FaultPlan::default(), 7, Journal::new());
    let (tell, mut told) = mpsc::unbounded_channel();
    emulator.connect(Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        tell.send(request).expect("somebody listens");
        async { Ok::<_, TransportError>(Response::new(Bytes::new())) }
    })));
    emulator.write_sms("+15550100777", "+15550100001", "hello");
    told.recv().await.expect("a webhook")
}

fn encoded(pairs: &Pairs) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}
