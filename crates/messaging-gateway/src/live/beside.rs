use messaging_core::id::MessageId;
use messaging_store::{Lease, Live, Result};

use crate::Gateway;

impl Gateway {
    /// What is shown of other turns of a lane that are under way. Each of it was written down before its platform was
    /// asked for it, so a message that is found and is not among what is read afterwards is none of theirs.
    pub(crate) async fn beside(&self, lease: &Lease) -> Result<Vec<Live>> {
        let mut begun = self.parts.store.live(lease).await?;
        begun.retain(|live| live.beside);
        Ok(begun)
    }
}

/// Whether a message that was found by what it showed at first is one that another turn shows, or could be.
pub(crate) fn could_be(theirs: &Live, found: &MessageId, shown: &str) -> bool {
    theirs.message.as_ref().map_or_else(|| letters(&theirs.text).eq(letters(shown)), |message| message == found)
}

/// What is left of a text in whichever markup a platform keeps it.
fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|char| char.is_alphanumeric())
}
