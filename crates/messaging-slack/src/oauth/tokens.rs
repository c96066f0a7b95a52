use std::time::Duration;

use messaging_core::{Error, ErrorKind, Installed, Result, Secret, UnixMillis};
use serde::Deserialize;
use serde_json::json;

/// How long before its end a token is renewed: a sixth of its 12 hours, to have time for failures.
const MARGIN: Duration = Duration::from_secs(2 * 3_600);

/// The tokens of one installation.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Tokens {
    /// What speaks.
    pub(crate) access: Secret,
    /// What gets the next one, once; only where tokens rotate.
    #[serde(default)]
    pub(crate) refresh: Option<Secret>,
    /// When `access` ends.
    #[serde(default)]
    pub(crate) expires_at: Option<UnixMillis>,
}

/// How much life is left in a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Age {
    /// Enough.
    Fresh,
    /// It works, and should be renewed.
    Due,
    /// None.
    Expired,
}

impl Tokens {
    /// Reads what an installation keeps.
    pub(crate) fn of(installed: &Installed) -> Result<Self> {
        serde_json::from_str(installed.credentials.expose()).map_err(|_| {
            // The cause might quote a token.
            let message = "the tokens of an installation cannot be read: install the app there again";
            Error::new(ErrorKind::Unauthorized, message).not_sent()
        })
    }

    /// Writes them as an installation keeps them.
    pub(crate) fn written(&self) -> Secret {
        let fields = json!({
            "access": self.access.expose(),
            "refresh": self.refresh.as_ref().map(Secret::expose),
            "expires_at": self.expires_at,
        });
        Secret::new(fields.to_string())
    }

    pub(crate) fn age(&self, now: UnixMillis) -> Age {
        match (self.expires_at, &self.refresh) {
            (Some(end), _) if now >= end => Age::Expired,
            (Some(end), Some(_)) if now.plus(MARGIN) >= end => Age::Due,
            _ => Age::Fresh,
        }
    }

    /// Whether both are the same token.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.access.expose() == other.access.expose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_as_they_were_written() {
        let (access, refresh) = (Secret::new("xoxe.xoxb-1-canary"), Some(Secret::new("xoxe-1-canary")));
        let tokens = Tokens { access, refresh, expires_at: Some(UnixMillis(43_200_000)) };
        let read = Tokens::of(&Installed::new("t", tokens.written(), UnixMillis(0))).unwrap();
        assert!(read.is(&tokens) && !format!("{read:?}").contains("canary"));
        assert_eq!(read.refresh.unwrap().expose(), "xoxe-1-canary");
        assert_eq!(tokens.age(UnixMillis(0)), Age::Fresh);
        assert_eq!(tokens.age(UnixMillis(36_000_000)), Age::Due);
        assert_eq!(tokens.age(UnixMillis(43_200_000)), Age::Expired);
        let forever = Tokens { access: Secret::new("xoxb-1"), refresh: None, expires_at: None };
        let read = Tokens::of(&Installed::new("t", forever.written(), UnixMillis(0))).unwrap();
        assert_eq!(read.age(UnixMillis(i64::MAX)), Age::Fresh);
        let error = Tokens::of(&Installed::new("t", Secret::new("{\"access\":canary}"), UnixMillis(0))).unwrap_err();
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
}
