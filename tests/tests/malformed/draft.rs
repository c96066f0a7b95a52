//! A request in pieces that can be spoiled one by one.

use axum::body::Body;
use http::Request;

use crate::{door::Door, seal::Seal};

/// Where platforms and browsers find us.
pub(crate) const HERE: &str = "http://bot.test";

/// A request before it is one.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) door: Door,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: Option<String>,
    pub(crate) headers: Vec<(String, Vec<u8>)>,
    pub(crate) body: Vec<u8>,
    pub(crate) seal: Seal,
}

impl Draft {
    pub(crate) fn new(door: Door, method: &str, path: &str) -> Self {
        Self {
            door,
            method: method.to_owned(),
            path: path.to_owned(),
            query: None,
            headers: Vec::new(),
            body: Vec::new(),
            seal: Seal::Nothing,
        }
    }

    pub(crate) fn header(mut self, name: &str, value: impl Into<Vec<u8>>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    pub(crate) fn query(mut self, pairs: &[(&str, &str)]) -> Self {
        self.query = Some(encoded(pairs));
        self
    }

    pub(crate) fn form(mut self, pairs: &[(&str, &str)]) -> Self {
        self.body = encoded(pairs).into_bytes();
        self.header("content-type", FORM)
    }

    pub(crate) fn json(mut self, value: &serde_json::Value) -> Self {
        self.body = value.to_string().into_bytes();
        self.header("content-type", JSON)
    }

    pub(crate) fn sealed_by(mut self, seal: Seal) -> Self {
        self.seal = seal;
        self
    }

    /// The values of a header, in order.
    pub(crate) fn values(&self, name: &str) -> Vec<&[u8]> {
        let named = self.headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
        named.map(|(_, value)| value.as_slice()).collect()
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
    }

    pub(crate) fn is_form(&self) -> bool {
        let kind = self.values("content-type");
        let kind = kind.first().map(|kind| String::from_utf8_lossy(kind).to_ascii_lowercase()).unwrap_or_default();
        kind.split(';').next().unwrap_or_default().trim() == FORM
    }

    /// The target as it stands on the request line.
    pub(crate) fn target(&self) -> String {
        let query = self.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
        format!("{}{query}", self.path)
    }

    /// The request; none if its head is one that no HTTP library lets through.
    pub(crate) fn request(&self) -> Option<Request<Body>> {
        let mut request = Request::builder().method(self.method.as_bytes()).uri(self.target());
        for (name, value) in &self.headers {
            request = request.header(name.as_str(), value.as_slice());
        }
        request.body(Body::from(self.body.clone())).ok()
    }
}

pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
pub(crate) const JSON: &str = "application/json";

pub(crate) fn encoded(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}
