use http::{
    StatusCode, Uri,
    header::{CONNECTION, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE},
};
use messaging_core::{Error, ErrorKind, Result};
use reqwest::{Client, ClientBuilder, redirect::Policy};
use tokio_tungstenite::tungstenite::{
    handshake::{client::generate_key, derive_accept_key},
    protocol::Role,
};
use tower::util::BoxCloneSyncService;

use super::{Duplex, WebSocketSettings, answer::has, carry::as_role};
use crate::{
    TransportError,
    client::{is_loopback, name},
};

/// A function from a `wss:` URL to a conversation: a [`websocket`] in production, an emulator in the simulated world.
///
/// The URL may hold a ticket, which is a secret: no error names it.
pub type Dialer = BoxCloneSyncService<Uri, Duplex, TransportError>;

/// Opens the production [`Dialer`]: WebSocket over the TLS, the roots and the proxies of a [`client`](crate::client).
///
/// Each connection has a task of its own, which ends with it. Call the dialer within a tokio runtime.
///
/// # Errors
/// The system's TLS roots cannot be read.
pub fn websocket(settings: WebSocketSettings) -> Result<Dialer> {
    let build = |builder: ClientBuilder| {
        // A connection that becomes a WebSocket is nobody else's, and HTTP/2 has another handshake.
        let builder = builder
            .http1_only()
            .pool_max_idle_per_host(0)
            .connect_timeout(settings.connect_timeout)
            .redirect(Policy::none())
            .user_agent(concat!("messaging/", env!("CARGO_PKG_VERSION")));
        let built = builder.build();
        built.map_err(|cause| Error::new(ErrorKind::Config, "the WebSocket client cannot be built").with_source(cause))
    };
    let (outward, here) = (build(Client::builder())?, build(Client::builder().no_proxy())?);
    Ok(Dialer::new(tower::service_fn(move |url: Uri| {
        let client = if is_loopback(&url) { here.clone() } else { outward.clone() };
        async move {
            let late = |_| TransportError::not_sent("no WebSocket was opened in time").timed_out();
            tokio::time::timeout(settings.connect_timeout, dial(client, url, settings)).await.map_err(late)?
        }
    })))
}

async fn dial(client: Client, url: Uri, settings: WebSocketSettings) -> std::result::Result<Duplex, TransportError> {
    let key = generate_key();
    let request = client
        .get(address(url)?)
        .header(CONNECTION, "Upgrade")
        .header(UPGRADE, "websocket")
        .header(SEC_WEBSOCKET_VERSION, "13")
        .header(SEC_WEBSOCKET_KEY, &key);
    let response = request.send().await.map_err(name)?;
    let (status, headers) = (response.status(), response.headers());
    if status != StatusCode::SWITCHING_PROTOCOLS {
        return Err(TransportError::maybe_sent(format!("the server answered {status} instead of opening a WebSocket")));
    }
    let accepted = headers.get(SEC_WEBSOCKET_ACCEPT).is_some_and(|accept| *accept == derive_accept_key(key.as_bytes()));
    if !accepted || !has(headers, CONNECTION, "upgrade") || !has(headers, UPGRADE, "websocket") {
        return Err(TransportError::maybe_sent("the server's handshake is not the one of a WebSocket"));
    }
    let io = response.upgrade().await.map_err(name)?;
    Ok(as_role(io, Role::Client, settings).await)
}

/// The same address in the words of HTTP.
fn address(url: Uri) -> std::result::Result<String, TransportError> {
    let scheme = match url.scheme_str() {
        Some("wss") => "https",
        Some("ws") => "http",
        _ => return Err(TransportError::not_sent("the address is no ws or wss URL")),
    };
    let mut parts = url.into_parts();
    parts.scheme = scheme.parse().ok();
    let url = Uri::from_parts(parts).map_err(|_| TransportError::not_sent("the address is no ws or wss URL"))?;
    Ok(url.to_string())
}
