//! Incoming webhooks: a URL for one channel. <https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>

use std::time::SystemTime;

use bytes::Bytes;
use http::{Response, StatusCode};
use messaging_core::{Context, Error, ErrorKind, Place, Reached, Result, VendorError, message::Receipt};
use messaging_http::{error_of, retry_after, unreadable};
use serde_json::Value;

use crate::{Slack, hook};

const DOCS: &str = "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors";

/// What a code means, and what to do about it.
const CODES: [(&str, ErrorKind, &str); 18] = [
    ("action_prohibited", ErrorKind::Unauthorized, "an administrator restricts posting to the channel"),
    ("channel_is_archived", ErrorKind::NotFound, "unarchive the channel, or make a webhook for another one"),
    ("channel_not_found", ErrorKind::NotFound, "the channel is gone: make a webhook for another one"),
    ("invalid_blocks", ErrorKind::Invalid, "check the blocks"),
    ("invalid_blocks_format", ErrorKind::Invalid, "check the blocks"),
    ("invalid_payload", ErrorKind::Invalid, "check the native content"),
    ("invalid_token", ErrorKind::Unauthorized, "the URL is not valid any more: make a new webhook"),
    ("missing_text_or_fallback_or_attachments", ErrorKind::Invalid, "give the message a text"),
    ("no_active_hooks", ErrorKind::NotFound, "the webhook is switched off: make a new one"),
    ("no_service", ErrorKind::NotFound, "the webhook was removed or never was: make a new one"),
    ("no_service_id", ErrorKind::NotFound, "the URL is cut off: copy it again"),
    ("no_team", ErrorKind::NotFound, "the workspace is gone: make a webhook in another one"),
    ("no_text", ErrorKind::Invalid, "give the message a text"),
    ("posting_to_general_channel_denied", ErrorKind::Unauthorized, "an administrator restricts posting to #general"),
    ("rollup_error", ErrorKind::Unavailable, "Slack failed"),
    ("team_disabled", ErrorKind::Unauthorized, "the workspace is switched off"),
    ("too_many_attachments", ErrorKind::Invalid, "Slack takes 100 attachments"),
    ("user_not_found", ErrorKind::Invalid, "the person whom the webhook writes to is gone: make a new one"),
];

impl Slack {
    /// Posts through the account's incoming webhook, once. Slack gives such a message no name.
    ///
    /// # Errors
    /// [`ErrorKind::Config`]: the account has none. Slack's own as their codes say.
    pub(crate) async fn post_to_webhook(&self, context: &Context, place: &Place, body: Value) -> Result<Receipt> {
        let Some(url) = &self.webhook_url else {
            let message = format!(
                "`{place}` is an incoming webhook, and the account has none: set `webhook_url` (SLACK_WEBHOOK_URL)"
            );
            return Err(Error::new(ErrorKind::Config, message));
        };
        let response = self.hooks.post(url, &body).await?;
        answer(&response, SystemTime::now())?;
        Ok(receipt(context, &response))
    }
}

/// Our own id where Slack gives none: a receipt must say something, and nothing can be looked up by it.
pub(crate) fn receipt(context: &Context, response: &Response<Bytes>) -> Receipt {
    let request = response.headers().get("x-slack-req-id").and_then(|id| id.to_str().ok()).filter(|id| !id.is_empty());
    Receipt::of(context.intent.as_ref().map_or_else(|| request.unwrap_or("unnamed"), |intent| intent.as_str()))
}

/// Only `ok` is a yes.
fn answer(response: &Response<Bytes>, now: SystemTime) -> Result<()> {
    let (status, headers) = (response.status(), response.headers());
    let code = hook::code(response.body());
    if status.is_success() {
        return match code {
            Some("ok") => Ok(()),
            _ => Err(unreadable(format!("the incoming webhook answered {status} without `ok`"))),
        };
    }
    let known = CODES.iter().find(|(name, ..)| Some(*name) == code);
    let said = code.map(|code| format!(": `{code}`")).unwrap_or_default();
    let remedy = known.map(|(.., remedy)| format!("; {remedy}")).unwrap_or_default();
    let message = format!("the incoming webhook answered {status}{said}{remedy}");
    let error = match known {
        Some((_, kind, _)) if status != StatusCode::TOO_MANY_REQUESTS => {
            let no = status.is_client_error();
            Error::new(*kind, message).with_reached(if no { Reached::Answered } else { Reached::MaybeSent })
        }
        _ => error_of(status, headers, message, now),
    };
    let error = match code {
        Some(code) => error.with_vendor(VendorError::new(code, code).with_docs(DOCS)),
        None => error,
    };
    Err(match retry_after(headers, now) {
        Some(wait) => error.with_retry_after(wait),
        None => error,
    })
}
