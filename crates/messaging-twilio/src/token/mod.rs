//! Access tokens: what lets a browser or a phone talk to Twilio as one person, for a while.

mod grants;
#[cfg(test)]
mod tests;

use std::time::{Duration, SystemTime};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use messaging_core::{Error, ErrorKind, Result, Secret, signature::hmac_sha256};
use serde::Serialize;

use self::grants::Grants;
pub use self::grants::{ChatGrant, SyncGrant, VideoGrant, VoiceGrant};
use crate::sid;

/// The longest time a token holds: 24 hours.
pub(crate) const MAX_TTL: Duration = Duration::from_secs(24 * 60 * 60);

/// The longest identity, in characters.
const MAX_IDENTITY: usize = 256;

/// Builds an access token, a JWT signed with HS256 and the secret of an API key
/// (<https://www.twilio.com/docs/iam/access-tokens>).
///
/// It holds for an hour unless told otherwise, and grants nothing until told what.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use messaging_twilio::{AccessToken, ChatGrant};
///
/// # fn main() -> messaging_core::Result<()> {
/// let account = "AC00000000000000000000000000000001";
/// let token = AccessToken::new(account, "SK00000000000000000000000000000002", "secret", "user@example.com")
///     .with_ttl(Duration::from_secs(600))
///     .with_chat(ChatGrant::new("IS00000000000000000000000000000003"))
///     .sign(UNIX_EPOCH + Duration::from_secs(1_700_000_000))?;
/// assert!(token.expose().starts_with("eyJ"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a token is made by `sign`"]
pub struct AccessToken {
    account: String,
    key: String,
    secret: Secret,
    region: Option<String>,
    ttl: Duration,
    grants: Grants,
}

impl AccessToken {
    /// Starts a token for `identity`, such as a user's name in your application, of the account `AC…`, signed with the
    /// API key `SK…` and its secret. The auth token cannot sign one.
    pub fn new(
        account_sid: impl Into<String>,
        api_key: impl Into<String>,
        api_secret: impl Into<String>,
        identity: impl Into<String>,
    ) -> Self {
        Self::of(account_sid.into(), api_key.into(), Secret::new(api_secret), identity.into())
    }

    pub(crate) fn of(account: String, key: String, secret: Secret, identity: String) -> Self {
        let grants = Grants { identity, ..Grants::default() };
        Self { account, key, secret, region: None, ttl: Duration::from_secs(3_600), grants }
    }

    /// Sets how long it holds: whole seconds, at least one, at most 24 hours.
    pub fn with_ttl(mut self, ttl: Duration) -> Self {
        self.ttl = ttl;
        self
    }

    /// Names the region whose API key this is, such as `ie1`; `us1` unless told otherwise.
    pub fn with_region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Grants Conversations.
    pub fn with_chat(mut self, grant: ChatGrant) -> Self {
        self.grants.chat = Some(grant);
        self
    }

    /// Grants calls.
    pub fn with_voice(mut self, grant: VoiceGrant) -> Self {
        self.grants.voice = Some(grant);
        self
    }

    /// Grants video rooms.
    pub fn with_video(mut self, grant: VideoGrant) -> Self {
        self.grants.video = Some(grant);
        self
    }

    /// Grants Sync.
    pub fn with_sync(mut self, grant: SyncGrant) -> Self {
        self.grants.data_sync = Some(grant);
        self
    }

    /// Returns the token, which holds from `now` on.
    ///
    /// # Errors
    /// `Config`: the account or the key is misshapen, or there is no secret. `Invalid`: the identity is missing or longer
    /// than 256 characters, the time to live is below a second or above 24 hours, a grant or the region is misshapen, or
    /// `now` is before 1970. Twilio would refuse each of them later, in the browser (errors 20101 to 20157).
    pub fn sign(&self, now: SystemTime) -> Result<Secret> {
        self.check()?;
        let now = now.duration_since(SystemTime::UNIX_EPOCH).map_err(|cause| {
            Error::new(ErrorKind::Invalid, "an access token cannot hold from before 1970; look at the clock")
                .with_source(cause)
        })?;
        let now = now.as_secs();
        let header =
            Header { alg: "HS256", cty: "twilio-fpa;v=1", twr: self.region.as_deref().map(str::trim), typ: "JWT" };
        let claims = Claims {
            jti: format!("{}-{now}", self.key),
            grants: &self.grants,
            iss: &self.key,
            exp: now.saturating_add(self.ttl.as_secs()),
            nbf: now,
            sub: &self.account,
        };
        let signed = format!("{}.{}", encoded(&header)?, encoded(&claims)?);
        Ok(Secret::new(format!("{signed}.{}", signature(self.secret.expose(), &signed))))
    }

    fn check(&self) -> Result<()> {
        let refuse = |kind, message: &str| Err(Error::new(kind, message));
        sid::check("account_sid", &self.account, "AC")?;
        sid::check("api_key", &self.key, "SK")?;
        if self.secret.expose().trim().is_empty() {
            return refuse(ErrorKind::Config, "`api_secret` of `twilio` is empty; an access token is signed with it");
        }
        let identity = &self.grants.identity;
        if identity.trim().is_empty() {
            return refuse(ErrorKind::Invalid, "an access token needs an identity: who is it for?");
        }
        let length = identity.chars().count();
        if length > MAX_IDENTITY {
            let message =
                format!("the identity of an access token has {length} characters; {MAX_IDENTITY} are possible");
            return refuse(ErrorKind::Invalid, &message);
        }
        if self.ttl < Duration::from_secs(1) || self.ttl > MAX_TTL {
            let message =
                format!("an access token holds for 1 second up to 24 hours (86400 s), not for {:?}", self.ttl);
            return refuse(ErrorKind::Invalid, &message);
        }
        if self.region.as_deref().is_some_and(|region| !is_region(region.trim())) {
            return refuse(ErrorKind::Invalid, "the region of an access token is a word such as `us1`, `ie1` or `au1`");
        }
        self.grants.check()
    }
}

/// What a token is, in the order Twilio's own libraries write it.
#[derive(Serialize)]
struct Header<'h> {
    alg: &'static str,
    cty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    twr: Option<&'h str>,
    typ: &'static str,
}

#[derive(Serialize)]
struct Claims<'c> {
    jti: String,
    grants: &'c Grants,
    iss: &'c str,
    exp: u64,
    nbf: u64,
    sub: &'c str,
}

fn encoded(part: &impl Serialize) -> Result<String> {
    let json = serde_json::to_vec(part).map_err(|cause| {
        Error::new(ErrorKind::Invalid, "the parameters of a grant cannot be written as JSON").with_source(cause)
    })?;
    Ok(URL_SAFE_NO_PAD.encode(json))
}

fn signature(secret: &str, signed: &str) -> String {
    URL_SAFE_NO_PAD.encode(hmac_sha256(secret, &[signed.as_bytes()]))
}

fn is_region(region: &str) -> bool {
    (2..=16).contains(&region.len()) && region.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}
