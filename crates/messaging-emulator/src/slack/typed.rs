//! What a client makes of what a person types.

use serde_json::{Value, json};

use super::{directory::Directory, screen::escaped};

/// Typed text in its parts.
#[derive(Debug, PartialEq, Eq)]
enum Part<'a> {
    Text(&'a str),
    User(&'a str),
    Link(&'a str),
}

/// Turns typed text into kept text and a `rich_text` block: `@bot` becomes a mention, a URL a link, and `&`, `<`, `>`
/// are escaped.
pub(crate) fn typed(text: &str, directory: &Directory) -> (String, Value) {
    let parts = parts(text, directory);
    let words = parts.iter().map(|part| match part {
        Part::Text(text) => escaped(text),
        Part::User(user) => format!("<@{user}>"),
        Part::Link(url) => format!("<{}>", escaped(url)),
    });
    let elements = parts.iter().map(|part| match part {
        Part::Text(text) => json!({ "type": "text", "text": text }),
        Part::User(user) => json!({ "type": "user", "user_id": user }),
        Part::Link(url) => json!({ "type": "link", "url": url }),
    });
    let section = json!({ "type": "rich_text_section", "elements": elements.collect::<Vec<_>>() });
    let blocks = json!([{ "type": "rich_text", "block_id": "b1", "elements": [section] }]);
    (words.collect(), blocks)
}

fn parts<'a>(text: &'a str, directory: &'a Directory) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    let (mut rest, mut from) = (text, 0);
    while let Some(at) = next(rest, from) {
        let (before, tail) = rest.split_at(at);
        let starts_word = !before.chars().next_back().is_some_and(char::is_alphanumeric);
        match starts_word.then(|| part(tail, directory)).flatten() {
            Some((part, length)) => {
                if !before.is_empty() {
                    parts.push(Part::Text(before));
                }
                parts.push(part);
                (rest, from) = (tail.get(length..).unwrap_or_default(), 0);
            }
            None => from = at + 1,
        }
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest));
    }
    parts
}

/// Where the next mention or link may start.
fn next(text: &str, from: usize) -> Option<usize> {
    text.get(from..)?.find(['@', '<', 'h']).map(|at| from + at)
}

/// The mention or link that `text` starts with, and how long it is as typed.
fn part<'a>(text: &'a str, directory: &'a Directory) -> Option<(Part<'a>, usize)> {
    let people = || directory.users.iter().map(|user| (user.id.as_str(), user.name.as_str()));
    if text.starts_with("https://") || text.starts_with("http://") {
        let end = text.find(|sign: char| sign.is_whitespace() || matches!(sign, '<' | '>')).unwrap_or(text.len());
        let url = text.get(..end)?.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        return (url.split_once("://")?.1.len() > 1).then_some((Part::Link(url), url.len()));
    }
    if let Some(inner) = text.strip_prefix("<@") {
        let (user, _) = inner.split_once('>')?;
        return people().find(|(id, _)| *id == user).map(|(id, _)| (Part::User(id), id.len() + 3));
    }
    let word = text.strip_prefix('@')?;
    let end = word.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(word.len());
    let word = word.get(..end)?;
    people().find(|(_, name)| *name == word).map(|(id, name)| (Part::User(id), name.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slack::directory::generated;

    #[test]
    fn mentions_links_and_signs() {
        let settings = generated(1);
        let bot = &settings.bot_user_id;
        let said = |text: &str| typed(text, &settings).0;
        assert_eq!(said("@bot hi"), format!("<@{bot}> hi"));
        assert_eq!(said("hey @bot, @botany a@bot @nobody"), format!("hey <@{bot}>, @botany a@bot @nobody"));
        assert_eq!(said(&format!("<@{bot}> <@U000>")), format!("<@{bot}> &lt;@U000&gt;"));
        assert_eq!(said("héllo 🎉 & <b>"), "héllo 🎉 &amp; &lt;b&gt;");
        assert_eq!(said("see https://x.test/?a=1&b=2."), "see <https://x.test/?a=1&amp;b=2>.");
        assert_eq!(said("http https:// h"), "http https:// h");
    }

    #[test]
    fn blocks_say_the_same() {
        let settings = generated(1);
        let (_, blocks) = typed("a & @bot", &settings);
        let elements = &blocks[0]["elements"][0]["elements"];
        assert_eq!(elements[0]["text"], "a & ");
        assert_eq!(elements[1]["user_id"], settings.bot_user_id.as_str());
    }
}
