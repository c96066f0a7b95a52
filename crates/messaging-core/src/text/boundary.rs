//! Where a text is best cut.

use unicode_segmentation::{GraphemeCursor, GraphemeIncomplete};

/// Marks that end a sentence where a space follows, possibly behind a closing quote or bracket.
const ENDS: [char; 4] = ['.', '!', '?', '…'];

/// Marks that end a sentence whatever follows.
const ENDS_ALONE: [char; 3] = ['。', '！', '？'];

/// The best place to cut `text` at or before byte `limit`, which is never 0.
///
/// In this order: between paragraphs, lines, sentences, each in the second half; between words; between what readers see
/// as characters; between characters.
pub(super) fn best_cut(text: &str, limit: usize) -> usize {
    let head = text.get(..limit).unwrap_or(text);
    let half = limit / 2;
    let after = |pattern: &str| head.rfind(pattern).map(|at| at + pattern.len()).filter(|at| *at > half);
    after("\n\n")
        .or_else(|| after("\n"))
        .or_else(|| after_sentence(head, half))
        .or_else(|| head.rfind(' ').map(|at| at + 1).filter(|at| *at > 1))
        .or_else(|| between_graphemes(text, limit))
        .unwrap_or(limit)
        .max(text.chars().next().map_or(1, char::len_utf8))
}

/// Behind the last sentence that ends after byte `least`.
fn after_sentence(head: &str, least: usize) -> Option<usize> {
    let (mut best, mut ended) = (None, false);
    for (at, char) in head.char_indices() {
        let next = at + char.len_utf8();
        if ENDS_ALONE.contains(&char) {
            best = Some(next);
            ended = false;
        } else if ENDS.contains(&char) {
            ended = true;
        } else if ended && char.is_whitespace() {
            best = Some(next);
            ended = false;
        } else {
            ended = ended && matches!(char, '"' | '\'' | ')' | ']' | '»' | '”' | '’' | '*' | '_');
        }
    }
    best.filter(|at| *at > least)
}

/// The last boundary between graphemes at or before `limit`; none if one grapheme is all there is.
fn between_graphemes(text: &str, limit: usize) -> Option<usize> {
    let mut cursor = GraphemeCursor::new(limit, text.len(), true);
    let boundary: Result<bool, GraphemeIncomplete> = cursor.is_boundary(text, 0);
    if boundary == Ok(true) {
        return Some(limit);
    }
    cursor.prev_boundary(text, 0).ok().flatten().filter(|at| *at > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_reads_well() {
        for (text, limit, cut) in [
            ("One two. Three four five", 20, "One two. Three four "),
            ("One two three. Four five", 20, "One two three. "),
            ("He said \"so.\" And then", 18, "He said \"so.\" "),
            ("Version 1.5 is out now", 14, "Version 1.5 "),
            ("これは文です。次の文です", 27, "これは文です。"),
            ("a\n\nbbbb\ncccc", 10, "a\n\nbbbb\n"),
            ("aaaaaa", 4, "aaaa"),
        ] {
            assert_eq!(&text[..best_cut(text, limit)], cut, "{text}");
        }
    }

    #[test]
    fn a_character_with_parts_stays_whole() {
        let text = "ab👨‍👩‍👧‍👦👍🏽e\u{301}";
        assert_eq!(&text[..best_cut(text, "ab👨‍👩".len())], "ab");
        assert_eq!(&text[..best_cut(text, "ab👨‍👩‍👧‍👦👍".len())], "ab👨‍👩‍👧‍👦");
        let tower = format!("e{}", "\u{301}".repeat(50));
        assert_eq!(best_cut(&tower, 21), 21, "one that is longer than a part is cut");
    }
}
