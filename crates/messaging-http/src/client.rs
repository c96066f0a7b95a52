use std::{error::Error as _, net::IpAddr, time::Duration};

use bytes::{Bytes, BytesMut};
use http::{Request, Response, Uri};
use messaging_core::{Error, ErrorKind, Result};
use reqwest::{Client, ClientBuilder, redirect::Policy};

use crate::{Transport, TransportError};

/// The limits of a [`client`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ClientSettings {
    /// Longest wait for a connection, TLS included. 5 s unless told otherwise.
    pub connect_timeout: Duration,
    /// Longest silence while an answer is coming in. 15 s unless told otherwise.
    pub read_timeout: Duration,
    /// Longest time for the whole exchange. 30 s unless told otherwise.
    pub total_timeout: Duration,
    /// Largest answer read, in bytes. 8 MiB unless told otherwise.
    pub max_response: usize,
}

impl Default for ClientSettings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            read_timeout: Duration::from_secs(15),
            total_timeout: Duration::from_secs(30),
            max_response: 8 * 1024 * 1024,
        }
    }
}

/// Opens the production [`Transport`]: pooled connections, TLS by rustls.
///
/// Redirects are not followed: a vendor's API has none, and one would carry the credentials elsewhere. The proxies that
/// `HTTPS_PROXY` and its kind name are used, but never for `localhost` and loopback addresses.
///
/// # Errors
/// The system's TLS roots cannot be read.
pub fn client(settings: ClientSettings) -> Result<Transport> {
    let clients = clients(settings)?;
    Ok(Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        exchange(clients.of(&request), request, settings.max_response)
    })))
}

/// One client for other machines and one for this one.
#[derive(Clone, Debug)]
pub(crate) struct Clients {
    outward: Client,
    here: Client,
}

impl Clients {
    pub(crate) fn of(&self, request: &Request<Bytes>) -> Client {
        if is_loopback(request.uri()) { self.here.clone() } else { self.outward.clone() }
    }
}

pub(crate) fn clients(settings: ClientSettings) -> Result<Clients> {
    let build = |builder: ClientBuilder| {
        let builder = builder
            .connect_timeout(settings.connect_timeout)
            .read_timeout(settings.read_timeout)
            .timeout(settings.total_timeout)
            .redirect(Policy::none())
            .user_agent(concat!("messaging/", env!("CARGO_PKG_VERSION")));
        let built = builder.build();
        built.map_err(|cause| Error::new(ErrorKind::Config, "the HTTP client cannot be built").with_source(cause))
    };
    Ok(Clients { outward: build(Client::builder())?, here: build(Client::builder().no_proxy())? })
}

/// Whether a URL leads to this machine, where a proxy on another one could not follow.
pub(crate) fn is_loopback(uri: &Uri) -> bool {
    let host = uri.host().unwrap_or_default();
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Sends a request; the answer's body is not read.
pub(crate) async fn execute(
    client: Client,
    request: Request<Bytes>,
) -> std::result::Result<reqwest::Response, TransportError> {
    let request = request.try_into().map_err(|_| TransportError::not_sent("the request has no valid URL"))?;
    client.execute(request).await.map_err(name)
}

async fn exchange(
    client: Client,
    request: Request<Bytes>,
    max_response: usize,
) -> std::result::Result<Response<Bytes>, TransportError> {
    let mut answer = execute(client, request).await?;
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = answer.status();
    *response.headers_mut() = std::mem::take(answer.headers_mut());
    let mut body = BytesMut::new();
    while let Some(chunk) = answer.chunk().await.map_err(name)? {
        if body.len() + chunk.len() > max_response {
            return Err(TransportError::maybe_sent(format!("the answer is larger than {max_response} bytes")));
        }
        body.extend_from_slice(&chunk);
    }
    *response.body_mut() = body.freeze();
    Ok(response)
}

/// Only a connection that never stood is certain to have carried nothing.
pub(crate) fn name(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    let mut message = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        message = format!("{message}: {deeper}");
        cause = deeper.source();
    }
    let named = if error.is_connect() || error.is_builder() {
        TransportError::not_sent(message)
    } else {
        TransportError::maybe_sent(message)
    };
    if error.is_timeout() { named.timed_out() } else { named }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_is_known_by_its_names() {
        for here in ["http://localhost:7400/", "http://127.0.0.1/", "http://127.8.8.8:1/", "http://[::1]:7400/x"] {
            assert!(is_loopback(&here.parse().unwrap()), "{here}");
        }
        for elsewhere in
            ["https://slack.com/", "http://127.0.0.1.evil.test/", "http://10.0.0.1/", "http://[::2]/", "/x"]
        {
            assert!(!is_loopback(&elsewhere.parse().unwrap()), "{elsewhere}");
        }
    }
}
