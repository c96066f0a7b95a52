use std::fmt;

use bytes::Bytes;
use http::{
    HeaderMap,
    header::{CONTENT_DISPOSITION, CONTENT_TYPE},
};

/// What was fetched.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fetched {
    /// MIME type, as its server named it.
    pub content_type: Option<String>,
    /// File name, as its server named it, without any folder.
    pub name: Option<String>,
    /// What is in it.
    pub bytes: Bytes,
}

impl Fetched {
    /// Reads what the headers say of a file.
    #[must_use]
    pub fn new(headers: &HeaderMap, bytes: Bytes) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let content_type = text(CONTENT_TYPE).map(str::trim).filter(|kind| !kind.is_empty()).map(str::to_owned);
        Self { content_type, name: text(CONTENT_DISPOSITION).and_then(file_name), bytes }
    }
}

impl fmt::Debug for Fetched {
    /// Says how large it is instead of what is in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { content_type, name, bytes } = self;
        let mut shown = f.debug_struct("Fetched");
        shown.field("content_type", content_type).field("name", name).field("bytes", &bytes.len()).finish()
    }
}

/// Reads `filename=` of a `Content-Disposition` (RFC 6266); the extended form, `filename*=`, is not read.
fn file_name(disposition: &str) -> Option<String> {
    let lower = disposition.to_ascii_lowercase();
    let at = lower
        .match_indices("filename=")
        .map(|(at, _)| at)
        .find(|at| lower.get(..*at).is_some_and(|before| before.trim_end().ends_with(';')))?;
    let value = disposition.get(at + "filename=".len()..)?.trim_start();
    let name = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split(';').next()?.trim_end(),
    };
    let bare = name.rsplit(['/', '\\']).next()?.trim();
    let plain = !bare.is_empty() && !matches!(bare, "." | "..") && !bare.chars().any(char::is_control);
    plain.then(|| bare.chars().take(255).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_s_name_has_no_folder() {
        for (disposition, name) in [
            (r#"attachment; filename="a b.png""#, Some("a b.png")),
            ("inline; FileName=a.png; size=3", Some("a.png")),
            (r#"attachment; filename="../../etc/passwd""#, Some("passwd")),
            (r#"attachment; filename="C:\\x\\a.txt""#, Some("a.txt")),
            (r#"attachment; filename="..""#, None),
            (r#"attachment; filename="""#, None),
            ("attachment; xfilename=a", None),
            ("attachment", None),
        ] {
            assert_eq!(file_name(disposition).as_deref(), name, "{disposition}");
        }
    }
}
