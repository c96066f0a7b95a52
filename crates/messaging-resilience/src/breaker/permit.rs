use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::time::Instant;

use super::{
    circuit::{Circuit, Refusal, Ticket},
    verdict::Verdict,
};

/// A circuit shared by the clones of a service.
pub(crate) type Shared = Arc<Mutex<Circuit>>;

/// Leave to make one call. A call that is dropped gives its place among the probes back.
#[derive(Debug)]
pub(crate) struct Permit {
    circuit: Shared,
    ticket: Ticket,
    verdict: Verdict,
}

impl Permit {
    pub(crate) fn ask(circuit: &Shared) -> Result<Self, Refusal> {
        let ticket = lock(circuit).admit(Instant::now())?;
        Ok(Self { circuit: Arc::clone(circuit), ticket, verdict: Verdict::Unknown })
    }

    pub(crate) fn settle(mut self, verdict: Verdict) {
        self.verdict = verdict;
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        lock(&self.circuit).settle(self.ticket, self.verdict, Instant::now());
    }
}

fn lock(circuit: &Shared) -> MutexGuard<'_, Circuit> {
    circuit.lock().unwrap_or_else(PoisonError::into_inner)
}
