use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use async_trait::async_trait;
use messaging_core::{
    Event, EventKind, Installed, Place, Result, UnixMillis,
    capability::{Attachment, InstallationCounts, Installs},
    event::Installation,
};
use serde_json::Value;

use crate::Slack;

/// Slack tells its time in whole seconds.
const SECOND: Duration = Duration::from_secs(1);

#[async_trait]
impl Installs for Slack {
    fn attach(&self, attachment: Attachment) {
        if let Some(workspaces) = &self.workspaces {
            workspaces.attach(attachment);
        }
    }

    async fn tenant_of(&self, place: &Place) -> Result<Option<Arc<str>>> {
        let (Some(workspaces), Some(workspace)) = (&self.workspaces, place.part(0)) else { return Ok(None) };
        Ok(workspaces.find(workspace).await?.map(|installed| installed.tenant))
    }

    /// Forgets an installation whose bot's token works no more: `app_uninstalled`, or `tokens_revoked` with our bot.
    ///
    /// What is told of an earlier installation leaves the one that replaced it alone.
    async fn heed(&self, event: &Event) -> Result<Option<String>> {
        let (Some(workspaces), Some(workspace)) = (&self.workspaces, event.conversation.part(0)) else {
            return Ok(None);
        };
        let Some(ends) = Ends::of(event) else { return Ok(None) };
        let gone = || Ok(Some(workspace.to_owned()).filter(|workspace| !self.is_at_home(workspace)));
        let Some(installed) = workspaces.find(workspace).await? else {
            return if ends.is_nobody() { Ok(None) } else { gone() };
        };
        if told_at(event).is_some_and(|at| is_before(at, &installed)) || !ends.concern(&installed) {
            return Ok(None);
        }
        let (enterprise, team) = (installed.enterprise.as_deref(), installed.team.as_deref());
        if workspaces.attachment()?.store.remove(enterprise, team).await? {
            workspaces.removed.fetch_add(1, Ordering::Relaxed);
            tracing::info!(workspace, "the app was removed from a workspace; its tokens are forgotten");
        }
        // A team that has left an organisation's installation may still have one of its own, and the other way round.
        if workspaces.find(workspace).await?.is_some() { Ok(None) } else { gone() }
    }

    async fn count(&self) -> Result<InstallationCounts> {
        match &self.workspaces {
            Some(workspaces) => workspaces.count().await,
            None => Ok(InstallationCounts::default()),
        }
    }
}

/// When it happened: the envelope says so, in seconds.
fn told_at(event: &Event) -> Option<UnixMillis> {
    event.occurred_at.or_else(|| {
        let raw: Value = serde_json::from_str(event.raw.as_deref()?).ok()?;
        Some(UnixMillis(raw.get("event_time")?.as_i64()?.checked_mul(1_000)?))
    })
}

/// Whether something happened before the app was installed as it is now.
fn is_before(at: UnixMillis, installed: &Installed) -> bool {
    at.plus(SECOND) < installed.installed_at
}

/// What an event ends.
enum Ends {
    /// The installation.
    Everything,
    /// The tokens of these bots.
    BotsOf(Vec<String>),
}

impl Ends {
    fn of(event: &Event) -> Option<Self> {
        match &event.kind {
            EventKind::Installation(Installation::Removed) => Some(Self::Everything),
            EventKind::Installation(Installation::TokensRevoked { bots, .. }) => Some(Self::BotsOf(bots.clone())),
            _ => None,
        }
    }

    /// Whether only tokens of people have ended.
    fn is_nobody(&self) -> bool {
        matches!(self, Self::BotsOf(bots) if bots.is_empty())
    }

    /// Whether the bot of an installation is meant. Tokens of people are none of ours.
    fn concern(&self, installed: &Installed) -> bool {
        match self {
            Self::Everything => true,
            Self::BotsOf(bots) => {
                let ours = installed.details.get("bot_user").and_then(Value::as_str);
                ours.map_or(!bots.is_empty(), |ours| bots.iter().any(|bot| bot == ours))
            }
        }
    }
}
