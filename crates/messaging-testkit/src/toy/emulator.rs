use std::{
    collections::BTreeMap,
    fmt,
    future::pending,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, header::RETRY_AFTER};
use messaging_core::Keyword;
use messaging_emulator::{Desk, Fate, FaultPlan, Journal, Shown, Truth};
use messaging_http::{Transport, TransportError};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

/// How long a callback may take.
const PATIENCE: Duration = Duration::from_secs(3);

use super::{answer::Answers, signature::signed_callback, workspaces::workspace};

type Answer = Result<Response<Bytes>, TransportError>;

/// The toy provider's other side.
#[derive(Clone)]
pub struct ToyEmulator {
    pub(super) desk: Desk,
    secret: String,
    account: String,
    /// Which intent each message carried.
    pub(super) intents: Arc<Mutex<BTreeMap<String, String>>>,
    /// What came inside answers.
    pub(super) answers: Arc<Mutex<Answers>>,
    /// How often a message is told before the platform gives up on it; for ever if none.
    tells: Option<u32>,
    /// How many workspaces its rooms belong to, each of which counts its messages for itself.
    workspaces: usize,
    /// What was said in each room, as it is told.
    said: Arc<Mutex<BTreeMap<String, Vec<Value>>>>,
}

impl ToyEmulator {
    /// A provider that errs as `plan` says.
    #[must_use]
    pub fn new(secret: impl Into<String>, plan: FaultPlan, seed: u64, journal: Journal) -> Self {
        Self {
            desk: Desk::new(journal, plan, seed),
            secret: secret.into(),
            account: "toy".to_owned(),
            intents: Arc::default(),
            answers: Arc::default(),
            tells: None,
            workspaces: 0,
            said: Arc::default(),
        }
    }

    /// Calls back another account than `toy`.
    #[must_use]
    pub fn for_account(mut self, account: impl Into<String>) -> Self {
        self.account = account.into();
        self
    }

    /// Gives up on a message that was told twice in vain, but for the first of all.
    #[must_use]
    pub fn forgetful(mut self) -> Self {
        self.tells = Some(2);
        self
    }

    /// Has rooms in so many workspaces, which give their messages the same names.
    #[must_use]
    pub fn in_workspaces(mut self, workspaces: usize) -> Self {
        self.workspaces = workspaces;
        self
    }

    /// What was said in each room, as it is told; never held across an await.
    pub(super) fn said_in(&self) -> MutexGuard<'_, BTreeMap<String, Vec<Value>>> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The name of the next message of a room: unique in its workspace, and nowhere else.
    fn key(&self, room: &str, text: &str) -> String {
        if self.workspaces == 0 {
            return text.to_owned();
        }
        let of = workspace(room, self.workspaces);
        let said = self.said_in();
        let before = said.iter().filter(|(room, _)| workspace(room, self.workspaces) == of);
        format!("message {}", before.map(|(_, said)| said.len()).sum::<usize>())
    }

    /// Says where callbacks go.
    pub fn connect(&self, gateway: Transport) {
        self.desk.connect(gateway);
    }

    /// Returns a copy of the truth so far.
    #[must_use]
    pub fn truth(&self) -> Truth {
        self.desk.truth().clone()
    }

