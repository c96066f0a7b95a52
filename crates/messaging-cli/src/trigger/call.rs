use bytes::Bytes;
use http::{Method, Request, Response, header};
use messaging_http::{ClientSettings, Transport, TransportError, client};
use serde_json::Value;
use tower::ServiceExt;

use crate::exit::{Exit, Failure, config};

/// An emulator that runs somewhere on this machine.
pub(super) struct Emulator {
    base: String,
    vendor: &'static str,
    transport: Transport,
}

impl Emulator {
    pub(super) fn at(base: &str, vendor: &'static str) -> Result<Self, Failure> {
        Ok(Self { base: base.trim_end_matches('/').to_owned(), vendor, transport: client(ClientSettings::default())? })
    }

    /// Posts JSON, and reads JSON.
    pub(super) async fn post(&self, path: &str, body: &Value) -> Result<Value, Failure> {
        let body = Bytes::from(body.to_string());
        self.json(Request::post(self.url(path)).header(header::CONTENT_TYPE, "application/json").body(body)).await
    }

    /// Gets JSON.
    pub(super) async fn get(&self, path: &str) -> Result<Value, Failure> {
        self.json(Request::get(self.url(path)).body(Bytes::new())).await
    }

    /// Posts a form to the vendor's API.
    pub(super) async fn form(
        &self,
        path: &str,
        authorization: &str,
        fields: &[(&str, &str)],
    ) -> Result<Response<Bytes>, Failure> {
        let form: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::builder()
            .method(Method::POST)
            .uri(self.url(path))
            .header(header::AUTHORIZATION, authorization)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.exchange(request.body(form.into())).await
    }

    /// Reads from the vendor's API.
    pub(super) async fn read(&self, path: &str, authorization: &str) -> Result<Response<Bytes>, Failure> {
        let request = Request::get(self.url(path)).header(header::AUTHORIZATION, authorization);
        self.exchange(request.body(Bytes::new())).await
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    async fn json(&self, request: http::Result<Request<Bytes>>) -> Result<Value, Failure> {
        let response = self.exchange(request).await?;
        let answer: Value = serde_json::from_slice(response.body()).unwrap_or_default();
        if response.status().is_success() {
            return Ok(answer);
        }
        let what = format!("the {} emulator answered {}", self.vendor, response.status());
        let failure = Failure::new(Exit::Failed, what);
        Err(match answer.get("error").and_then(Value::as_str) {
            Some(cause) => failure.because(cause),
            None => {
                failure.next(format!("check that {} is an emulator: its URL is in `messaging dev`'s banner", self.base))
            }
        })
    }

    async fn exchange(&self, request: http::Result<Request<Bytes>>) -> Result<Response<Bytes>, Failure> {
        let request = request.map_err(|cause| {
            config(format!("`{}` is not the URL of an emulator", self.base))
                .because(cause)
                .next("write --url http://127.0.0.1:7402")
        })?;
        self.transport.clone().oneshot(request).await.map_err(|cause| self.absent(&cause))
    }

    fn absent(&self, cause: &TransportError) -> Failure {
        let vendor = self.vendor;
        Failure::new(Exit::Failed, format!("the {vendor} emulator does not answer at {}", self.base))
            .because(cause)
            .next(format!("start `messaging dev` or `messaging emulate {vendor}`, or name its URL with --url"))
    }
}
