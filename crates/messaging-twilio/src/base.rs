//! Which host serves what, and which links of Twilio's may be followed with our credentials.

use std::net::IpAddr;

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

    /// The URL that files of conversations are uploaded to.
    pub(crate) fn media_list_url(&self, service: &str) -> String {
        format!("{}/v1/Services/{service}/Media", self.media)
    }

    /// The URL of a path of the media service's.
    pub(crate) fn media_host(&self, path: &str) -> String {
        format!("{}{path}", self.media)
    }

    /// Whether everything is on this machine, as with an emulator.
    pub(crate) fn are_here(&self) -> bool {
        let origin = PublicUrl::new(self.messaging.as_str()).origin().to_owned();
        let authority = origin.split_once("://").map_or("", |(_, authority)| authority);
        let host = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((host, _)) => host,
            None => authority.split(':').next().unwrap_or_default(),
        };
        host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    /// Whether our credentials may go to a URL: to the base of the settings, or to a host of Twilio's by `https`.
    pub(crate) fn trusts(&self, url: &str) -> bool {
        let url = PublicUrl::new(url);
        let is_base = |base: &String| PublicUrl::new(base.as_str()).origin() == url.origin();
        [&self.messaging, &self.conversations, &self.media].into_iter().any(is_base) || is_twilio(url.origin())
    }

    /// Makes a link to the next page a URL: as it stands, but only if it leads to `collection` at a host that is trusted.
    ///
    /// # Errors
    /// It leads elsewhere, where our credentials must not go; the error names the host.
    pub(crate) fn page(&self, link: &str, collection: &str) -> Result<String> {
        let url = if link.starts_with('/') { self.url(link)? } else { link.to_owned() };
        let origin = PublicUrl::new(url.as_str()).origin().to_owned();
        let refuse = |why: String| {
            let step = "pass `next` of the page before, unchanged; if a proxy stands between, let it rewrite \
                        `next_page_url`";
            Err(Error::new(ErrorKind::Invalid, format!("{why}: {step}")))
        };
        if !self.trusts(&url) {
            let host = origin.rsplit(['@', '/']).next().unwrap_or_default().escape_debug();
            return refuse(format!(
                "the link to the next page leads to `{host}`, which is not trusted with credentials"
            ));
        }
        let path = url.strip_prefix(&origin).and_then(|rest| rest.split(['?', '#']).next()).unwrap_or_default();
        let dotted = path.split('/').any(|segment| matches!(segment, "." | ".."));
        if dotted || path.rsplit('/').next() != Some(collection) {
            return refuse(format!("the link to the next page does not lead to `{collection}`"));
        }
        Ok(url)
    }
}

/// Whether an origin is a host of Twilio's, by `https`.
fn is_twilio(origin: &str) -> bool {
    let host = origin.strip_prefix("https://").map(|host| host.strip_suffix(":443").unwrap_or(host));
    let plain = |host: &str| host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    host.is_some_and(|host| plain(host) && host.to_ascii_lowercase().ends_with(".twilio.com"))
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
    fn an_emulator_is_here() {
        for (base, here) in [
            ("http://127.0.0.1:7402", true),
            ("http://localhost:7402/x", true),
            ("http://[::1]:7402", true),
            ("http://127.0.0.1.evil.test", false),
            ("https://10.0.0.1", false),
        ] {
            assert_eq!(Bases::new(Some(base)).unwrap().are_here(), here, "{base}");
        }
        assert!(!Bases::new(None).unwrap().are_here());
    }

    #[test]
    fn links_lead_to_our_hosts_only() {
        let bases = Bases::new(None).unwrap();
        let good = "https://conversations.twilio.com/v1/Conversations/CH1/Messages?PageSize=2&PageToken=PT1";
        assert_eq!(bases.page(good, "Messages").unwrap(), good);
        let relative = "/2010-04-01/Accounts/AC1/Messages.json?PageToken=PA1";
        assert_eq!(bases.page(relative, "Messages.json").unwrap(), format!("https://api.twilio.com{relative}"));
        let region = "https://conversations.dublin.ie1.twilio.com/v1/Conversations/CH1/Messages?PageToken=PT1";
        assert_eq!(bases.page(region, "Messages").unwrap(), region);
        let error = bases.page("https://u:canary@evil.test/v1/Messages", "Messages").unwrap_err().to_string();
        assert!(error.contains("`evil.test`") && !error.contains("canary"), "{error}");
        for elsewhere in [
            "https://evil.test/v1/Conversations/CH1/Messages",
            "https://evil.test\\.twilio.com/v1/Messages",
            "https://eviltwilio.com/v1/Messages",
            "https://conversations.twilio.com:8443/v1/Messages",
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