    /// Returns its API, as a function. The work is done in a task of the emulator's own: a caller that hangs up, or dies,
    /// does not undo what it asked for.
    #[must_use]
    pub fn api(&self) -> Transport {
        let emulator = self.clone();
        Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let emulator = emulator.clone();
            async move {
                let work = tokio::spawn(async move { emulator.serve(request).await });
                match work.await {
                    Ok(Some(answer)) => answer,
                    Ok(None) => pending().await,
                    Err(_) => Err(TransportError::maybe_sent("the emulator failed")),
                }
            }
        }))
    }

    async fn serve(&self, request: Request<Bytes>) -> Option<Answer> {
        sleep(self.desk.between(5, 50)).await;
        match *request.method() {
            Method::POST if request.uri().path() == "/search" => Some(Ok(self.search(request.body()))),
            Method::POST => self.post(request.body()),
            Method::PUT => Some(Ok(Response::new(Bytes::new()))),
            Method::GET => {
                let (path, query) = (request.uri().path(), request.uri().query().unwrap_or_default());
                Some(Ok(if path == "/messages" { self.list(query) } else { self.records(path, query) }))
            }
            _ => Some(Ok(status(StatusCode::METHOD_NOT_ALLOWED))),
        }
    }

    /// `POST /messages`; none means that no answer will ever come.
    fn post(&self, body: &Bytes) -> Option<Answer> {
        let body: Value = serde_json::from_slice(body).unwrap_or_default();
        let fate = self.desk.fate();
        self.desk.note(format_args!("post {} {fate:?}", body.get("intent").unwrap_or(&Value::Null)));
        match fate {
            Fate::Well => Some(Ok(Response::new(self.show(&body)))),
            Fate::Swallow => Some(Ok(Response::new(r#"{"id":"swallowed"}"#.into()))),
            Fate::Refuse => Some(Err(TransportError::not_sent("connection refused"))),
            Fate::Throttle => {
                let mut refusal = status(StatusCode::TOO_MANY_REQUESTS);
                refusal.headers_mut().insert(RETRY_AFTER, self.desk.dice(|rng| rng.u32(1..=5)).into());
                Some(Ok(refusal))
            }
            Fate::BreakAfter => {
                self.show(&body);
                Some(Ok(status(StatusCode::SERVICE_UNAVAILABLE)))
            }
            Fate::VanishBefore => None,
            Fate::VanishAfter => {
                self.show(&body);
                None
            }
            Fate::Late => {
                let emulator = self.clone();
                tokio::spawn(async move {
                    sleep(emulator.desk.between(1_000, 20_000)).await;
                    emulator.show(&body);
                });
                None
            }
            _ => Some(Ok(status(StatusCode::SERVICE_UNAVAILABLE))),
        }
    }

    /// A person sees it.
    pub(super) fn show(&self, body: &Value) -> Bytes {
        let word = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (place, intent) = (word("to"), word("intent"));
        let id = {
            let mut intents = self.intents.lock().unwrap_or_else(PoisonError::into_inner);
            let id = format!("m{}", intents.len());
            intents.insert(id.clone(), intent.clone());
            id
        };
        if intent.is_empty() {
            self.said(&id, &place, &word("text"));
        }
        self.put_on_screen(&place, &id, &word("text"), true);
        if self.desk.strikes(self.desk.plan().receipt) {
            let key = format!("delivered-{id}");
            let told = json!({ "type": "delivered", "key": key, "conversation": place, "intent": intent, "id": id });
            self.deliver(told, None);
        }
        json!({ "id": id }).to_string().into()
    }

    fn put_on_screen(&self, place: &str, id: &str, text: &str, from_app: bool) {
        let author = if from_app { "toy" } else { "person" }.to_owned();
        let (place, id, text) = (place.to_owned(), id.to_owned(), text.to_owned());
        self.desk.show(Shown { seq: 0, place, thread: None, id, author, from_app, text, at: 0 });
    }

    /// `GET /messages?intent=…`
    fn list(&self, query: &str) -> Response<Bytes> {
        if self.desk.strikes(self.desk.plan().blind) {
            return status(StatusCode::SERVICE_UNAVAILABLE);
        }
        let asked = query.strip_prefix("intent=").unwrap_or_default();
        let intents = self.intents.lock().unwrap_or_else(PoisonError::into_inner);
        let found: Vec<_> =
            intents.iter().filter(|(_, intent)| *intent == asked).map(|(id, _)| json!({ "id": id })).collect();
        self.desk.note(format_args!("list {asked} {}", found.len()));
        Response::new(Value::from(found).to_string().into())
    }

    /// A person writes; the gateway is told until it says yes.
    pub fn write(&self, conversation: &str, index: u64, text: &str) {
        self.desk.truth().written.entry(text.to_owned()).or_default();
        self.put_on_screen(conversation, &format!("p{index}"), text, false);
        let (key, at) = (self.key(conversation, text), self.desk.unix_millis());
        let at = self.tells.map(|_| at);
        let body = json!({
            "type": "message", "key": key, "conversation": conversation, "index": index, "text": text, "at": at,
        });
        self.said_in().entry(conversation.to_owned()).or_default().push(body.clone());
        self.deliver(body, Some(text.to_owned()));
    }

    /// A person presses stop, in a message named `name`.
    pub fn press_stop(&self, conversation: &str, name: &str) {
        self.desk.truth().written.entry(name.to_owned()).or_default();
        let body = json!({ "type": "stopped", "key": name, "conversation": conversation });
        self.deliver(body, Some(name.to_owned()));
    }

    /// A person gives or takes back their consent, in a message named `name`.
    pub fn agree(&self, conversation: &str, keyword: Keyword, name: &str) {
        self.desk.truth().written.entry(name.to_owned()).or_default();
        let body = json!({ "type": "keyword", "key": name, "conversation": conversation, "keyword": keyword });
        self.deliver(body, Some(name.to_owned()));
    }

    fn deliver(&self, body: Value, text: Option<String>) {
        self.desk.truth().open += 1;
        let emulator = self.clone();
        tokio::spawn(async move {
            let desk = &emulator.desk;
            let late = if desk.strikes(desk.plan().reorder) { 1_500 } else { 30 };
            sleep(desk.between(0, late)).await;
            let mut pause = Duration::from_millis(500);
            let is_first = emulator.said_in().values().map(Vec::len).sum::<usize>() == 1;
            let mut left = emulator.tells.filter(|_| !is_first).unwrap_or(u32::MAX);
            while !emulator.tell(&body, text.as_deref()).await {
                left -= 1;
                if left == 0 {
                    desk.note(format_args!("gives up on {}", body.get("key").unwrap_or(&Value::Null)));
                    break;
                }
                sleep(pause).await;
                pause = (pause * 2).min(Duration::from_secs(10));
            }
            desk.truth().open -= 1;
            if desk.strikes(desk.plan().duplicate) {
                sleep(desk.between(0, 20_000)).await;
                emulator.tell(&body, text.as_deref()).await;
            }
        });
    }

    /// Tells the gateway once; whether it said yes, as far as we heard.
    async fn tell(&self, body: &Value, text: Option<&str>) -> bool {
        let now = self.desk.now();
        if let Some(text) = text {
            self.desk.truth().written.entry(text.to_owned()).or_default().told.get_or_insert(now);
        }
        let answer = timeout(PATIENCE, self.desk.call(self.signed(body))).await;
        let yes = matches!(&answer, Ok(Ok(response)) if response.status().is_success());
        let heard = yes && !self.desk.strikes(self.desk.plan().deaf);
        self.desk.note(format_args!("tell {} yes={yes} heard={heard}", body.get("key").unwrap_or(&Value::Null)));
        if let (true, Some(text)) = (heard, text) {
            let now = self.desk.now();
            self.desk.truth().written.entry(text.to_owned()).or_default().acknowledged.get_or_insert(now);
        }
        if let (true, Ok(Ok(response))) = (heard, &answer) {
            self.take_answer(body, response.body());
        }
        heard
    }

    fn signed(&self, body: &Value) -> Request<Bytes> {
        signed_callback(&self.secret, &self.account, self.desk.wall(), body.to_string())
    }
}

pub(super) fn status(status: StatusCode) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = status;
    response
}

impl fmt::Debug for ToyEmulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ToyEmulator").field("desk", &self.desk).finish_non_exhaustive()
    }
}
