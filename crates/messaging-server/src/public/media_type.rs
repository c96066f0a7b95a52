//! Which types of strangers' files are told to a browser, and which are not.

/// What a file is handed out as, when nobody may be led to open it.
const OPAQUE: &str = "application/octet-stream";

/// Types that a browser shows without running anything in them, beside pictures, sound and film.
const SHOWN: [&str; 7] =
    ["application/pdf", "application/ogg", "text/calendar", "text/csv", "text/plain", "text/vcard", "text/x-vcard"];

/// Encodings of text that mean the same to everybody.
const CHARSETS: [&str; 4] = ["utf-8", "us-ascii", "iso-8859-1", "utf-16"];

/// How a file is handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Disposition {
    /// `Content-Type`.
    pub(super) content_type: String,
    /// `Content-Disposition`.
    pub(super) disposition: String,
}

/// Decides by what the vendor says of a file. SVG, HTML and whatever is not known to be harmless is something to be
/// saved, never something to be opened.
pub(super) fn disposition(content_type: &str, name: Option<&str>) -> Disposition {
    let mut parts = content_type.split(';');
    let essence = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
    let (way, content_type) = if is_shown(&essence) {
        let charset = parts.find_map(charset).filter(|_| essence.starts_with("text/"));
        let told = charset.map_or_else(|| essence.clone(), |charset| format!("{essence}; charset={charset}"));
        ("inline", told)
    } else {
        ("attachment", OPAQUE.to_owned())
    };
    let name = name.map(file_name).filter(|name| !name.is_empty());
    let disposition = name.map_or_else(|| way.to_owned(), |name| format!("{way}; filename*=UTF-8''{name}"));
    Disposition { content_type, disposition }
}

fn is_shown(essence: &str) -> bool {
    let Some((kind, subtype)) = essence.split_once('/') else { return false };
    let word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'+' | b'_');
    if subtype.is_empty() || !subtype.bytes().all(word) {
        return false;
    }
    let is_markup = subtype.contains("xml") || subtype.contains("html") || subtype.contains("svg");
    SHOWN.contains(&essence) || (matches!(kind, "image" | "audio" | "video") && !is_markup)
}

fn charset(parameter: &str) -> Option<&'static str> {
    let (key, value) = parameter.split_once('=')?;
    let value = value.trim().trim_matches('"');
    let known = || CHARSETS.into_iter().find(|known| value.eq_ignore_ascii_case(known));
    if key.trim().eq_ignore_ascii_case("charset") { known() } else { None }
}

/// The name as RFC 8187 writes it, without any folder, at most 100 characters of it.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default().trim_start_matches('.');
    let short: String = last.chars().filter(|character| !character.is_control()).take(100).collect();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    short.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_may_show_keeps_its_type() {
        for (vendors, told) in [
            ("image/png", "image/png"),
            ("IMAGE/JPEG; q=1", "image/jpeg"),
            ("audio/ogg; codecs=opus", "audio/ogg"),
            ("video/3gpp", "video/3gpp"),
            ("application/pdf", "application/pdf"),
            ("text/vcard; charset=UTF-8", "text/vcard; charset=utf-8"),
            ("text/plain;charset=\"us-ascii\"", "text/plain; charset=us-ascii"),
            ("text/plain; charset=utf-7", "text/plain"),
        ] {
            let expected = Disposition { content_type: told.into(), disposition: "inline".into() };
            assert_eq!(disposition(vendors, None), expected, "{vendors}");
        }
    }

    #[test]
    fn everything_else_is_something_to_be_saved() {
        let tricks =
            ["image/svg+xml", "IMAGE/SVG+XML;x", "image/svg", "text/html", "application/xhtml+xml", "text/xml"];
        let others =
            ["", "image/", "/png", "png", "image", "image/png\r\nx: y", "image/png, text/html", "multipart/mixed"];
        for vendors in tricks.into_iter().chain(others).chain(["application/javascript", "image/x html", "video/a\0"]) {
            let expected = Disposition { content_type: OPAQUE.into(), disposition: "attachment".into() };
            assert_eq!(disposition(vendors, None), expected, "{vendors}");
        }
    }

    #[test]
    fn a_name_cannot_say_more_than_a_name() {
        for (name, told) in [
            ("cat.png", "inline; filename*=UTF-8''cat.png"),
            ("../../etc/pa sswd", "inline; filename*=UTF-8''pa%20sswd"),
            ("a\"; filename=b\r\nX: y", "inline; filename*=UTF-8''a%22%3B%20filename%3DbX%3A%20y"),
            ("Käse.png", "inline; filename*=UTF-8''K%C3%A4se.png"),
            ("..", "inline"),
        ] {
            assert_eq!(disposition("image/png", Some(name)).disposition, told);
        }
        assert!(disposition("image/png", Some(&"ä".repeat(10_000))).disposition.len() < 1_000);
    }
}
