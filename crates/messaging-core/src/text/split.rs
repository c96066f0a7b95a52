use super::{boundary::best_cut, fence};

/// What closes a fence at the end of a part.
pub(super) const CLOSE: &str = "\n```";

/// Splits `text` into parts of at most `max` characters; one part if it fits.
///
/// Cuts, in this order of preference, between paragraphs, lines, sentences and words, and inside a word only if it is
/// longer than a part; what a reader sees as one character stays whole. A Markdown code fence that is cut is closed in
/// one part and opened again in the next. White space at a cut is dropped, and nothing else. Takes time in proportion to
/// the text, however many parts there are.
#[must_use]
pub fn split(text: &str, max: usize) -> Vec<String> {
    let (mut parts, mut rest, mut open) = (Vec::new(), text, None::<String>);
    let max = max.max(1);
    loop {
        let prefix = open.as_ref().map(|fence| format!("{fence}\n")).unwrap_or_default();
        let room = max.saturating_sub(prefix.chars().count()).max(1);
        let Some(limit) = nth(rest, room) else {
            parts.push(format!("{prefix}{rest}"));
            break;
        };
        let mut cut = best_cut(rest, limit);
        let mut next = fence::open_after(open.as_deref(), head(rest, cut)).filter(|fence| fence::fits(fence, max));
        if next.is_some() {
            let shorter = nth(rest, room.saturating_sub(CLOSE.len()).max(1)).unwrap_or(cut);
            if cut > shorter {
                cut = best_cut(rest, shorter);
                next = fence::open_after(open.as_deref(), head(rest, cut)).filter(|fence| fence::fits(fence, max));
            }
        }
        let (before, after) = rest.split_at_checked(cut).unwrap_or((rest, ""));
        let part = before.trim_end();
        if next.is_some() {
            parts.push(format!("{prefix}{part}{CLOSE}"));
            rest = after.trim_start_matches('\n');
        } else {
            if !part.is_empty() {
                parts.push(format!("{prefix}{part}"));
            }
            rest = after.trim_start();
        }
        open = next;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The byte where the `count`-th character begins; none if there are no more than `count`.
pub(super) fn nth(text: &str, count: usize) -> Option<usize> {
    text.char_indices().nth(count).map(|(at, _)| at)
}

fn head(text: &str, cut: usize) -> &str {
    text.get(..cut).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(parts.last().is_some_and(|part| part.ends_with("```\nDone.")), "{parts:?}");
    }

    /// Takes seconds where time grows with the square: what is bounded here is the work, by what it would come to.
    #[test]
    fn a_long_text_takes_time_in_proportion() {
        for piece in ["word ", "x", "```\n", "\n", "👨‍👩‍👧‍👦", ". "] {
            let text = piece.repeat(4_000_000 / piece.len());
            let parts = split(&text, 40);
            assert!(parts.len() <= text.len(), "{piece}");
        }
    }
}
