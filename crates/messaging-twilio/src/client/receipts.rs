//! What became of a message on its way to one participant
//! (<https://www.twilio.com/docs/conversations-classic/api/receipt-resource>). Participants by identity have none.

use messaging_core::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call, List as Lists, Timestamp, bounds,
    call::{Root, Spelled, answer},
    conversations,
    params::{Params, params},
    words::words,
};
use crate::fields::segment;

words! {
    /// How far a message got.
    Status {
        /// It left Twilio.
        Sent = "sent",
        /// It arrived.
        Delivered = "delivered",
        /// It was read.
        Read = "read",
        /// It never left.
        Failed = "failed",
        /// It did not arrive.
        Undelivered = "undelivered",
    }
}

/// What became of a message on its way to one participant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Receipt {
    /// Its SID, `DY…`.
    pub sid: String,
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The Conversations service, `IS…`.
    pub chat_service_sid: Option<String>,
    /// The conversation, `CH…`.
    pub conversation_sid: Option<String>,
    /// The message, `IM…`.
    pub message_sid: Option<String>,
    /// The message on its channel, such as `SM…`.
    pub channel_message_sid: Option<String>,
    /// Whom it went to, `MB…`.
    pub participant_sid: Option<String>,
    /// How far it got.
    pub status: Option<Status>,
    /// Why it got no further (<https://www.twilio.com/docs/api/errors>); 0 or none where it did.
    pub error_code: Option<u64>,
    /// When it was sent.
    pub date_created: Option<Timestamp>,
    /// When that changed last.
    pub date_updated: Option<Timestamp>,
    /// Its own URL.
    pub url: Option<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(Receipt, "receipt");

params! {
    /// Fetches a receipt.
    Fetch of {
        /// Of which conversation, by SID or unique name.
        conversation,
        /// Of which message, by SID.
        message,
        /// Which one, by SID.
        receipt,
    } with {}
}

params! {
    /// Lists the receipts of a message.
    List of {
        /// Of which conversation, by SID or unique name.
        conversation,
        /// Of which message, by SID.
        message,
    } with {
        /// How many a page holds; up to 50.
        page_size: u32 = "PageSize",
    }
}

impl Call for Fetch {
    type Output = Receipt;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        let rest = format!("/Messages/{}/Receipts/{}", segment(&self.message)?, segment(&self.receipt)?);
        Ok(Spelled::get(conversations::path(root, &self.conversation, &rest)?, self.fields()))
    }
}

impl Lists for List {
    type Item = Receipt;
    const KEY: &'static str = "delivery_receipts";
    const WHAT: &'static str = "receipt";

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::page_size(self.page_size, 50)?;
        let rest = format!("/Messages/{}/Receipts", segment(&self.message)?);
        Ok(Spelled::get(conversations::path(root, &self.conversation, &rest)?, self.fields()))
    }
}
