use serde::{Deserialize, Serialize};

use crate::Record;

/// One step of a conversation, for whoever reads along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum News {
    /// Somebody said something.
    Said(Record),
    /// A message of ours got further, or failed; this is its line as it is now.
    Delivered(Record),
}

impl News {
    /// Returns its place in the stream: what comes next has a greater one.
    #[must_use]
    pub fn cursor(&self) -> u64 {
        match self {
            Self::Said(record) => record.cursor,
            Self::Delivered(record) => record.changed,
        }
    }

    /// Returns the line it is about.
    #[must_use]
    pub fn record(&self) -> &Record {
        match self {
            Self::Said(record) | Self::Delivered(record) => record,
        }
    }

    /// Puts what was said and what has changed into one order, at most `limit` of both.
    pub(crate) fn merge(said: Vec<Record>, changed: Vec<Record>, limit: usize) -> Vec<Self> {
        let mut news: Vec<_> =
            said.into_iter().map(Self::Said).chain(changed.into_iter().map(Self::Delivered)).collect();
        news.sort_by_key(Self::cursor);
        news.truncate(limit);
        news
    }
}
