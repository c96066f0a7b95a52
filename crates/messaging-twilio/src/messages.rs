use async_trait::async_trait;
use messaging_core::{
    Context, Page, Result,
    capability::Messages,
    message::{FetchMessage, ListMessages, Media, Message},
};
use serde::Deserialize;

use crate::{
    Twilio,
    api::{resource, rows},
    client::messages as theirs,
    fields::{Fields, segment},
    place::Target,
    row::{self, TextRow},
};

/// A file of a message of the 2010-04-01 API (<https://www.twilio.com/docs/messaging/api/media-resource>).
#[derive(Debug, Deserialize)]
struct MediaRow {
    uri: String,
    #[serde(default)]
    content_type: Option<String>,
}

#[async_trait]
impl Messages for Twilio {
    async fn fetch_message(&self, _: &Context, request: FetchMessage) -> Result<Message> {
        match Target::of(&request.conversation)? {
            Target::Direct { .. } => {
                let id = segment(request.id.as_str())?;
                let path = self.account.path(&format!("/Messages/{id}.json"));
                let row: TextRow = resource(self.get(&path, &Fields::default()).await?, "message")?;
                let files = row.files();
                let mut message = row.message();
                if files > 0 {
                    message.content.media = self.files(&id).await?;
                }
                Ok(message)
            }
            Target::Conversation(sid) => {
                let fetch = theirs::Fetch::new(sid, request.id.as_str());
                Ok(row::message(self.client().call(fetch).await?, &self.account))
            }
        }
    }

    async fn history(&self, _: &Context, request: ListMessages) -> Result<Page<Message>> {
        match Target::of(&request.conversation)? {
            Target::Direct { ours, theirs } => self.exchanged(ours, theirs, &request).await,
            Target::Conversation(sid) => self.chatted(sid, &request).await,
        }
    }
}

impl Twilio {
    /// Lists the files of one message; there are at most ten.
    pub(crate) async fn files(&self, id: &str) -> Result<Vec<Media>> {
        let path = self.account.path(&format!("/Messages/{id}/Media.json"));
        let page = self.get(&path, &Fields::default()).await?;
        let (listed, _) = rows::<MediaRow>(page, "media_list", "file")?;
        let media = |row: MediaRow| {
            let mut media = Media::at(self.account.bases.url(row.uri.trim_end_matches(".json"))?);
            media.content_type = row.content_type;
            Ok(media)
        };
        listed.into_iter().map(media).collect()
    }

    /// Lists a conversation, newest first.
    async fn chatted(&self, sid: &str, request: &ListMessages) -> Result<Page<Message>> {
        let mut list = theirs::List::new(sid).order(theirs::Order::Descending);
        list.page_size = request.limit.map(|limit| limit.clamp(1, 100));
        let page = self.client().page(&list, request.cursor.as_deref()).await?;
        let too_old = |found: &theirs::Message| {
            row::created(found).is_some_and(|at| request.not_before.is_some_and(|limit| at < limit))
        };
        let next = if page.items.last().is_some_and(too_old) { None } else { page.next };
        let kept = page.items.into_iter().filter(|found| !too_old(found));
        Ok(Page::new(kept.map(|found| row::message(found, &self.account)).collect(), next))
    }
}
