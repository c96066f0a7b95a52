use std::{sync::Arc, time::Duration};

use messaging_core::{Error, ErrorKind, Result};
use messaging_http::Transport;

use super::{TokenAuthenticator, issuer::Issuer, keys::is_trustworthy, shared_secret::SharedSecret};
use crate::{TwilioConfig, sid, token::MAX_TTL};

/// What an access token holds that `POST /twilio/token` gives.
#[derive(Clone, Debug)]
pub(crate) struct Tokens {
    pub(crate) ttl: Duration,
    pub(crate) voice_application: Option<String>,
    pub(crate) sync_service: Option<String>,
    pub(crate) video: bool,
    pub(crate) allowed_origins: Vec<String>,
}

impl Tokens {
    /// Reads and checks the settings.
    pub(crate) fn of(config: &TwilioConfig) -> Result<Self> {
        let ttl = config.token_ttl;
        if ttl < Duration::from_secs(1) || ttl > MAX_TTL {
            return Err(refuse("`token_ttl` of `twilio` is 1 second up to 24 hours"));
        }
        let (voice_application, sync_service) =
            (present(config.token_voice_application_sid.as_ref()), present(config.token_sync_service_sid.as_ref()));
        if let Some(application) = &voice_application {
            sid::check("token_voice_application_sid", application, "AP")?;
        }
        if let Some(service) = sync_service.as_ref().filter(|service| *service != "default") {
            sid::check("token_sync_service_sid", service, "IS")?;
        }
        let (video, allowed_origins) = (config.token_video, config.token_allowed_origins.clone());
        Ok(Self { ttl, voice_application, sync_service, video, allowed_origins })
    }
}

/// Who may have a token, as the settings say: whoever knows the secret, and whoever the issuer vouches for.
pub(crate) fn authenticators(config: &TwilioConfig, transport: &Transport) -> Result<Vec<Arc<dyn TokenAuthenticator>>> {
    let mut known: Vec<Arc<dyn TokenAuthenticator>> = Vec::new();
    if let Some(secrets) = &config.token_secret {
        if secrets.is_blank() || secrets.iter().any(|secret| secret.expose().chars().count() < 16) {
            return Err(refuse("`token_secret` of `twilio` is shorter than 16 characters; make one up at random"));
        }
        known.push(Arc::new(SharedSecret(secrets.clone())));
    }
    let (jwks_url, audience) = (present(config.token_jwks_url.as_ref()), present(config.token_audience.as_ref()));
    match present(config.token_issuer.as_ref()) {
        Some(issuer) => {
            let untrusted = |url: &String| !is_trustworthy(url);
            if untrusted(&issuer) && jwks_url.is_none() {
                return Err(refuse(
                    "`token_issuer` of `twilio` is not an `https://…` URL; set `token_jwks_url` if it is a name",
                ));
            }
            if jwks_url.as_ref().is_some_and(untrusted) {
                return Err(refuse("`token_jwks_url` of `twilio` is not an `https://…` URL"));
            }
            known.push(Arc::new(Issuer::new(issuer, audience, jwks_url, transport.clone())));
        }
        None if jwks_url.is_some() || audience.is_some() => {
            return Err(refuse("`token_audience` and `token_jwks_url` of `twilio` belong to a `token_issuer`: set it"));
        }
        None => {}
    }
    Ok(known)
}

fn present(value: Option<&String>) -> Option<String> {
    value.filter(|value| !value.trim().is_empty()).cloned()
}

fn refuse(message: &str) -> Error {
    Error::new(ErrorKind::Config, message)
}
