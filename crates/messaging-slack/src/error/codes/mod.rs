//! What Slack's error strings mean for whoever calls, and what to do: the table that errors and documentation share.

mod channel;
mod client;
mod file;
mod limit;
mod message;
mod oauth;
mod permission;
mod reaction;
mod request;
mod stream;
mod token;
mod transient;
mod unfurl;
mod user;
mod view;
mod webhook;

use std::sync::LazyLock;

use messaging_core::{ErrorKind, Reached};

/// One error string of Slack's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Code {
    /// The string: `channel_not_found`.
    pub code: &'static str,
    /// What can be done about it.
    pub class: Class,
    /// What most likely led to it.
    pub cause: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

/// What can be done about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Class {
    /// Too many requests: wait, then the same may do.
    Limited,
    /// A quota of the plan or of the channel is used up: wait for hours.
    Exhausted,
    /// Slack failed; in its own words, some aspect of the operation may have succeeded before that.
    Transient,
    /// Slack is busy with the workspace or the channel; nothing was done.
    Busy,
    /// Another token is needed.
    Credentials,
    /// A scope, a membership or an administrator's leave is needed.
    Permission,
    /// What was named is not there, or not for us.
    NotFound,
    /// The request cannot succeed as written.
    Invalid,
    /// The request is too large as written.
    TooLarge,
    /// It is so already: for most purposes a success.
    Done,
    /// A person wants no more of it.
    Stopped,
    /// It came too late, or somebody else was faster.
    Race,
}

/// Whether to try again what a code refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// The same will be refused again.
    Never,
    /// After a moment, and safely: nothing was done.
    Soon,
    /// After hours.
    Later,
    /// Nobody knows whether it was done: look first.
    Unknown,
}

impl Class {
    /// Returns the kind of our error.
    #[must_use]
    pub const fn kind(self) -> ErrorKind {
        match self {
            Self::Limited | Self::Exhausted => ErrorKind::RateLimited,
            Self::Transient | Self::Busy => ErrorKind::Unavailable,
            Self::Credentials | Self::Permission => ErrorKind::Unauthorized,
            Self::NotFound => ErrorKind::NotFound,
            Self::Stopped => ErrorKind::Stopped,
            Self::Invalid | Self::TooLarge | Self::Done | Self::Race => ErrorKind::Invalid,
        }
    }

    /// Says how far the request got.
    #[must_use]
    pub const fn reached(self) -> Reached {
        match self {
            Self::Transient => Reached::MaybeSent,
            _ => Reached::Answered,
        }
    }

    /// Says whether to try again.
    #[must_use]
    pub const fn retry(self) -> Retry {
        match self {
            Self::Limited | Self::Busy => Retry::Soon,
            Self::Exhausted => Retry::Later,
            Self::Transient => Retry::Unknown,
            _ => Retry::Never,
        }
    }
}

/// Writes one part of the table: string, class, cause, remedy.
macro_rules! rows {
    ($( $code:literal $class:ident: $cause:literal, $remedy:literal; )*) => {
        pub(super) const CODES: &[super::Code] = &[ $( super::Code {
            code: $code,
            class: super::Class::$class,
            cause: $cause,
            remedy: $remedy,
        } ),* ];
    };
}
use rows;

/// The whole table, by string.
static TABLE: LazyLock<Vec<Code>> = LazyLock::new(|| {
    let parts = [
        channel::CODES,
        client::CODES,
        file::CODES,
        limit::CODES,
        message::CODES,
        oauth::CODES,
        permission::CODES,
        reaction::CODES,
        request::CODES,
        stream::CODES,
        token::CODES,
        transient::CODES,
        unfurl::CODES,
        user::CODES,
        view::CODES,
        webhook::CODES,
    ];
    let mut table = parts.concat();
    table.sort_by_key(|code| code.code);
    table
});

/// Returns every error string that is mapped, in alphabetical order, with its cause and its remedy.
#[must_use]
pub fn codes() -> &'static [Code] {
    &TABLE
}

/// Finds a code. One that is not listed is kept word for word by whoever hears it, and never tried again.
pub(crate) fn find(code: &str) -> Option<&'static Code> {
    let at = TABLE.binary_search_by_key(&code, |code| code.code).ok()?;
    TABLE.get(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_there_once_and_says_what_to_do() {
        let strings: Vec<_> = codes().iter().map(|code| code.code).collect();
        assert!(strings.is_sorted_by(|one, other| one < other), "a code is there twice: {strings:?}");
        for code in codes() {
            assert_eq!(find(code.code), Some(code));
            for text in [code.cause, code.remedy] {
                assert!(!text.trim().is_empty() && text.trim() == text, "{}", code.code);
                assert!(!text.ends_with('.'), "{}", code.code);
            }
        }
        assert_eq!(find("a_string_of_tomorrow"), None);
    }

    #[test]
    fn kind_reach_and_advice_do_not_contradict_each_other() {
        for Code { code, class, .. } in codes() {
            match class.retry() {
                Retry::Unknown => assert_eq!(class.reached(), Reached::MaybeSent, "{code}"),
                Retry::Soon | Retry::Later => {
                    assert!(matches!(class.kind(), ErrorKind::RateLimited | ErrorKind::Unavailable), "{code}");
                    assert_eq!(class.reached(), Reached::Answered, "{code}");
                }
                Retry::Never => {
                    assert!(!matches!(class.kind(), ErrorKind::RateLimited | ErrorKind::Unavailable), "{code}");
                }
            }
        }
    }
}
