use super::escape::escape_into;

/// Writes a URL as a link may hold it; nothing if Slack would not take it for a link.
///
/// The scheme matters more than it seems: `<!channel|x>` calls everybody, `<@U1|x>` calls somebody.
pub(crate) fn url(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once(':')?;
    let known = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.starts_with("//") && rest.len() > 2,
        "mailto" | "tel" => !rest.is_empty(),
        _ => false,
    };
    if !known {
        return None;
    }
    let mut clean = String::with_capacity(url.len());
    for character in url.chars() {
        match character {
            '<' | '>' | '|' | '`' => percent(&mut clean, character),
            _ if character.is_whitespace() || character.is_control() => percent(&mut clean, character),
            plain => clean.push(plain),
        }
    }
    Some(clean)
}

/// Writes a URL as Slack wants it between `<` and `|`.
fn href(target: &str) -> Option<String> {
    Some(url(target)?.replace('&', "&amp;"))
}

fn percent(out: &mut String, character: char) {
    for byte in character.encode_utf8(&mut [0; 4]).bytes() {
        out.push('%');
        for half in [byte >> 4, byte & 15] {
            out.extend(char::from_digit(u32::from(half), 16).map(|digit| digit.to_ascii_uppercase()));
        }
    }
}

/// A link that is being written: its label follows.
#[derive(Debug)]
pub(super) struct Link {
    url: String,
    href: Option<String>,
    /// Where the label starts.
    label_at: usize,
}

impl Link {
    /// Opens a link to `url` at the end of `out`.
    pub(super) fn open(out: &mut String, url: String) -> Self {
        let href = href(&url);
        if let Some(href) = &href {
            out.push('<');
            out.push_str(href);
            out.push('|');
        }
        Self { url, href, label_at: out.len() }
    }

    /// Closes it. A label that says the same as the URL is left out; a URL that cannot be a link is written out.
    pub(super) fn close(self, out: &mut String) {
        let label = out.get(self.label_at..).unwrap_or_default().trim();
        if let Some(href) = &self.href {
            if label.is_empty() || label == href || href.strip_prefix("mailto:") == Some(label) {
                out.truncate(self.label_at - 1);
            }
            out.push('>');
            return;
        }
        let mut url = String::new();
        escape_into(&mut url, &self.url);
        if url.is_empty() || label == url {
            return;
        }
        let bare = label.is_empty();
        out.push_str(if bare { "" } else { " (" });
        out.push_str(&url);
        out.push_str(if bare { "" } else { ")" });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_are_links() {
        for url in ["!channel", "@U1", "#C1", "channel", "javascript:alert(1)", "https:!channel", "http://", "/x", ""] {
            assert_eq!(href(url), None, "{url}");
        }
        assert_eq!(href("HTTPS://x.test/a?b=1&c=|<é `>").unwrap(), "HTTPS://x.test/a?b=1&amp;c=%7C%3Cé%20%60%3E");
        assert_eq!(href("mailto:a@x.test").unwrap(), "mailto:a@x.test");
    }
}
