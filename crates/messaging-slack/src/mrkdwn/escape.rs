/// Appends `text` so that Slack reads it as text: three characters are markup, and each is escaped once.
pub(crate) fn escape_into(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            plain => out.push(plain),
        }
    }
}

/// Appends what Slack escaped, as it was meant. One pass, so that `&amp;lt;` stays a written-out `&lt;`.
pub(super) fn unescape_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (plain, entity) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        let known = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>')];
        let read = known.into_iter().find_map(|(name, meant)| Some((meant, entity.strip_prefix(name)?)));
        let (meant, after) = read.unwrap_or(('&', entity.strip_prefix('&').unwrap_or_default()));
        out.push(meant);
        rest = after;
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped_reads_back() {
        for text in ["", "a & b", "<!channel>", "&amp;", "&lt;&", "&&amp;amp;", "é🎉 > x", "& lt;"] {
            let (mut escaped, mut read) = (String::new(), String::new());
            escape_into(&mut escaped, text);
            unescape_into(&mut read, &escaped);
            assert_eq!(read, text, "{escaped}");
            assert!(!escaped.contains(['<', '>']), "{escaped}");
        }
    }
}
