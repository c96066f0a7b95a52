use std::{fmt, time::SystemTime};

use async_trait::async_trait;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use http::HeaderMap;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use messaging_http::Transport;
use serde::Deserialize;

use super::{Authenticated, Refusal, TokenAuthenticator, bearer, keys::Keys};

/// How far the issuer's clock and ours may be apart, in seconds.
const LEEWAY: u64 = 60;

/// Longest token that is looked at, in bytes.
const LONGEST: usize = 16 * 1024;

/// What an issuer may sign with: public keys only. A secret that both sides know would be a shared secret.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::PS384,
    Algorithm::PS512,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];

/// Lets in whoever has a token of this issuer (`OpenID` Connect, RFC 7519): they may have a token for their `sub` only.
pub(super) struct Issuer {
    name: String,
    audience: Option<String>,
    keys: Keys,
}

impl Issuer {
    /// Believes tokens that `name` issued, for `audience` if there is one.
    ///
    /// Its keys are fetched from `jwks_url`, otherwise from where `{name}/.well-known/openid-configuration` says.
    pub(super) fn new(name: String, audience: Option<String>, jwks_url: Option<String>, transport: Transport) -> Self {
        let keys = Keys::new(&name, jwks_url, transport);
        Self { name, audience, keys }
    }

    fn is_for_us(&self, claims: &Claims, now: u64) -> bool {
        let for_us = match (&self.audience, &claims.aud) {
            (None, None) => true,
            // Meant for somebody, and nobody said that this is us (RFC 7519, 4.1.3): an issuer has other customers.
            (None, Some(_)) => {
                tracing::warn!(
                    "a token names an audience: set `token_audience` of `twilio` to the one that is meant here"
                );
                false
            }
            (Some(_), None) => false,
            (Some(ours), Some(Audience::One(audience))) => audience == ours,
            (Some(ours), Some(Audience::Many(audiences))) => audiences.contains(ours),
        };
        let fresh = now < claims.exp.saturating_add(LEEWAY)
            && claims.nbf.is_none_or(|not_before| not_before <= now.saturating_add(LEEWAY));
        for_us && fresh && claims.iss == self.name && !claims.sub.trim().is_empty()
    }
}

#[async_trait]
impl TokenAuthenticator for Issuer {
    async fn authenticate(&self, headers: &HeaderMap, now: SystemTime) -> Result<Option<Authenticated>, Refusal> {
        let Some(token) = bearer(headers) else { return Ok(None) };
        if token.len() > LONGEST {
            return Err(Refusal::Unauthorized);
        }
        // Whatever it is, it is not this issuer's: another authenticator may know it, and no key is fetched for it.
        if claimed_issuer(token).as_deref() != Some(&self.name) {
            return Ok(None);
        }
        let header = decode_header(token).map_err(|_| Refusal::Unauthorized)?;
        if !ALGORITHMS.contains(&header.alg) {
            return Err(Refusal::Unauthorized);
        }
        let now = now.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let key = self.keys.find(header.kid.as_deref(), header.alg, now).await.map_err(Refusal::Unavailable)?;
        let key = key.ok_or(Refusal::Unauthorized)?;
        let key = DecodingKey::from_jwk(&key).map_err(|_| Refusal::Unauthorized)?;
        let mut rules = Validation::new(header.alg);
        // The library reads the system's clock, and ours is an argument: dates are checked below.
        (rules.validate_exp, rules.validate_nbf, rules.validate_aud) = (false, false, false);
        let claims = decode::<Claims>(token, &key, &rules).map_err(|_| Refusal::Unauthorized)?.claims;
        if self.is_for_us(&claims, now) {
            Ok(Some(Authenticated::as_identity(claims.sub)))
        } else {
            Err(Refusal::Unauthorized)
        }
    }
}

impl fmt::Debug for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, audience, .. } = self;
        f.debug_struct("Issuer").field("name", name).field("audience", audience).finish_non_exhaustive()
    }
}

/// Who a token says it is from, before anything is checked.
fn claimed_issuer(token: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Claimed {
        iss: String,
    }
    let claims = URL_SAFE_NO_PAD.decode(token.split('.').nth(1)?).ok()?;
    serde_json::from_slice::<Claimed>(&claims).ok().map(|claimed| claimed.iss)
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    exp: u64,
    nbf: Option<u64>,
    aud: Option<Audience>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}
