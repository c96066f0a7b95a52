use std::{
    future::pending,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use fastrand::Rng;
use http::{Method, Request, Response, StatusCode, header::RETRY_AFTER};
use messaging_emulator::{Fate, FaultPlan};
use messaging_gateway::Gateway;
use messaging_http::{Transport, TransportError};
use messaging_testkit::toy::signed_callback;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep, timeout};

use crate::{carried::Carried, ledger::Ledger, outages};

/// Signs callbacks.
pub(crate) const SECRET: &str = "day";

/// How long a callback may take.
const PATIENCE: Duration = Duration::from_secs(3);

/// Most messages that can still be looked up: those of the last quarter of an hour at noon.
const LOOKED_UP: usize = 1 << 17;

type Answer = Result<Response<Bytes>, TransportError>;

/// The toy's platform for a whole day: everything it keeps has a bound.
#[derive(Clone)]
pub(crate) struct Platform(Arc<Parts>);

struct Parts {
    born: Instant,
    length: Duration,
    state: Mutex<State>,
}

pub(crate) struct State {
    pub(crate) dice: Rng,
    pub(crate) ledger: Ledger,
    carried: Carried,
    /// Who takes callbacks; none between two processes.
    pub(crate) gateway: Option<Gateway>,
    /// Callbacks still to be delivered.
    pub(crate) open: u64,
    /// Callbacks that got no yes, or one that was not heard.
    pub(crate) unanswered: u64,
    /// Requests about sends that nobody had answered.
    pub(crate) looks: u64,
    /// Sends that were carried or broken off so that nobody knew.
    pub(crate) doubted: u64,
    /// Callbacks of any kind, repetitions included.
    pub(crate) told: u64,
}

impl Platform {
    pub(crate) fn new(seed: u64, people: usize, length: Duration) -> Self {
        let state = State {
            dice: Rng::with_seed(seed),
            ledger: Ledger::new(people),
            carried: Carried::new(LOOKED_UP),
            gateway: None,
            open: 0,
            unanswered: 0,
            looks: 0,
            doubted: 0,
            told: 0,
        };
        Self(Arc::new(Parts { born: Instant::now(), length, state: Mutex::new(state) }))
    }

    /// Never held across an await.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the clocks on the walls say.
    pub(crate) fn wall(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000) + self.0.born.elapsed()
    }

    fn plan(&self) -> FaultPlan {
        outages::plan_at(self.0.born.elapsed().as_secs_f64() / self.0.length.as_secs_f64())
    }

    fn strikes(&self, odds: u32) -> bool {
        self.state().dice.u32(..1_000) < odds
    }

    fn between(&self, least: u64, most: u64) -> Duration {
        Duration::from_millis(self.state().dice.u64(least..=most))
    }

    /// Its API. A caller that hangs up, or dies, does not undo what it asked for.
    pub(crate) fn api(&self) -> Transport {
        let platform = self.clone();
        Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let platform = platform.clone();
            async move {
                match tokio::spawn(async move { platform.serve(request).await }).await {
                    Ok(Some(answer)) => answer,
                    Ok(None) => pending().await,
                    Err(_) => Err(TransportError::maybe_sent("the platform failed")),
                }
            }
        }))
    }

    /// None means that no answer will ever come.
    async fn serve(&self, request: Request<Bytes>) -> Option<Answer> {
        sleep(self.between(5, 50)).await;
        if request.method() == Method::GET {
            return Some(Ok(self.list(request.uri().query().unwrap_or_default())));
        }
        let message: Value = serde_json::from_slice(request.body()).expect("JSON");
        let plan = self.plan();
        let fate = plan.fate(&mut self.state().dice);
        match fate {
            Fate::Well => Some(Ok(Response::new(self.show(&message)))),
            Fate::Refuse => Some(Err(TransportError::not_sent("connection refused"))),
            Fate::Throttle => {
                let mut refusal = status(StatusCode::TOO_MANY_REQUESTS);
                refusal.headers_mut().insert(RETRY_AFTER, self.state().dice.u32(1..=5).into());
                Some(Ok(refusal))
            }
            _ => {
                self.state().doubted += 1;
                match fate {
                    Fate::BreakAfter | Fate::VanishAfter => drop(self.show(&message)),
                    Fate::Late => {
                        let platform = self.clone();
                        tokio::spawn(async move {
                            sleep(platform.between(1_000, 20_000)).await;
                            platform.show(&message);
                        });
                    }
                    _ => {}
                }
                let breaks = matches!(fate, Fate::BreakBefore | Fate::BreakAfter);
                breaks.then(|| Ok(status(StatusCode::SERVICE_UNAVAILABLE)))
            }
        }
    }

    /// A person sees an answer.
    fn show(&self, message: &Value) -> Bytes {
        let word = |name: &str| message[name].as_str().expect("a word");
        let number = {
            let mut state = self.state();
            state.ledger.show(word("text"));
            state.carried.note(word("intent"))
        };
        let id = format!("m{number}");
        if self.strikes(self.plan().receipt) {
            let (key, place) = (format!("delivered-{id}"), word("to"));
            let told =
                json!({ "type": "delivered", "key": key, "conversation": place, "intent": word("intent"), "id": id });
            self.deliver(told.to_string());
        }
        json!({ "id": id }).to_string().into()
    }

    fn list(&self, query: &str) -> Response<Bytes> {
        self.state().looks += 1;
        if self.strikes(self.plan().blind) {
            return status(StatusCode::SERVICE_UNAVAILABLE);
        }
        let numbers = self.state().carried.find(query.strip_prefix("intent=").expect("an intent"));
        let found: Vec<_> = numbers.into_iter().map(|number| json!({ "id": format!("m{number}") })).collect();
        Response::new(Value::from(found).to_string().into())
    }

    /// A person writes; the gateway is told until it says yes.
    pub(crate) fn write(&self, person: usize) {
        let text = self.state().ledger.write(person);
        let (_, index) = text.split_once('#').unwrap();
        let index: u64 = index.parse().unwrap();
        let place = format!("c{person}");
        let told = json!({ "type": "message", "key": text, "conversation": place, "index": index, "text": text });
        self.deliver(told.to_string());
    }

    fn deliver(&self, body: String) {
        self.state().open += 1;
        let platform = self.clone();
        tokio::spawn(async move {
            let late = if platform.strikes(platform.plan().reorder) { 1_500 } else { 30 };
            sleep(platform.between(0, late)).await;
            let mut pause = Duration::from_millis(500);
            while !platform.tell(&body).await {
                platform.state().unanswered += 1;
                sleep(pause).await;
                pause = (pause * 2).min(Duration::from_secs(10));
            }
            platform.state().open -= 1;
            if platform.strikes(platform.plan().duplicate) {
                sleep(platform.between(0, 20_000)).await;
                platform.tell(&body).await;
            }
        });
    }

    /// Tells the gateway once; whether it said yes, as far as we heard.
    async fn tell(&self, body: &str) -> bool {
        let gateway = {
            let mut state = self.state();
            state.told += 1;
            state.gateway.clone()
        };
        let Some(gateway) = gateway else { return false };
        let request = signed_callback(SECRET, "toy", self.wall(), body.to_owned());
        let answer = timeout(PATIENCE, gateway.receive("toy", "", &request)).await;
        answer.is_ok_and(|answer| answer.status().is_success()) && !self.strikes(self.plan().deaf)
    }
}

fn status(status: StatusCode) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = status;
    response
}
