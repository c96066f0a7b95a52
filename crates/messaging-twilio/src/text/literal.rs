//! What Markdown takes for markup and a person did not mean as such.

/// How far back a URL's beginning is looked for, in bytes.
const LOOK_BACK: usize = 256;

/// Whether the marks around `source`, which stands between `before` and `after`, are characters like any others:
/// `2*3*4`, `5~10~15`, `https://example.com/_next_/x`, `__init__.py`.
pub(super) fn is_literal(before: &str, source: &str, after: &str) -> bool {
    let (left, right) = (before.chars().next_back(), after.chars().next());
    let is_word = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    if is_word(left) && is_word(right) {
        return true;
    }
    // One tilde means "about".
    if source.starts_with('~') && !source.starts_with("~~") {
        return true;
    }
    let name = source.strip_prefix("__").and_then(|rest| rest.strip_suffix("__"));
    if let Some(name) = name
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && (matches!(right, Some('.' | '(')) && after.chars().nth(1).is_some_and(|next| !next.is_whitespace())
            || matches!(left, Some('.')))
    {
        return true;
    }
    in_url(before)
}

/// Whether `before` ends within a URL.
fn in_url(before: &str) -> bool {
    let from = before.char_indices().rev().map(|(at, _)| at).find(|at| before.len() - at >= LOOK_BACK);
    let near = before.get(from.unwrap_or_default()..).unwrap_or(before);
    let word = near.rsplit(|char: char| char.is_whitespace() || matches!(char, '(' | '<' | '[')).next();
    word.is_some_and(|word| word.contains("://") || word.starts_with("www."))
}

/// Whether marks would be marks to WhatsApp: it knows them at the edges of words only.
pub(super) fn is_at_edges(before: &str, after: &str) -> bool {
    let is_word = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    !is_word(before.chars().next_back()) && !is_word(after.chars().next())
}
