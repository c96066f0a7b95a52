use http::Method;
use messaging_core::Result;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{api, fields::Fields};

/// A request to Twilio, typed by its answer. [`TwilioClient::call`](super::TwilioClient::call) carries it out.
pub trait Call: Send + Sync {
    /// What Twilio answers; `()` where there is nothing to read.
    type Output: Answer;

    #[doc(hidden)]
    fn spell(&self, root: &Root<'_>) -> Result<Spelled>;
}

/// A list of Twilio's. [`TwilioClient::list`](super::TwilioClient::list) reads it.
pub trait List: Send + Sync {
    /// What is listed.
    type Item: DeserializeOwned + Send + 'static;

    #[doc(hidden)]
    const KEY: &'static str;

    #[doc(hidden)]
    const WHAT: &'static str;

    #[doc(hidden)]
    fn spell(&self, root: &Root<'_>) -> Result<Spelled>;
}

/// What a [`Call`] can answer with.
pub trait Answer: Sized + Send {
    #[doc(hidden)]
    fn read(answer: Value) -> Result<Self>;
}

impl Answer for () {
    fn read(_: Value) -> Result<Self> {
        Ok(())
    }
}

/// Makes a struct something that a call answers with, under a name for errors.
macro_rules! answer {
    ($Resource:ty, $what:literal) => {
        impl $crate::client::call::Answer for $Resource {
            fn read(answer: serde_json::Value) -> messaging_core::Result<Self> {
                $crate::client::call::resource(answer, $what)
            }
        }
    };
}
pub(crate) use answer;

pub(crate) fn resource<T: DeserializeOwned>(answer: Value, what: &str) -> Result<T> {
    api::resource(answer, what)
}

/// Where paths start.
#[derive(Debug)]
pub struct Root<'a> {
    account: &'a str,
    service: Option<&'a str>,
}

impl<'a> Root<'a> {
    pub(crate) fn new(account: &'a str, service: Option<&'a str>) -> Self {
        Self { account, service }
    }

    /// A path of Conversations v1 within the client's service, or the account's default service.
    pub(crate) fn scoped(&self, rest: &str) -> String {
        match self.service {
            Some(service) => format!("/v1/Services/{service}{rest}"),
            None => format!("/v1{rest}"),
        }
    }

    /// A path below this account in the 2010-04-01 API.
    pub(crate) fn account(&self, rest: &str) -> String {
        format!("/2010-04-01/Accounts/{}{rest}", self.account)
    }
}

/// A request as it goes over the wire.
#[derive(Clone, Debug)]
pub struct Spelled {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) fields: Fields,
    /// Whether Twilio documents `X-Twilio-Webhook-Enabled` for it.
    pub(crate) gated: bool,
}

impl Spelled {
    pub(crate) fn get(path: String, fields: Fields) -> Self {
        Self { method: Method::GET, path, fields, gated: false }
    }

    pub(crate) fn post(path: String, fields: Fields) -> Self {
        Self { method: Method::POST, path, fields, gated: false }
    }

    pub(crate) fn delete(path: String) -> Self {
        Self { method: Method::DELETE, path, fields: Fields::default(), gated: false }
    }

    /// Says that the request may fire webhooks if it is asked to.
    pub(crate) fn gated(mut self) -> Self {
        self.gated = true;
        self
    }
}
