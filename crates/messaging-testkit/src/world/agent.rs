use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use fastrand::Rng;
use futures_util::{FutureExt, StreamExt};
use messaging_agent::{Agent, AgentError, ReplyStream, Turn};
use messaging_core::message::Content;
use messaging_emulator::Journal;
use tokio::time::sleep;

use super::{body::Body, signed::signed, text};

/// What the agent does wrong, each in so many of a thousand turns.
#[derive(Clone, Copy, Debug, Default)]
pub struct AgentFaults {
    /// Takes 1 to 8 s.
    pub slow: u32,
    /// Takes 20 to 70 s, longer than a lease.
    pub endless: u32,
    /// Gives up.
    pub fails: u32,
}

impl AgentFaults {
    /// Everything at once.
    #[must_use]
    pub fn everything() -> Self {
        Self { slow: 200, endless: 60, fails: 40 }
    }
}

/// An agent that is watched, and made slow and faulty: one of somebody else's, or one that says what it heard.
#[derive(Clone)]
pub(super) struct Watched {
    faults: AgentFaults,
    rng: Arc<Mutex<Rng>>,
    journal: Journal,
    notes: Arc<Mutex<Notes>>,
    body: Option<Arc<Body>>,
    own: Option<Arc<dyn Agent>>,
}

/// What was seen of an agent.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    /// Turns that ran to their end in a process that was never frozen meanwhile.
    pub(super) spans: Vec<Span>,
    /// How often the agent was asked, by turn and by attempt.
    pub(super) asked: BTreeMap<(String, u32), u32>,
    /// With an agent of somebody else's: how many replies it had for a message, each time it was asked.
    pub(super) answers: Option<BTreeMap<(usize, u64), BTreeSet<usize>>>,
    /// When turns about a message began.
    pub(super) begun: BTreeMap<(usize, u64), Vec<Duration>>,
}

/// From when to when a turn took.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) conversation: String,
    /// Which messages it was about.
    pub(super) about: Vec<(usize, u64)>,
    pub(super) from: Duration,
    pub(super) to: Duration,
}

/// A turn that has begun.
struct Begun {
    conversation: String,
    about: Vec<(usize, u64)>,
    from: Duration,
    freezes: u64,
}

impl Watched {
    pub(super) fn new(own: Option<Arc<dyn Agent>>, faults: AgentFaults, seed: u64, journal: Journal) -> Self {
        let rng = Arc::new(Mutex::new(Rng::with_seed(seed)));
        let answers = own.as_ref().map(|_| BTreeMap::new());
        let notes = Notes { spans: Vec::new(), asked: BTreeMap::new(), answers, begun: BTreeMap::new() };
        Self { faults, rng, journal, notes: Arc::new(Mutex::new(notes)), body: None, own }
    }

    /// The same agent, in this process.
    pub(super) fn within(&self, body: &Arc<Body>) -> Self {
        Self { body: Some(Arc::clone(body)), ..self.clone() }
    }

    pub(super) fn notes(&self) -> Notes {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn freezes(&self) -> u64 {
        self.body.as_ref().map_or(0, |body| body.freezes())
    }

    /// How long this turn takes, and whether it fails.
    fn fate(&self) -> (Duration, bool) {
        let mut rng = self.rng.lock().unwrap_or_else(PoisonError::into_inner);
        let drawn = rng.u32(..1_000);
        let millis = match drawn {
            _ if drawn < self.faults.endless => rng.u64(20_000..70_000),
            _ if drawn < self.faults.endless + self.faults.slow => rng.u64(1_000..8_000),
            _ => rng.u64(10..300),
        };
        (Duration::from_millis(millis), rng.u32(..1_000) < self.faults.fails)
    }

    /// Begins a turn: what ends it, and whether it fails.
    async fn begin(&self, turn: &Turn) -> (Begun, bool) {
        let (time, fails) = self.fate();
        let (place, run) = (turn.conversation.to_string(), &turn.run);
        self.journal.note(format_args!("turn {place} {run} events={} attempt={}", turn.messages.len(), turn.attempt));
        for message in turn.messages.iter().filter_map(|message| text::read(&message.content.text)) {
            self.lock().begun.entry(message).or_default().push(self.journal.now());
        }
        *self.lock().asked.entry((run.clone(), turn.attempt)).or_default() += 1;
        let about = heard(turn);
        let begun = Begun { conversation: place, about, from: self.journal.now(), freezes: self.freezes() };
        sleep(time).await;
        (begun, fails)
    }

    fn end(&self, begun: Begun) {
        if begun.freezes == self.freezes() {
            let Begun { conversation, about, from, .. } = begun;
            self.lock().spans.push(Span { conversation, about, from, to: self.journal.now() });
        }
    }

    /// Asks somebody else's agent, which knows nothing of marks.
    async fn ask<'a>(&'a self, own: &'a dyn Agent, mut turn: Turn) -> ReplyStream<'a> {
        let (begun, fails) = self.begin(&turn).await;
        let heard = heard(&turn);
        for message in &mut turn.messages {
            message.content.text = text::without_mark(&message.content.text);
        }
        for line in &mut turn.history {
            line.text = text::without_mark(text::without_sign(&line.text));
        }
        let about = heard.clone();
        let end = move |replies| {
            self.end(begun);
            if let Some(answers) = &mut self.lock().answers {
                for message in about {
                    answers.entry(message).or_default().insert(replies);
                }
            }
            fails.then(|| AgentError::retry("no idea"))
        };
        ReplyStream::new(signed(own.stream(turn), heard, end))
    }
}

#[async_trait]
impl Agent for Watched {
    async fn reply(&self, turn: Turn) -> Result<Vec<Content>, AgentError> {
        if self.own.is_some() {
            return self.stream(turn).collect().await;
        }
        let (begun, fails) = self.begin(&turn).await;
        self.end(begun);
        if fails {
            return Err(AgentError::retry("no idea"));
        }
        Ok(text::replies(&heard(&turn)).into_iter().map(Content::text).collect())
    }

    fn stream(&self, turn: Turn) -> ReplyStream<'_> {
        match &self.own {
            Some(own) => ReplyStream::new(self.ask(&**own, turn).into_stream().flatten()),
            None => ReplyStream::whole(self.reply(turn)),
        }
    }
}

/// Which messages a turn is about.
fn heard(turn: &Turn) -> Vec<(usize, u64)> {
    turn.messages.iter().filter_map(|message| text::read(&message.content.text)).collect()
}
