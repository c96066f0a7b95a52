use messaging_core::{Event, Missed, Result, UnixMillis};

use super::{MOST, mark};
use crate::{Twilio, api::rows, fields::Fields, row::TextRow, webhook::recorded};

/// The most pages of 1,000 texts read back from now.
const MAX_PAGES: u32 = 10;

/// The most files told of at once: each message's are a request of their own.
const MOST_FILES: usize = 50;

impl Twilio {
    /// Lists what was written to a number of ours, oldest first. Twilio lists newest first, so it is read back until it is
    /// older (<https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources>).
    ///
    /// `DateSent` is not asked for: what is still `receiving` may have none.
    pub(super) async fn missed_texts(
        &self,
        ours: &str,
        theirs: Option<&str>,
        since: UnixMillis,
        cursor: Option<String>,
    ) -> Result<Missed> {
        let since = mark(cursor.as_ref())?.map_or(since, UnixMillis);
        let found = self.texts_since(ours, theirs, since).await?;
        let (mut events, mut files, mut last) = (Vec::new(), 0, None);
        for (at, row) in found {
            if (events.len() >= MOST || files >= MOST_FILES) && last != Some(at) {
                return Ok(Missed::new(events, Vec::new(), Some(at.0.to_string())));
            }
            last = Some(at);
            files += row.files();
            events.extend(self.text_of(at, row).await?);
        }
        Ok(Missed::new(events, Vec::new(), None))
    }

    async fn texts_since(
        &self,
        ours: &str,
        theirs: Option<&str>,
        since: UnixMillis,
    ) -> Result<Vec<(UnixMillis, TextRow)>> {
        let query = Fields::default().with("To", ours).with_some("From", theirs).with("PageSize", "1000");
        let mut page = self.get(&self.account.path("/Messages.json"), &query).await?;
        let mut found = Vec::new();
        for read in 1..=MAX_PAGES {
            let (listed, next) = rows::<TextRow>(page, "messages", "message")?;
            let is_older = |row: &TextRow| row.created().is_some_and(|at| at < since);
            let next = next.filter(|_| listed.is_empty() || !listed.iter().all(is_older));
            let inbound = listed.into_iter().filter(|row| !row.is_outbound());
            found.extend(inbound.filter_map(|row| Some((row.created()?, row))).filter(|(at, _)| *at >= since));
            match next {
                Some(_) if read == MAX_PAGES => {
                    tracing::warn!(
                        ours,
                        found = found.len(),
                        "more texts may have been missed than are looked through"
                    );
                    break;
                }
                Some(link) => page = self.get_page(&self.account.bases.page(&link, "Messages.json")?).await?,
                None => break,
            }
        }
        // Seconds are the finest there is: within one, the order is that of the list.
        found.reverse();
        found.sort_by_key(|(at, _)| *at);
        Ok(found)
    }

    /// What its webhook would have told; nothing of a text that says not enough, which would hold up all others.
    async fn text_of(&self, at: UnixMillis, row: TextRow) -> Result<Option<Event>> {
        let mut fields = Fields::default()
            .with("MessageSid", row.sid.as_str())
            .with_some("From", row.from.as_deref())
            .with_some("To", row.to.as_deref())
            .with_some("Body", row.body.as_deref())
            .with_some("MessagingServiceSid", row.messaging_service_sid.as_deref())
            .with("NumMedia", row.files().to_string());
        if row.files() > 0 {
            for (index, file) in self.files(&row.sid).await?.into_iter().enumerate() {
                fields = fields.with(format!("MediaUrl{index}"), file.url);
                if let Some(content_type) = file.content_type {
                    fields = fields.with(format!("MediaContentType{index}"), content_type);
                }
            }
        }
        match recorded::text(&fields, at, &self.account) {
            Ok(event) => Ok(Some(event)),
            Err(error) => {
                tracing::warn!(sid = row.sid, %error, "a text that was missed cannot be read and is left out");
                Ok(None)
            }
        }
    }
}
