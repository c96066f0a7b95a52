use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use fastrand::Rng;
use futures_util::{Stream, StreamExt, stream};
use http::{Request, Response};
use messaging_http::{Transport, TransportError};
use serde_json::{Value, json};
use tokio::sync::watch;
use tower::ServiceExt;

use crate::{
    FaultPlan, Journal, News, Shown, Truth,
    fate::Fate,
    news::{Notice, Notices},
};

/// Most messages, and most warnings, kept by an emulator that runs outside a simulated world.
const MOST_KEPT: usize = 10_000;

/// What every emulator has on its desk: the truth, the dice, the faults and the line to the application.
#[derive(Clone)]
pub struct Desk {
    parts: Arc<Parts>,
}

struct Parts {
    journal: Journal,
    plan: Mutex<FaultPlan>,
    truth: Mutex<Truth>,
    notices: Mutex<Notices>,
    warnings: Mutex<VecDeque<String>>,
    rng: Mutex<Rng>,
    application: Mutex<Option<Transport>>,
    shown: watch::Sender<u64>,
}

impl Desk {
    /// Takes a desk in: a journal, what goes wrong, and the seed of its dice.
    #[must_use]
    pub fn new(journal: Journal, plan: FaultPlan, seed: u64) -> Self {
        let (shown, _) = watch::channel(0);
        let (plan, rng) = (Mutex::new(plan), Mutex::new(Rng::with_seed(seed)));
        let (truth, notices, warnings, application) = Default::default();
        Self { parts: Arc::new(Parts { journal, plan, truth, notices, warnings, rng, application, shown }) }
    }

    /// Says where callbacks go: a function from request to response.
    pub fn connect(&self, application: Transport) {
        *lock(&self.parts.application) = Some(application);
    }

    /// Calls the application back, once.
    ///
    /// # Errors
    /// Nobody is connected, or the line broke.
    pub async fn call(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let application = lock(&self.parts.application).clone();
        application.ok_or_else(|| TransportError::not_sent("nobody listens"))?.oneshot(request).await
    }

