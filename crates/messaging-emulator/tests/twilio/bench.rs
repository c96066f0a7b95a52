//! One account, a client of its API, and an application that does as it is told.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, Request, Response, StatusCode};
use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
use messaging_http::{Transport, TransportError};
use serde_json::Value;
use sha1::Sha1;
use tower::ServiceExt;

pub(crate) const US: &str = "+15550100001";
pub(crate) const ALICE: &str = "+15550100777";
pub(crate) const WEBHOOK: &str = "https://app.test/webhooks/twilio?tenant=a";

pub(crate) struct Bench {
    pub(crate) twilio: TwilioEmulator,
    pub(crate) settings: TwilioSettings,
    heard: Arc<Mutex<Vec<Heard>>>,
    reactions: Arc<Mutex<VecDeque<Reaction>>>,
}

/// A callback, as the application got it.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    pub(crate) at: Duration,
}

impl Heard {
    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        form_urlencoded::parse(self.body.as_bytes()).into_owned().collect()
    }

    pub(crate) fn get(&self, name: &str) -> Option<String> {
        self.pairs().into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The signature as the vendor's documents describe it, in the plainest way.
    pub(crate) fn signature(&self, token: &str) -> String {
        let mut pairs = self.pairs();
        pairs.sort();
        let text = pairs.into_iter().fold(self.url.clone(), |text, (key, value)| text + &key + &value);
        let mut mac = Hmac::<Sha1>::new_from_slice(token.as_bytes()).unwrap();
        mac.update(text.as_bytes());
        STANDARD.encode(mac.finalize().into_bytes())
    }
}

