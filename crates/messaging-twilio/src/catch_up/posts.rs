use messaging_core::{Event, Missed, Result, UnixMillis};

use super::{MOST, mark};
use crate::{
    Twilio,
    client::messages::{List, Message, Order},
    fields::Fields,
    inbound::channel,
    row,
    webhook::recorded,
};

/// Messages on one page, the most that Twilio gives.
const PAGE: u32 = 100;

/// The most pages read back from now.
const MAX_PAGES: u32 = 20;

impl Twilio {
    /// Lists what was said in a conversation, by its index. Reading starts at the newest, because a list cannot begin in
    /// the middle (<https://www.twilio.com/docs/conversations-classic/api/conversation-message-resource>).
    pub(super) async fn missed_posts(&self, sid: &str, since: UnixMillis, cursor: Option<String>) -> Result<Missed> {
        let from: Option<u64> = mark(cursor.as_ref())?;
        let is_wanted = |found: &Message| match from {
            Some(from) => found.index.is_some_and(|index| index >= from),
            None => row::created(found).is_some_and(|at| at >= since),
        };
        let list = List::new(sid).order(Order::Descending).page_size(PAGE);
        let mut page = self.client().page(&list, None).await?;
        let mut found = Vec::new();
        for read in 1..=MAX_PAGES {
            let before = found.len();
            let listed = page.items.len();
            found.extend(page.items.into_iter().filter(is_wanted));
            // A page on which something is too old is the last that matters.
            let next = page.next.filter(|_| found.len() - before == listed);
            match next {
                Some(_) if read == MAX_PAGES => {
                    tracing::warn!(sid, found = found.len(), "more may have been missed than is looked through");
                    break;
                }
                Some(link) => page = self.client().page(&list, Some(&link)).await?,
                None => break,
            }
        }
        found.sort_by_key(|found| found.index);
        let next = found.get(MOST).and_then(|found| found.index).map(|index| index.to_string());
        let told = found.into_iter().take(MOST).filter_map(|found| self.post_of(sid, found));
        Ok(Missed::new(told.collect(), Vec::new(), next))
    }

    /// What `onMessageAdded` would have told; nothing of a message that says not enough, which would hold up all others.
    fn post_of(&self, conversation: &str, found: Message) -> Option<Event> {
        let author = found.author.unwrap_or_default();
        // Nobody of the conversation wrote it: it was posted through the API. People who have left keep their addresses.
        let by_nobody = found.participant_sid.is_none() && channel(&author).is_none();
        let media = found.media.filter(|files| !files.is_empty()).and_then(|files| serde_json::to_string(&files).ok());
        let fields = Fields::default()
            .with("EventType", "onMessageAdded")
            .with("ConversationSid", conversation)
            .with("MessageSid", found.sid.as_str())
            .with_some("Index", found.index.map(|index| index.to_string()))
            .with("Author", author)
            .with_some("Body", found.body)
            .with_some("Attributes", found.attributes.map(|attributes| attributes.as_str().to_owned()))
            .with_some("DateCreated", found.date_created.map(|date| date.as_str().to_owned()))
            .with_some("ParticipantSid", found.participant_sid)
            .with_some("ChatServiceSid", found.chat_service_sid)
            .with_some("Media", media)
            .with_some("Source", by_nobody.then_some("API"));
        match recorded::post(&fields, &self.account) {
            Ok(event) => Some(event),
            Err(error) => {
                tracing::warn!(sid = found.sid, %error, "a message that was missed cannot be read and is left out");
                None
            }
        }
    }
}
