use messaging_core::{Error, ErrorKind, Result, message::Invoke};
use messaging_http::unreadable;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::credentials::Credentials;

/// A request to a method of the Web API, typed by its answer. [`SlackClient::call`](super::SlackClient::call) carries it
/// out.
pub trait Call: Send + Sync {
    /// What Slack answers; `()` where there is nothing to read.
    type Output: Output;

    /// The method's name: `chat.postMessage`.
    const METHOD: &'static str;

    #[doc(hidden)]
    fn arguments(&self) -> Result<Map<String, Value>>;

    #[doc(hidden)]
    fn credentials(&self) -> Credentials<'_> {
        Credentials::Token
    }

    /// Returns the same call for a [`Messenger`](messaging_core::Messenger), so that its layers see it: limits, retries,
    /// traces. What comes back is read by [`Answer::read`](super::Answer::read).
    fn invoke(&self) -> Result<Invoke> {
        Ok(Invoke { method: Self::METHOD.to_owned(), payload: Value::Object(self.arguments()?) })
    }
}

/// What a [`Call`] can answer with.
pub trait Output: Sized + Send + std::fmt::Debug {
    #[doc(hidden)]
    fn read(method: &str, body: &Value) -> Result<Self>;
}

impl Output for () {
    fn read(_: &str, _: &Value) -> Result<Self> {
        Ok(())
    }
}

/// A call that answers with a list, a page at a time. [`SlackClient::list`](super::SlackClient::list) reads it.
pub trait List: Call + Clone + 'static {
    /// What is listed.
    type Item: Send + 'static;

    #[doc(hidden)]
    fn turn_to(&mut self, cursor: Option<String>);

    #[doc(hidden)]
    fn items(page: Self::Output) -> Vec<Self::Item>;
}

/// Writes a request's fields down by their names.
pub(crate) fn arguments(request: &impl Serialize) -> Result<Map<String, Value>> {
    match serde_json::to_value(request) {
        Ok(Value::Object(arguments)) => Ok(arguments),
        Ok(_) => Err(Error::new(ErrorKind::Invalid, "a request is an object of arguments")),
        Err(cause) => Err(Error::new(ErrorKind::Invalid, "the arguments cannot be written as JSON").with_source(cause)),
    }
}

/// Reads an answer, or says why not: what was asked for has happened.
pub(crate) fn read<T: for<'de> serde::Deserialize<'de>>(method: &str, body: &Value) -> Result<T> {
    T::deserialize(body)
        .map_err(|cause| unreadable(format!("`{method}` answered ok with a body of another form: {cause}")))
}
