use messaging_core::{
    Context, Error, ErrorKind, Reached, Result,
    message::{FinishStream, Receipt},
};
use serde_json::{Map, Value};

use super::chunks::chunks;
use crate::{Slack, api::Api, metadata::metadata, mrkdwn::neutral, options::Way, place::Destination, send};

impl Slack {
    /// Stops a stream with what is missing, if it is certain what it shows. Otherwise, and where Slack had closed it
    /// meanwhile, the whole text replaces whatever is there.
    ///
    /// Our id comes with the last step only, because its echo proves all of it.
    pub(super) async fn finish(&self, context: &Context, request: FinishStream) -> Result<Receipt> {
        let channel = Destination::of(&request.conversation, None)?.channel;
        let api = self.api_for(&request.conversation).await?;
        let metadata = metadata(None, context.intent.as_ref())?;
        let content = &request.content;
        let is_text = content.media.is_empty() && content.actions.is_empty() && content.native.is_none();
        if let Some(missing) = request.missing().filter(|_| is_text) {
            match stop(&api, channel, &request, missing, metadata.as_ref()).await {
                Ok(()) => return Ok(Receipt::of(request.id)),
                Err(error) if is_over(&error) => {}
                // Slack will not have it that way: it gets the text as a whole.
                Err(error) if error.kind() == ErrorKind::Invalid => stopped(&api, channel, &request).await?,
                Err(error) => return Err(error),
            }
        } else {
            stopped(&api, channel, &request).await?;
        }
        let mut body = if is_text {
            // Shown as a stream shows it, in messages longer than 4,000 characters too.
            Map::from_iter([("markdown_text".to_owned(), neutral::markdown(&content.text).into())])
        } else {
            send::arguments(content.clone(), &Map::new(), Way::Post, None)?
        };
        body.insert("channel".to_owned(), channel.into());
        body.insert("ts".to_owned(), request.id.as_str().into());
        if let Some(metadata) = metadata {
            body.insert("metadata".to_owned(), metadata);
        }
        api.write("chat.update", &Value::Object(body)).await?;
        Ok(Receipt::of(request.id))
    }
}

/// Makes sure that a message is no stream any more, whatever it shows.
pub(super) async fn stopped(api: &Api, channel: &str, request: &FinishStream) -> Result<()> {
    match stop(api, channel, request, "", None).await {
        Err(error) if !is_over(&error) => Err(error),
        _ => Ok(()),
    }
}

async fn stop(api: &Api, channel: &str, request: &FinishStream, missing: &str, metadata: Option<&Value>) -> Result<()> {
    let mut body = Map::new();
    body.insert("channel".to_owned(), channel.into());
    body.insert("ts".to_owned(), request.id.as_str().into());
    let chunks = chunks(missing, &[]);
    if !chunks.is_empty() {
        body.insert("chunks".to_owned(), chunks.into());
    }
    if let Some(metadata) = metadata {
        body.insert("metadata".to_owned(), metadata.clone());
    }
    api.write("chat.stopStream", &Value::Object(body)).await?;
    Ok(())
}

/// Whether the message is no stream any more: Slack closed it, or we did, or a person did.
pub(super) fn is_over(error: &Error) -> bool {
    let code = error.vendor().map(|vendor| vendor.code.as_str());
    error.reached() == Reached::Answered && matches!(code, Some("message_not_in_streaming_state" | "stopped_by_user"))
}
