use super::{
    boundary::best_cut,
    fence,
    split::{CLOSE, nth},
};

/// Cuts off the beginning of a text that is longer than `max` characters, where [`split`](super::split) would cut: what
/// fits, and the rest. None if all of it fits.
///
/// For a text that is still being written: the beginning is the same however it goes on.
#[must_use]
pub fn first(text: &str, max: usize) -> Option<(String, String)> {
    nth(text, max)?;
    // Room for a fence to be closed in.
    let limit = nth(text, max.saturating_sub(CLOSE.len()).max(1))?;
    Some(cut(text, best_cut(text, limit)))
}

/// Cuts a text at byte `at`, or before the character that it is in. White space there is dropped; a Markdown code fence
/// is closed in one part and opened again in the other.
#[must_use]
pub fn cut(text: &str, at: usize) -> (String, String) {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    match fence::open_after(None, before) {
        Some(open) => {
            let (before, after) = (before.trim_end(), after.trim_start_matches('\n'));
            (format!("{before}{CLOSE}"), format!("{open}\n{after}"))
        }
        None => (before.trim_end().to_owned(), after.trim_start().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_does_not_depend_on_what_follows() {
        let text = (0..200).map(|number| format!("word{number} ")).collect::<Vec<_>>().concat();
        let (before, rest) = first(&text, 300).unwrap();
        assert!(before.chars().count() <= 300 && text.starts_with(&before));
        assert_eq!(first(&format!("{text} and so on"), 300).unwrap().0, before);
        assert_eq!(format!("{before} {rest}"), text.trim_start());
        assert_eq!(first("short", 5), None);
    }

    #[test]
    fn a_fence_is_closed_and_opened_again() {
        let text = format!("See:\n```rust\n{}```", "let x = 1;\n".repeat(30));
        let (before, rest) = first(&text, 120).unwrap();
        assert!(before.ends_with("\n```") && rest.starts_with("```rust\nlet"), "{before}|{rest}");
        assert!(before.chars().count() <= 120);
    }

    #[test]
    fn a_cut_is_between_characters() {
        assert_eq!(cut("aé b", 2), ("a".into(), "é b".into()));
        assert_eq!(cut("ab", 9), ("ab".into(), String::new()));
    }
}
