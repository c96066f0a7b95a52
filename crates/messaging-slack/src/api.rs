//! The Web API: one POST per call, HTTP 200 for success and for most errors alike.
//!
//! <https://docs.slack.dev/apis/web-api>

use std::{fmt::Debug, sync::Arc, time::SystemTime};

use async_trait::async_trait;
use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{
    HeaderValue, Request, Response, StatusCode, Uri,
    header::{AUTHORIZATION, CONTENT_TYPE},
};
use messaging_core::{Error, ErrorKind, Result, Secret};
use messaging_http::{FetchSettings, Fetcher, Transport, error_of, failed, retry_after, unreadable};
use serde_json::{Map, Value};
use tower::ServiceExt;

use crate::{
    credentials::Credentials,
    encoding::{FORM, JSON, encode},
    error,
};

const HOST: &str = "https://slack.com";

/// Gets a token in place of one that Slack calls expired.
#[async_trait]
pub(crate) trait Renewal: Debug + Send + Sync {
    /// Returns the next token.
    async fn renew(&self) -> Result<Secret>;
}

/// Calls methods by name.
#[derive(Clone, Debug)]
pub(crate) struct Api {
    pub(crate) transport: Transport,
    /// Fetches files from Slack's hosts, and from others' as nobody.
    pub(crate) fetcher: Fetcher,
    /// Ends without a slash and without `/api`.
    pub(crate) base: String,
    /// Marked as sensitive, so that `Debug` does not show it.
    pub(crate) authorization: HeaderValue,
    /// Only where tokens rotate.
    renewal: Option<Arc<dyn Renewal>>,
}

impl Api {
    pub(crate) fn new(base: Option<&str>, token: &Secret, transport: Transport) -> Result<Self> {
        let base = base.map(str::trim).filter(|base| !base.is_empty()).unwrap_or(HOST);
        let fetcher = Fetcher::new(FetchSettings::default());
        Ok(Self { transport, fetcher, base: host(base)?, authorization: bearer(token)?, renewal: None })
    }

    /// Calls the same host as somebody else.
    pub(crate) fn speaking_as(&self, token: &Secret) -> Result<Self> {
        Ok(Self { authorization: bearer(token)?, renewal: None, ..self.clone() })
    }

    /// Calls the same host as the app itself, which the methods of OAuth want.
    pub(crate) fn as_app(&self, id: &str, secret: &Secret) -> Result<Self> {
        Ok(Self { authorization: basic(id, secret)?, renewal: None, ..self.clone() })
    }

    /// Asks for another token, once, where Slack says that this one has expired.
    pub(crate) fn renewed_by(mut self, renewal: Arc<dyn Renewal>) -> Self {
        self.renewal = Some(renewal);
        self
    }

    /// Calls a method with a JSON body, as writing methods want it.
    pub(crate) async fn write(&self, method: &str, arguments: &Value) -> Result<Value> {
        self.speak(method, JSON, arguments.to_string().into()).await
    }

    /// Calls a method with a form, as reading methods want it; every method takes one.
    pub(crate) async fn read<'a>(
        &self,
        method: &str,
        arguments: impl IntoIterator<Item = (&'a str, &'a str)> + Send,
    ) -> Result<Value> {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(arguments).finish();
        self.speak(method, FORM, form.into()).await
    }

    /// Calls a method with what it takes, JSON or a form, as whoever is to call it.
    pub(crate) async fn carry(
        &self,
        method: &str,
        arguments: &Map<String, Value>,
        credentials: Credentials<'_>,
    ) -> Result<Value> {
        let (content_type, body) = encode(method, arguments);
        match credentials {
            Credentials::Token => self.speak(method, content_type, body).await,
            Credentials::App { id, secret } => self.call(method, content_type, body, Some(basic(id, secret)?)).await,
            Credentials::Nobody => self.call(method, content_type, body, None).await,
        }
    }

    /// Calls as ourselves; once more, as whoever we are by then, where the token has expired: nothing was done with it.
    async fn speak(&self, method: &str, content_type: HeaderValue, body: Bytes) -> Result<Value> {
        let answer = self.call(method, content_type.clone(), body.clone(), Some(self.authorization.clone())).await;
        let expired = |error: &Error| error.vendor().is_some_and(|vendor| vendor.code == "token_expired");
        match (answer, &self.renewal) {
            (Err(error), Some(renewal)) if expired(&error) => {
                self.call(method, content_type, body, Some(bearer(&renewal.renew().await?)?)).await
            }
            (answer, _) => answer,
        }
    }

    async fn call(
        &self,
        method: &str,
        content_type: HeaderValue,
        body: Bytes,
        authorization: Option<HeaderValue>,
    ) -> Result<Value> {
        let mut request = Request::post(format!("{}/api/{method}", self.base)).header(CONTENT_TYPE, content_type);
        if let Some(authorization) = authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        let request = request.body(body).map_err(|cause| {
            Error::new(ErrorKind::Invalid, format!("`{method}` is no method's name")).with_source(cause)
        })?;
        let response = self.transport.clone().oneshot(request).await.map_err(failed)?;
        // The time is read for the one form of `Retry-After` that Slack does not use, an HTTP date.
        answer(method, &response, SystemTime::now())
    }
}

