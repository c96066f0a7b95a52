//! The Web API: <https://docs.slack.dev/apis/web-api>.

mod arguments;
mod auth;
mod body;
mod chat;
mod draft;
mod error;
mod fault;
mod history;
mod method;
mod page;
mod router;
mod users;

pub(crate) use arguments::Arguments;
pub(crate) use draft::metadata;
pub(crate) use error::{Answer, Refusal, enveloped};
pub(crate) use fault::{broken, throttled};
pub(crate) use router::Reply;
