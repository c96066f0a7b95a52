use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::number::count;
use crate::client::{Timestamp, call::answer, words::words};

words! {
    /// How far a message got (<https://www.twilio.com/docs/messaging/api/message-resource#message-status-values>).
    Status {
        /// A Messaging Service has it and is choosing a sender.
        Accepted = "accepted",
        /// It is to be sent later.
        Scheduled = "scheduled",
        /// It was to be sent later and will not be.
        Canceled = "canceled",
        /// It waits for its turn.
        Queued = "queued",
        /// It is on its way to the carrier.
        Sending = "sending",
        /// The carrier has it.
        Sent = "sent",
        /// The person's device has it.
        Delivered = "delivered",
        /// The person has seen it.
        Read = "read",
        /// Some of it was delivered.
        PartiallyDelivered = "partially_delivered",
        /// The carrier says that it was not delivered; `error_code` says why.
        Undelivered = "undelivered",
        /// It was not sent; `error_code` says why.
        Failed = "failed",
        /// It is coming in.
        Receiving = "receiving",
        /// It came in.
        Received = "received",
    }
}

words! {
    /// Which way a message went, and what made it.
    Direction {
        /// A person wrote it.
        Inbound = "inbound",
        /// A request of the API.
        OutboundApi = "outbound-api",
        /// A call.
        OutboundCall = "outbound-call",
        /// `TwiML`, in the answer to a webhook.
        OutboundReply = "outbound-reply",
    }
}

/// A message as Twilio keeps it (<https://www.twilio.com/docs/messaging/api/message-resource#message-properties>).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Message {
    /// `SM…` or `MM…`.
    pub sid: String,
    /// Whose it is.
    #[serde(default)]
    pub account_sid: Option<String>,
    /// `2010-04-01`.
    #[serde(default)]
    pub api_version: Option<String>,
    /// The text; empty once it is redacted.
    #[serde(default)]
    pub body: Option<String>,
    /// Who it is from; none while a Messaging Service is choosing.
    #[serde(default)]
    pub from: Option<String>,
    /// Who it is to.
    #[serde(default)]
    pub to: Option<String>,
    /// The Messaging Service it was sent through.
    #[serde(default)]
    pub messaging_service_sid: Option<String>,
    /// Which way it went.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// How far it got.
    #[serde(default)]
    pub status: Option<Status>,
    /// How many segments it was billed as; 0 while a Messaging Service is choosing.
    #[serde(default, deserialize_with = "count")]
    pub num_segments: Option<u32>,
    /// How many files it has.
    #[serde(default, deserialize_with = "count")]
    pub num_media: Option<u32>,
    /// What it cost, as Twilio writes it: a decimal number that is negative, `-0.00750`. None until it is billed.
    #[serde(default)]
    pub price: Option<String>,
    /// In which currency, `USD`.
    #[serde(default)]
    pub price_unit: Option<String>,
    /// Why it was not sent or delivered: a code of [`codes`](crate::codes).
    #[serde(default, deserialize_with = "count")]
    pub error_code: Option<u32>,
    /// The same in words.
    #[serde(default)]
    pub error_message: Option<String>,
    /// When Twilio took it in, to the second.
    #[serde(default)]
    pub date_created: Option<Timestamp>,
    /// When it was sent, to the second.
    #[serde(default)]
    pub date_sent: Option<Timestamp>,
    /// When it changed last, to the second.
    #[serde(default)]
    pub date_updated: Option<Timestamp>,
    /// Where it is, relative to the API's host.
    #[serde(default)]
    pub uri: Option<String>,
    /// Where its media and feedback are, relative to the API's host.
    #[serde(default)]
    pub subresource_uris: Option<BTreeMap<String, String>>,
    /// Fields that Twilio has added since.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(Message, "message");
