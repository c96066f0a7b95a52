//! Which path means what, a product each.

mod configuration;
mod conversations;
mod messaging;
mod people;

use http::StatusCode;

use super::{Answer, Outcome, Refusal, call::Call};
use crate::TwilioEmulator;

impl TwilioEmulator {
    /// Looks something up, unless the fault plan forbids it.
    pub(crate) fn look(&self, look: impl FnOnce() -> Outcome) -> Answer {
        if self.desk.strikes(self.desk.plan().blind) { Err(Refusal::unavailable()).into() } else { look().into() }
    }
}

/// There is something at this path, but nothing of that method.
pub(crate) fn not_allowed() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, 20_004, "Method not allowed")
}

/// There is nothing at this path.
pub(crate) fn nothing(call: &Call) -> Answer {
    Err(call.not_found()).into()
}
