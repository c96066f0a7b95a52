//! A workspace, an app that listens, and a client.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackLimits, SlackSettings};
use messaging_http::{Transport, TransportError};
use serde_json::Value;
use tokio::time::{Instant, sleep};
use tower::{ServiceExt, service_fn};

pub(crate) type Answer = Result<Response<Bytes>, TransportError>;

/// What the app was told.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) at: Duration,
    pub(crate) url: String,
    pub(crate) headers: HeaderMap,
    pub(crate) raw: Bytes,
    pub(crate) body: Value,
}

impl Told {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(crate) fn kind(&self) -> &str {
        self.body["event"]["type"].as_str().unwrap_or_default()
    }
}

/// What the app answers next.
pub(crate) enum Script {
    Status(u16),
    Answer(Response<Bytes>),
    After(Duration),
    Lost,
}

pub(crate) struct Workspace {
    pub(crate) slack: SlackEmulator,
    pub(crate) api: Transport,
    pub(crate) journal: Journal,
    told: Arc<Mutex<Vec<Told>>>,
    script: Arc<Mutex<VecDeque<Script>>>,
}

impl Workspace {
    pub(crate) fn new() -> Self {
        Self::with(FaultPlan::default(), 7)
    }

    pub(crate) fn with(plan: FaultPlan, seed: u64) -> Self {
        let mut settings = SlackSettings::generated(seed);
        settings.events_url = Some("https://app.test/webhooks/slack".to_owned());
        settings.limits = SlackLimits::none();
        Self::of(settings, plan, seed)
    }

    pub(crate) fn of(settings: SlackSettings, plan: FaultPlan, seed: u64) -> Self {
        let journal = Journal::new();
        let slack = SlackEmulator::new(settings, plan, seed, journal.clone());
        let (told, script) = (Arc::default(), Arc::default());
        slack.connect(app(&told, &script));
        Self { api: slack.api(), slack, journal, told, script }
    }

    /// What the app answers to the next requests; then 200.
    pub(crate) fn script(&self, answers: impl IntoIterator<Item = Script>) {
        self.script.lock().unwrap().extend(answers);
    }

    pub(crate) fn told(&self) -> Vec<Told> {
        self.told.lock().unwrap().clone()
    }

    /// Waits until nothing more will happen, an hour at most.
    pub(crate) async fn settle(&self) {
        for _ in 0..120 {
            sleep(Duration::from_secs(30)).await;
            if self.slack.truth().open == 0 {
                return;
            }
        }
        panic!("{} events are still on their way", self.slack.truth().open);
    }

    pub(crate) fn settings(&self) -> &SlackSettings {
        self.slack.settings()
    }

    /// Calls a method as a well-behaved client does.
    pub(crate) async fn call(&self, method: &str, arguments: Value) -> Value {
        self.call_as(&self.settings().bot_token, method, arguments).await
    }

    /// Calls a method with another token.
    pub(crate) async fn call_as(&self, token: &str, method: &str, arguments: Value) -> Value {
        let answer = read(&self.send_as(token, method, arguments).await.unwrap());
        crate::documented::check(method, &answer);
        answer
    }

    pub(crate) async fn send(&self, method: &str, arguments: Value) -> Answer {
        self.send_as(&self.settings().bot_token, method, arguments).await
    }

    async fn send_as(&self, token: &str, method: &str, arguments: Value) -> Answer {
        let request = Request::post(format!("http://slack.test/api/{method}"))
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "application/json; charset=utf-8")
            .body(arguments.to_string().into());
        self.raw(request.unwrap()).await
    }

    pub(crate) async fn raw(&self, request: Request<Bytes>) -> Answer {
        self.api.clone().oneshot(request).await
    }

    pub(crate) fn ann(&self) -> &str {
        &self.settings().user_id
    }

    /// Has the default person write in #general.
    pub(crate) fn write(&self, text: &str, thread: Option<&str>) -> String {
        self.slack.write(self.ann(), &self.settings().channel, text, thread).unwrap()
    }

    /// Has the default person write in another channel.
    pub(crate) fn write_in(&self, channel: &str, text: &str) -> String {
        self.slack.write(self.ann(), channel, text, None).unwrap()
    }

    /// The texts on a screen, in order.
    pub(crate) fn screen(&self) -> Vec<String> {
        self.slack.truth().shown.into_iter().map(|shown| shown.text).collect()
    }
}

fn app(told: &Arc<Mutex<Vec<Told>>>, script: &Arc<Mutex<VecDeque<Script>>>) -> Transport {
    let (told, script, born) = (Arc::clone(told), Arc::clone(script), Instant::now());
    Transport::new(service_fn(move |request: Request<Bytes>| {
        let (parts, raw) = request.into_parts();
        let body = understood(&parts.headers, &raw);
        let (at, url) = (born.elapsed(), parts.uri.to_string());
        told.lock().unwrap().push(Told { at, url, headers: parts.headers, raw, body });
        let next = script.lock().unwrap().pop_front().unwrap_or(Script::Status(200));
        async move {
            match next {
                Script::Status(status) => Ok(Response::builder().status(status).body(Bytes::new()).unwrap()),
                Script::Answer(response) => Ok(response),
                Script::After(pause) => {
                    sleep(pause).await;
                    Ok(Response::new(Bytes::new()))
                }
                Script::Lost => Err(TransportError::maybe_sent("reset")),
            }
        }
    }))
}

/// JSON as it is, the `payload` of a form, or all fields of one.
fn understood(headers: &HeaderMap, raw: &Bytes) -> Value {
    if headers["content-type"] == "application/json" {
        return serde_json::from_slice(raw).unwrap();
    }
    assert_eq!(headers["content-type"], "application/x-www-form-urlencoded", "without a charset");
    let fields = form_urlencoded::parse(raw).map(|(name, value)| (name.into_owned(), value.into_owned()));
    let mut fields: std::collections::BTreeMap<_, _> = fields.collect();
    match fields.remove("payload") {
        Some(payload) => serde_json::from_str(&payload).unwrap(),
        None => serde_json::json!(fields),
    }
}

/// An answer with a body of JSON.
pub(crate) fn answer(body: &Value) -> Script {
    let response = Response::builder().header("content-type", "application/json");
    Script::Answer(response.body(Bytes::from(body.to_string())).unwrap())
}

pub(crate) fn read(response: &Response<Bytes>) -> Value {
    serde_json::from_slice(response.body()).unwrap()
}

/// A plan in which one fault always strikes.
pub(crate) fn always(set: impl FnOnce(&mut FaultPlan)) -> FaultPlan {
    let mut plan = FaultPlan { until: Duration::MAX, ..FaultPlan::default() };
    set(&mut plan);
    plan
}