/// What the application does with a callback; without one it says 200 at once.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reaction {
    Says(u16, &'static str),
    SaysJson(u16, &'static str),
    Moves(u16, &'static str),
    NoConnection,
    Breaks,
    Sleeps(u64),
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    pub(crate) fn code(&self) -> (u16, i64) {
        (self.status.as_u16(), self.body["code"].as_i64().unwrap_or_default())
    }

    pub(crate) fn text(&self, pointer: &str) -> String {
        self.body.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
    }
}

impl Bench {
    pub(crate) fn new() -> Self {
        Self::with(FaultPlan::default(), 7, Journal::new())
    }

    pub(crate) fn with(plan: FaultPlan, seed: u64, journal: Journal) -> Self {
        Self::made(plan, seed, journal, |_| {})
    }

    /// A running service, with other settings.
    pub(crate) fn live(change: impl FnOnce(&mut TwilioSettings)) -> Self {
        Self::made(FaultPlan::default(), 7, Journal::live(1_000), change)
    }

    pub(crate) fn made(plan: FaultPlan, seed: u64, journal: Journal, change: impl FnOnce(&mut TwilioSettings)) -> Self {
        let mut settings = TwilioSettings::generated(1, "https://twilio.test/").with_webhook_url(WEBHOOK);
        change(&mut settings);
        let twilio = TwilioEmulator::new(settings.clone(), plan, seed, journal.clone());
        let (heard, reactions) = (Arc::<Mutex<Vec<Heard>>>::default(), Arc::<Mutex<VecDeque<Reaction>>>::default());
        let (keeps, acts) = (heard.clone(), reactions.clone());
        twilio.connect(Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let (url, headers) = (request.uri().to_string(), request.headers().clone());
            let body = String::from_utf8(request.body().to_vec()).unwrap();
            let method = request.method().to_string();
            keeps.lock().unwrap().push(Heard { method, url, headers, body, at: journal.now() });
            react(acts.lock().unwrap().pop_front())
        })));
        Self { twilio, settings, heard, reactions }
    }

    /// Says what the application will do next.
    pub(crate) fn then(&self, reaction: Reaction) -> &Self {
        self.reactions.lock().unwrap().push_back(reaction);
        self
    }

    pub(crate) fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }

    /// What the application heard of these events.
    pub(crate) fn events(&self, event: &str) -> Vec<Heard> {
        self.heard().into_iter().filter(|heard| heard.get("EventType").as_deref() == Some(event)).collect()
    }

    pub(crate) fn request(&self, method: &str, path: &str) -> http::request::Builder {
        let pair = format!("{}:{}", self.settings.account_sid, self.settings.auth_token);
        let url = if path.starts_with("http") { path.to_owned() } else { format!("https://twilio.test{path}") };
        Request::builder().method(method).uri(url).header("authorization", format!("Basic {}", STANDARD.encode(pair)))
    }

    pub(crate) async fn try_send(&self, request: Request<Bytes>) -> Result<Answer, TransportError> {
        let response = self.twilio.api().oneshot(request).await?;
        let (parts, body) = response.into_parts();
        let body = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body).unwrap() };
        Ok(Answer { status: parts.status, headers: parts.headers, body })
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.try_send(self.request("GET", path).body(Bytes::new()).unwrap()).await.unwrap()
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.try_send(self.request("DELETE", path).body(Bytes::new()).unwrap()).await.unwrap()
    }

    pub(crate) fn form(&self, path: &str, pairs: &[(&str, &str)]) -> Request<Bytes> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let request = self.request("POST", path).header("content-type", "application/x-www-form-urlencoded");
        request.body(body.into()).unwrap()
    }

    pub(crate) async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        self.try_send(self.form(path, pairs)).await.unwrap()
    }

    /// The same, asking for webhooks.
    pub(crate) async fn post_loudly(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let mut request = self.form(path, pairs);
        request.headers_mut().insert("x-twilio-webhook-enabled", "true".parse().unwrap());
        self.try_send(request).await.unwrap()
    }

    /// What `/_emulator/` answers.
    pub(crate) async fn side(&self, method: &str, path: &str, body: &Value) -> Answer {
        let request = Request::builder().method(method).uri(format!("http://127.0.0.1:7402/_emulator/{path}"));
        let request = request.header("content-type", "application/json").body(body.to_string().into()).unwrap();
        let (parts, body) = self.twilio.service().oneshot(request).await.unwrap().into_parts();
        let body = http_body_util::BodyExt::collect(body).await.unwrap().to_bytes();
        Answer { status: parts.status, headers: parts.headers, body: serde_json::from_slice(&body).unwrap() }
    }

    /// The codes in Twilio's debugger.
    pub(crate) async fn alerts(&self) -> Vec<i64> {
        let answer = self.side("GET", "alerts", &Value::Null).await;
        answer.body["alerts"].as_array().unwrap().iter().map(|alert| alert["code"].as_i64().unwrap()).collect()
    }

    pub(crate) fn messages(&self) -> String {
        format!("/2010-04-01/Accounts/{}/Messages.json", self.settings.account_sid)
    }

    pub(crate) fn conversations(&self) -> String {
        format!("/v1/Services/{}/Conversations", self.settings.conversations_service_sid)
    }

    /// Creates a conversation in which Alice's phone and the assistant take part; returns its path.
    pub(crate) async fn conversation(&self) -> String {
        let sid = self.post(&self.conversations(), &[]).await.text("/sid");
        let path = format!("{}/{sid}", self.conversations());
        let binding = [("MessagingBinding.Address", ALICE), ("MessagingBinding.ProxyAddress", US)];
        assert_eq!(self.post(&format!("{path}/Participants"), &binding).await.status, 201);
        assert_eq!(self.post(&format!("{path}/Participants"), &[("Identity", "assistant")]).await.status, 201);
        path
    }

    /// Sends an SMS to Alice.
    pub(crate) async fn sms(&self, text: &str) -> Answer {
        self.post(&self.messages(), &[("To", ALICE), ("From", US), ("Body", text)]).await
    }

    /// Everything shown: whose screen, by the application or not, what.
    pub(crate) fn screens(&self) -> Vec<(String, bool, String)> {
        self.twilio.truth().shown.into_iter().map(|shown| (shown.place, shown.from_app, shown.text)).collect()
    }

    /// Lets so many seconds go by.
    pub(crate) async fn wait(&self, seconds: u64) {
        tokio::time::sleep(Duration::from_secs(seconds)).await;
    }
}

async fn react(reaction: Option<Reaction>) -> Result<Response<Bytes>, TransportError> {
    let answer = |status: u16, body: &'static str| {
        let response = Response::builder().status(status).header("content-type", "text/xml; charset=utf-8");
        Ok(response.body(Bytes::from_static(body.as_bytes())).unwrap())
    };
    match reaction {
        None => answer(200, "<Response/>"),
        Some(Reaction::Says(status, body)) => answer(status, body),
        Some(Reaction::SaysJson(status, body)) => {
            let response = Response::builder().status(status).header("content-type", "application/json");
            Ok(response.body(Bytes::from_static(body.as_bytes())).unwrap())
        }
        Some(Reaction::Moves(status, location)) => {
            Ok(Response::builder().status(status).header("location", location).body(Bytes::new()).unwrap())
        }
        Some(Reaction::NoConnection) => Err(TransportError::not_sent("connection refused")),
        Some(Reaction::Breaks) => Err(TransportError::maybe_sent("connection reset")),
        Some(Reaction::Sleeps(seconds)) => {
            tokio::time::sleep(Duration::from_secs(seconds)).await;
            answer(200, "")
        }
    }
}
