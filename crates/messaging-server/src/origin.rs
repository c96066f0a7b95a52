//! Who asks: the `Origin` and `Host` of a browser, read strictly.

use http::{HeaderMap, HeaderName, Request, header, uri::Authority};
use messaging_core::{Error, ErrorKind, Result};

/// An origin as browsers write it: `https://shop.example.com`, `http://localhost:7401`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin(String);

impl Origin {
    /// Reads an origin from the settings, where a trailing slash is forgiven.
    pub(crate) fn configured(text: &str) -> Result<Self> {
        let written = text.trim().trim_end_matches('/').to_ascii_lowercase();
        if authority(&written).is_some() {
            return Ok(Self(written));
        }
        let message = format!("`{text}` is not an origin; write `https://shop.example.com`, without a path");
        Err(Error::new(ErrorKind::Config, message))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The authority of an origin; none for `null` and for anything that is no http(s) origin.
pub(crate) fn authority(origin: &str) -> Option<Authority> {
    let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"))?;
    // A `;`, a quote or a wildcard is legal in an authority, and would mean something in a policy header.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b':' | b'[' | b']');
    if host.is_empty() || !host.bytes().all(plain) {
        return None;
    }
    host.parse().ok().filter(|authority: &Authority| !authority.host().is_empty())
}

/// The value of a header that must not come twice: `Err` if it does, or is not plain text.
pub(crate) fn single<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Result<Option<&'h str>, ()> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => value.to_str().map(Some).map_err(drop),
        (Some(_), Some(_)) => Err(()),
    }
}

/// The host a request is for; none if it does not say, or says two things.
pub(crate) fn host<B>(request: &Request<B>) -> Option<Authority> {
    let named = single(request.headers(), &header::HOST).ok()??.to_ascii_lowercase().parse::<Authority>().ok()?;
    match request.uri().authority() {
        Some(other) if !other.as_str().eq_ignore_ascii_case(named.as_str()) => None,
        _ => Some(named),
    }
}

/// Whether `origin` is the page that `request` itself would be: the same host, the same port.
pub(crate) fn is_own<B>(origin: &str, request: &Request<B>) -> bool {
    match (authority(&origin.to_ascii_lowercase()), host(request)) {
        (Some(origin), Some(host)) => origin == host,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_has_a_scheme_a_host_and_nothing_else() {
        for good in ["https://shop.example.com", "http://localhost:7401", "http://[::1]:7401", "https://Shop.test/"] {
            let origin = Origin::configured(good).unwrap();
            assert_eq!(origin.as_str(), good.trim_end_matches('/').to_ascii_lowercase());
        }
        let bad = ["", "null", "*", "shop.example.com", "https://", "https://a.test/x", "https://u@a.test", "ftp://a"];
        for bad in bad.into_iter().chain(["https://a.test;script-src", "https://*.test", "https://a b"]) {
            assert_eq!(Origin::configured(bad).unwrap_err().kind(), ErrorKind::Config, "{bad}");
        }
    }

    #[test]
    fn only_the_same_host_and_port_is_own() {
        let request = Request::get("/chat").header(header::HOST, "Bot.test:7400").body(()).unwrap();
        assert!(is_own("http://bot.test:7400", &request) && is_own("https://BOT.test:7400", &request));
        for other in ["http://bot.test", "http://bot.test:7401", "http://bot.test.evil.test:7400", "null", "bot.test"] {
            assert!(!is_own(other, &request), "{other}");
        }
        let two = Request::get("/").header(header::HOST, "a.test").header(header::HOST, "b.test").body(()).unwrap();
        assert!(host(&two).is_none());
        let torn = Request::get("http://b.test/").header(header::HOST, "a.test").body(()).unwrap();
        assert!(host(&torn).is_none());
        assert!(host(&Request::get("/").body(()).unwrap()).is_none());
    }
}