/// A token, as a header.
fn bearer(token: &Secret) -> Result<HeaderValue> {
    let mut authorization = HeaderValue::try_from(format!("Bearer {}", token.expose().trim())).map_err(|_| {
        Error::new(ErrorKind::Config, "`bot_token` (SLACK_BOT_TOKEN) holds characters that no token has: copy it again")
    })?;
    authorization.set_sensitive(true);
    Ok(authorization)
}

/// The app's own credentials, as a header (RFC 7617).
fn basic(id: &str, secret: &Secret) -> Result<HeaderValue> {
    let pair = STANDARD.encode(format!("{id}:{}", secret.expose()));
    let mut header = HeaderValue::try_from(format!("Basic {pair}"))
        .map_err(|_| Error::new(ErrorKind::Config, "the client id and secret cannot be written in a header"))?;
    header.set_sensitive(true);
    Ok(header)
}

/// Checks that `base` is a scheme and a host, and cuts the slash it may end with.
fn host(base: &str) -> Result<String> {
    let refuse = |why: &str| {
        let message = format!("`base_url` (SLACK_BASE_URL) {why}: write it as `{HOST}`, without `/api`");
        Err(Error::new(ErrorKind::Config, message))
    };
    let trimmed = base.trim_end_matches('/');
    let Ok(uri) = trimmed.parse::<Uri>() else { return refuse("is no URL") };
    if !matches!(uri.scheme_str(), Some("http" | "https")) || uri.query().is_some() {
        return refuse("is no http or https URL");
    }
    if uri.path().ends_with("/api") {
        return refuse("ends with `/api`, which is added here");
    }
    Ok(trimmed.to_owned())
}

/// Reads an answer. Only `"ok": true` in a 2xx is a yes.
fn answer(method: &str, response: &Response<Bytes>, now: SystemTime) -> Result<Value> {
    let (status, headers) = (response.status(), response.headers());
    let body: Option<Value> = serde_json::from_slice(response.body()).ok();
    let code = body.as_ref().and_then(|body| body.get("error")).and_then(Value::as_str).map(str::to_owned);
    match (body, code) {
        (Some(body), _) if status.is_success() && body.get("ok") == Some(&Value::Bool(true)) => Ok(body),
        // A 5xx says nothing about what happened before it, whatever its body says.
        (Some(body), Some(code)) if status.is_success() || status.is_client_error() => {
            let limited = status == StatusCode::TOO_MANY_REQUESTS;
            Err(error::refused(method, &code, &body, limited, retry_after(headers, now)))
        }
        _ if status.is_success() => {
            Err(unreadable(format!("`{method}` answered {status} with a body that is no answer of the Web API")))
        }
        (_, code) => {
            let error = error_of(status, headers, format!("`{method}` answered {status}"), now);
            Err(match code {
                Some(code) => error.with_vendor(error::vendor(method, &code, "")),
                None => error,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_is_a_host_without_api() {
        for (base, host_) in [
            ("https://slack.com", "https://slack.com"),
            ("http://127.0.0.1:7403/", "http://127.0.0.1:7403"),
            ("https://proxy.test/slack", "https://proxy.test/slack"),
        ] {
            assert_eq!(host(base).unwrap(), host_);
        }
        for base in ["slack.com", "ftp://slack.com", "https://slack.com/api/", "https://slack.com/?x=1", "::"] {
            let error = host(base).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config, "{base}");
            assert!(error.to_string().contains("SLACK_BASE_URL"), "{error}");
        }
    }

    #[test]
    fn debug_does_not_show_the_token() {
        let transport =
            Transport::new(tower::service_fn(|_| async { Err(messaging_http::TransportError::not_sent("no")) }));
        let api = Api::new(None, &Secret::new("xoxb-canary"), transport.clone()).unwrap();
        assert!(!format!("{api:?}").contains("canary"), "{api:?}");
        let error = Api::new(None, &Secret::new("xoxb-canary\nx"), transport).unwrap_err();
        assert!(error.to_string().contains("SLACK_BOT_TOKEN") && !format!("{error:?}").contains("canary"));
    }
}
