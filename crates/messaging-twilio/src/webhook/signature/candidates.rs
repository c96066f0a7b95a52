//! The spellings of one URL: which of them Twilio signs depends on what sent the callback.

use std::fmt::Write;

use crate::webhook::form::defect;

/// The longest query that is also tried in other spellings, in `&`s; the longest real ones have about fifty.
const MAX_PAIRS: usize = 512;

/// The most spellings of one URL.
pub(super) const MAX_CANDIDATES: usize = 10;

/// Returns the spellings of `url` that may have been signed, each once, at most [`MAX_CANDIDATES`]: without its port and
/// with it (443 or 80 where it has none), each as it is, as a URL parser writes it
/// (<https://url.spec.whatwg.org/#url-parsing>), and with its query decoded and encoded again.
///
/// All of them mean the same request. The fragment is not signed.
pub(crate) fn candidates(url: &str) -> Vec<String> {
    let (url, _) = url.split_once('#').unwrap_or((url, ""));
    let Some((scheme, rest)) = url.split_once("://").filter(|(scheme, _)| !scheme.contains(['/', '?'])) else {
        return vec![url.to_owned()];
    };
    let (authority, rest) = split_at_any(rest, &['/', '?']);
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    let (scheme_parsed, authority_parsed) = (scheme.to_ascii_lowercase(), lower_host(authority));

    let mut found: Vec<String> = Vec::with_capacity(MAX_CANDIDATES);
    let mut add = |scheme: &str, authority: &str, path: &str, query: Option<&str>| {
        let mark = if query.is_some() { "?" } else { "" };
        let (host, port) = host_and_port(authority);
        let port = port.unwrap_or(if scheme.eq_ignore_ascii_case("http") { "80" } else { "443" });
        for authority in [host.to_owned(), format!("{host}:{port}")] {
            let url = format!("{scheme}://{authority}{path}{mark}{}", query.unwrap_or_default());
            if !found.contains(&url) {
                found.push(url);
            }
        }
    };
    add(scheme, authority, path, query);
    let path_parsed = if path.is_empty() { "/".to_owned() } else { escaped(path, b" \"#<>?^`{}") };
    let query_parsed = query.map(|query| escaped(query, b" \"#<>'"));
    add(&scheme_parsed, &authority_parsed, &path_parsed, query_parsed.as_deref());
    if let Some(pairs) = query.filter(|query| !query.is_empty()).and_then(pairs) {
        let kept = written_again(&pairs, b"-_.!~*'()");
        for query in [kept.replace('\'', "%27"), kept.replace("%20", "+"), kept] {
            add(scheme, authority, path, Some(&query));
        }
    }
    found
}

/// Returns the query of `url`, without its `?`.
pub(crate) fn query(url: &str) -> &str {
    let (url, _) = url.split_once('#').unwrap_or((url, ""));
    url.split_once('?').map_or("", |(_, query)| query)
}

/// Splits off a port, unless what looks like one is a password or part of an IPv6 address.
fn host_and_port(authority: &str) -> (&str, Option<&str>) {
    let host_at = authority.rfind('@').map_or(0, |at| at + 1);
    let port_from = authority.rfind(']').filter(|at| *at >= host_at).unwrap_or(host_at);
    let tail = authority.get(port_from..).unwrap_or_default();
    match tail.rfind(':').and_then(|at| authority.split_at_checked(port_from + at)) {
        Some((host, port)) => (host, port.strip_prefix(':').filter(|port| !port.is_empty())),
        None => (authority, None),
    }
}

fn lower_host(authority: &str) -> String {
    match authority.rsplit_once('@') {
        Some((user, host)) => format!("{user}@{}", host.to_ascii_lowercase()),
        None => authority.to_ascii_lowercase(),
    }
}

fn split_at_any<'t>(text: &'t str, marks: &[char]) -> (&'t str, &'t str) {
    text.find(marks).and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

/// Escapes what a URL may not hold, and what is `unsafe` here. What is escaped already stays.
fn escaped(text: &str, unsafe_here: &[u8]) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut all, byte| {
        if byte.is_ascii_graphic() && !unsafe_here.contains(&byte) {
            all.push(char::from(byte));
        } else {
            escape(&mut all, byte);
        }
        all
    })
}

fn escape(all: &mut String, byte: u8) {
    // Writing to a `String` cannot fail.
    let _ = write!(all, "%{byte:02X}");
}

/// Decodes a query, the values of one name side by side. Nothing that decoding would guess at: two queries that mean
/// different things are never written alike.
fn pairs(query: &str) -> Option<Vec<(String, Vec<String>)>> {
    if query.bytes().filter(|byte| *byte == b'&').count() >= MAX_PAIRS || defect(query.as_bytes()).is_some() {
        return None;
    }
    let mut pairs: Vec<(String, Vec<String>)> = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()).into_owned() {
        match pairs.iter_mut().find(|(known, _)| *known == name) {
            Some((_, values)) => values.push(value),
            None => pairs.push((name, vec![value])),
        }
    }
    Some(pairs)
}