    /// Returns the journal.
    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.parts.journal
    }

    /// Writes a line into the journal.
    pub fn note(&self, line: impl fmt::Display) {
        self.parts.journal.note(line);
    }

    /// How old this emulator is.
    #[must_use]
    pub fn now(&self) -> Duration {
        self.parts.journal.now()
    }

    /// What the clocks on the walls say.
    #[must_use]
    pub fn wall(&self) -> SystemTime {
        self.parts.journal.wall()
    }

    /// The wall clock in milliseconds since 1970.
    #[must_use]
    pub fn unix_millis(&self) -> u64 {
        let since = self.wall().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    /// The truth, to be read or written; never held across an await.
    pub fn truth(&self) -> MutexGuard<'_, Truth> {
        lock(&self.parts.truth)
    }

    /// Puts a message on somebody's screen; `seq` and `at` are filled in here.
    pub fn show(&self, mut shown: Shown) {
        let mut truth = self.truth();
        shown.seq = self.next_seq();
        shown.at = self.unix_millis();
        self.note(format_args!("show {} {} {}", shown.place, shown.id, shown.text));
        let seq = shown.seq;
        truth.shown.push(shown);
        if truth.shown.len() > MOST_KEPT && self.parts.journal.is_live() {
            truth.shown.remove(0);
        }
        self.parts.shown.send_replace(seq);
    }

    /// Changes what a message on somebody's screen says, in its place; the change is news under a `seq` of its own.
    pub fn rewrite(&self, place: &str, id: &str, text: &str) {
        let mut truth = self.truth();
        let seq = self.next_seq();
        let Some(shown) = truth.shown.iter_mut().rev().find(|shown| shown.place == place && shown.id == id) else {
            return;
        };
        self.note(format_args!("rewrite {place} {id} {text}"));
        text.clone_into(&mut shown.text);
        shown.seq = seq;
        self.parts.shown.send_replace(seq);
    }

    /// Has everyone look again at a message, because something about it changed that is not its text.
    pub fn refresh(&self, place: &str, id: &str) {
        let mut truth = self.truth();
        let seq = self.next_seq();
        if let Some(shown) = truth.shown.iter_mut().rev().find(|shown| shown.place == place && shown.id == id) {
            shown.seq = seq;
            self.parts.shown.send_replace(seq);
        }
    }

    /// Takes a message off somebody's screen.
    pub fn erase(&self, place: &str, id: &str) {
        self.note(format_args!("erase {place} {id}"));
        self.truth().shown.retain(|shown| shown.place != place || shown.id != id);
        self.announce("gone", json!({ "place": place, "id": id }));
    }

    /// Tells whoever watches the screens something that is no message.
    pub fn announce(&self, name: &'static str, data: Value) {
        let _order = self.truth();
        let seq = self.next_seq();
        lock(&self.parts.notices).put(Notice { seq, name, data });
        self.parts.shown.send_replace(seq);
    }

    /// The next place in the order of all news; asked for while the truth is held.
    fn next_seq(&self) -> u64 {
        *self.parts.shown.borrow() + 1
    }

    /// Everything new after `seq`, then everything that will be.
    pub fn news_after(&self, seq: u64) -> impl Stream<Item = News> + Send + 'static {
        let (desk, bell) = (self.clone(), self.parts.shown.subscribe());
        stream::unfold((desk, bell, seq), |(desk, mut bell, seq)| async move {
            loop {
                bell.borrow_and_update();
                let mut news = desk.read_after(seq);
                news.sort_by_key(News::seq);
                if let Some(last) = news.last() {
                    let seq = last.seq();
                    return Some((stream::iter(news), (desk, bell, seq)));
                }
                bell.changed().await.ok()?;
            }
        })
        .flatten()
    }

    fn read_after(&self, seq: u64) -> Vec<News> {
        let truth = self.truth();
        let shown = truth.shown.iter().filter(|shown| shown.seq > seq).cloned().map(News::Shown);
        shown.chain(lock(&self.parts.notices).after(seq)).collect()
    }

    /// Records something the real service would have ignored in silence.
    pub fn warn(&self, warning: String) {
        self.note(format_args!("warning {warning}"));
        let mut warnings = lock(&self.parts.warnings);
        if warnings.len() >= MOST_KEPT {
            warnings.pop_front();
        }
        warnings.push_back(warning);
    }

    /// Returns the warnings that were kept.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        lock(&self.parts.warnings).iter().cloned().collect()
    }

    /// What goes wrong at the moment.
    #[must_use]
    pub fn plan(&self) -> FaultPlan {
        *lock(&self.parts.plan)
    }

    /// Changes what goes wrong.
    pub fn set_plan(&self, plan: FaultPlan) {
        *lock(&self.parts.plan) = plan;
    }

    /// Throws the dice.
    pub fn dice<T>(&self, throw: impl FnOnce(&mut Rng) -> T) -> T {
        throw(&mut lock(&self.parts.rng))
    }

    /// What happens to the send that came in just now.
    #[must_use]
    pub fn fate(&self) -> Fate {
        if self.is_faulty() { self.dice(|rng| self.plan().fate(rng)) } else { Fate::Well }
    }

    /// Whether a fault of these odds, out of a thousand, strikes now.
    #[must_use]
    pub fn strikes(&self, odds: u32) -> bool {
        odds > 0 && self.is_faulty() && self.dice(|rng| rng.u32(..1_000)) < odds
    }

    fn is_faulty(&self) -> bool {
        self.now() < self.plan().until
    }

    /// A random time in milliseconds.
    #[must_use]
    pub fn between(&self, least: u64, most: u64) -> Duration {
        Duration::from_millis(self.dice(|rng| rng.u64(least..=most)))
    }

    /// So many lower-case hexadecimal digits.
    #[must_use]
    pub fn hex(&self, digits: usize) -> String {
        self.dice(|rng| (0..digits).map(|_| char::from_digit(rng.u32(..16), 16).unwrap_or('0')).collect())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk").field("plan", &self.plan()).finish_non_exhaustive()
    }
}
