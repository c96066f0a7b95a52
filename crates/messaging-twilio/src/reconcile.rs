//! Did it happen? Twilio has no key of ours on a text, so texts are told apart by who, when and what.

use std::time::Duration;

use async_trait::async_trait;
use messaging_core::{
    Context, Result, UnixMillis,
    capability::Reconcile,
    id::{IntentId, MessageId},
    message::{Content, FindSend, Found, Receipt},
};
use serde_json::Value;

use crate::{
    Twilio,
    api::rows,
    fields::Fields,
    place::Target,
    row::{ChatRow, TextRow},
    sid::is_sid,
};

/// How much earlier than our clock says Twilio may date a message: it cuts seconds off, and clocks differ a little.
const SKEW: Duration = Duration::from_secs(5);

/// The most pages read for one answer: 5,000 texts between two numbers, 1,000 messages of a conversation.
const MAX_PAGES: u32 = 5;
const MAX_CHAT_PAGES: u32 = 10;

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
            Target::Conversation(sid) => self.find_chat(sid, &request.intent, since).await,
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
        // A template is rendered by Twilio: what it became cannot be compared.
        if content.native.is_some() {
            return Ok(Found::CannotTell);
        }
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
                match (likeness(&row, content), row.created()) {
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

    /// Looks through the conversation, newest first, for our mark in the attributes.
    async fn find_chat(&self, sid: &str, intent: &IntentId, since: UnixMillis) -> Result<Found> {
        let path = self.account.conversation_path(sid, "/Messages")?;
        let mut page = self.get(&path, &Fields::default().with("Order", "desc").with("PageSize", "100")).await?;
        for _ in 1..MAX_CHAT_PAGES {
            match marked(page, intent, since)? {
                Ok(found) => return Ok(found),
                Err(link) => page = self.get_page(&self.account.bases.page(&link, "Messages")?).await?,
            }
        }
        Ok(marked(page, intent, since)?.unwrap_or(Found::CannotTell))
    }
}

/// What one page of a conversation says about a mark; or the link to the page that may say more.
fn marked(page: Value, intent: &IntentId, since: UnixMillis) -> Result<Result<Found, String>> {
    let (listed, next) = rows::<ChatRow>(page, "messages", "message")?;
    let oldest = listed.last().and_then(ChatRow::created);
    let ours = |row: &ChatRow| row.attributes().get("mid").and_then(Value::as_str) == Some(intent.as_str());
    if let Some(row) = listed.into_iter().rfind(ours) {
        return Ok(Ok(Found::Happened(Receipt::of(row.sid))));
    }
    Ok(match next {
        Some(link) if oldest.is_none_or(|oldest| oldest >= since) => Err(link),
        _ => Ok(Found::DidNot),
    })
}

/// How much a listed text is like what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likeness {
    Same,
    /// Its words were removed: it may have been anything.
    Redacted,
    None,
}

fn likeness(row: &TextRow, content: &Content) -> Likeness {
    let said = row.body.as_deref().unwrap_or_default().trim();
    let meant = content.text.trim();
    let said = said.strip_prefix(TRIAL.trim_end()).map_or(said, str::trim_start);
    if said == meant {
        return if meant.is_empty() && row.files() != content.media.len() {
            Likeness::Redacted
        } else {
            Likeness::Same
        };
    }
    if said.is_empty() && row.files() == content.media.len() { Likeness::Redacted } else { Likeness::None }
}
