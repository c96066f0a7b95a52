//! Markdown's code fences, as far as a cut must know them.

/// The longest opening line that is written again, in characters.
const LONGEST: usize = 24;

/// The line that opened the code fence that `text` ends in, if it ends in one; `open` is the fence it begins in.
pub(super) fn open_after(open: Option<&str>, text: &str) -> Option<String> {
    let mut open = open.map(str::to_owned);
    for line in text.lines().filter(|line| line.trim_start().starts_with("```")) {
        open = if open.is_some() { None } else { Some(line.trim().chars().take(LONGEST).collect()) };
    }
    open
}

/// Whether parts of `max` characters are long enough to close this fence and open it again.
pub(super) fn fits(fence: &str, max: usize) -> bool {
    max > 4 * (fence.chars().count() + 5)
}
