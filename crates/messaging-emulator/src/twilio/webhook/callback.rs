use std::time::Duration;

use bytes::Bytes;
use http::Method;

use crate::twilio::records::Pair;

/// Name and value of one parameter.
pub(crate) type Parameter = (String, String);

/// One thing to tell the application.
#[derive(Clone, Debug)]
pub(crate) struct Callback {
    /// What it is, for the journal.
    pub(crate) label: String,
    pub(crate) target: Target,
    /// Who is asked when the target fails.
    pub(crate) fallback: Option<Target>,
    pub(crate) says: Says,
    /// How long it waits before it is told.
    pub(crate) after: Duration,
    pub(crate) product: Product,
    /// What a person wrote, if that is what it tells.
    pub(crate) written: Option<String>,
    /// Person and number of ours, if the answer is `TwiML`.
    pub(crate) replies: Option<Pair>,
}

impl Callback {
    /// A form for the application, told at once.
    pub(crate) fn new(label: String, target: Target, product: Product, parameters: Vec<Parameter>) -> Self {
        let says = Says::Form(parameters);
        let (fallback, after, written, replies) = (None, Duration::ZERO, None, None);
        Self { label, target, fallback, says, after, product, written, replies }
    }
}

/// Whose patience it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Product {
    /// 15 s for the whole exchange, and one retry if there was no connection.
    Messaging,
    /// 5 s, and no retry.
    Conversations,
}

/// Where it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// With its fragment, which is for Twilio itself.
    pub(crate) url: String,
    /// `GET` or `POST`.
    pub(crate) method: Method,
}

impl Target {
    pub(crate) fn post(url: impl Into<String>) -> Self {
        Self { url: url.into(), method: Method::POST }
    }
}

/// What is told.
#[derive(Clone, Debug)]
pub(crate) enum Says {
    /// In the body of a POST, in the query of a GET.
    Form(Vec<Parameter>),
    /// A body of another type, always posted, with its hash in the query.
    Body { kind: &'static str, bytes: Bytes },
}

/// What came of telling.
#[derive(Clone, Debug, Default)]
pub(crate) struct Delivery {
    pub(crate) status: Option<u16>,
    pub(crate) took: Duration,
    pub(crate) trouble: Option<String>,
}

/// Owns the names of parameters that the program knows.
pub(crate) fn named(parameters: Vec<(&'static str, String)>) -> Vec<Parameter> {
    parameters.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
