/// Whether a path has one reading only: every segment is made of letters, digits, `-`, `_`, `.` and `~`, starts with no
/// dot, and none but the last is empty.
///
/// Nothing here decodes a path, and a proxy in front might: an encoded slash, an empty segment or a dot-dot would be
/// one account to it and another one to us.
pub(super) fn is_plain(path: &str) -> bool {
    let Some(path) = path.strip_prefix('/') else { return false };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    let inner = path.strip_suffix('/').unwrap_or(path);
    path.is_empty()
        || inner.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && part.bytes().all(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_a_second_reading_is_not_plain() {
        for path in ["/", "/chat", "/chat/chat.css", "/webhooks/support", "/webhooks/support/message-added", "/a/"] {
            assert!(is_plain(path), "{path}");
        }
        let tricks =
            ["", "*", "//", "//chat", "/a//b", "/a//", "/a/../b", "/..", "/a/.", "/a/.hidden", "/a%2fb", "/%61"];
        for path in tricks.into_iter().chain(["/a;b", "/a\\b", "/a%00", "/a b", "/ä", "/a:b", "/a@b", "/a,b"]) {
            assert!(!is_plain(path), "{path}");
        }
    }
}
