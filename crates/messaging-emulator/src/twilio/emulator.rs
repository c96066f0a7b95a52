use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicUsize},
    time::SystemTime,
};

use messaging_http::Transport;
use tokio::sync::Notify;

use crate::{
    FaultPlan, Journal, Truth, TwilioService, TwilioSettings,
    desk::Desk,
    twilio::{opening::begin, records::Records},
};

/// A Twilio of one account, in this process.
///
/// Clones are the same Twilio. It starts tasks of its own, so it needs a tokio runtime around it.
#[derive(Clone, Debug)]
pub struct TwilioEmulator {
    pub(crate) desk: Desk,
    pub(crate) account: Arc<Account>,
    records: Arc<Mutex<Records>>,
}

/// What every clone shares beside its records.
#[derive(Debug)]
pub(crate) struct Account {
    pub(crate) settings: TwilioSettings,
    pub(crate) opened: SystemTime,
    /// Rings when a conversation's timers have changed.
    pub(crate) timers_changed: Notify,
    /// How many requests are being answered.
    pub(crate) in_flight: AtomicUsize,
}

impl TwilioEmulator {
    /// A Twilio that errs as `plan` says, by dice of its own.
    ///
    /// In a simulated world (a journal that is not [live](Journal::is_live)) it answers after 5 to 50 ms and reports
    /// deliveries as often as [`FaultPlan::receipt`] says; live it answers at once and reports every one.
    #[must_use]
    pub fn new(settings: TwilioSettings, plan: FaultPlan, seed: u64, journal: Journal) -> Self {
        let desk = Desk::new(journal, plan, seed);
        let opened = desk.wall();
        let records = Arc::new(Mutex::new(begin(&settings, &desk, opened)));
        let account =
            Arc::new(Account { settings, opened, timers_changed: Notify::new(), in_flight: AtomicUsize::new(0) });
        Self { desk, account, records }
    }

    /// Says where callbacks go: a function from request to response. Requests carry the absolute URL that is called.
    pub fn connect(&self, application: Transport) {
        self.desk.connect(application);
    }

    /// Twilio's API as a function, for a client in this process.
    #[must_use]
    pub fn api(&self) -> Transport {
        let emulator = self.clone();
        Transport::new(tower::service_fn(move |request| {
            let emulator = emulator.clone();
            async move { emulator.transport(request).await }
        }))
    }

    /// Twilio's API and `/_emulator/` as a service, for a listener.
    #[must_use]
    pub fn service(&self) -> TwilioService {
        TwilioService::new(self.clone())
    }

    /// The account it plays.
    #[must_use]
    pub fn settings(&self) -> &TwilioSettings {
        &self.account.settings
    }

    /// A copy of the truth so far.
    #[must_use]
    pub fn truth(&self) -> Truth {
        self.desk.truth().clone()
    }

    /// What the real service would have ignored in silence, oldest first.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        self.desk.warnings()
    }

    /// Errs otherwise from now on.
    pub fn set_plan(&self, plan: FaultPlan) {
        self.desk.set_plan(plan);
    }

    /// The records, never held across an await or while something is shown.
    pub(crate) fn records(&self) -> MutexGuard<'_, Records> {
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn is_live(&self) -> bool {
        self.desk.journal().is_live()
    }
}
