use axum::{Router, routing::get};
use messaging_core::{Error, ErrorKind, Result};
use messaging_gateway::Gateway;

use super::{endpoints, front::Public, health, media, webhooks};
use crate::{PublicSettings, Readiness, answer, chat, origin::Origin};

/// Builds what anybody may call: `/webhooks/{account}`, `/media/{name}`, `/{account}/{endpoint}`, `/chat`, `/livez` and `/readyz`.
///
/// A tower service over any body, so it runs behind [`serve`](crate::serve), in another framework, or in a test.
///
/// # Errors
/// [`ErrorKind::Config`]: the chat's account is not one of the provider `web`, an allowed origin is none, or an account
/// with endpoints has a name that leads elsewhere.
pub fn public(gateway: Gateway, settings: &PublicSettings, readiness: &Readiness) -> Result<Public> {
    let origins = settings.allowed_origins.iter().map(|text| Origin::configured(text)).collect::<Result<Vec<_>>>()?;
    let mut router = Router::new()
        .route("/livez", get(health::live))
        .route("/readyz", get(health::ready).with_state((gateway.clone(), readiness.clone())))
        .route("/webhooks/{*path}", get(webhooks::receive).post(webhooks::receive).with_state(gateway.clone()));
    router = router.merge(media::routes(gateway.clone())).merge(endpoints::routes(&gateway)?);
    if let Some(account) = &settings.chat_account {
        is_web(&gateway, account)?;
        router = router.merge(chat::routes(gateway.clone(), account, origins, settings, readiness)?);
    }
    let routes = router.fallback(answer::not_found).method_not_allowed_fallback(answer::wrong_method);
    Ok(Public { gateway, routes })
}

fn is_web(gateway: &Gateway, account: &str) -> Result<()> {
    if gateway.accounts().iter().any(|status| status.account == account && status.provider == "web") {
        return Ok(());
    }
    let message = format!("the web chat's account `{account}` is not an account of the provider `web`; add one");
    Err(Error::new(ErrorKind::Config, message))
}
