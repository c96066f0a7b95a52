use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::find::joined;
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        error::{Answer, Refusal},
        page::{Range, cursor, limit, read_cursor},
    },
    directory::Directory,
    message::{Message, Thread},
    ts::Ts,
};

/// Most messages of a page, and how many there are unless told otherwise, for an app whose history is restricted.
const MOST_RESTRICTED: usize = 15;

/// A slice of messages, and where it ended if there are more.
struct Page<'a> {
    messages: Vec<&'a Message>,
    more: Option<Ts>,
}

impl SlackEmulator {
    /// The messages of a channel without thread replies, newest first:
    /// <https://docs.slack.dev/reference/methods/conversations.history>.
    ///
    /// With `oldest` alone the pages go forward from there; otherwise they go back from the newest.
    pub(super) fn history(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let (range, most) = (Range::read(arguments)?, self.page_size(arguments, 100, 999)?);
        let (from, metadata) = (read_cursor(arguments)?, arguments.flag("include_all_metadata")?);
        let state = self.state();
        let room = joined(&state, caller, arguments)?;
        let wanted = room.timeline().filter(|message| range.holds(message.ts));
        let page = if range.goes_forward() {
            let mut page = page(wanted.filter(|message| from.is_none_or(|from| message.ts > from)), most);
            page.messages.reverse();
            page
        } else {
            page(wanted.rev().filter(|message| from.is_none_or(|from| message.ts < from)), most)
        };
        let mut answer = listed(&page, &caller.directory, &room.threads(&caller.directory), metadata);
        answer.insert("pin_count".to_owned(), json!(0));
        Ok(answer)
    }

    /// A thread, its first message first on every page, then the replies from the oldest on:
    /// <https://docs.slack.dev/reference/methods/conversations.replies>.
    pub(super) fn replies(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let (range, most) = (Range::read(arguments)?, self.page_size(arguments, 1_000, 1_000)?);
        let (from, metadata) = (read_cursor(arguments)?, arguments.flag("include_all_metadata")?);
        let state = self.state();
        let room = joined(&state, caller, arguments)?;
        let root = Ts::read(arguments.required("ts")?).and_then(|ts| room.find(ts));
        let root = root.ok_or_else(|| Refusal::new("thread_not_found"))?;
        // The first message counts where it is new.
        let most = if from.is_none() { most - 1 } else { most };
        let replies = room.replies(root.ts).filter(|message| range.holds(message.ts));
        let mut page = page(replies.filter(|message| from.is_none_or(|from| message.ts > from)), most);
        if page.messages.is_empty() && page.more.is_some() {
            page.more = Some(root.ts);
        }
        page.messages.insert(0, root);
        Ok(listed(&page, &caller.directory, &room.threads(&caller.directory), metadata))
    }

    fn page_size(&self, arguments: &Arguments, usual: usize, most: usize) -> Result<usize, Refusal> {
        let limits = &self.settings().limits;
        if limits.enforced && limits.history_restricted {
            return Ok(limit(arguments, MOST_RESTRICTED, most)?.min(MOST_RESTRICTED));
        }
        limit(arguments, usual, most)
    }
}

fn listed(
    page: &Page<'_>,
    directory: &Directory,
    threads: &BTreeMap<Ts, Thread>,
    metadata: bool,
) -> Map<String, Value> {
    let told = page.messages.iter().map(|message| {
        let mut json = message.json(directory, threads.get(&message.ts));
        if let (true, Some(metadata)) = (metadata, &message.draft.metadata) {
            json.insert("metadata".to_owned(), metadata.clone());
        }
        Value::Object(json)
    });
    let mut answer = Map::new();
    answer.insert("messages".to_owned(), told.collect());
    answer.insert("has_more".to_owned(), json!(page.more.is_some()));
    if let Some(last) = page.more {
        answer.insert("response_metadata".to_owned(), json!({ "next_cursor": cursor(last) }));
    }
    answer
}

/// The first `most` of these, and whether there were more.
fn page<'a>(mut wanted: impl Iterator<Item = &'a Message>, most: usize) -> Page<'a> {
    let messages: Vec<_> = wanted.by_ref().take(most).collect();
    let last = messages.last().map_or(Ts::from_micros(0), |last| last.ts);
    Page { more: wanted.next().map(|_| last), messages }
}
