use std::time::Duration;

use async_trait::async_trait;
use messaging_core::{
    Context, ErrorKind, Place, Result, UnixMillis,
    capability::Reconcile,
    id::MessageId,
    message::{FindSend, Found, Receipt},
};
use serde_json::Value;

use crate::{Slack, metadata, place::Destination, records::Range, send, ts};

/// How far Slack's clock may be behind ours.
const SKEW: Duration = Duration::from_secs(300);
/// Messages on one page, as Slack recommends.
const PAGE: u32 = 200;
/// Pages read before giving up: 2,000 messages since the send.
const PAGES: usize = 10;

#[async_trait]
impl Reconcile for Slack {
    /// Looks for the intent in the metadata of everything posted since the send.
    ///
    /// Says [`Found::CannotTell`] if Slack limits the reading, if there is more to read than 2,000 messages, or if the
    /// message went where no record tells of it: through a webhook, a `response_url`, or to one person only.
    async fn find(&self, _: &Context, request: FindSend) -> Result<Found> {
        if send::leaves_no_record(&request.message) {
            return Ok(Found::CannotTell);
        }
        let thread = request.message.thread.as_ref().map(MessageId::as_str);
        let place = &request.message.to;
        self.look_for(place, thread, request.not_before, |message| self.proof(message, &request)).await
    }
}

impl Slack {
    /// Reads what was posted since a moment until `is_it` gives the `ts` of what is looked for.
    ///
    /// Says [`Found::CannotTell`] if Slack limits the reading, or if there is more to read than 2,000 messages.
    pub(crate) async fn look_for(
        &self,
        place: &Place,
        thread: Option<&str>,
        not_before: UnixMillis,
        is_it: impl Fn(&Value) -> Option<&str> + Send + Sync,
    ) -> Result<Found> {
        let destination = Destination::of(place, thread)?;
        let oldest = Some(ts::written(not_before.minus(SKEW)));
        let mut range = Range { oldest, limit: PAGE, ..Range::default() };
        let api = self.api_for(place).await?;
        for _ in 0..PAGES {
            let page = match api.records(destination, &range).await {
                Ok(page) => page,
                Err(error) if error.kind() == ErrorKind::RateLimited => return Ok(Found::CannotTell),
                Err(error) => return Err(error),
            };
            if let Some(ts) = page.messages.iter().find_map(&is_it) {
                return Ok(Found::Happened(Receipt::of(ts)));
            }
            match page.next {
                Some(next) => range.cursor = Some(next),
                None if page.more => return Ok(Found::CannotTell),
                None => return Ok(Found::DidNot),
            }
        }
        Ok(Found::CannotTell)
    }

    /// The `ts` of a message that proves the send. Metadata can be read, and so copied, by every app of the workspace.
    fn proof<'m>(&self, message: &'m Value, request: &FindSend) -> Option<&'m str> {
        if metadata::intent_of(message)? != request.intent.as_str() || self.is_foreign(message) {
            return None;
        }
        let ts = message.get("ts").and_then(Value::as_str)?;
        (!request.known.iter().any(|known| known.as_str() == ts)).then_some(ts)
    }

    /// Whether a message is known to be another's.
    fn is_foreign(&self, message: &Value) -> bool {
        let ours = self.identity.get().and_then(|identity| identity.bot.as_deref());
        let theirs = message.get("bot_id").and_then(Value::as_str);
        matches!((ours, theirs), (Some(ours), Some(theirs)) if ours != theirs)
    }
}
