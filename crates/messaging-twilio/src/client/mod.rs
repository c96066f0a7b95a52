//! Twilio's own resources in Twilio's own words, typed: what [`Messenger`](messaging_core::Messenger) has no verb for.
//!
//! One module per resource of Conversations (classic), each with its requests and what Twilio answers:
//!
//! ```
//! # use futures_util::StreamExt;
//! # use messaging_twilio::{Twilio, client::{conversations, participants}};
//! # async fn example(twilio: &Twilio) -> messaging_core::Result<()> {
//! let client = twilio.client();
//! let room = client.call(conversations::Create::new().friendly_name("Customer Support")).await?;
//! let mut people = client.list(participants::List::new(&room.sid));
//! while let Some(person) = people.next().await {
//!     println!("{}", person?.sid);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Every documented parameter and field has a name here; unknown fields are kept in `extra`, unknown words in `Other`.
//! What Twilio is certain to refuse is refused before it is sent, by an error that names the parameter. Nothing here
//! waits or retries, and no layer of a `Messenger` sees it: wrap the `Transport` for that.

pub mod address_configurations;
mod bounds;
pub(crate) mod call;
pub mod configuration;
pub mod configuration_webhooks;
pub mod conversation_with_participants;
pub mod conversations;
mod json_text;
mod listing;
pub mod media;
pub mod messages;
pub(crate) mod params;
pub mod participant_conversations;
pub mod participants;
pub mod receipts;
pub mod roles;
pub mod services;
mod timer;
mod timestamp;
pub mod user_conversations;
pub mod users;
pub mod webhooks;
pub(crate) mod words;

use bytes::Bytes;
use http::{
    Method, Request,
    header::{CONTENT_TYPE, HeaderValue},
};
use messaging_core::Result;

pub(crate) use bounds::ATTRIBUTES;
pub use call::{Answer, Call, List};
pub use json_text::JsonText;
pub use listing::Listing;
pub use timestamp::Timestamp;

use crate::{Twilio, api, api::Caller, sid};
use call::{Root, Spelled};

/// The header that lets a request of ours fire webhooks
/// (<https://www.twilio.com/docs/conversations-classic/conversations-webhooks>).
const WEBHOOK_ENABLED: &str = "X-Twilio-Webhook-Enabled";

/// One Twilio account, by Twilio's own words. Shares account, credentials and transport with the [`Twilio`] it is of.
/// Cheap to clone.
#[derive(Clone, Debug)]
pub struct TwilioClient {
    pub(crate) twilio: Twilio,
    service: Option<String>,
    webhooks: bool,
}

impl Twilio {
    /// Returns a client for what the provider has no verb for, in the Conversations service that the settings name,
    /// otherwise the account's default service.
    #[must_use]
    pub fn client(&self) -> TwilioClient {
        TwilioClient { twilio: self.clone(), service: self.account.service.clone(), webhooks: false }
    }
}

impl TwilioClient {
    /// Goes to another Conversations service, `IS…`.
    ///
    /// # Errors
    /// It is no SID of a service.
    pub fn in_service(mut self, service: impl Into<String>) -> Result<Self> {
        let service = service.into();
        sid::parameter("ChatServiceSid", &service, "IS")?;
        self.service = Some(service);
        Ok(self)
    }

    /// Goes to the account's default Conversations service.
    #[must_use]
    pub fn in_default_service(mut self) -> Self {
        self.service = None;
        self
    }

    /// Returns the service this client is for; none for the account's default service.
    #[must_use]
    pub fn service(&self) -> Option<&str> {
        self.service.as_deref()
    }

    /// Lets writes fire webhooks (`X-Twilio-Webhook-Enabled: true`), where Twilio documents that: conversations,
    /// participants, messages and users. Without it, what is done through the API fires none.
    #[must_use]
    pub fn with_webhooks(mut self) -> Self {
        self.webhooks = true;
        self
    }

    /// Carries a request out, once.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](messaging_core::ErrorKind) before anything is sent, where Twilio is certain to refuse;
    /// the error names the parameter. Otherwise what Twilio says, with its code.
    pub async fn call<C: Call>(&self, request: C) -> Result<C::Output> {
        let Spelled { method, path, fields, gated } = request.spell(&self.root())?;
        let url = self.twilio.account.bases.url(&path)?;
        let is_post = method == Method::POST;
        let url = if is_post { url } else { fields.query_of(&url) };
        let mut builder = Request::builder().method(method).uri(url);
        if gated && self.webhooks {
            builder = builder.header(WEBHOOK_ENABLED, HeaderValue::from_static("true"));
        }
        let mut body = Bytes::new();
        if is_post {
            builder = builder.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
            body = Bytes::from(fields.encode());
        }
        C::Output::read(api::value(&self.twilio.carry(Caller::Preferred, builder, body).await?)?)
    }

    pub(crate) fn root(&self) -> Root<'_> {
        Root::new(&self.twilio.account.sid, self.service.as_deref())
    }
}
