use messaging_core::{
    Error, ErrorKind, Result,
    message::{Message, Receipt, StartStream},
};
use messaging_http::unreadable;
use serde_json::{Map, Value};

use super::chunks::chunks;
use crate::{Slack, place::Destination};

impl Slack {
    /// Begins a stream. It carries no metadata: Slack takes some with the end of a stream only.
    pub(super) async fn start(&self, request: StartStream) -> Result<Receipt> {
        let place = &request.conversation;
        let destination = Destination::of(place, None)?;
        let Some(thread) = destination.thread else {
            return Err(Error::new(
                ErrorKind::Unsupported,
                format!("Slack streams in threads only, and `{place}` is none"),
            ));
        };
        let mut body = Map::new();
        body.insert("channel".to_owned(), destination.channel.into());
        body.insert("thread_ts".to_owned(), thread.into());
        body.insert("chunks".to_owned(), chunks(&request.text, &request.progress).into());
        // In a direct message it is clear for whom it is.
        if !destination.channel.starts_with('D') {
            let Some(answers) = &request.answers else {
                let message = "outside direct messages Slack asks for whom a stream is: say which message is answered";
                return Err(Error::new(ErrorKind::Invalid, message));
            };
            let team = team(answers).or_else(|| place.parts().first().map(String::as_str)).unwrap_or_default();
            body.insert("recipient_user_id".to_owned(), answers.author.id.clone().into());
            body.insert("recipient_team_id".to_owned(), team.into());
        }
        let answer = self.api_for(place).await?.write("chat.startStream", &Value::Object(body)).await?;
        match answer.get("ts").and_then(Value::as_str) {
            Some(ts) => Ok(Receipt::of(ts)),
            None => Err(unreadable("`chat.startStream` answered ok without a `ts`")),
        }
    }
}

/// The workspace of whoever wrote a message, which in a shared channel may be another one.
fn team(message: &Message) -> Option<&str> {
    ["user_team", "team"].iter().find_map(|key| message.attributes.get(*key)?.as_str()).filter(|team| !team.is_empty())
}
