use async_trait::async_trait;
use messaging_core::{Context, Result, capability::Deletes, message::DeleteMessage};

use crate::{Twilio, client::messages as theirs, fields::segment, place::Target};

#[async_trait]
impl Deletes for Twilio {
    /// Deletes a message from Twilio's records; a text that was sent is not taken back. One that Twilio is still
    /// sending cannot be deleted yet.
    async fn delete_message(&self, _: &Context, request: DeleteMessage) -> Result<()> {
        let id = request.id.as_str();
        match Target::of(&request.conversation)? {
            Target::Direct { .. } => {
                self.delete_at(&self.account.path(&format!("/Messages/{}.json", segment(id)?))).await
            }
            Target::Conversation(sid) => self.client().call(theirs::Delete::new(sid, id)).await,
        }
    }
}
