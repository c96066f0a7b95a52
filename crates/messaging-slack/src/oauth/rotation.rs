//! Tokens that live for twelve hours: renewed early, once, and never lost. <https://docs.slack.dev/authentication/using-token-rotation>

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use messaging_core::{Error, ErrorKind, Installed, Reached, Result, Secret, UnixMillis};

use super::{
    exchange,
    tokens::{Age, Tokens},
    workspaces::Workspaces,
};
use crate::api::{Api, Renewal};

/// How long a workspace is left alone after a refresh that failed, while its token still works.
const PAUSE: Duration = Duration::from_secs(60);

/// Where refreshing one workspace's tokens stands. Whoever holds it is the only one to refresh.
#[derive(Debug, Default)]
pub(super) struct Flight {
    /// What Slack answered and no store has kept yet, in place of which token. Asking again would spend nothing but time:
    /// the refresh token is used up.
    unsaved: Option<(Tokens, Tokens)>,
    /// When the last one failed.
    failed: Option<UnixMillis>,
}

impl Flight {
    pub(super) fn is_at_rest(&self) -> bool {
        self.unsaved.is_none()
    }

    pub(super) fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    fn may_try(&self, now: UnixMillis) -> bool {
        self.failed.is_none_or(|failed| now >= failed.plus(PAUSE))
    }
}

impl Workspaces {
    /// Returns the Web API as an installation, with a token that works: renewed if its end is near.
    pub(crate) async fn speak(self: &Arc<Self>, installed: Installed) -> Result<Api> {
        let tokens = self.current(&installed).await?;
        let api = self.api.speaking_as(&tokens.access)?;
        if tokens.refresh.is_none() {
            return Ok(api);
        }
        Ok(api.renewed_by(Arc::new(Expired { workspaces: Arc::clone(self), installed, tokens })))
    }

    async fn current(&self, installed: &Installed) -> Result<Tokens> {
        let (tokens, now) = (Tokens::of(installed)?, self.attachment()?.clock.millis());
        match tokens.age(now) {
            Age::Fresh => Ok(tokens),
            Age::Expired => self.renew(installed, &tokens).await,
            Age::Due => {
                let flight = self.flight(name(installed));
                // It still works: nobody waits for whoever renews it.
                let Ok(mut flight) = flight.try_lock() else { return Ok(tokens) };
                if !flight.may_try(now) {
                    return Ok(tokens);
                }
                match self.rotate(&mut flight, installed, &tokens).await {
                    Ok(renewed) => Ok(renewed),
                    Err(error) => {
                        tracing::warn!(workspace = name(installed), %error, "a token was not renewed; it still works");
                        Ok(tokens)
                    }
                }
            }
        }
    }

    /// Renews a token that does not work any more. Nothing was sent with it.
    async fn renew(&self, installed: &Installed, stale: &Tokens) -> Result<Tokens> {
        let flight = self.flight(name(installed));
        let mut flight = flight.lock().await;
        self.rotate(&mut flight, installed, stale).await.map_err(Error::not_sent)
    }

    async fn rotate(&self, flight: &mut Flight, seen: &Installed, stale: &Tokens) -> Result<Tokens> {
        let attachment = self.attachment()?;
        let store = &attachment.store;
        let find = || store.find(seen.enterprise.as_deref(), seen.team.as_deref());
        // Whoever was here before may have renewed it, here or on another node.
        let Some(mut installed) = find().await? else { return Err(self.missing(name(seen))) };
        let kept = Tokens::of(&installed)?;
        if !kept.is(stale) {
            return Ok(kept);
        }
        let renewed = match flight.unsaved.take().filter(|(old, _)| old.is(&kept)) {
            Some((_, renewed)) => renewed,
            None => match self.refresh(&kept, attachment.clock.millis()).await {
                Ok(renewed) => renewed,
                Err(error) => {
                    flight.failed = Some(attachment.clock.millis());
                    return Err(self.explain(error, name(seen)));
                }
            },
        };
        installed.credentials = renewed.written();
        // Kept here until the store has it: the answer exists nowhere else.
        flight.unsaved = Some((kept, renewed.clone()));
        match store.renew(&installed).await {
            Ok(true) => {}
            // Installed again, or removed, meanwhile: what is there now counts.
            Ok(false) => {
                flight.unsaved = None;
                let Some(installed) = find().await? else { return Err(self.missing(name(seen))) };
                return Tokens::of(&installed);
            }
            Err(error) => {
                tracing::error!(workspace = name(seen), %error, "a new token is not stored yet; it is kept in memory");
                return Ok(renewed);
            }
        }
        *flight = Flight::default();
        Ok(renewed)
    }

    /// Asks for new tokens. Where nobody knows whether Slack has answered, it is asked once more at once: within its
    /// grace, a refresh token that was used answers again.
    async fn refresh(&self, tokens: &Tokens, now: UnixMillis) -> Result<Tokens> {
        let Some(refresh) = &tokens.refresh else {
            let message = "`token_expired`: the token has ended, and nothing to renew it with came along";
            return Err(Error::new(ErrorKind::Unauthorized, message));
        };
        let renewed = match exchange::refresh(&self.api, refresh, now).await {
            Err(error) if error.reached() == Reached::MaybeSent => exchange::refresh(&self.api, refresh, now).await?,
            answer => answer?,
        };
        // One that came without a successor would end the installation: what there was may still be good.
        let next = renewed.refresh.clone().or_else(|| Some(refresh.clone()));
        Ok(Tokens { refresh: next, ..renewed })
    }

    /// Says what to do where no refresh helps.
    fn explain(&self, error: Error, workspace: &str) -> Error {
        match error.vendor().map(|vendor| vendor.code.as_str()) {
            Some("invalid_refresh_token" | "token_revoked" | "token_expired" | "invalid_auth" | "account_inactive") => {
                self.missing(workspace).with_source(error)
            }
            _ => error,
        }
    }
}

/// Renews a token that Slack calls expired, whatever our clock says.
#[derive(Debug)]
struct Expired {
    workspaces: Arc<Workspaces>,
    installed: Installed,
    tokens: Tokens,
}

#[async_trait]
impl Renewal for Expired {
    async fn renew(&self) -> Result<Secret> {
        Ok(self.workspaces.renew(&self.installed, &self.tokens).await?.access)
    }
}

/// What an installation is called: as the first part of its places.
pub(super) fn name(installed: &Installed) -> &str {
    installed.team.as_deref().or(installed.enterprise.as_deref()).unwrap_or_default()
}
