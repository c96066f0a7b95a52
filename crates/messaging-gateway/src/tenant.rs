use std::sync::Arc;

use messaging_core::{
    Clock, ConversationRef, Error, ErrorKind, Event, Place, PublicUrl, Result,
    capability::{Attachment, Installs},
};
use messaging_store::{Arrival, Keyring, Lane, Store, Vault};
use tokio::time::timeout;

use crate::{Gateway, account::Account};

impl Account {
    /// The lane of a conversation, as long as no installation says whose it is.
    fn lane(&self, place: &Place) -> Lane {
        Lane::new(ConversationRef::new(Arc::clone(&self.lane_name), place.clone()))
    }

    /// Gives a provider that is installed in many workspaces the place where it keeps that.
    pub(crate) fn attach(
        &self,
        store: &Arc<dyn Store>,
        keys: Option<&Keyring>,
        public_url: &PublicUrl,
        clock: &Clock,
    ) -> Result<()> {
        let Some(installs) = self.messenger.provider().installs() else { return Ok(()) };
        let Some(keys) = keys else {
            let message = format!(
                "account `{}` keeps the tokens of other people's workspaces, and there is no key to encrypt them with: \
                 make one with `openssl rand -base64 32` and set MESSAGING_ENCRYPTION_KEY, or the file that holds it as \
                 MESSAGING_ENCRYPTION_KEY_FILE",
                self.name
            );
            return Err(Error::new(ErrorKind::Config, message));
        };
        let vault = Vault::new(Arc::clone(store), Arc::clone(&self.lane_name), keys.clone());
        let url = PublicUrl::new(format!("{public_url}/{}", self.name));
        installs.attach(Attachment::new(Arc::new(vault), url, clock.clone()));
        Ok(())
    }
}

impl Gateway {
    /// Puts events into the lanes of their tenants, and tells the provider first what may end an installation.
    ///
    /// # Errors
    /// Installations cannot be read or changed now: the platform must tell the events again.
    pub(crate) async fn arrivals(&self, account: &Account, events: Vec<Event>) -> Result<Vec<Arrival>> {
        let Some(installs) = account.messenger.provider().installs() else {
            let arrival = |event: Event| self.arrival(account, account.lane(&event.conversation), event);
            return Ok(events.into_iter().map(arrival).collect());
        };
        let longest = self.parts.settings.limits.accept;
        // Boxed: whoever is installed nowhere else would make room for it.
        let lanes = timeout(longest, Box::pin(self.lanes(account, installs, &events))).await;
        let lanes = lanes.map_err(|_| Error::new(ErrorKind::Timeout, "the store of installations is too slow"))??;
        Ok(lanes.into_iter().zip(events).map(|(lane, event)| self.arrival(account, lane, event)).collect())
    }

    async fn lanes(&self, account: &Account, installs: &dyn Installs, events: &[Event]) -> Result<Vec<Lane>> {
        let mut lanes = Vec::new();
        for event in events {
            let mut lane = account.lane(&event.conversation);
            if let Some(tenant) = installs.tenant_of(&event.conversation).await? {
                lane.tenant = tenant;
            }
            if let Some(workspace) = installs.heed(event).await? {
                self.abandon(account, &workspace).await?;
            }
            lanes.push(lane);
        }
        Ok(lanes)
    }

    /// Ends what waits to be sent to a workspace that the app has left: there is no token to send it, or to look, with.
    async fn abandon(&self, account: &Account, workspace: &str) -> Result<()> {
        let why = format!("the app is not installed in `{workspace}` any more");
        let abandoned = self.parts.store.abandon(&account.name, workspace, &why).await.map_err(|error| {
            Error::new(ErrorKind::Unavailable, format!("what waits for `{workspace}` cannot be ended: {error}"))
        })?;
        self.tell_ended(&abandoned.followed);
        if abandoned.replies > 0 {
            let ended = abandoned.replies;
            tracing::warn!(account = account.name, workspace, ended, "an app was removed; what waited for it is dead");
        }
        Ok(())
    }
}
