//! Posting to a URL that is its own key: incoming webhooks and `response_url`s. No token goes along.

use bytes::Bytes;
use http::{HeaderValue, Request, Response, Uri, header::CONTENT_TYPE};
use messaging_core::{Error, ErrorKind, Result, Secret};
use messaging_http::{Transport, failed};
use serde_json::Value;
use tower::ServiceExt;

const HOST: &str = "https://slack.com";
const JSON: HeaderValue = HeaderValue::from_static("application/json; charset=utf-8");

/// Where such a URL may lead: to the host we call, or to its `hooks.`.
#[derive(Clone, Debug)]
pub(crate) struct Hooks {
    transport: Transport,
    base: Uri,
}

impl Hooks {
    /// Follows URLs of the host that `base` names, Slack's own unless told otherwise.
    ///
    /// # Errors
    /// [`ErrorKind::Config`]: `base` is no URL.
    pub(crate) fn new(base: Option<&str>, transport: Transport) -> Result<Self> {
        let refuse = || Error::new(ErrorKind::Config, "`base_url` (SLACK_BASE_URL) is no http or https URL");
        let base: Uri = base.unwrap_or(HOST).parse().map_err(|cause| refuse().with_source(cause))?;
        let is_url = base.authority().is_some() && matches!(base.scheme_str(), Some("http" | "https"));
        if is_url { Ok(Self { transport, base }) } else { Err(refuse()) }
    }

    /// Whether `url` leads to Slack. Whoever could name another host would be told what we say, and by whom.
    pub(crate) fn leads_to_slack(&self, url: &str) -> bool {
        let Ok(uri) = url.parse::<Uri>() else { return false };
        let (Some(theirs), Some(ours)) = (uri.authority(), self.base.authority()) else { return false };
        uri.scheme() == self.base.scheme()
            && !theirs.as_str().contains('@')
            && (theirs == ours || theirs.as_str().strip_prefix("hooks.").is_some_and(|rest| ours == rest))
    }

    /// Posts JSON, once. No error holds the URL.
    ///
    /// # Errors
    /// What the transport says, with its reach.
    pub(crate) async fn post(&self, url: &Secret, body: &Value) -> Result<Response<Bytes>> {
        let request = Request::post(url.expose()).header(CONTENT_TYPE, JSON).body(body.to_string().into());
        let request = request.map_err(|_| Error::new(ErrorKind::Invalid, "the URL to post to is none"))?;
        self.transport.clone().oneshot(request).await.map_err(failed)
    }
}

/// A body that is a code of Slack's: a word, and nothing that could hold a secret.
pub(crate) fn code(body: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(body).ok()?.trim();
    let is_word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    (!text.is_empty() && text.len() <= 80 && text.bytes().all(is_word)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hooks(base: &str) -> Hooks {
        let never = tower::service_fn(|_| async { Err(messaging_http::TransportError::not_sent("no")) });
        Hooks::new(Some(base), Transport::new(never)).unwrap()
    }

    #[test]
    fn only_slacks_own_hosts_are_called() {
        let slack = hooks("https://slack.com");
        for url in ["https://hooks.slack.com/actions/T1/2/x", "https://slack.com/x"] {
            assert!(slack.leads_to_slack(url), "{url}");
        }
        for url in [
            "http://hooks.slack.com/x",
            "https://hooks.slack.com.evil.test/x",
            "https://evilhooks.slack.com/x",
            "https://hooks.slack.com@evil.test/x",
            "https://u:p@hooks.slack.com/x",
            "https://hooks.slack.com:8443/x",
            "https://169.254.169.254/x",
            "/x",
            "",
        ] {
            assert!(!slack.leads_to_slack(url), "{url}");
        }
        let emulator = hooks("http://127.0.0.1:7403");
        assert!(emulator.leads_to_slack("http://127.0.0.1:7403/commands/T1/2/x"));
        assert!(
            !emulator.leads_to_slack("http://127.0.0.1:7404/x")
                && !emulator.leads_to_slack("https://hooks.slack.com/x")
        );
        assert!(hooks("https://slack-gov.com").leads_to_slack("https://hooks.slack-gov.com/x"));
    }

    #[test]
    fn a_code_is_a_word() {
        assert_eq!(code(b" no_service\n"), Some("no_service"));
        for body in ["", "<html>", "https://hooks.slack.com/x", "Not Found"] {
            assert_eq!(code(body.as_bytes()), None);
        }
    }
}
