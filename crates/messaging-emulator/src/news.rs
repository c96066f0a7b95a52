use std::collections::VecDeque;

use serde_json::Value;

use crate::Shown;

/// Most notices kept for those who begin to watch later.
const MOST_KEPT: usize = 1_000;

/// Something new for whoever watches the screens.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum News {
    /// A message is on a screen, or says something else now.
    Shown(Shown),
    /// Anything else.
    Notice(Notice),
}

impl News {
    /// Its place in the order of all news, from 1.
    #[must_use]
    pub fn seq(&self) -> u64 {
        match self {
            Self::Shown(shown) => shown.seq,
            Self::Notice(notice) => notice.seq,
        }
    }
}

/// News that is no message: one was taken away (`gone`), a person looks at another view (`view`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its place in the order of all news, from 1.
    pub seq: u64,
    /// What happened, in one word.
    pub name: &'static str,
    /// What it happened to.
    pub data: Value,
}

/// The newest notices, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Notices {
    kept: VecDeque<Notice>,
}

impl Notices {
    pub(crate) fn put(&mut self, notice: Notice) {
        if self.kept.len() >= MOST_KEPT {
            self.kept.pop_front();
        }
        self.kept.push_back(notice);
    }

    pub(crate) fn after(&self, seq: u64) -> impl Iterator<Item = News> + '_ {
        self.kept.iter().filter(move |notice| notice.seq > seq).cloned().map(News::Notice)
    }
}
