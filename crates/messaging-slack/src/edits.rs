//! Changing a message: `chat.update`. <https://docs.slack.dev/reference/methods/chat.update>

use async_trait::async_trait;
use messaging_core::{
    Context, Error, ErrorKind, Place, Provider, Reached, Result,
    capability::Edits,
    message::{EditMessage, Receipt, SendMessage},
    text,
};
use serde_json::{Map, Value};

use crate::{Slack, credentials::Credentials, options::Way, place::Destination, send};

/// The longest text of one message, in characters, whatever shows it.
const TEXT: usize = 12_000;

#[async_trait]
impl Edits for Slack {
    /// Replaces what a message of the app's own shows: text, images and actions. A text beyond 4,000 characters is shown
    /// as blocks, up to 12,000; what a text alone has beyond that continues in further messages, which the receipt names.
    ///
    /// Where those were not all posted, the error says that the message shows the beginning; it is not to be repeated,
    /// because every repeat posts them again.
    ///
    /// A message that is being streamed is not changed: stop the stream first.
    async fn edit(&self, context: &Context, request: EditMessage) -> Result<Receipt> {
        let refuse = |message: &str| Err(Error::new(ErrorKind::Invalid, message));
        let EditMessage { conversation, id, mut content } = request;
        let destination = Destination::of(&conversation, None)?;
        if content.is_empty() {
            return refuse("an edit cannot empty a message: delete it instead");
        }
        let is_text = content.media.is_empty() && content.actions.is_empty() && content.native.is_none();
        let rest = match text::first(&content.text, TEXT) {
            Some(_) if !is_text => {
                return refuse("a text with images, actions or native content has 12,000 characters at most");
            }
            Some((head, rest)) => {
                content.text = head;
                Some(SendMessage::new(conversation.clone(), rest))
            }
            None => None,
        };
        // What cannot be posted is refused before anything is changed.
        let rest = rest.map(|rest| text::fit(&rest, Provider::descriptor(self))).transpose()?.unwrap_or_default();
        let mut update = send::arguments(content, &Map::new(), Way::Update, None)?;
        update.insert("channel".to_owned(), destination.channel.into());
        update.insert("ts".to_owned(), id.as_str().into());
        let api = self.api_for(&conversation).await?;
        let updated = api.carry("chat.update", &update, Credentials::Token).await?;
        let ts = updated.get("ts").and_then(Value::as_str).filter(|ts| !ts.is_empty());
        let mut receipt = Receipt::of(ts.unwrap_or_else(|| id.as_str()));
        for part in rest {
            let posted = self.post_message(context, part).await.map_err(|error| {
                let message =
                    format!("the message shows the beginning of the text, and the rest is not all posted: {error}");
                Error::new(ErrorKind::Unexpected, message).with_reached(Reached::MaybeSent).with_source(error)
            })?;
            receipt.parts.extend(posted.parts);
        }
        Ok(receipt)
    }

    /// The channel: whoever reads it reads its threads, so all of them share what may be edited for the eye.
    fn budget(&self, place: &Place) -> String {
        match (place.kind(), place.parts()) {
            ("channel" | "dm" | "thread", [team, channel, ..]) => format!("{team},{channel}"),
            _ => place.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use messaging_http::{Transport, TransportError};

    use super::*;
    use crate::{SlackConfig, channel, dm, thread};

    #[test]
    fn a_channel_and_its_threads_share_one_budget() {
        let nobody = tower::service_fn(|_| async { Err(TransportError::not_sent("nobody")) });
        let slack = Slack::new(SlackConfig::new("xoxb-1", "s"), Transport::new(nobody)).unwrap();
        let budget = |place: Place| slack.budget(&place);
        assert_eq!(budget(channel("T1", "C1")), budget(thread("T1", "C1", "1.000000")));
        assert_eq!(budget(thread("T1", "C1", "1.000000")), budget(thread("T1", "C1", "2.000000")));
        for other in [channel("T1", "C2"), channel("T2", "C1"), dm("T1", "D1")] {
            assert_ne!(budget(channel("T1", "C1")), budget(other));
        }
    }
}
