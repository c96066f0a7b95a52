use std::sync::Arc;

use messaging_core::{Error, ErrorKind, Result};
use reqwest::{Client, redirect::Policy};

use super::{
    FetchSettings,
    resolve::{Guard, Lookup},
};

/// Builds the client of a fetcher: no proxy, which would connect for us and unchecked; no redirects, which are ours to
/// check; and no connection kept, because the next one is to be looked up anew.
pub(super) fn build(settings: FetchSettings, lookup: Lookup) -> Result<Client> {
    Client::builder()
        .connect_timeout(settings.connect_timeout)
        .read_timeout(settings.read_timeout)
        .redirect(Policy::none())
        .no_proxy()
        .pool_max_idle_per_host(0)
        .dns_resolver(Arc::new(Guard { lookup, allow_loopback: settings.allow_loopback }))
        .user_agent(concat!("messaging/", env!("CARGO_PKG_VERSION")))
        .build()
        .map_err(|cause| Error::new(ErrorKind::Config, "the HTTP client cannot be built").with_source(cause))
}
