//! Which URLs are Slack's own.

use http::Uri;

/// Slack, and Slack for governments.
const DOMAINS: [&str; 2] = ["slack.com", "slack-gov.com"];

/// Whether `url` leads to a host of Slack's, over TLS.
pub(super) fn is_slacks(url: &str) -> bool {
    let Some((uri, host)) = read(url) else { return false };
    let ours = DOMAINS.iter().any(|domain| {
        let rest = host.strip_suffix(domain);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    ours && uri.scheme_str() == Some("https") && matches!(uri.port_u16(), None | Some(443))
}

/// Whether `url` leads to where the Web API is called: Slack's own host, an emulator or a proxy.
pub(super) fn is_at(base: &str, url: &str) -> bool {
    let (Some((url, _)), Some((base, _))) = (read(url), read(base)) else { return false };
    url.scheme() == base.scheme() && url.authority() == base.authority()
}

/// A URL with its host; none if it holds a user or a password, which would hide where it leads.
fn read(url: &str) -> Option<(Uri, String)> {
    let uri: Uri = url.parse().ok()?;
    let host = uri.host()?.to_ascii_lowercase();
    let plain = !uri.authority()?.as_str().contains('@');
    plain.then_some((uri, host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_slacks_hosts_are_slacks() {
        for url in ["https://files.slack.com/upload/v1/x", "https://slack.com/", "https://FILES.slack-gov.com:443/x"] {
            assert!(is_slacks(url), "{url}");
        }
        for url in [
            "http://files.slack.com/x",
            "https://files.slack.com:8443/x",
            "https://slack.com.evil.test/x",
            "https://evilslack.com/x",
            "https://slack.com@evil.test/x",
            "https://user@files.slack.com/x",
            "files.slack.com/x",
            "https://evil.test/?https://files.slack.com/",
            "",
        ] {
            assert!(!is_slacks(url), "{url}");
        }
    }

    #[test]
    fn a_base_is_trusted_as_a_whole_and_alone() {
        assert!(is_at("http://127.0.0.1:7403", "http://127.0.0.1:7403/files/x"));
        for url in ["http://127.0.0.1:7404/x", "https://127.0.0.1:7403/x", "http://127.0.0.1:7403@evil.test/x", "x"] {
            assert!(!is_at("http://127.0.0.1:7403", url), "{url}");
        }
    }
}