fn written_again(pairs: &[(String, Vec<String>)], plain: &[u8]) -> String {
    let mut query = String::new();
    for (name, value) in pairs.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value))) {
        if !query.is_empty() {
            query.push('&');
        }
        for (text, end) in [(name, "="), (value, "")] {
            for byte in text.bytes() {
                if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
                    query.push(char::from(byte));
                } else {
                    escape(&mut query, byte);
                }
            }
            query.push_str(end);
        }
    }
    query
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_spelled_with_its_port_and_without() {
        for (url, without, with) in [
            ("https://x.test/a?b=c:d@e", "https://x.test/a?b=c:d@e", "https://x.test:443/a?b=c:d@e"),
            ("http://x.test", "http://x.test", "http://x.test:80"),
            ("HTTP://X.test/", "HTTP://X.test/", "HTTP://X.test:80/"),
            ("http://127.0.0.1:7400/w?a", "http://127.0.0.1/w?a", "http://127.0.0.1:7400/w?a"),
            ("https://u:p@x.test:8443/", "https://u:p@x.test/", "https://u:p@x.test:8443/"),
            ("https://u:p@x.test/", "https://u:p@x.test/", "https://u:p@x.test:443/"),
            ("https://u:p]@x.test:8443/", "https://u:p]@x.test/", "https://u:p]@x.test:8443/"),
            ("https://u:p]:q@x.test/", "https://u:p]:q@x.test/", "https://u:p]:q@x.test:443/"),
            ("https://[::1]:8443/w", "https://[::1]/w", "https://[::1]:8443/w"),
            ("https://u:p@[::1]:8443/w", "https://u:p@[::1]/w", "https://u:p@[::1]:8443/w"),
            ("https://[::1]/w", "https://[::1]/w", "https://[::1]:443/w"),
            ("https://x.test:/w", "https://x.test/w", "https://x.test:443/w"),
            ("https://x.test/w#rc=2", "https://x.test/w", "https://x.test:443/w"),
            ("wss://x.test/relay", "wss://x.test/relay", "wss://x.test:443/relay"),
        ] {
            assert_eq!(candidates(url)[..2], [without, with], "{url}");
        }
    }

    #[test]
    fn a_query_is_spelled_as_parsers_and_encoders_write_it() {
        let all = candidates("https://X.test?b=It's+a&a=1&b=%c3%a9");
        for spelling in [
            "https://X.test?b=It's+a&a=1&b=%c3%a9",
            "https://x.test/?b=It%27s+a&a=1&b=%c3%a9",
            "https://x.test:443/?b=It%27s+a&a=1&b=%c3%a9",
            "https://X.test?b=It%27s%20a&b=%C3%A9&a=1",
            "https://X.test?b=It's%20a&b=%C3%A9&a=1",
            "https://X.test?b=It's+a&b=%C3%A9&a=1",
        ] {
            assert!(all.iter().any(|url| url == spelling), "{spelling} is not among {all:#?}");
        }
        assert_eq!(all.len(), MAX_CANDIDATES);
        assert_eq!(candidates("https://x.test/w?a=1&b=2").len(), 2);
        assert!(candidates("https://x.test/w?a=%zz&b=%ff").iter().all(|url| url.ends_with("?a=%zz&b=%ff")));
    }

    /// Whatever a URL is, its spellings are few and distinct, and all say the same.
    #[test]
    fn spellings_of_nonsense_are_few_and_mean_the_same() {
        const PIECES: [&str; 26] = [
            "https", "http", "://", ":", "@", "[", "]", "/", "?", "&", "=", "#", "%", "%27", "%zz", "%ff", "'", "+",
            " ", "é", "a", "b", "443", "::1", "x.test", "\"",
        ];
        let mut random = fastrand::Rng::with_seed(11);
        for round in 0..20_000 {
            let url: String = (0..random.usize(0..24)).map(|_| PIECES[random.usize(..26)]).collect();
            let all = candidates(&url);
            assert!((1..=MAX_CANDIDATES).contains(&all.len()), "round {round}: {url}");
            let said = |url: &str| {
                let mut said: Vec<_> = form_urlencoded::parse(query(url).as_bytes()).into_owned().collect();
                said.sort_by(|(one, _), (other, _)| one.cmp(other));
                said
            };
            for (at, spelling) in all.iter().enumerate() {
                assert_eq!(said(spelling), said(&url), "round {round}: {url} as {spelling}");
                assert!(!all[..at].contains(spelling), "round {round}: {url}");
            }
        }
        let long = format!("https://x.test/?{}", "a=it's&".repeat(100_000));
        assert_eq!(candidates(&long).len(), 4);
    }
}
