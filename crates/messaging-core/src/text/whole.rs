use unicode_segmentation::GraphemeCursor;

/// Longest word that is held back, in bytes.
const WORD: usize = 64;

/// How many bytes of a text that is still being written can be shown: its last word may go on, and so may its last
/// character, as far as readers see one.
#[must_use]
pub fn whole(text: &str) -> usize {
    let spaced =
        text.char_indices().rev().find(|(_, char)| char.is_whitespace()).map(|(at, char)| at + char.len_utf8());
    match spaced {
        Some(at) if text.len() - at <= WORD => at,
        _ => {
            GraphemeCursor::new(text.len(), text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_go_on_is_held_back() {
        for (text, shown) in
            [("", ""), ("half", "hal"), ("one tw", "one "), ("one two ", "one two "), ("文です", "文で")]
        {
            assert_eq!(&text[..whole(text)], shown, "{text}");
        }
        assert_eq!(&"ab👨‍👩"[..whole("ab👨‍👩")], "ab", "a family that grows");
        let long = "x".repeat(100);
        assert_eq!(whole(&format!("a {long}")), 101);
    }
}
