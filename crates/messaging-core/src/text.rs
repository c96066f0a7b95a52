//! Making a text fit: splitting what is too long, writing out what cannot be carried.

use crate::{
    Descriptor,
    message::{Content, SendMessage},
};

/// Splits `text` into parts of at most `max` characters; one part if it fits.
///
/// Cuts, in this order of preference, between paragraphs, lines, sentences and words, and inside a word only if it is
/// longer than a part. A Markdown code fence that is cut is closed in one part and opened again in the next.
#[must_use]
pub fn split(text: &str, max: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text.to_owned();
    while rest.chars().count() > max {
        let limit = rest.char_indices().nth(max).map_or(rest.len(), |(at, _)| at);
        let cut = best_cut(&rest, limit);
        let (head, tail) = rest.split_at_checked(cut).unwrap_or((rest.as_str(), ""));
        let fence = open_fence(head);
        let closes = fence.filter(|fence| max > 4 * (fence.len() + 5));
        let (head, tail) = match closes {
            None => (head.trim_end().to_owned(), tail.trim_start().to_owned()),
            Some(fence) => {
                let shorter = rest.char_indices().nth(max - 4).map_or(cut, |(at, _)| at.min(cut));
                let cut = if cut <= shorter { cut } else { best_cut(&rest, shorter) };
                let (head, tail) = rest.split_at_checked(cut).unwrap_or((rest.as_str(), ""));
                match open_fence(head) {
                    Some(_) => {
                        let tail = tail.trim_start_matches('\n');
                        (format!("{}\n```", head.trim_end()), format!("{fence}\n{tail}"))
                    }
                    None => (head.trim_end().to_owned(), tail.trim_start().to_owned()),
                }
            }
        };
        // Guards against a text that would never get shorter.
        if tail.chars().count() >= rest.chars().count() {
            break;
        }
        parts.push(head);
        rest = tail;
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts
}

/// The best place to cut at or before byte `limit`: never 0.
fn best_cut(text: &str, limit: usize) -> usize {
    let head = text.get(..limit).unwrap_or(text);
    let half = limit / 2;
    let after = |pattern: &str| head.rfind(pattern).map(|at| at + pattern.len()).filter(|at| *at > half);
    let sentence = [". ", "! ", "? ", "… "].into_iter().filter_map(after).max();
    after("\n\n")
        .or_else(|| after("\n"))
        .or(sentence)
        .or_else(|| head.rfind(' ').map(|at| at + 1).filter(|at| *at > 1))
        .unwrap_or(limit)
        .max(text.chars().next().map_or(1, char::len_utf8))
}

/// The line that opened the code fence that `text` ends in, if it ends in one.
fn open_fence(text: &str) -> Option<String> {
    let mut open = None;
    for line in text.lines().filter(|line| line.trim_start().starts_with("```")) {
        open = if open.is_some() { None } else { Some(line.trim().chars().take(24).collect()) };
    }
    open
}

/// Writes out what a provider cannot carry, as it declares: media as links, actions as numbered lines; then splits.
///
/// Each part is a message of its own. Native content, media and actions that can be carried go with the last part.
#[must_use]
pub fn fit(message: &SendMessage, limits: &Descriptor) -> Vec<SendMessage> {
    let mut content = message.content.clone();
    let mut lines = Vec::new();
    if !limits.media {
        lines.extend(std::mem::take(&mut content.media).into_iter().map(|media| media.url));
    }
    if !limits.actions {
        let actions = std::mem::take(&mut content.actions);
        lines.extend(actions.into_iter().zip(1..).map(|(action, number)| format!("{number}. {}", action.label)));
    }
    for line in lines {
        if !content.text.is_empty() {
            content.text.push('\n');
        }
        content.text.push_str(&line);
    }
    let mut texts = match limits.max_text {
        Some(max) => split(&content.text, max),
        None => vec![content.text.clone()],
    };
    let last = texts.pop().unwrap_or_default();
    let part = |content: Content| SendMessage { content, ..message.clone() };
    let mut parts: Vec<_> = texts.into_iter().map(|text| part(Content::text(text))).collect();
    parts.push(part(Content { text: last, ..content }));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Place,
        message::{Action, Media},
    };

    fn words(count: usize) -> String {
        (0..count).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_fits_stays_whole() {
        assert_eq!(split("hi", 2), ["hi"]);
        assert_eq!(split("", 2), Vec::<String>::new());
    }

    #[test]
    fn sentences_are_kept_together() {
        assert_eq!(split("One two. Three four.", 12), ["One two.", "Three four."]);
        assert_eq!(split("aaaa\nbbbb", 6), ["aaaa", "bbbb"]);
    }

    #[test]
    fn nothing_is_lost_and_nothing_is_too_long() {
        for max in [1, 2, 7, 40, 160, 1_600] {
            for text in [words(500), "é🎉".repeat(300), "x".repeat(999), "  \n \n ".repeat(50) + "end"] {
                let parts = split(&text, max);
                assert!(parts.iter().all(|part| part.chars().count() <= max), "{max}");
                let squeeze = |text: &str| text.split_whitespace().collect::<String>();
                assert_eq!(squeeze(&parts.concat()), squeeze(&text), "{max}");
            }
        }
    }

    #[test]
    fn a_cut_code_fence_is_closed_and_opened_again() {
        let text = format!("See:\n```rust\n{}\n```\nDone.", "let x = 1;\n".repeat(30));
        let parts = split(&text, 120);
        assert!(parts.len() > 2);
        for part in &parts {
            assert!(part.chars().count() <= 120, "{part}");
            assert_eq!(part.matches("```").count() % 2, 0, "{part}");
        }
        assert!(parts[1].starts_with("```rust\n"));
    }

    #[test]
    fn what_cannot_be_carried_is_written_out() {
        let mut content = Content::text("Pick:");
        content.media.push(Media::at("https://x.test/a.png"));
        content.actions = vec![Action::new("Yes", "y"), Action::new("No", "n")];
        let message = SendMessage::new(Place::new("x", ["y"]), content);
        let plain = fit(&message, &Descriptor::new("plain"));
        assert_eq!(plain[0].content.text, "Pick:\nhttps://x.test/a.png\n1. Yes\n2. No");
        let rich = fit(&message, &Descriptor::new("rich").with_media().with_actions());
        assert_eq!(rich, [message]);
    }
}
