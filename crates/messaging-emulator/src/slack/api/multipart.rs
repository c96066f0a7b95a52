//! Bodies of several parts: <https://www.rfc-editor.org/rfc/rfc7578>.

/// One part of a form.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    pub(super) name: String,
    /// Whether it says the name of a file.
    pub(super) is_file: bool,
    pub(super) content: &'a [u8],
}

/// The parts of a body, whose content type has these parameters; none if it is no such body.
pub(super) fn parts<'a>(parameters: &str, body: &'a [u8]) -> Option<Vec<Part<'a>>> {
    let boundary = parameter(parameters, "boundary").filter(|boundary| (1..=70).contains(&boundary.len()))?;
    let (opening, between) = (format!("--{boundary}"), format!("\r\n--{boundary}"));
    let mut rest = body.strip_prefix(opening.as_bytes())?;
    let mut parts = Vec::new();
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let end = find(part, between.as_bytes())?;
        let (part, tail) = part.split_at(end);
        rest = tail.get(between.len()..)?;
        let head = find(part, b"\r\n\r\n")?;
        let (head, content) = part.split_at(head);
        let (name, is_file) = named(std::str::from_utf8(head).ok()?)?;
        parts.push(Part { name, is_file, content: content.get(4..)? });
    }
    rest.starts_with(b"--").then_some(parts)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// What a part is called, and whether it is a file, from its headers.
fn named(head: &str) -> Option<(String, bool)> {
    let disposition = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-disposition").then_some(value)
    })?;
    let (_, parameters) = disposition.split_once(';')?;
    Some((parameter(parameters, "name")?, parameter(parameters, "filename").is_some()))
}

fn parameter(parameters: &str, name: &str) -> Option<String> {
    parameters.split(';').find_map(|parameter| {
        let (key, value) = parameter.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_what_is_between_boundaries() {
        let body =
            b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x\r\ncontent-disposition: form-data; \
            name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n--y\r\n\r\n--x--\r\n";
        let parts = parts(" boundary=\"x\"", body).unwrap_or_default();
        let read: Vec<_> = parts.iter().map(|part| (part.name.as_str(), part.is_file, part.content)).collect();
        assert_eq!(read, [("a", false, &b"1"[..]), ("file", true, &b"--y\r\n"[..])]);
    }

    #[test]
    fn what_is_broken_is_no_form() {
        for (parameters, body) in [
            ("", "--x--"),
            ("boundary=x", ""),
            ("boundary=x", "--x"),
            ("boundary=x", "--x\r\n\r\n--x--"),
            ("boundary=x", "--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--"),
        ] {
            assert_eq!(parts(parameters, body.as_bytes()), None, "{body}");
        }
        assert_eq!(parts("boundary=x", b"--x--"), Some(Vec::new()));
    }
}
