use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::Request;
use jsonwebtoken::{
    Algorithm,
    jwk::{AlgorithmParameters, EllipticCurve, Jwk, JwkSet, PublicKeyUse},
};
use messaging_core::PublicUrl;
use messaging_http::Transport;
use serde::{Deserialize, de::DeserializeOwned};
use tower::ServiceExt;

/// How long fetched keys are believed, in seconds.
const FRESH: u64 = 600;

/// How long until keys are fetched again because a token names one that is not among them, in seconds.
const PAUSE: u64 = 60;

/// How long until an issuer that could not be reached is asked again, in seconds.
const AWAY: u64 = 5;

/// The public keys of an issuer (RFC 7517), fetched when they are needed.
pub(super) struct Keys {
    discovery: String,
    jwks_url: Option<String>,
    transport: Transport,
    kept: Mutex<Kept>,
    /// Held while keys are fetched: however many tokens come, the issuer is asked once.
    fetching: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Kept {
    keys: Option<Arc<JwkSet>>,
    /// When the last fetch that ended began, in seconds since 1970.
    asked: u64,
    /// Why that fetch brought nothing.
    failed: Option<String>,
}

impl Kept {
    /// What is known without a fetch; none if a fetch is due.
    fn find(&self, name: Option<&str>, algorithm: Algorithm, now: u64) -> Option<Result<Option<Jwk>, String>> {
        let age = now.saturating_sub(self.asked);
        let found = self.keys.as_ref().and_then(|keys| pick(keys, name, algorithm));
        match (&self.failed, found) {
            (_, Some(found)) => (age < FRESH).then_some(Ok(Some(found))),
            (Some(cause), None) => (age < AWAY).then(|| Err(cause.clone())),
            // Whoever makes names up has us fetch once a minute at most.
            (None, None) => (self.keys.is_some() && age < PAUSE).then_some(Ok(None)),
        }
    }
}

impl Keys {
    pub(super) fn new(issuer: &str, jwks_url: Option<String>, transport: Transport) -> Self {
        let discovery = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        Self { discovery, jwks_url, transport, kept: Mutex::default(), fetching: tokio::sync::Mutex::default() }
    }

    /// Finds the key of that name that can check `algorithm`; without a name, the only one that can.
    ///
    /// # Errors
    /// The keys cannot be fetched; the sentence is for the log.
    pub(super) async fn find(&self, name: Option<&str>, algorithm: Algorithm, now: u64) -> Result<Option<Jwk>, String> {
        if let Some(known) = self.kept().find(name, algorithm, now) {
            return known;
        }
        let _fetching = self.fetching.lock().await;
        // Whoever had to wait reads what the one before brought.
        if let Some(known) = self.kept().find(name, algorithm, now) {
            return known;
        }
        let fetched = self.fetch().await;
        let mut kept = self.kept();
        kept.asked = now;
        match fetched {
            Ok(fetched) => {
                let found = pick(&fetched, name, algorithm);
                (kept.keys, kept.failed) = (Some(Arc::new(fetched)), None);
                Ok(found)
            }
            // An issuer that is away for a while has not changed its keys.
            Err(cause) => {
                kept.failed = Some(cause.clone());
                match kept.keys.as_ref().and_then(|keys| pick(keys, name, algorithm)) {
                    Some(found) => {
                        tracing::warn!(cause, "the issuer's keys could not be fetched again; the ones we have go on");
                        Ok(Some(found))
                    }
                    None => Err(cause),
                }
            }
        }
    }

    async fn fetch(&self) -> Result<JwkSet, String> {
        let url = match &self.jwks_url {
            Some(url) => url.clone(),
            None => self.read::<Discovery>(&self.discovery).await?.jwks_uri,
        };
        if !is_trustworthy(&url) {
            return Err(format!("the issuer's keys are at {}, which is not https", PublicUrl::new(&*url).origin()));
        }
        let Published { keys } = self.read(&url).await?;
        // What is not understood is ignored (RFC 7517, section 5): it may be for something else.
        Ok(JwkSet { keys: keys.into_iter().filter_map(|key| serde_json::from_value(key).ok()).collect() })
    }

    async fn read<T: DeserializeOwned>(&self, url: &str) -> Result<T, String> {
        let origin = PublicUrl::new(url).origin().to_owned();
        let request = Request::get(url).header(http::header::ACCEPT, "application/json").body(Bytes::new());
        let request = request.map_err(|_| format!("`{url}` is no URL"))?;
        let response = self.transport.clone().oneshot(request).await.map_err(|error| format!("{origin}: {error}"))?;
        if !response.status().is_success() {
            return Err(format!("{origin} answered {} for the issuer's keys", response.status()));
        }
        serde_json::from_slice(response.body()).map_err(|error| format!("{origin} sent no key set: {error}"))
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Deserialize)]
struct Published {
    keys: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Discovery {
    jwks_uri: String,
}

/// Whether nobody on the way can change what this URL gives: https, or this machine.
pub(super) fn is_trustworthy(url: &str) -> bool {
    let Ok(url) = url.parse::<http::Uri>() else { return false };
    let host = url.host().unwrap_or_default();
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let here = host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    match url.scheme_str() {
        Some("https") => !host.is_empty(),
        Some("http") => here,
        _ => false,
    }
}

fn pick(keys: &JwkSet, name: Option<&str>, algorithm: Algorithm) -> Option<Jwk> {
    let mut fitting = keys.keys.iter().filter(|key| fits(key, algorithm));
    if let Some(name) = name {
        return fitting.find(|key| key.common.key_id.as_deref() == Some(name)).cloned();
    }
    let only = fitting.next()?;
    fitting.next().is_none().then(|| only.clone())
}

/// Whether a key is meant for checking signatures of that algorithm.
fn fits(key: &Jwk, algorithm: Algorithm) -> bool {
    let for_signatures = matches!(key.common.public_key_use, None | Some(PublicKeyUse::Signature));
    let said = key.common.key_algorithm.as_ref().and_then(|said| said.to_string().parse::<Algorithm>().ok());
    let right_kind = match (&key.algorithm, algorithm) {
        (AlgorithmParameters::RSA(_), algorithm) => matches!(
            algorithm,
            Algorithm::RS256
                | Algorithm::RS384
                | Algorithm::RS512
                | Algorithm::PS256
                | Algorithm::PS384
                | Algorithm::PS512
        ),
        (AlgorithmParameters::EllipticCurve(key), Algorithm::ES256) => key.curve == EllipticCurve::P256,
        (AlgorithmParameters::EllipticCurve(key), Algorithm::ES384) => key.curve == EllipticCurve::P384,
        (AlgorithmParameters::OctetKeyPair(_), Algorithm::EdDSA) => true,
        _ => false,
    };
    for_signatures && right_kind && said.is_none_or(|said| said == algorithm)
}
