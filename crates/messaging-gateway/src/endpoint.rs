use bytes::Bytes;
use http::{Request, Response};
use messaging_core::capability::Endpoints;

use crate::Gateway;

/// What an account's provider offers beside webhooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountEndpoints<'g> {
    /// The account.
    pub account: &'g str,
    /// What it offers, each at `/{account}/{name}`.
    pub names: &'static [&'static str],
    /// The origins whose pages may call it.
    pub allowed_origins: &'g [String],
}

impl Gateway {
    /// Lists what the accounts' providers offer beside webhooks.
    pub fn endpoints(&self) -> impl Iterator<Item = AccountEndpoints<'_>> {
        self.parts.accounts.values().filter_map(|account| {
            let endpoints = account.messenger.provider().endpoints()?;
            let (names, allowed_origins) = (endpoints.names(), endpoints.allowed_origins());
            Some(AccountEndpoints { account: &account.name, names, allowed_origins })
        })
    }

    /// Answers a request for an endpoint of an account; none if there is no such account or endpoint.
    pub async fn endpoint(&self, account: &str, name: &str, request: Request<Bytes>) -> Option<Response<Bytes>> {
        let endpoints: &dyn Endpoints = self.parts.accounts.get(account)?.messenger.provider().endpoints()?;
        if !endpoints.names().contains(&name) {
            return None;
        }
        Some(endpoints.answer(name, request, self.parts.clock.now()).await)
    }
}
