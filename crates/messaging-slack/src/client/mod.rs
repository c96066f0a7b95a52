//! Slack's own methods in Slack's own words, typed: what [`Messenger`](messaging_core::Messenger) has no verb for.
//!
//! One module per family of the Web API, each with its requests and what Slack answers:
//!
//! ```
//! # use futures_util::StreamExt;
//! # use messaging_slack::{Slack, client::{chat, users}};
//! # async fn example(slack: &Slack) -> messaging_core::Result<()> {
//! let client = slack.client().await?;
//! let posted = client.call(chat::PostMessage::new("C111").text("Hello").unfurl_links(false)).await?;
//! println!("{:?} {:?}", posted.value.ts, posted.warnings);
//! let mut people = client.list(users::List::new());
//! while let Some(person) = people.next().await {
//!     println!("{:?}", person?.name);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Every documented argument has a name here; unknown fields of answers are kept in `extra`, and the whole answer in
//! [`Answer::raw`]. Nothing here waits or retries, and no layer of a `Messenger` sees it: [`Call::invoke`] makes the same
//! call one for a `Messenger`. Anything else stays reachable through [`Invoke`](messaging_core::message::Invoke).

mod answer;
pub mod api;
pub mod apps;
pub mod assistant;
pub mod auth;
pub mod bots;
mod call;
pub mod chat;
pub mod conversations;
mod csv;
mod download;
pub mod files;
mod lenient;
mod listing;
mod macros;
pub mod oauth;
pub mod reactions;
mod seconds;
pub mod sessions;
pub mod team;
pub mod tooling;
mod trusted;
mod upload;
pub mod users;
pub mod views;

use messaging_core::{Place, Result, Secret};
use messaging_http::Transport;

pub use answer::Answer;
pub use call::{Call, List, Output};
pub use csv::Csv;
pub use listing::Listing;
pub use seconds::Seconds;
pub use upload::Upload;

pub use crate::credentials::Credentials;
use crate::{Slack, api::Api};

/// The Web API as one token. Cheap to clone.
#[derive(Clone, Debug)]
pub struct SlackClient {
    pub(crate) api: Api,
}

impl Slack {
    /// Returns a client for what the provider has no verb for, as the only installation there is.
    ///
    /// # Errors
    /// The app is not installed, or in several workspaces: use [`client_for`](Self::client_for).
    pub async fn client(&self) -> Result<SlackClient> {
        Ok(SlackClient { api: self.api_of(None).await? })
    }

    /// Returns a client for what the provider has no verb for, as the installation that `place` belongs to.
    ///
    /// # Errors
    /// The app is not installed there.
    pub async fn client_for(&self, place: &Place) -> Result<SlackClient> {
        Ok(SlackClient { api: self.api_for(place).await? })
    }
}

impl SlackClient {
    /// A client with a token of any kind: of a bot, a user or the app itself (`xapp-…`). `base_url` is the host to call
    /// instead of `https://slack.com`, without `/api`.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](messaging_core::ErrorKind) for a token or a base URL that is none.
    pub fn new(token: &Secret, base_url: Option<&str>, transport: Transport) -> Result<Self> {
        Ok(Self { api: Api::new(base_url, token, transport)? })
    }

    /// Carries a request out, once.
    ///
    /// # Errors
    /// What Slack says, with its code; see [`codes`](crate::codes).
    pub async fn call<C: Call>(&self, request: C) -> Result<Answer<C::Output>> {
        let body = self.api.carry(C::METHOD, &request.arguments()?, request.credentials()).await?;
        Answer::read(&request, body)
    }
}
