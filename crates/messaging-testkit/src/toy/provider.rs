use std::{fmt, time::Duration};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use messaging_core::{
    Clock, Context, Descriptor, Error, ErrorKind, InboundRetry, Place, Provider, Result, SendMessage,
    capability::{CatchUp, Compliance, Contact, Edits, Estimate, Installs, Reconcile, Webhooks},
    message::{EditMessage, FindSend, Found, Receipt},
};
use messaging_http::{Transport, answered, failed, unreadable};
use serde_json::{Value, json};
use tower::ServiceExt;

/// Carries text, keeps what was said, counts messages per conversation.
pub struct Toy {
    descriptor: Descriptor,
    pub(super) secret: String,
    transport: Transport,
    clock: Clock,
    /// How long the platform waits for replies inside the answer to a webhook; none if it does not.
    pub(super) waits: Option<Duration>,
    /// Whether the platform's records are read after a pause.
    records: bool,
    /// How many workspaces its rooms belong to; none if they belong to nobody in particular.
    pub(super) workspaces: usize,
}

impl Toy {
    /// Talks to whatever `transport` leads to; `secret` signs callbacks.
    #[must_use]
    pub fn new(secret: impl Into<String>, transport: Transport, clock: Clock) -> Self {
        let descriptor = Descriptor::new("toy").with_threads().with_max_text(4_000);
        Self { descriptor, secret: secret.into(), transport, clock, waits: None, records: false, workspaces: 0 }
    }

    /// Takes replies inside the answer to a webhook, for so long. They carry no intent: they are found by their words.
    #[must_use]
    pub fn waiting(mut self, time: Duration) -> Self {
        self.waits = Some(time);
        self
    }

    /// Belongs to a platform that does not tell again what it was refused.
    #[must_use]
    pub fn told_once(mut self) -> Self {
        self.descriptor = self.descriptor.with_inbound_retry(InboundRetry::Connect);
        self
    }

    /// Reads the platform's records of what was said while nobody listened.
    #[must_use]
    pub fn with_records(mut self) -> Self {
        self.records = true;
        self
    }

    /// Is installed in so many workspaces, each a tenant; rooms are dealt out among them by their number.
    #[must_use]
    pub fn in_workspaces(mut self, workspaces: usize) -> Self {
        self.workspaces = workspaces;
        self
    }

    pub(super) async fn exchange(&self, request: http::request::Builder, body: Bytes) -> Result<Response<Bytes>> {
        let request: Request<Bytes> =
            request.body(body).map_err(|cause| Error::new(ErrorKind::Invalid, "not a request").with_source(cause))?;
        let response = self.transport.clone().oneshot(request).await.map_err(failed)?;
        answered(response, self.clock.now())
    }
}

#[async_trait]
impl Provider for Toy {
    fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        let intent = context.intent.as_ref().map(messaging_core::id::IntentId::as_str);
        let to = request.to.part(0).unwrap_or_default();
        let body = json!({ "to": to, "text": request.content.text, "intent": intent });
        let answer = self.exchange(Request::post("http://toy.test/messages"), body.to_string().into()).await?;
        let answer: Value = serde_json::from_slice(answer.body()).map_err(|_| unreadable("the answer is not JSON"))?;
        let id = answer.get("id").and_then(Value::as_str).ok_or_else(|| unreadable("the answer has no id"))?;
        Ok(Receipt::of(id))
    }

    fn edits(&self) -> Option<&dyn Edits> {
        Some(self)
    }

    fn reconcile(&self) -> Option<&dyn Reconcile> {
        Some(self)
    }

    fn webhooks(&self) -> Option<&dyn Webhooks> {
        Some(self)
    }

    fn compliance(&self) -> Option<&dyn Compliance> {
        Some(self)
    }

    fn catch_up(&self) -> Option<&dyn CatchUp> {
        self.records.then_some(self as _)
    }

    fn installs(&self) -> Option<&dyn Installs> {
        (self.workspaces > 0).then_some(self as _)
    }
}

/// Every room is one person, who lives nowhere in particular; 100 letters are a unit.
impl Compliance for Toy {
    fn contact(&self, place: &Place) -> Option<Contact> {
        place.part(0).map(|room| Contact::new(room, "toy"))
    }

    fn estimate(&self, message: &SendMessage) -> Estimate {
        let letters = message.content.text.chars().count();
        Estimate::units(u32::try_from(letters.div_ceil(100).max(1)).unwrap_or(u32::MAX))
    }
}

#[async_trait]
impl Edits for Toy {
    async fn edit(&self, _: &Context, request: EditMessage) -> Result<Receipt> {
        let body = json!({ "id": request.id, "text": request.content.text });
        self.exchange(Request::put("http://toy.test/messages"), body.to_string().into()).await?;
        Ok(Receipt::of(request.id.as_str()))
    }
}

#[async_trait]
impl Reconcile for Toy {
    async fn find(&self, _: &Context, request: FindSend) -> Result<Found> {
        let answer = if self.waits.is_some() {
            let to = request.message.to.part(0).unwrap_or_default();
            let asked = json!({ "intent": request.intent, "to": to, "text": request.message.content.text });
            self.exchange(Request::post("http://toy.test/search"), asked.to_string().into()).await?
        } else {
            let query = format!("http://toy.test/messages?intent={}", request.intent);
            self.exchange(Request::get(query), Bytes::new()).await?
        };
        let listed: Vec<Value> =
            serde_json::from_slice(answer.body()).map_err(|_| unreadable("the list is not JSON"))?;
        let mut ids = listed.iter().map(|one| one.get("id").and_then(Value::as_str));
        Ok(match ids.find(|id| id.is_none_or(|id| request.known.iter().all(|known| known.as_str() != id))) {
            None => Found::DidNot,
            Some(Some(id)) => Found::Happened(Receipt::of(id)),
            Some(None) => Found::CannotTell,
        })
    }
}

impl fmt::Debug for Toy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Toy").field("descriptor", &self.descriptor).finish_non_exhaustive()
    }
}
