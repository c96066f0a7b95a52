//! Taking the call out of what could call somebody. Only native content mentions people.
//!
//! `<!channel>`, `<@U1>` and `<#C1>` call where text is read as mrkdwn, `@channel` where `parse` or `link_names` says
//! so. An invisible character without width breaks each of them, and people read what was written.

use std::borrow::Cow;

/// Invisible, without width.
const BREAK: char = '\u{200B}';

/// Names that call everybody, or a group.
const EVERYBODY: [&str; 4] = ["channel", "here", "everyone", "group"];

/// What Slack reads behind `<!`.
const SPECIAL: [&str; 6] = ["channel", "here", "everyone", "group", "subteam", "date"];

/// Breaks every call in words that Slack shows as they are.
pub(crate) fn words(text: &str) -> Cow<'_, str> {
    broken(text, |before, sign, after| match sign {
        '<' => after.starts_with(['!', '@', '#']),
        '@' => names_everybody(before, after),
        _ => false,
    })
}

/// Breaks every call in code, and nothing else: `<!doctype` and `@here` mean something there.
pub(crate) fn code(text: &str) -> Cow<'_, str> {
    broken(text, |_, sign, after| {
        let id = after.strip_prefix(['@', '#']);
        let name = after.strip_prefix('!');
        sign == '<'
            && (id.is_some_and(|id| id.starts_with(|first: char| first.is_ascii_uppercase()))
                || name.is_some_and(|name| SPECIAL.iter().any(|special| starts_with(name, special))))
    })
}

/// Breaks `@channel` in finished mrkdwn, whose `<` are links; the URL of a link stays as it is.
pub(super) fn mrkdwn(text: String) -> String {
    let mut in_url = false;
    let broken = broken(&text, |before, sign, after| match sign {
        '<' => {
            in_url = true;
            false
        }
        '>' | '|' => {
            in_url = false;
            false
        }
        '@' => !in_url && names_everybody(before, after),
        _ => false,
    });
    if let Cow::Owned(broken) = broken { broken } else { text }
}

/// Breaks every call in Markdown that Slack renders itself, a piece at a time: `markdown_text` and `markdown` blocks.
///
/// Where Slack's parser is unknown, so is what it makes of entities, escapes and the targets of links: no `!channel` and
/// no id behind `@` is left in one piece, wherever it stands. Pieces must be cut at white space, or a call is cut too.
pub(crate) fn markdown(text: &str) -> Cow<'_, str> {
    let opens = ['!', '@', '#'];
    broken(text, |before, sign, after| match sign {
        '<' | '(' | ';' | '\\' => after.starts_with(opens),
        ' ' | '\n' | '\t' => before.trim_end().ends_with("]:") && after.starts_with(opens),
        ':' => before.ends_with(']') && after.starts_with(opens),
        '!' => SPECIAL.iter().any(|special| starts_with(after, special)),
        '@' => {
            let id = after.strip_prefix(['U', 'W']).and_then(|id| id.chars().next());
            names_everybody(before, after) || id.is_some_and(|next| next.is_ascii_alphanumeric())
        }
        _ => false,
    })
}

/// Whether `@` between these two calls everybody.
fn names_everybody(before: &str, after: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    !before.ends_with(char::is_alphanumeric)
        && EVERYBODY.iter().any(|name| starts_with(after, name) && ends(after.get(name.len()..).unwrap_or_default()))
}

fn starts_with(text: &str, name: &str) -> bool {
    text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
}

/// Writes the invisible character behind every sign that `calls`, which is asked with what stands before and after it.
fn broken(text: &str, mut calls: impl FnMut(&str, char, &str) -> bool) -> Cow<'_, str> {
    let mut broken = String::new();
    let mut copied = 0;
    for (at, sign) in text.char_indices().filter(|(_, sign)| sign.is_ascii()) {
        let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        let after = rest.get(1..).unwrap_or_default();
        if calls(before, sign, after) {
            broken.push_str(text.get(copied..=at).unwrap_or_default());
            broken.push(BREAK);
            copied = at + 1;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    broken.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_call_nobody() {
        for (text, broken) in [
            ("<!channel> <@U1> <#C1>", "<\u{200B}!channel> <\u{200B}@U1> <\u{200B}#C1>"),
            ("@here, (@everyone) @Channel!", "@\u{200B}here, (@\u{200B}everyone) @\u{200B}Channel!"),
            ("me@here.test @heretic @channels a < b <b>", "me@here.test @heretic @channels a < b <b>"),
        ] {
            assert_eq!(words(text), broken);
        }
    }

    #[test]
    fn code_stays_code() {
        for text in ["<!DOCTYPE html>", "<!-- x -->", "@here", "#include <#x>", "a<@b"] {
            assert_eq!(code(text), text);
        }
        assert_eq!(code("<!CHANNEL> <!subteam^S1> <@U1>"), "<\u{200B}!CHANNEL> <\u{200B}!subteam^S1> <\u{200B}@U1>");
    }

    #[test]
    fn urls_of_mrkdwn_stay() {
        let link = "<https://x.test/@here|@here> @here";
        assert_eq!(mrkdwn(link.to_owned()), "<https://x.test/@here|@\u{200B}here> @\u{200B}here");
    }

    #[test]
    fn markdown_calls_nobody_whatever_its_parser_does() {
        for text in [
            "<!channel>",
            "&lt;!channel&gt;",
            "[x](!channel)",
            "[x](<!channel>)",
            "[x]: !here",
            "[x]:!here",
            "\\<@U123>",
            "&#60;@U123>",
            "[x](@U123)",
            "@everyone",
            "<!subteam^S1>",
            "<#C1>",
        ] {
            let broken = markdown(text);
            for call in ["<!", "<@", "<#", "!channel", "!here", "@U123", "@everyone"] {
                assert!(!broken.contains(call), "{broken:?}");
            }
            assert_eq!(broken.replace(BREAK, ""), text);
        }
        for text in ["wow! **b!** a@b.test #C3D4E5 a < b", "a <b> [x](https://x.test) @ann"] {
            assert_eq!(markdown(text), text);
        }
    }
}
