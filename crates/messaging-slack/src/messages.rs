use std::collections::BTreeMap;

use async_trait::async_trait;
use messaging_core::{
    Context, Error, ErrorKind, Result, UnixMillis,
    capability::Messages,
    message::{Author, FetchMessage, ListMessages, Message, Page},
};
use serde_json::Value;

use crate::{Slack, api::Api, mrkdwn, place::Destination, records::Range, ts};

/// Messages on one page unless asked otherwise, as Slack recommends.
const PAGE: u32 = 200;
/// The most Slack gives on one page.
const MAX_PAGE: u32 = 999;
/// Pages of a thread read at once, to give its end first: 9,990 replies.
const THREAD_PAGES: usize = 10;

#[async_trait]
impl Messages for Slack {
    /// Fetches a message by its `ts`. One in a thread is found in the thread's place only.
    async fn fetch_message(&self, _: &Context, request: FetchMessage) -> Result<Message> {
        let destination = Destination::of(&request.conversation, None)?;
        let id = request.id.as_str();
        // A thread's root comes along with every page of its replies.
        let limit = if destination.thread.is_some() { 2 } else { 1 };
        let (oldest, latest) = (destination.thread.map(|_| id.to_owned()), Some(id.to_owned()));
        let api = self.api_for(&request.conversation).await?;
        let page = api.records(destination, &Range { oldest, latest, limit, cursor: None }).await?;
        page.messages.iter().find(|message| text(message, "ts") == Some(id)).and_then(message).ok_or_else(|| {
            let place = &request.conversation;
            Error::new(
                ErrorKind::NotFound,
                format!("there is no message `{id}` in `{place}`; a reply is found in its `thread:…` place only"),
            )
        })
    }

    /// Lists messages, newest first; what is said in threads is listed in the threads' own places.
    ///
    /// Slack tells a thread from its start, so a thread is read whole for every page: 9,990 replies at most.
    async fn history(&self, _: &Context, request: ListMessages) -> Result<Page<Message>> {
        let destination = Destination::of(&request.conversation, None)?;
        let limit = request.limit.unwrap_or(PAGE).clamp(1, MAX_PAGE);
        let api = self.api_for(&request.conversation).await?;
        if destination.thread.is_some() {
            return thread_from_its_end(&api, destination, request.not_before, limit, request.cursor).await;
        }
        // Without `oldest`: with it, Slack tells the oldest page first.
        let mut page = api.records(destination, &Range { limit, cursor: request.cursor, ..Range::default() }).await?;
        let told = page.messages.len();
        page.messages.retain(|message| !is_before(message, request.not_before));
        let next = page.next.filter(|_| told == page.messages.len());
        Ok(Page::new(page.messages.iter().filter_map(message).collect(), next))
    }
}

/// `before` is the `ts` that the page before ended with.
async fn thread_from_its_end(
    api: &Api,
    destination: Destination<'_>,
    not_before: Option<UnixMillis>,
    limit: u32,
    before: Option<String>,
) -> Result<Page<Message>> {
    let until = before.as_deref().and_then(ts::parse);
    let oldest = not_before.map(ts::written);
    let mut range = Range { oldest, latest: before, limit: MAX_PAGE, cursor: None };
    // The root is told with every page, whatever the bounds, which are inclusive.
    let mut told = BTreeMap::new();
    for _ in 0..THREAD_PAGES {
        let page = api.records(destination, &range).await?;
        let wanted = page.messages.into_iter().filter(|message| !is_before(message, not_before));
        let placed = wanted.filter_map(|message| Some((text(&message, "ts").and_then(ts::parse)?, message)));
        told.extend(placed.filter(|(at, _)| until.is_none_or(|until| *at < until)));
        match page.next {
            Some(next) => range.cursor = Some(next),
            None => return Ok(last(told, limit)),
        }
    }
    Err(Error::new(
        ErrorKind::Invalid,
        "the thread is longer than 9,990 messages: ask for a part of it with `not_before`",
    ))
}

/// Whether a message is too old to be asked for.
fn is_before(message: &Value, not_before: Option<UnixMillis>) -> bool {
    not_before.is_some_and(|bound| text(message, "ts").and_then(ts::moment).is_none_or(|moment| moment < bound))
}

/// The last `limit` messages of a thread, newest first.
fn last(told: BTreeMap<(u64, u32), Value>, limit: u32) -> Page<Message> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = told.len() > limit;
    let items: Vec<_> = told.into_values().rev().take(limit).filter_map(|record| message(&record)).collect();
    let next = items.last().filter(|_| more).map(|message| message.id.to_string());
    Page::new(items, next)
}

/// Reads one of Slack's records. One without a `ts` is no message.
fn message(record: &Value) -> Option<Message> {
    let id = text(record, "ts")?;
    let author = ["user", "bot_id", "username"].into_iter().find_map(|key| text(record, key));
    let mut message = Message::new(id, Author::new(author.unwrap_or("unknown")), mrkdwn::content(record));
    message.author.name = text(record, "username").map(str::to_owned);
    message.thread = text(record, "thread_ts").filter(|root| *root != id).map(Into::into);
    message.sent_at = ts::moment(id);
    for key in ["subtype", "metadata"] {
        if let Some(value) = record.get(key) {
            message.attributes.insert(key.to_owned(), value.clone());
        }
    }
    Some(message)
}

fn text<'r>(record: &'r Value, key: &str) -> Option<&'r str> {
    record.get(key).and_then(Value::as_str).filter(|text| !text.is_empty())
}
