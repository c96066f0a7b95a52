use std::time::{Duration, SystemTime};

use super::Step;

/// A message of the API of 2010.
#[derive(Clone, Debug)]
pub(crate) struct Sms {
    pub(crate) sid: String,
    pub(crate) body: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) messaging_service_sid: Option<String>,
    pub(crate) direction: &'static str,
    pub(crate) media: Vec<Medium>,
    pub(crate) created: SystemTime,
    /// The emulator's age when it was created: its life is counted from here.
    pub(crate) born: Duration,
    pub(crate) life: Life,
    pub(crate) options: Options,
}

/// What was asked for when it was created, and afterwards.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// The template, and the values for its placeholders.
    pub(crate) content: Option<(String, String)>,
    pub(crate) status_callback: Option<String>,
    /// Who sends it as SMS if the person cannot be reached over RCS.
    pub(crate) fallback_from: Option<String>,
    /// How long it may wait in the queue.
    pub(crate) validity: Option<Duration>,
    /// How long after its creation it is to be sent.
    pub(crate) send_after: Option<Duration>,
    /// Whether its sender and its segments are known from the beginning.
    pub(crate) is_pooled: bool,
    /// What a phone gets beside the body: places and other rich actions.
    pub(crate) actions: Vec<String>,
    /// `ContentRetention=discard`: its text is gone when it is done.
    pub(crate) forgets_body: bool,
    /// `AddressRetention=obfuscate`: the person's number is gone when it is done.
    pub(crate) forgets_address: bool,
    /// When it was changed over REST, counted like `born`.
    pub(crate) changed: Option<Duration>,
}

/// A file of a message.
#[derive(Clone, Debug)]
pub(crate) struct Medium {
    pub(crate) sid: String,
    /// Where the application put it; empty for what a person sent.
    pub(crate) url: String,
    pub(crate) content_type: String,
    /// What a person sent.
    pub(crate) bytes: Option<bytes::Bytes>,
}

/// What becomes of a message, in the order of time, from its creation on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Life {
    pub(crate) steps: Vec<Step>,
}

impl Life {
    /// A life of one state.
    pub(crate) fn only(status: &'static str) -> Self {
        Self { steps: vec![Step { after: Duration::ZERO, status, error_code: None }] }
    }

    /// The last step taken at that age.
    pub(crate) fn at(&self, age: Duration) -> Step {
        let first = Step { after: Duration::ZERO, status: "queued", error_code: None };
        self.steps.iter().rev().find(|step| step.after <= age).copied().unwrap_or(first)
    }

    /// Ends here, in this state.
    pub(crate) fn end(&mut self, after: Duration, status: &'static str) {
        self.steps.retain(|step| step.after <= after);
        self.steps.push(Step { after, status, error_code: None });
    }

    /// When it left Twilio, if it has at that age.
    fn sent(&self, age: Duration) -> Option<Duration> {
        let mut taken = self.steps.iter().filter(|step| step.after <= age);
        taken.find(|step| has_left(step.status)).map(|step| step.after)
    }
}

impl Sms {
    pub(crate) fn age(&self, now: Duration) -> Duration {
        now.saturating_sub(self.born)
    }

    /// Where it stands.
    pub(crate) fn step(&self, now: Duration) -> Step {
        self.life.at(self.age(now))
    }

    /// When it left Twilio, or came in. None before.
    pub(crate) fn sent(&self, now: Duration) -> Option<SystemTime> {
        self.life.sent(self.age(now)).map(|after| self.created + after)
    }

    /// When it last changed.
    pub(crate) fn updated(&self, now: Duration) -> SystemTime {
        let changed = self.options.changed.unwrap_or_default().saturating_sub(self.born);
        self.created + self.step(now).after.max(changed)
    }

    /// Whether nothing more becomes of it.
    pub(crate) fn is_done(&self, now: Duration) -> bool {
        is_final(self.step(now).status)
    }
}

fn has_left(status: &str) -> bool {
    matches!(status, "sent" | "delivered" | "undelivered" | "read" | "received" | "failed")
}

/// Whether a status is the last of a life; a read message was delivered before.
pub(crate) fn is_final(status: &str) -> bool {
    matches!(status, "delivered" | "undelivered" | "read" | "failed" | "canceled" | "received")
}
