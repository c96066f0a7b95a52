use std::{net::IpAddr, sync::Arc};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, StatusCode, header, uri::Authority};
use messaging_core::{Error, ErrorKind, Result, Secret};
use subtle::ConstantTimeEq;

use super::ConsoleSettings;
use crate::{answer, origin};

/// The names the console answers to. Any other name that leads here is somebody else's page (DNS rebinding).
pub(super) struct Door {
    hosts: Vec<String>,
}

impl Door {
    pub(super) fn new(settings: &ConsoleSettings) -> Result<Self> {
        let host = |text: &String| match text.parse::<Authority>() {
            Ok(authority) if authority.port().is_none() && authority.as_str() == authority.host() => {
                Ok(authority.host().to_ascii_lowercase())
            }
            _ => {
                let message = format!("`{text}` is not a host name the console could answer to; leave the port out");
                Err(Error::new(ErrorKind::Config, message))
            }
        };
        Ok(Self { hosts: settings.hosts.iter().map(host).collect::<Result<_>>()? })
    }

    fn knows(&self, host: &Authority) -> bool {
        let host = host.host();
        let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        host == "localhost"
            || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
            || self.hosts.iter().any(|known| known == host)
    }
}

/// Lets requests through that are for us by name, from nobody or from our own page.
pub(super) async fn admit(State(door): State<Arc<Door>>, request: Request, next: Next) -> Response {
    if !origin::host(&request).is_some_and(|host| door.knows(&host)) {
        let why = "the console answers to `localhost` and to the host names in its settings; use one of them";
        return answer::text(StatusCode::FORBIDDEN, why).into_response();
    }
    let own = match origin::single(request.headers(), &header::ORIGIN) {
        Ok(None) => true,
        Ok(Some(named)) => origin::is_own(named, &request),
        Err(()) => false,
    };
    if !own {
        let why = "pages of other origins may not use the console";
        return answer::text(StatusCode::FORBIDDEN, why).into_response();
    }
    next.run(request).await
}

/// What opens everything but the page's own files.
pub(super) struct Key {
    token: Secret,
}

impl Key {
    pub(super) fn new(settings: &ConsoleSettings) -> Result<Self> {
        if settings.token.expose().trim().is_empty() {
            return Err(Error::new(ErrorKind::Config, "the console's token is blank; generate one of 128 bits"));
        }
        Ok(Self { token: settings.token.clone() })
    }

    fn fits(&self, headers: &HeaderMap) -> bool {
        let Ok(Some(given)) = origin::single(headers, &header::AUTHORIZATION) else { return false };
        let Some((scheme, token)) = given.split_once(' ') else { return false };
        scheme.eq_ignore_ascii_case("bearer") && bool::from(token.as_bytes().ct_eq(self.token.expose().as_bytes()))
    }
}

/// Lets requests through that bring the token, and takes it from them: what is behind has no use for it.
pub(super) async fn unlock(State(key): State<Arc<Key>>, mut request: Request, next: Next) -> Response {
    if !key.fits(request.headers()) {
        let why = "the console needs its token: `Authorization: Bearer …`; it is in the URL printed at the start";
        let mut response = answer::text(StatusCode::UNAUTHORIZED, why).into_response();
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        return response;
    }
    request.headers_mut().remove(header::AUTHORIZATION);
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_and_configured_ones_are_known() {
        let mut settings = ConsoleSettings::new(Secret::new("t"));
        settings.hosts = vec!["Ops.example.com".into()];
        let door = Door::new(&settings).unwrap();
        for host in ["localhost", "localhost:7401", "127.0.0.1:1", "127.9.9.9", "[::1]:7401", "ops.example.com:7401"] {
            assert!(door.knows(&host.parse().unwrap()), "{host}");
        }
        for host in
            ["evil.test", "localhost.evil.test", "127.0.0.1.evil.test", "10.0.0.1", "0.0.0.0", "[::]", "2130706433"]
        {
            assert!(!door.knows(&host.parse().unwrap()), "{host}");
        }
        for wrong in ["ops:7401", "", "a/b", "u@a"] {
            settings.hosts = vec![wrong.into()];
            assert!(Door::new(&settings).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nothing_but_the_token_fits() {
        let key = Key::new(&ConsoleSettings::new(Secret::new("s3cret"))).unwrap();
        let fits = |value: &str| {
            key.fits(&HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_str(value).unwrap())]))
        };
        assert!(fits("Bearer s3cret") && fits("bearer s3cret"));
        for wrong in
            ["", "Bearer", "Bearer ", "Bearer s3cre", "Bearer s3cret1", "Bearer  s3cret", "Basic s3cret", "s3cret"]
        {
            assert!(!fits(wrong), "{wrong}");
        }
        assert!(Key::new(&ConsoleSettings::new(Secret::new(" "))).is_err());
    }
}
