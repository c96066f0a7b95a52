//! The Web API: <https://docs.slack.dev/apis/web-api>.

mod arguments;
mod assistant;
mod auth;
mod blocks;
mod body;
mod caller;
mod chat;
mod conversations;
mod error;
mod fault;
mod files;
mod method;
mod multipart;
mod organization;
mod page;
mod rates;
mod reactions;
mod router;
mod table;
mod throttle;
mod users;

pub(crate) use arguments::Arguments;
pub(crate) use caller::Caller;
pub(crate) use chat::{author, metadata};
pub(crate) use error::{Answer, Refusal};
pub(crate) use fault::broken;
pub(crate) use method::{Act, Method, Nature, Tier};
pub(crate) use page::listed;
pub(crate) use rates::Rates;
pub(crate) use router::Reply;
