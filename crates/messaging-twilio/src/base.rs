//! Which host serves what, and which links of Twilio's may be followed with our credentials.

use messaging_core::{Error, ErrorKind, PublicUrl, Result};

/// The two APIs: their base URLs, without a slash at the end.
#[derive(Clone, Debug)]
pub(crate) struct Bases {
    messaging: String,
    conversations: String,
    media: String,
}

impl Bases {
    /// One base for everything, or Twilio's own hosts.
    ///
    /// # Errors
    /// The base is not an `http` or `https` URL without query and fragment.
    pub(crate) fn new(base: Option<&str>) -> Result<Self> {
        let Some(base) = base else {
            return Ok(Self {
                messaging: "https://api.twilio.com".into(),
                conversations: "https://conversations.twilio.com".into(),
                media: "https://mcs.us1.twilio.com".into(),
            });
        };
        if !is_web_url(base) || base.contains(['?', '#', '@']) {
            let message =
                "`base_url` of `twilio` is not a URL such as `http://127.0.0.1:7402`, without `?`, `#` and password";
            return Err(Error::new(ErrorKind::Config, message));
        }
        let base = base.trim_end_matches('/').to_owned();
        Ok(Self { messaging: base.clone(), conversations: base.clone(), media: base })
    }

    /// The URL of a path that starts with `/2010-04-01/` or `/v1/`.
    ///
    /// # Errors
    /// No API of ours has that path.
    pub(crate) fn url(&self, path: &str) -> Result<String> {
        if path.starts_with("/2010-04-01/") {
            Ok(format!("{}{path}", self.messaging))
        } else if path.starts_with("/v1/") {
            Ok(format!("{}{path}", self.conversations))
        } else {
            let message = format!("`{path}` is no path of ours; it starts with `/2010-04-01/` or `/v1/`");
            Err(Error::new(ErrorKind::Invalid, message))
        }
    }

    /// The URL of a file that was uploaded to a conversation (<https://www.twilio.com/docs/conversations/media-support-conversations>).
    pub(crate) fn media_url(&self, service: &str, sid: &str) -> String {
        format!("{}/v1/Services/{service}/Media/{sid}", self.media)
    }

    /// Makes a link to the next page a URL: as it stands, but only if it leads to `collection` at a host of ours.
    ///
    /// # Errors
    /// It leads elsewhere, where our credentials must not go.
    pub(crate) fn page(&self, link: &str, collection: &str) -> Result<String> {
        let url = if link.starts_with('/') { self.url(link)? } else { link.to_owned() };
        let origin = PublicUrl::new(url.as_str()).origin().to_owned();
        let ours =
            [&self.messaging, &self.conversations].iter().any(|base| PublicUrl::new(base.as_str()).origin() == origin);
        let path = url.strip_prefix(&origin).and_then(|rest| rest.split(['?', '#']).next()).unwrap_or_default();
        let dotted = path.split('/').any(|segment| matches!(segment, "." | ".."));
        if ours && !dotted && path.rsplit('/').next() == Some(collection) {
            return Ok(url);
        }
        let message = format!(
            "the cursor does not lead to `{collection}` at {}: pass `next` of the page before, unchanged; if a proxy \
             stands between, let it rewrite `next_page_url`",
            PublicUrl::new(self.conversations.as_str()).origin(),
        );
        Err(Error::new(ErrorKind::Invalid, message))
    }
}

/// Whether `text` starts as an `http` or `https` URL with a host.
pub(crate) fn is_web_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    plain && rest.is_some_and(|rest| !matches!(rest.bytes().next(), None | Some(b'/' | b'?' | b'#' | b':')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_api_has_its_host_unless_one_base_is_given() {
        let real = Bases::new(None).unwrap();
        assert_eq!(real.url("/2010-04-01/x").unwrap(), "https://api.twilio.com/2010-04-01/x");
        assert_eq!(real.url("/v1/x").unwrap(), "https://conversations.twilio.com/v1/x");
        assert!(real.url("/v2/x").is_err());
        let one = Bases::new(Some("http://127.0.0.1:7402/")).unwrap();
        assert_eq!(one.url("/2010-04-01/x").unwrap(), "http://127.0.0.1:7402/2010-04-01/x");
        assert_eq!(one.url("/v1/x").unwrap(), "http://127.0.0.1:7402/v1/x");
        for wrong in [
            "127.0.0.1:7402",
            "ftp://x",
            "https://",
            "https:///x",
            "http://x/?a",
            "http://x/#a",
            "http://u:p@x",
            "http://x y",
        ] {
            assert_eq!(Bases::new(Some(wrong)).unwrap_err().kind(), ErrorKind::Config, "{wrong}");
        }
    }

    #[test]
    fn links_lead_to_our_hosts_only() {
        let bases = Bases::new(None).unwrap();
        let good = "https://conversations.twilio.com/v1/Conversations/CH1/Messages?PageSize=2&PageToken=PT1";
        assert_eq!(bases.page(good, "Messages").unwrap(), good);
        let relative = "/2010-04-01/Accounts/AC1/Messages.json?PageToken=PA1";
        assert_eq!(bases.page(relative, "Messages.json").unwrap(), format!("https://api.twilio.com{relative}"));
        for elsewhere in [
            "https://evil.test/v1/Conversations/CH1/Messages",
            "https://conversations.twilio.com@evil.test/v1/Messages",
            "https://conversations.twilio.com.evil.test/v1/Messages",
            "http://conversations.twilio.com/v1/Messages",
            "https://conversations.twilio.com/v1/../x/Messages",
            "//evil.test/v1/Messages",
            "https://conversations.twilio.com/v1/Services?x=/Messages",
            "Messages",
            "",
        ] {
            assert_eq!(bases.page(elsewhere, "Messages").unwrap_err().kind(), ErrorKind::Invalid, "{elsewhere}");
        }
    }
}
