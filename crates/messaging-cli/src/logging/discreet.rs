//! What a log says of people: nothing. Whatever is logged, here or in a library below, comes through here.

use std::{
    borrow::Cow,
    fmt::{Debug, Write as _},
    hash::{BuildHasher, RandomState},
    sync::LazyLock,
};

/// Fields that name a person or where they are: they are told as a hash, the same one for as long as the process lives.
const NAMES: [&str; 9] = ["lane", "conversation", "place", "author", "address", "ours", "from", "to", "user"];

/// Fields that may quote what somebody else said: of those, our own words are kept, which come first.
const WORDS: [&str; 8] = ["error", "reason", "why", "cause", "outcome", "told", "detail", "said"];

/// Fields that name a thing. What a visitor's browser has named, or a platform by who wrote it, is told as a hash.
const IDS: [&str; 6] = ["id", "key", "sid", "run", "intent", "event"];

/// What stands for what is left out.
const LEFT_OUT: char = '…';

/// Makes the hashes of this process: with a salt that nobody knows, numbers cannot be tried out.
static SALT: LazyLock<RandomState> = LazyLock::new(RandomState::new);

/// Whether logs keep to themselves what people say and who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Discretion(pub(super) bool);

impl Discretion {
    /// The text of a field, as it may be shown.
    pub(super) fn text(self, field: &str, value: &dyn Debug) -> String {
        let mut text = String::new();
        // Whatever cannot be written is not logged.
        let _ = write!(text, "{value:?}");
        self.shown(field, &tame(unquoted(&text))).into_owned()
    }

    /// The text of a field that was a text already.
    pub(super) fn str(self, field: &str, value: &str) -> String {
        self.shown(field, &tame(value)).into_owned()
    }

    fn shown<'t>(self, field: &str, text: &'t str) -> Cow<'t, str> {
        if !self.0 {
            Cow::Borrowed(text)
        } else if field.rsplit('.').next() == Some("code") {
            Cow::Borrowed(if is_code(text) { text } else { "…" })
        } else if NAMES.contains(&field) || IDS.contains(&field) && !is_id(text) {
            Cow::Owned(format!("#{:016x}", SALT.hash_one(text)))
        } else if WORDS.contains(&field) {
            Cow::Owned(numbers(&backticks(own_words(text))))
        } else {
            Cow::Owned(numbers(text))
        }
    }
}

/// Whether a text is an id of ours, or of Twilio: 32 hexadecimal digits, with two letters before them there; or a number.
fn is_id(text: &str) -> bool {
    let is_hex = |text: &str| text.len() == 32 && text.chars().all(|c| c.is_ascii_hexdigit());
    let (kind, rest) = text.split_at_checked(2).unwrap_or_default();
    is_hex(text)
        || kind.chars().all(|c| c.is_ascii_uppercase()) && is_hex(rest)
        || text.len() < 7 && text.chars().all(|c| c.is_ascii_digit())
}

/// Whether a text is the code of an error, as vendors have them: a number, or words of small letters.
fn is_code(text: &str) -> bool {
    let is_number = text.len() < 7 && text.chars().all(|c| c.is_ascii_digit());
    is_number || text.len() <= 40 && text.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// Without the quotes and escapes that `Debug` puts around a text.
fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

/// On one line, and without what a terminal would obey.
fn tame(text: &str) -> String {
    text.chars().flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] }).collect()
}

/// What we say ourselves: who and what in single words, and one phrase behind them. Whose words come after that is not
/// known.
fn own_words(text: &str) -> &str {
    let is_word = |part: &str| part.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let mut end = 0;
    for part in text.split_inclusive(": ") {
        end += part.len();
        if !is_word(part.trim_end_matches(": ")) {
            break;
        }
    }
    text.get(..end).unwrap_or_default().trim_end_matches(": ")
}

/// Without what stands in backticks: a stranger may have written that.
fn backticks(text: &str) -> String {
    let mut shown = String::new();
    for (index, part) in text.split('`').enumerate() {
        if index % 2 == 1 {
            shown.extend(['`', LEFT_OUT, '`']);
        } else {
            shown.push_str(part);
        }
    }
    shown
}

/// Without what looks like the number or the e-mail address of a person, wherever it stands.
fn numbers(text: &str) -> String {
    let mut shown = String::new();
    for word in
        text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '"' | '\'' | '(' | ')' | '='))
    {
        if is_number(word) || is_mail(word) { shown.push(LEFT_OUT) } else { shown.push_str(word) }
    }
    shown
}

/// `+15550100777`, `whatsapp:+15550100777`, `%2B15550100777`.
fn is_number(word: &str) -> bool {
    let digits = word.find('+').map(|at| at + 1).or_else(|| word.to_ascii_uppercase().find("%2B").map(|at| at + 3));
    let number = digits.and_then(|at| word.get(at..)).unwrap_or_default();
    number.chars().take_while(char::is_ascii_digit).count() >= 7
}

fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DISCREET: Discretion = Discretion(true);

    #[test]
    fn our_own_words_stay_and_those_of_others_do_not() {
        for (text, shown) in [
            (
                "twilio: send_message: Twilio answered 400 Bad Request, error 21211: hello ada",
                "twilio: send_message: Twilio answered 400 Bad Request, error 21211",
            ),
            ("the agent answered 422: ada wrote: hello", "the agent answered 422"),
            ("no account is named `canary`. Configured: [web]", "no account is named `…`. Configured"),
            ("timed out", "timed out"),
            ("5 turns failed", "5 turns failed"),
        ] {
            assert_eq!(DISCREET.str("error", text), shown);
            assert_eq!(Discretion(false).str("error", text), text);
        }
    }

    #[test]
    fn people_are_told_apart_and_not_named() {
        let (one, other) = ("twilio:direct:+15550100001,+15550100777", "twilio:direct:+15550100001,+15550100778");
        let hash = DISCREET.str("lane", one);
        assert!(hash.starts_with('#') && hash.len() == 17, "{hash}");
        assert_eq!(hash, DISCREET.text("lane", &format_args!("{one}")));
        assert_ne!(hash, DISCREET.str("lane", other));
        let codes = ["21211", "channel_not_found", "ada7", "15550100777"].map(|code| DISCREET.str("vendor.code", code));
        assert_eq!(codes, ["21211", "channel_not_found", "…", "…"]);
        for id in ["5d1f0c6c1b8a4c0f9c1f0a7e2b3d4e5f", "SM5d1f0c6c1b8a4c0f9c1f0a7e2b3d4e5f", "117"] {
            assert_eq!(DISCREET.str("id", id), id);
        }
        assert!(
            DISCREET.str("id", "ada's phone").starts_with('#') && DISCREET.str("id", "15550100777").starts_with('#')
        );
    }

    #[test]
    fn a_number_is_nowhere() {
        for (text, shown) in [
            ("from +15550100777 to us", "from …to us"),
            ("whatsapp:+15550100777", "…"),
            ("write to ada@example.com, please", "write to … please"),
            ("/x/%2B15550100777?y", "/x/…"),
            ("2+2 at 12:00, 1795219712.773632", "2+2 at 12:00, 1795219712.773632"),
        ] {
            assert_eq!(DISCREET.str("message", text), shown);
        }
    }

    #[test]
    fn nothing_gets_a_line_of_its_own() {
        assert_eq!(DISCREET.str("x", "a\nb\u{1b}[2J"), "a\\nb\\u{1b}[2J");
    }
}
