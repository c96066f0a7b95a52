use async_trait::async_trait;
use messaging_core::{
    Context, Error, ErrorKind, Result,
    capability::Edits,
    message::{EditMessage, Receipt},
};

use crate::{Twilio, chat::written_out, client::messages as theirs, messaging, place::Target};

#[async_trait]
impl Edits for Twilio {
    /// Replaces the text of a message of a conversation, for whoever reads it there: what has gone out by SMS or
    /// `WhatsApp` stays as it is, and so do its files. A text that is given no words is redacted: its own are removed from
    /// Twilio's records.
    async fn edit(&self, _: &Context, request: EditMessage) -> Result<Receipt> {
        let unsupported = |message: &str| Err(Error::new(ErrorKind::Unsupported, message));
        let Target::Conversation(sid) = Target::of(&request.conversation)? else {
            if !request.content.is_empty() {
                let message = "a text that was sent cannot be changed; send another one, or give it no words to have its \
                               own removed from Twilio's records";
                return unsupported(message);
            }
            let redacted = self.client().call(messaging::Redact::new(request.id.as_str())).await?;
            return Ok(Receipt::of(redacted.sid));
        };
        if request.content.native.is_some() {
            return unsupported("a message cannot become a template; send another one");
        }
        let (text, file) = written_out(&request.content)?;
        if file.is_some() {
            return unsupported("the files of a message cannot be changed; send another one");
        }
        let update = theirs::Update::new(sid, request.id.as_str()).body(text);
        Ok(Receipt::of(self.client().call(update).await?.sid))
    }
}
