//! One exchange with Twilio's REST API: credentials, form out, JSON in.

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{
    HeaderValue, Method, Request, Response,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE},
    request::Builder,
};
use messaging_core::{Error, ErrorKind, Result};
use messaging_http::unreadable;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tower::ServiceExt;

use crate::{Twilio, error, fields::Fields};

/// Who a request is made as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caller {
    /// The API key if there is one, otherwise the account.
    Preferred,
    /// The account itself, by its auth token.
    Account,
}

impl Twilio {
    /// Reads a resource at a path of ours.
    pub(crate) async fn get(&self, path: &str, query: &Fields) -> Result<Value> {
        self.get_as(Caller::Preferred, path, query).await
    }

    /// Reads a resource as somebody in particular.
    pub(crate) async fn get_as(&self, caller: Caller, path: &str, query: &Fields) -> Result<Value> {
        let url = query.query_of(&self.account.bases.url(path)?);
        value(&self.exchange(caller, Method::GET, &url, None).await?)
    }

    /// Reads a page by its URL, which has been checked.
    pub(crate) async fn get_page(&self, url: &str) -> Result<Value> {
        value(&self.exchange(Caller::Preferred, Method::GET, url, None).await?)
    }

    /// Reads what is at a URL that has been checked, as it is; without credentials for nobody in particular.
    pub(crate) async fn get_bytes(&self, caller: Option<Caller>, url: &str) -> Result<Bytes> {
        let request = Request::builder().method(Method::GET).uri(url);
        let response = match caller {
            Some(caller) => self.carry(caller, request, Bytes::new()).await?,
            None => self.dispatch(request, Bytes::new()).await?,
        };
        Ok(response.into_body())
    }

    /// Creates or changes a resource.
    pub(crate) async fn post(&self, path: &str, form: &Fields) -> Result<Value> {
        let url = self.account.bases.url(path)?;
        value(&self.exchange(Caller::Preferred, Method::POST, &url, Some(form)).await?)
    }

    /// Deletes a resource; it being gone already is an error.
    pub(crate) async fn delete_at(&self, path: &str) -> Result<()> {
        let url = self.account.bases.url(path)?;
        self.exchange(Caller::Preferred, Method::DELETE, &url, None).await.map(drop)
    }

    /// Carries one request out, once; a status other than 2xx is an error.
    pub(crate) async fn exchange(
        &self,
        caller: Caller,
        method: Method,
        url: &str,
        form: Option<&Fields>,
    ) -> Result<Response<Bytes>> {
        let mut request = Request::builder().method(method).uri(url);
        if form.is_some() {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        self.carry(caller, request, Bytes::from(form.map(Fields::encode).unwrap_or_default())).await
    }

    /// Adds the credentials to a request whose URL has been checked, and carries it out, once.
    pub(crate) async fn carry(&self, caller: Caller, request: Builder, body: Bytes) -> Result<Response<Bytes>> {
        let request = request.header(ACCEPT, "application/json").header(AUTHORIZATION, self.authorization(caller)?);
        self.dispatch(request, body).await
    }

    /// Carries a request out, once, as it is.
    async fn dispatch(&self, request: Builder, body: Bytes) -> Result<Response<Bytes>> {
        let request = request.body(body).map_err(|cause| {
            Error::new(ErrorKind::Invalid, "this cannot be written as a URL; check the SIDs").with_source(cause)
        })?;
        let response = self.transport.clone().oneshot(request).await.map_err(messaging_http::failed)?;
        self.concurrency.heard(response.headers());
        if response.status().is_success() { Ok(response) } else { Err(error::refused(&response, (self.clock)())) }
    }

    /// Writes HTTP Basic credentials (<https://www.twilio.com/docs/iam/api/authentication>).
    pub(crate) fn authorization(&self, caller: Caller) -> Result<HeaderValue> {
        let by_token = || (self.account.sid.as_str(), self.account.auth_token.current());
        let (user, secret) = match (&self.account.api_key, caller) {
            (Some((key, secret)), Caller::Preferred) => (key.as_str(), Some(secret)),
            _ => by_token(),
        };
        let secret = secret.map(messaging_core::Secret::expose).unwrap_or_default();
        let mut header = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(format!("{user}:{secret}"))))
            .map_err(|_| Error::new(ErrorKind::Config, "the credentials cannot be written as a header"))?;
        header.set_sensitive(true);
        Ok(header)
    }
}

/// Reads a JSON answer. The cause of a failure is not kept: it would quote the answer, which may hold an auth token.
pub(crate) fn value(response: &Response<Bytes>) -> Result<Value> {
    if response.body().is_empty() {
        return Ok(Value::Null);
    }
    let status = response.status();
    serde_json::from_slice(response.body())
        .map_err(|_| unreadable(format!("Twilio answered {status}, but the body is not JSON")))
}

/// Reads a resource out of an answer. A field that is not of the type it was documented with counts as absent: what was
/// done must not look undone because of one field.
pub(crate) fn resource<T: DeserializeOwned>(value: Value, what: &str) -> Result<T> {
    let unread = || unreadable(format!("Twilio answered with something that is not a {what}"));
    // A list of values would pass for an object's fields in order.
    if !value.is_object() {
        return Err(unread());
    }
    if let Ok(read) = T::deserialize(&value) {
        return Ok(read);
    }
    let Value::Object(fields) = value else { return Err(unread()) };
    let sid = fields.get("sid").map(|sid| ("sid".to_owned(), sid.clone()));
    let fits = |(name, field): &(String, Value)| {
        let alone = sid.clone().into_iter().chain([(name.clone(), field.clone())]).collect();
        T::deserialize(&Value::Object(alone)).is_ok()
    };
    let fitting = fields.into_iter().filter(fits).collect();
    T::deserialize(&Value::Object(fitting)).map_err(|_| unread())
}

/// One page of a list: its rows, and the link to the next page.
pub(crate) type Rows<T> = (Vec<T>, Option<String>);

/// Reads a page of either API: v1 links under `meta`, 2010-04-01 at the top.
pub(crate) fn rows<T: DeserializeOwned>(mut page: Value, key: &str, what: &str) -> Result<Rows<T>> {
    let next = page.pointer("/meta/next_page_url").or_else(|| page.get("next_page_uri"));
    let next = next.and_then(Value::as_str).filter(|link| !link.is_empty()).map(str::to_owned);
    let Some(Value::Array(rows)) = page.get_mut(key).map(Value::take) else {
        return Err(unreadable(format!("Twilio answered with something that is not a list of {what}s")));
    };
    Ok((rows.into_iter().map(|row| resource(row, what)).collect::<Result<_>>()?, next))
}
