use std::{
    fmt,
    future::Future,
    io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    sync::Arc,
};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::{
    address::{is_loopback, is_public},
    url::inside,
};

/// Looks a name up: the system's resolver, or a test's.
pub(super) type Lookup =
    Arc<dyn Fn(String) -> Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>> + Send + Sync>;

/// The system's resolver.
pub(super) fn system() -> Lookup {
    Arc::new(|name| {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        })
    })
}

/// Hands on only what may be connected to.
///
/// The connection is made to the very addresses that were checked here, so a name that changes its mind between the
/// check and the connection (DNS rebinding) gains nothing.
pub(super) struct Guard {
    pub(super) lookup: Lookup,
    pub(super) allow_loopback: bool,
}

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let (found, allow_loopback) = ((self.lookup)(name.as_str().to_owned()), self.allow_loopback);
        // A name that anybody may own must not stand for this machine: only the name that always does.
        let allow_loopback = allow_loopback && name.as_str() == "localhost";
        Box::pin(async move {
            let found = found.await?;
            // One address inside is enough to refuse: nobody needs a name that is both, except to get in.
            let may = |ip: IpAddr| is_public(ip) || allow_loopback && is_loopback(ip);
            if let Some(address) = found.iter().find(|ip| !may(**ip)) {
                return Err(Forbidden(*address).into());
            }
            let addresses: Addrs = Box::new(found.into_iter().map(|ip| SocketAddr::new(ip, 0)));
            Ok(addresses)
        })
    }
}

/// A name that leads into a network of ours.
#[derive(Debug)]
pub(super) struct Forbidden(IpAddr);

impl fmt::Display for Forbidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "its host leads to an address inside: {}", inside(self.0))
    }
}

impl std::error::Error for Forbidden {}
