//! What Twilio's error codes mean for whoever sends, and what to do: the table that errors and documentation share.

mod account;
mod binding;
mod call;
mod channel;
mod conversation;
mod delivery;
mod limit;
mod message;
mod parameter;
mod stream;
mod token;
mod webhook;

use std::sync::LazyLock;

use messaging_core::ErrorKind;

/// One error code of Twilio's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Code {
    /// The number: 21211.
    pub code: u32,
    /// Twilio's words for it.
    pub message: &'static str,
    /// Where it is heard.
    pub heard: Heard,
    /// The kind of our error.
    pub kind: ErrorKind,
    /// Whether to try again.
    pub retry: Retry,
    /// What most likely led to it.
    pub cause: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

/// Where a code is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Heard {
    /// In the answer to a request.
    Answer,
    /// Later, in a status callback, a delivery receipt or the message itself.
    Later,
    /// In Twilio's debugger alone: it is about what Twilio asked of us.
    Debugger,
}

/// Whether to try again what a code refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// The same will be refused again.
    Never,
    /// After a moment, and safely: nothing was done.
    Soon,
    /// After hours, or the next day.
    Later,
    /// Nobody knows whether it was done: look first.
    Unknown,
}

impl Code {
    /// Returns Twilio's page about it.
    #[must_use]
    pub fn docs(&self) -> String {
        format!("https://www.twilio.com/docs/errors/{}", self.code)
    }
}

/// Writes one part of the table: number, kind, advice, Twilio's words, cause, remedy.
macro_rules! rows {
    ($heard:ident; $( $code:literal $kind:ident $retry:ident $message:literal: $cause:literal, $remedy:literal; )*) => {
        pub(super) const CODES: &[super::Code] = &[ $( super::Code {
            code: $code,
            message: $message,
            heard: super::Heard::$heard,
            kind: messaging_core::ErrorKind::$kind,
            retry: super::Retry::$retry,
            cause: $cause,
            remedy: $remedy,
        } ),* ];
    };
}
use rows;

/// The whole table, by number.
static TABLE: LazyLock<Vec<Code>> = LazyLock::new(|| {
    let parts = [
        account::CODES,
        binding::CODES,
        call::CODES,
        channel::CODES,
        conversation::CODES,
        delivery::CODES,
        limit::CODES,
        message::CODES,
        parameter::CODES,
        stream::CODES,
        token::CODES,
        webhook::CODES,
    ];
    let mut table = parts.concat();
    table.sort_by_key(|code| code.code);
    table
});

/// Returns every error code that is mapped, by number, with its cause and its remedy.
#[must_use]
pub fn codes() -> &'static [Code] {
    &TABLE
}

/// Finds a code by number.
pub(crate) fn find(code: u32) -> Option<&'static Code> {
    let at = TABLE.binary_search_by_key(&code, |code| code.code).ok()?;
    TABLE.get(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_there_once_and_says_what_to_do() {
        let numbers: Vec<_> = codes().iter().map(|code| code.code).collect();
        assert!(numbers.is_sorted_by(|one, other| one < other), "a code is there twice");
        for code in codes() {
            assert_eq!(find(code.code), Some(code));
            for text in [code.message, code.cause, code.remedy] {
                assert!(!text.trim().is_empty() && text.trim() == text, "{}", code.code);
            }
            assert!(!code.cause.ends_with('.') && !code.remedy.ends_with('.'), "{}", code.code);
        }
        assert_eq!(find(1), None);
    }

    #[test]
    fn kind_and_advice_do_not_contradict_each_other() {
        for Code { code, kind, retry, heard, .. } in codes() {
            match retry {
                Retry::Soon if *heard == Heard::Answer => {
                    assert!(matches!(kind, ErrorKind::RateLimited | ErrorKind::Unavailable), "{code}");
                }
                Retry::Unknown => assert_eq!(*kind, ErrorKind::Unavailable, "{code}"),
                Retry::Never => assert!(!matches!(kind, ErrorKind::RateLimited | ErrorKind::Unavailable), "{code}"),
                _ => {}
            }
        }
        assert_eq!((find(20429).unwrap().kind, find(20429).unwrap().retry), (ErrorKind::RateLimited, Retry::Soon));
    }
}
