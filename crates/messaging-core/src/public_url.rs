use std::fmt;

/// A URL as a platform calls it, character for character, because some platforms sign it.
///
/// Never normalised: the scheme, the port, the path and the query stay as they were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// Takes a URL as it is.
    pub fn new(url: impl Into<String>) -> Self {
        Self(url.into())
    }

    /// Appends what a request added to the configured URL: the rest of its path, and its raw query.
    #[must_use]
    pub fn called_with(&self, rest: &str, query: Option<&str>) -> Self {
        let base = if rest.is_empty() { self.0.as_str() } else { self.0.trim_end_matches('/') };
        let mut url = format!("{base}{rest}");
        if let Some(query) = query {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(query);
        }
        Self(url)
    }

    /// Returns the URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns scheme and authority, as browsers write an origin: `https://bot.example.com`.
    #[must_use]
    pub fn origin(&self) -> &str {
        let authority = self.0.find("://").map_or(0, |at| at + 3);
        let rest = self.0.get(authority..).unwrap_or_default();
        let end = rest.find(['/', '?', '#']).map_or(self.0.len(), |at| authority + at);
        self.0.get(..end).unwrap_or_default()
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_request_added_is_added_as_it_was_written() {
        let url = PublicUrl::new("https://x.test/webhooks/twilio");
        assert_eq!(url.called_with("", None), url);
        assert_eq!(url.called_with("/hint", Some("a=%2B1&b")).as_str(), "https://x.test/webhooks/twilio/hint?a=%2B1&b");
        let with_query = PublicUrl::new("https://x.test/in?tenant=7");
        assert_eq!(with_query.called_with("", Some("mid=1")).as_str(), "https://x.test/in?tenant=7&mid=1");
    }

    #[test]
    fn an_origin_ends_at_the_path() {
        assert_eq!(PublicUrl::new("http://127.0.0.1:7400/webhooks/web").origin(), "http://127.0.0.1:7400");
        assert_eq!(PublicUrl::new("https://x.test").origin(), "https://x.test");
        assert_eq!(PublicUrl::new("").origin(), "");
    }
}
