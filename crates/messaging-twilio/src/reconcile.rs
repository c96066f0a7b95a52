//! Did it happen? Twilio has no key of ours on a text, so texts are told apart by who, when and what.

use std::time::Duration;

use async_trait::async_trait;
use messaging_core::{
    Context, Result, UnixMillis,
    capability::Reconcile,
    id::MessageId,
    message::{Content, FindSend, Found, Receipt},
};

use crate::{
    Twilio,
    api::rows,
    compose::{self, Words},
    fields::Fields,
    place::Target,
    row::TextRow,
    send,
    sid::is_sid,
    smart_encoded,
};

/// How much earlier than our clock says Twilio may date a message: it cuts seconds off, and a host's clock may be ahead.
///
/// Too little shows a person the same text twice; too much takes the same text, sent by somebody else to the same person
/// within the minute, for ours.
const SKEW: Duration = Duration::from_secs(60);

/// The most pages of 1,000 texts read for one answer.
const MAX_PAGES: u32 = 5;

/// What Twilio puts before every text of a trial account.
const TRIAL: &str = "Sent from your Twilio trial account - ";

#[async_trait]
impl Reconcile for Twilio {
    async fn find(&self, _: &Context, request: FindSend) -> Result<Found> {
        let since = request.not_before.minus(SKEW);
        match Target::of(&request.message.to)? {
            Target::Direct { ours, theirs } => {
                self.find_text(ours, theirs, &request.message.content, since, &request.known).await
            }
            Target::Conversation(sid) => self.find_chat(sid, &request, since).await,
        }
    }
}

impl Twilio {
    /// Looks through what we sent them, newest first, until it is older than the send
    /// (<https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources>).
    ///
    /// `DateSent` is not asked for: a text that still waits in Twilio's queue has none, and would be left out.
    async fn find_text(
        &self,
        ours: &str,
        theirs: &str,
        content: &Content,
        since: UnixMillis,
        known: &[MessageId],
    ) -> Result<Found> {
        let Some(meant) = self.meant(theirs, content)? else { return Ok(Found::CannotTell) };
        let service = is_sid(ours, "MG").then_some(ours);
        let query = Fields::default()
            .with("To", theirs)
            .with_some("From", if service.is_some() { None } else { Some(ours) })
            .with("PageSize", "1000");
        let mut page = self.get(&self.account.path("/Messages.json"), &query).await?;
        let (mut found, mut doubtful): (Option<(UnixMillis, String)>, bool) = (None, false);
        for read in 1..=MAX_PAGES {
            let (listed, next) = rows::<TextRow>(page, "messages", "message")?;
            let is_older = |row: &TextRow| row.created().is_some_and(|at| at < since);
            let next = next.filter(|_| listed.is_empty() || !listed.iter().all(is_older));
            for row in listed {
                let by_us = service.is_none_or(|service| row.messaging_service_sid.as_deref() == Some(service));
                if !row.is_outbound() || !by_us || known.iter().any(|id| id.as_str() == row.sid) {
                    continue;
                }
                match (likeness(&row, &meant), row.created()) {
                    (Likeness::None, _) => {}
                    (_, Some(at)) if at < since => {}
                    (Likeness::Same, Some(at)) if found.as_ref().is_none_or(|(first, _)| at <= *first) => {
                        found = Some((at, row.sid));
                    }
                    (Likeness::Same, Some(_)) => {}
                    (Likeness::Same, None) | (Likeness::Redacted, _) => doubtful = true,
                }
            }
            match next {
                Some(_) if read == MAX_PAGES => return Ok(Found::CannotTell),
                Some(link) => page = self.get_page(&self.account.bases.page(&link, "Messages.json")?).await?,
                None => break,
            }
        }
        Ok(match found {
            Some((_, sid)) => Found::Happened(Receipt::of(sid)),
            None if doubtful => Found::CannotTell,
            None => Found::DidNot,
        })
    }
}

/// What a text said when it was sent, as far as Twilio keeps it.
struct Meant {
    body: String,
    files: usize,
}

impl Twilio {
    /// What to look for; none where Twilio changes or hides what was sent: templates are rendered there, links may be
    /// shortened, words or addresses may not be kept.
    fn meant(&self, theirs: &str, content: &Content) -> Result<Option<Meant>> {
        let native = send::native(content)?;
        let says = |name: &str, word: &str| native.get(name).is_some_and(|value| value.eq_ignore_ascii_case(word));
        let hidden = native.has("ContentSid")
            || says("ShortenUrls", "true")
            || says("ContentRetention", "discard")
            || says("AddressRetention", "obfuscate");
        let body = match compose::words(&self.account, theirs, content) {
            _ if hidden => return Ok(None),
            Words::Template { .. } => return Ok(None),
            Words::Body(body) => native.get("Body").map_or(body, str::to_owned),
        };
        Ok(Some(Meant { body, files: content.media.len() + native.count("MediaUrl") }))
    }
}

/// How much a listed text is like what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likeness {
    Same,
    /// Its words were removed: it may have been anything.
    Redacted,
    None,
}

fn likeness(row: &TextRow, Meant { body, files }: &Meant) -> Likeness {
    let said = row.body.as_deref().unwrap_or_default().trim();
    let said = said.strip_prefix(TRIAL.trim_end()).map_or(said, str::trim_start);
    let meant = body.trim();
    if said == meant || said == smart_encoded(meant).trim() {
        // The same words with other files may be somebody else's.
        return if row.files() == *files { Likeness::Same } else { Likeness::Redacted };
    }
    if said.is_empty() && row.files() == *files { Likeness::Redacted } else { Likeness::None }
}
