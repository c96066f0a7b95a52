use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use fastrand::Rng;
use messaging_agent::{Agent, AgentError, Turn};
use messaging_core::message::Content;
use messaging_emulator::Journal;
use tokio::time::sleep;

use super::{body::Body, text};

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

/// Says what it heard.
#[derive(Clone)]
pub(super) struct EchoAgent {
    faults: AgentFaults,
    rng: Arc<Mutex<Rng>>,
    journal: Journal,
    spans: Arc<Mutex<Vec<Span>>>,
    body: Option<Arc<Body>>,
}

/// A turn that ran to its end in a process that was never frozen meanwhile.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) conversation: String,
    pub(super) from: Duration,
    pub(super) to: Duration,
}

impl EchoAgent {
    pub(super) fn new(faults: AgentFaults, seed: u64, journal: Journal) -> Self {
        let rng = Arc::new(Mutex::new(Rng::with_seed(seed)));
        Self { faults, rng, journal, spans: Arc::default(), body: None }
    }

    /// The same agent, in this process.
    pub(super) fn within(&self, body: &Arc<Body>) -> Self {
        Self { body: Some(Arc::clone(body)), ..self.clone() }
    }

    pub(super) fn spans(&self) -> Vec<Span> {
        self.spans.lock().unwrap_or_else(PoisonError::into_inner).clone()
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
}

#[async_trait]
impl Agent for EchoAgent {
    async fn reply(&self, turn: Turn) -> Result<Vec<Content>, AgentError> {
        let (time, fails) = self.fate();
        let (place, run) = (turn.conversation.to_string(), &turn.run);
        self.journal.note(format_args!("turn {place} {run} events={} attempt={}", turn.messages.len(), turn.attempt));
        let (from, freezes) = (self.journal.now(), self.freezes());
        sleep(time).await;
        if freezes == self.freezes() {
            let span = Span { conversation: place, from, to: self.journal.now() };
            self.spans.lock().unwrap_or_else(PoisonError::into_inner).push(span);
        }
        if fails {
            return Err(AgentError::retry("no idea"));
        }
        let heard: Vec<_> = turn.messages.iter().filter_map(|message| text::read(&message.content.text)).collect();
        Ok(text::replies(&heard).into_iter().map(Content::text).collect())
    }
}
