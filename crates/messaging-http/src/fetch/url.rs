//! Which URLs may be fetched, before anything is looked up.

use std::net::IpAddr;

use messaging_core::{Error, ErrorKind, Result};
use reqwest::Url;

use super::address::{is_loopback, is_public};

/// Reads a URL that is to be fetched. Hosts are read as browsers read them, so `0x7f.1` is `127.0.0.1`.
///
/// # Errors
/// It is no `https` URL of a public host, or it holds a user or a password. The URL is not repeated: it may be a secret.
pub(super) fn read(text: &str, allow_loopback: bool) -> Result<Url> {
    let url = Url::parse(text).map_err(|cause| refuse(format!("it is not a URL ({cause})")))?;
    check(&url, allow_loopback)?;
    Ok(url)
}

/// Checks a URL, the first one as well as every one that a redirect leads to.
pub(super) fn check(url: &Url, allow_loopback: bool) -> Result<()> {
    let here = allow_loopback && is_here(url);
    match url.scheme() {
        "https" => {}
        "http" if here => {}
        "http" => return Err(refuse("it starts with `http://`, and only `https://` is fetched")),
        other => return Err(refuse(format!("it starts with `{other}:`, and only `https://` is fetched"))),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refuse("it holds a user or a password"));
    }
    match address_of(url) {
        Some(address) if !here && !is_public(address) => Err(refuse(inside(address))),
        _ if url.host_str().is_none_or(str::is_empty) => Err(refuse("it names no host")),
        _ => Ok(()),
    }
}

/// Whether both lead to the same scheme, host and port, so that credentials for one are credentials for the other.
pub(super) fn is_same_origin(one: &Url, other: &Url) -> bool {
    one.scheme() == other.scheme()
        && one.host_str() == other.host_str()
        && one.port_or_known_default() == other.port_or_known_default()
}

/// Why an address is refused.
pub(super) fn inside(address: IpAddr) -> String {
    format!("{address} is no address of the public internet")
}

/// A refusal of the fetcher's own: nothing was sent.
pub(super) fn refuse(why: impl std::fmt::Display) -> Error {
    Error::new(ErrorKind::Invalid, format!("this URL is not fetched: {why}"))
}

/// The address, where the host is one.
fn address_of(url: &Url) -> Option<IpAddr> {
    let host = url.host_str()?;
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host).parse().ok()
}

fn is_here(url: &Url) -> bool {
    url.host_str() == Some("localhost") || address_of(url).is_some_and(is_loopback)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_to_public_hosts_is_fetched() {
        for good in ["https://media.example.com/a.png?b=c#d", "https://8.8.8.8/", "https://[2606:4700::1111]:8443/x"] {
            assert!(read(good, false).is_ok(), "{good}");
        }
        for (bad, why) in [
            ("http://media.example.com/", "`http://`"),
            ("ftp://media.example.com/", "`ftp:`"),
            ("file:///etc/passwd", "`file:`"),
            ("data:text/plain,x", "`data:`"),
            ("https://user@media.example.com/", "user or a password"),
            ("https://:canary@media.example.com/", "user or a password"),
            ("https://127.0.0.1/", "127.0.0.1"),
            ("https://0x7f.1/", "127.0.0.1"),
            ("https://2130706433/", "127.0.0.1"),
            ("https://0177.0.0.1/", "127.0.0.1"),
            ("https://①②⑦.0.0.1/", "127.0.0.1"),
            ("https://169.254.169.254/latest", "169.254.169.254"),
            ("https://[::1]/", "::1"),
            ("https://[::ffff:10.0.0.1]/", "public internet"),
            ("https://[64:ff9b::a00:1]/", "public internet"),
            ("media.example.com", "not a URL"),
            ("https://", "not a URL"),
            ("", "not a URL"),
        ] {
            let error = read(bad, false).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Invalid, "{bad}");
            let text = error.to_string();
            assert!(text.contains(why) && !text.contains("canary"), "{bad}: {text}");
        }
    }

    #[test]
    fn this_machine_is_fetched_from_only_if_told_so() {
        for here in ["http://127.0.0.1:7402/x", "http://localhost:7402/x", "http://[::1]/", "https://127.0.0.1/"] {
            assert!(read(here, true).is_ok(), "{here}");
            assert!(read(here, false).is_err() || here.contains("localhost"), "{here}");
        }
        for elsewhere in ["http://10.0.0.1/", "https://10.0.0.1/", "http://media.example.com/", "https://169.254.1.1/"]
        {
            assert!(read(elsewhere, true).is_err(), "{elsewhere}");
        }
    }
}
