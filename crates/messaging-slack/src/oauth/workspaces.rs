use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use messaging_core::{
    Error, ErrorKind, Installed, Result, Secret,
    capability::{Attachment, InstallationCounts},
};
use messaging_http::Transport;

use super::{
    OAuthApp,
    rotation::{Flight, name},
    tokens::{Age, Tokens},
};
use crate::api::Api;

/// Flights that are remembered before those at rest are let go.
const FLIGHTS: usize = 1_024;

/// The workspaces that have installed the app.
#[derive(Debug)]
pub(crate) struct Workspaces {
    pub(super) app: OAuthApp,
    /// Speaks as the app itself.
    pub(super) api: Api,
    attachment: OnceLock<Attachment>,
    /// One refresh at a time in each workspace.
    flights: Mutex<BTreeMap<String, Arc<tokio::sync::Mutex<Flight>>>>,
    /// How often an installation has ended.
    pub(crate) removed: AtomicU64,
}

/// Installations counted at most.
const COUNTED: usize = 10_000;

impl Workspaces {
    pub(crate) fn new(app: OAuthApp, base: Option<&str>, transport: Transport) -> Result<Self> {
        // Nothing is ever called with no token: the app and its installations speak as themselves.
        let api = Api::new(base, &Secret::new("none"), transport)?.as_app(&app.client_id, &app.client_secret)?;
        Ok(Self { app, api, attachment: OnceLock::new(), flights: Mutex::default(), removed: AtomicU64::new(0) })
    }

    /// Takes where installations are kept; the first one stays.
    pub(crate) fn attach(&self, attachment: Attachment) {
        // Told twice, it is the same gateway's.
        let _ = self.attachment.set(attachment);
    }

    pub(crate) fn is_attached(&self) -> bool {
        self.attachment.get().is_some()
    }

    pub(crate) fn attachment(&self) -> Result<&Attachment> {
        self.attachment.get().ok_or_else(|| {
            let message = "installations have no store: attach one (`Installs::attach`), as a gateway does";
            Error::new(ErrorKind::Config, message)
        })
    }

    /// Finds the installation that a place's first part names: `T…`, or `E…` for a whole organisation.
    pub(crate) async fn find(&self, workspace: &str) -> Result<Option<Installed>> {
        let store = &self.attachment()?.store;
        if workspace.starts_with('E') {
            store.find(Some(workspace), None).await
        } else {
            store.find(None, Some(workspace)).await
        }
    }

    /// Lists installations, at most so many.
    pub(crate) async fn all(&self, most: usize) -> Result<Vec<Installed>> {
        self.attachment()?.store.list(most).await
    }

    /// Counts installations, and what is the matter with their tokens.
    pub(crate) async fn count(&self) -> Result<InstallationCounts> {
        let (now, all) = (self.attachment()?.clock.millis(), self.all(COUNTED).await?);
        let is_fresh = |installed: &Installed| Tokens::of(installed).is_ok_and(|tokens| tokens.age(now) == Age::Fresh);
        let mut counts = InstallationCounts::default();
        for installed in &all {
            counts.installed += 1;
            counts.expiring += u64::from(!is_fresh(installed));
            counts.failing += u64::from(self.is_failing(name(installed)));
        }
        counts.removed = self.removed.load(Ordering::Relaxed);
        Ok(counts)
    }

    /// Whether the last refresh in a workspace failed. One that is under way has not failed yet.
    fn is_failing(&self, workspace: &str) -> bool {
        let flights = self.flights.lock().unwrap_or_else(PoisonError::into_inner);
        flights.get(workspace).is_some_and(|flight| flight.try_lock().is_ok_and(|flight| flight.has_failed()))
    }

    /// Says that the app is not installed, and where that is done.
    pub(crate) fn missing(&self, workspace: &str) -> Error {
        let url = self.attachment.get().map(|attachment| format!(" at {}/install", attachment.url)).unwrap_or_default();
        let message = format!("the app is not installed in `{workspace}`, or not any more: install it{url}");
        Error::new(ErrorKind::Unauthorized, message).not_sent()
    }

    /// The state of refreshing in one workspace.
    pub(super) fn flight(&self, workspace: &str) -> Arc<tokio::sync::Mutex<Flight>> {
        let mut flights = self.flights.lock().unwrap_or_else(PoisonError::into_inner);
        if flights.len() >= FLIGHTS {
            flights.retain(|_, flight| {
                let at_rest =
                    |flight: &tokio::sync::Mutex<Flight>| flight.try_lock().is_ok_and(|flight| flight.is_at_rest());
                Arc::strong_count(flight) > 1 || !at_rest(flight)
            });
        }
        Arc::clone(flights.entry(workspace.to_owned()).or_default())
    }
}
