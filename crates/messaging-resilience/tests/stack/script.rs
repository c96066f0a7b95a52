//! A provider that answers as written, and remembers when it was asked.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use messaging_core::{
    Context, Descriptor, Error, ErrorKind, Messenger, Place, Provider, Reached, Result, SendMessage,
    capability::Edits,
    id::IntentId,
    message::{Content, EditMessage, Receipt},
};
use tokio::time::Instant;

#[derive(Clone, Debug)]
pub(crate) struct Script(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    descriptor: Descriptor,
    started: Instant,
    steps: Mutex<VecDeque<Step>>,
    calls: Mutex<Vec<Call>>,
}

/// One thing the provider was asked, counted from the beginning of the script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) at: Duration,
    pub(crate) to: Place,
    pub(crate) text: String,
    pub(crate) attempt: u32,
}

/// One answer: to whom, after how long, and what. Nothing written means "accepted at once".
#[derive(Debug, Default)]
pub(crate) struct Step {
    to: Option<Place>,
    takes: Duration,
    error: Option<Error>,
}

impl Step {
    pub(crate) fn fail(error: Error) -> Self {
        Self { error: Some(error), ..Self::default() }
    }

    pub(crate) fn silent() -> Self {
        Self::default().after(Duration::from_secs(1_000_000))
    }

    pub(crate) fn after(self, takes: Duration) -> Self {
        Self { takes, ..self }
    }

    pub(crate) fn only_to(self, to: &Place) -> Self {
        Self { to: Some(to.clone()), ..self }
    }
}

/// 429 with `Retry-After`.
pub(crate) fn limited(after: u64) -> Error {
    Error::new(ErrorKind::RateLimited, "429").with_retry_after(Duration::from_secs(after))
}

/// The connection was refused.
pub(crate) fn unreachable() -> Error {
    Error::new(ErrorKind::Unavailable, "connection refused").not_sent()
}

/// A 503.
pub(crate) fn unavailable() -> Error {
    Error::new(ErrorKind::Unavailable, "503")
}

/// A 400.
pub(crate) fn refused() -> Error {
    Error::new(ErrorKind::Invalid, "400").with_reached(Reached::Answered)
}

impl Script {
    pub(crate) fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self::described(Descriptor::new("script"), steps)
    }

    pub(crate) fn described(descriptor: Descriptor, steps: impl IntoIterator<Item = Step>) -> Self {
        let steps = Mutex::new(steps.into_iter().collect());
        Self(Arc::new(Inner { descriptor, started: Instant::now(), steps, calls: Mutex::default() }))
    }

    pub(crate) fn client(&self) -> Messenger {
        Messenger::new(self.clone())
    }

    pub(crate) fn then(&self, steps: impl IntoIterator<Item = Step>) {
        self.0.steps.lock().unwrap().extend(steps);
    }

    pub(crate) fn calls(&self) -> Vec<Call> {
        self.0.calls.lock().unwrap().clone()
    }

    /// When calls to `to` came, in milliseconds.
    pub(crate) fn times(&self, to: &Place) -> Vec<u128> {
        self.calls().iter().filter(|call| call.to == *to).map(|call| call.at.as_millis()).collect()
    }

    async fn answer(&self, context: &Context, to: Place, text: String) -> Result<Receipt> {
        let step = {
            let call = Call { at: self.0.started.elapsed(), to: to.clone(), text, attempt: context.attempt };
            self.0.calls.lock().unwrap().push(call);
            let mut steps = self.0.steps.lock().unwrap();
            let next = steps.iter().position(|step| step.to.as_ref().is_none_or(|only| *only == to));
            next.and_then(|index| steps.remove(index)).unwrap_or_default()
        };
        if !step.takes.is_zero() {
            tokio::time::sleep(step.takes).await;
        }
        step.error.map_or_else(|| Ok(Receipt::of("m")), Err)
    }
}

#[async_trait]
impl Provider for Script {
    fn descriptor(&self) -> &Descriptor {
        &self.0.descriptor
    }

    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        self.answer(context, request.to, request.content.text).await
    }

    fn edits(&self) -> Option<&dyn Edits> {
        Some(self)
    }
}

#[async_trait]
impl Edits for Script {
    async fn edit(&self, context: &Context, request: EditMessage) -> Result<Receipt> {
        self.answer(context, request.conversation, request.content.text).await
    }
}

pub(crate) fn channel(name: &str) -> Place {
    Place::new("channel", ["T1", name])
}

pub(crate) fn hi() -> SendMessage {
    say("hi")
}

pub(crate) fn say(text: &str) -> SendMessage {
    SendMessage::new(channel("C1"), Content::text(text))
}

pub(crate) fn edit() -> EditMessage {
    EditMessage { conversation: channel("C1"), id: "m".into(), content: Content::text("ho") }
}

pub(crate) fn intent() -> Context {
    let mut context = Context::default();
    context.intent = Some(IntentId::from("i-1"));
    context
}
