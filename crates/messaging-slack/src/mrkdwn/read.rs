//! From mrkdwn to text for an agent: what is escaped or wrapped in `<…>` is written out.

use messaging_core::message::{Content, Media};
use serde_json::Value;

use super::escape::unescape_into;

/// Reads the text and the files of one of Slack's messages.
pub(crate) fn content(message: &Value) -> Content {
    let mut content = Content::text(read(message.get("text").and_then(Value::as_str).unwrap_or_default()));
    let files = message.get("files").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    content.media = files.iter().filter_map(|found| file(|name| found.get(name).and_then(Value::as_str))).collect();
    content
}

/// A file, by the URL that our token opens; `text` reads its fields. One that we may not see has none.
pub(crate) fn file<'f>(text: impl Fn(&str) -> Option<&'f str>) -> Option<Media> {
    let field = |name: &str| text(name).filter(|text| !text.is_empty()).map(str::to_owned);
    let mut media = Media::at(field("url_private").or_else(|| field("url_private_download"))?);
    media.content_type = field("mimetype");
    media.name = field("name");
    Some(media)
}

/// Writes mrkdwn out: `<@U1|ann>` is `@ann`, `<https://x.test|label>` is a Markdown link.
pub(crate) fn read(mrkdwn: &str) -> String {
    let mut text = String::with_capacity(mrkdwn.len());
    let mut rest = mrkdwn;
    while let Some((before, after)) = rest.split_once('<') {
        unescape_into(&mut text, before);
        if let Some((wrapped, after)) = after.split_once('>') {
            write_out(&mut text, wrapped);
            rest = after;
        } else {
            text.push('<');
            rest = after;
        }
    }
    unescape_into(&mut text, rest);
    text
}

/// Writes out what stands between `<` and `>`.
fn write_out(text: &mut String, wrapped: &str) {
    let (target, label) = match wrapped.split_once('|') {
        Some((target, label)) => (unescaped(target), unescaped(label)),
        None => (unescaped(wrapped), String::new()),
    };
    let name = |target: &str| if label.is_empty() { target.to_owned() } else { label.clone() };
    let written = if let Some(user) = target.strip_prefix('@') {
        format!("@{}", name(user).trim_start_matches('@'))
    } else if let Some(channel) = target.strip_prefix('#') {
        format!("#{}", name(channel).trim_start_matches('#'))
    } else if let Some(special) = target.strip_prefix('!') {
        match special.split_once('^') {
            Some(("subteam", id)) => format!("@{}", name(id).trim_start_matches('@')),
            Some(_) => name(special),
            None => format!("@{}", name(special).trim_start_matches('@')),
        }
    } else {
        link(target, label)
    };
    text.push_str(&written);
}

/// A link as Markdown; its label alone where it says the same as the URL.
fn link(url: String, label: String) -> String {
    let bare = |url: &str| {
        let host = ["https://", "http://", "mailto:", "tel:"].into_iter().find_map(|scheme| url.strip_prefix(scheme));
        host.unwrap_or(url).trim_end_matches('/').to_owned()
    };
    if label.is_empty() || label == url {
        url
    } else if bare(&url) == bare(&label) {
        label
    } else if label.contains(['[', ']']) || url.contains(['(', ')', ' ']) {
        format!("{label} ({url})")
    } else {
        format!("[{label}]({url})")
    }
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    unescape_into(&mut plain, text);
    plain
}

/// Whether mrkdwn mentions `user`.
pub(crate) fn mentions(mrkdwn: &str, user: &str) -> bool {
    mrkdwn.split("<@").skip(1).any(|after| after.strip_prefix(user).is_some_and(|end| end.starts_with(['>', '|'])))
}

/// Cuts a mention of `user` off the start of mrkdwn, with the colon or comma that may follow it.
pub(crate) fn without_mention<'t>(mrkdwn: &'t str, user: &str) -> &'t str {
    let after = mrkdwn.trim_start().strip_prefix("<@").and_then(|rest| rest.strip_prefix(user));
    let Some(after) = after.filter(|after| after.starts_with(['>', '|'])) else { return mrkdwn };
    let Some((_, rest)) = after.split_once('>') else { return mrkdwn };
    rest.strip_prefix([':', ',']).unwrap_or(rest).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_written_out() {
        for (mrkdwn, text) in [
            ("Hi <@U0BOT> &amp; all", "Hi @U0BOT & all"),
            ("<@U1|ann> in <#C1|general> or <#C2>", "@ann in #general or #C2"),
            ("<!here> <!channel|channel> <!subteam^S1|@team> <!subteam^S2>", "@here @channel @team @S2"),
            ("<!date^1392734382^{date_num}|18 Feb>", "18 Feb"),
            ("<https://x.test/?a=1&amp;b|label>", "[label](https://x.test/?a=1&b)"),
            (
                "<http://x.test|x.test> <https://x.test/> <https://x.test|https://x.test>",
                "x.test https://x.test/ https://x.test",
            ),
            ("<mailto:a@x.test|a@x.test>", "a@x.test"),
            ("<https://x.test|a [b]>", "a [b] (https://x.test)"),
            ("&lt;@U0BOT&gt; &amp;lt;", "<@U0BOT> &lt;"),
            ("a < b <unclosed", "a < b <unclosed"),
            ("<> <|> <@> <!>", "  @ @"),
            (":tada: *b*", ":tada: *b*"),
        ] {
            assert_eq!(read(mrkdwn), text, "{mrkdwn}");
        }
    }

    #[test]
    fn a_mention_is_the_whole_id() {
        assert!(mentions("x <@U0BOT>", "U0BOT") && mentions("<@U0BOT|bot> y", "U0BOT"));
        for text in ["U0BOT", "@U0BOT", "<@U0BOT2>", "<@U0>", "&lt;@U0BOT&gt;", ""] {
            assert!(!mentions(text, "U0BOT"), "{text}");
        }
    }

    #[test]
    fn a_leading_mention_is_cut() {
        for (mrkdwn, rest) in [
            ("<@U0BOT> hi", "hi"),
            (" <@U0BOT|bot>: hi <@U0BOT>", "hi <@U0BOT>"),
            ("<@U0BOT>, hi", "hi"),
            ("<@U0BOT>", ""),
            ("hi <@U0BOT>", "hi <@U0BOT>"),
            ("<@U0BOT2> hi", "<@U0BOT2> hi"),
        ] {
            assert_eq!(without_mention(mrkdwn, "U0BOT"), rest);
        }
    }
}
