//! Slack's own records of a conversation: `conversations.history`, and `conversations.replies` for threads.
//!
//! <https://docs.slack.dev/reference/methods/conversations.history>

use messaging_core::Result;
use messaging_http::unreadable;
use serde_json::Value;

use crate::{api::Api, place::Destination};

/// Which messages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Range {
    /// Nothing older than this `ts`.
    pub(crate) oldest: Option<String>,
    /// Nothing newer than this `ts`.
    pub(crate) latest: Option<String>,
    /// At most this many on the page.
    pub(crate) limit: u32,
    /// Where the page before ended.
    pub(crate) cursor: Option<String>,
}

/// One page of messages: newest first in a channel, oldest first in a thread.
#[derive(Debug)]
pub(crate) struct Records {
    pub(crate) messages: Vec<Value>,
    pub(crate) next: Option<String>,
    /// Whether Slack says that there is more, with or without a cursor to ask for it.
    pub(crate) more: bool,
}

impl Api {
    /// Reads one page. Both bounds are inclusive.
    pub(crate) async fn records(&self, destination: Destination<'_>, range: &Range) -> Result<Records> {
        let limit = range.limit.to_string();
        let mut arguments =
            vec![("channel", destination.channel), ("limit", limit.as_str()), ("include_all_metadata", "true")];
        let optional = [
            ("ts", destination.thread),
            ("oldest", range.oldest.as_deref()),
            ("latest", range.latest.as_deref()),
            ("inclusive", (range.oldest.is_some() || range.latest.is_some()).then_some("true")),
            ("cursor", range.cursor.as_deref()),
        ];
        arguments.extend(optional.into_iter().filter_map(|(key, value)| Some((key, value?))));
        let method = match destination.thread {
            Some(_) => "conversations.replies",
            None => "conversations.history",
        };
        let mut answer = self.read(method, arguments).await?;
        let Some(Value::Array(messages)) = answer.get_mut("messages").map(Value::take) else {
            return Err(unreadable(format!("`{method}` answered ok without `messages`")));
        };
        let next = answer.pointer("/response_metadata/next_cursor").and_then(Value::as_str);
        let next = next.filter(|cursor| !cursor.is_empty()).map(str::to_owned);
        let more = next.is_some() || answer.get("has_more") == Some(&Value::Bool(true));
        Ok(Records { messages, next, more })
    }
}
