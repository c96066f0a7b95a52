use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, header};
use messaging_core::{
    Context, Descriptor, Error, ErrorKind, Provider, Result, SendMessage,
    capability::{Reconcile, Webhooks},
    message::{FindSend, Found, Receipt},
};
use messaging_http::{Transport, answered, failed, unreadable};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::AcmeConfig;

static ACME: Descriptor = Descriptor::new("acme").with_max_text(2_000);

/// One account at Acme.
#[derive(Debug)]
pub struct Acme {
    pub(crate) config: AcmeConfig,
    transport: Transport,
}

impl Acme {
    /// Talks to whatever `transport` leads to.
    #[must_use]
    pub fn new(config: AcmeConfig, transport: Transport) -> Self {
        Self { config, transport }
    }

    async fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let request = Request::post(format!("{}{path}", self.config.base_url))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.config.token.expose()))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Bytes::from(body.to_string()))
            .map_err(|_| Error::new(ErrorKind::Config, "`base_url` or `token` of `acme` fits no request"))?;
        // These three say how far the request got, which decides whether it may be repeated.
        let response = self.transport.clone().oneshot(request).await.map_err(failed)?;
        let response = answered(response, std::time::SystemTime::now())?;
        serde_json::from_slice(response.body()).map_err(|_| unreadable("the answer is not JSON"))
    }
}

#[async_trait]
impl Provider for Acme {
    fn descriptor(&self) -> &Descriptor {
        &ACME
    }

    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        let body = json!({ "to": request.to.part(0), "text": request.content.text, "key": context.intent });
        let answer = self.post("/messages", &body).await?;
        answer.get("id").and_then(Value::as_str).map(Receipt::of).ok_or_else(|| unreadable("the answer has no id"))
    }

    fn reconcile(&self) -> Option<&dyn Reconcile> {
        Some(self)
    }

    fn webhooks(&self) -> Option<&dyn Webhooks> {
        Some(self)
    }
}

#[async_trait]
impl Reconcile for Acme {
    async fn find(&self, _: &Context, request: FindSend) -> Result<Found> {
        let answer = self.post("/messages/find", &json!({ "key": request.intent })).await?;
        Ok(match answer.get("id") {
            Some(Value::String(id)) => Found::Happened(Receipt::of(id.as_str())),
            Some(Value::Null) => Found::DidNot,
            _ => Found::CannotTell,
        })
    }
}
