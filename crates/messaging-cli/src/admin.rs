//! The console of a gateway that runs, as its operators' programs call it.

use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, header};
use messaging::Secret;
use messaging_http::{ClientSettings, Transport, client};
use serde_json::Value;
use tower::ServiceExt;

use crate::{
    config::{Environment, web_url},
    exit::{Exit, Failure, config},
    ports,
};

/// A console, and what opens it.
pub(crate) struct Admin {
    base: String,
    token: Secret,
    transport: Transport,
    absent: &'static str,
}

impl Admin {
    /// The console that `--console`, `MESSAGING_CONSOLE_URL` or nobody names: on this machine then.
    pub(crate) fn find(flag: Option<&str>, environment: &Environment) -> Result<Self, Failure> {
        let named = flag.map(|url| ("--console", url.to_owned()));
        let named =
            named.or_else(|| environment.get("MESSAGING_CONSOLE_URL").map(|url| ("MESSAGING_CONSOLE_URL", url)));
        let (who, url) = named.unwrap_or_else(|| ("--console", format!("http://127.0.0.1:{}", ports::CONSOLE)));
        Self::at(who, &url, environment)
    }

    /// The console at an address, as the gateway prints it, with or without its token; `who` names it.
    pub(crate) fn at(who: &str, url: &str, environment: &Environment) -> Result<Self, Failure> {
        let (base, token) = split(url);
        if token.is_some() && who == "--console" {
            // Other users of this machine can read command lines.
            return Err(config("`--console` holds the token").next(
                "write the address without `#…`, and the token into MESSAGING_CONSOLE_TOKEN; or all of it into \
                 MESSAGING_CONSOLE_URL",
            ));
        }
        let token = match token {
            Some(token) => token,
            None => environment.secret("MESSAGING_CONSOLE_TOKEN")?.ok_or_else(|| {
                config("the console's token is missing")
                    .next("set MESSAGING_CONSOLE_TOKEN; the gateway prints it at its start, after `#t=`")
            })?,
        };
        if web_url(base).is_none() {
            return Err(config(format!("`{who}` is not an http or https URL")).next("write `http://127.0.0.1:7401`"));
        }
        let base = base.trim_end_matches('/').to_owned();
        let absent = "start the gateway, or check the address";
        Ok(Self { base, token, transport: client(ClientSettings::default())?, absent })
    }

    /// Waits that long for each answer.
    pub(crate) fn patient(mut self, patience: Duration) -> Result<Self, Failure> {
        let mut settings = ClientSettings::default();
        (settings.read_timeout, settings.total_timeout) = (patience, patience);
        self.transport = client(settings)?;
        Ok(self)
    }

    /// Says what to do if nobody answers.
    pub(crate) fn or_else(mut self, absent: &'static str) -> Self {
        self.absent = absent;
        self
    }

    /// Reads JSON.
    pub(crate) async fn get(&self, path: &str) -> Result<Value, Failure> {
        self.ask(Method::GET, path, Bytes::new()).await
    }

    /// Posts JSON, and reads JSON.
    pub(crate) async fn post(&self, path: &str, body: &Value) -> Result<Value, Failure> {
        self.ask(Method::POST, path, body.to_string().into()).await
    }

    async fn ask(&self, method: Method, path: &str, body: Bytes) -> Result<Value, Failure> {
        let Self { base, .. } = self;
        let request = Request::builder()
            .method(method)
            .uri(format!("{base}{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token.expose()))
            .header(header::CONTENT_TYPE, "application/json")
            .body(body)
            .map_err(|_| config("the console's token cannot be sent").next("copy it again, without line breaks"))?;
        let response = self.transport.clone().oneshot(request).await.map_err(|cause| {
            Failure::new(Exit::Failed, format!("the console at {base} does not answer"))
                .because(cause)
                .next(self.absent)
        })?;
        self.read(&response)
    }

    fn read(&self, response: &Response<Bytes>) -> Result<Value, Failure> {
        let words = || String::from_utf8_lossy(response.body()).trim().chars().take(300).collect::<String>();
        match response.status() {
            StatusCode::OK => serde_json::from_slice(response.body()).map_err(|cause| self.stranger(cause)),
            StatusCode::UNAUTHORIZED => Err(Failure::new(Exit::Credentials, "the console refused the token")
                .next("copy it from what the gateway printed at its start, after `#t=`")),
            StatusCode::NOT_FOUND => Err(Failure::new(Exit::NotFound, words())),
            StatusCode::CONFLICT => Err(Failure::new(Exit::Failed, words())),
            StatusCode::SERVICE_UNAVAILABLE => Err(Failure::new(Exit::Later, "the gateway cannot do that now")
                .because(words())
                .next("try it again later")),
            status => Err(Failure::new(Exit::Failed, format!("the console answered {status}")).because(words())),
        }
    }

    /// Whoever answers is no console of ours.
    pub(crate) fn stranger(&self, cause: impl std::fmt::Display) -> Failure {
        Failure::new(Exit::Failed, format!("{} does not answer as a console does", self.base))
            .because(cause)
            .next("check that it is the console's address, and that the gateway is as new as this program")
    }
}

/// An address as the gateway prints it, `http://127.0.0.1:7401/#t=…`, without and with its token.
fn split(url: &str) -> (&str, Option<Secret>) {
    match url.split_once('#') {
        Some((base, fragment)) => (base, fragment.strip_prefix("t=").map(Secret::new)),
        None => (url, None),
    }
}
