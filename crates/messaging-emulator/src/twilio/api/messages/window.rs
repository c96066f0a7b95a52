use std::time::SystemTime;

use crate::twilio::{
    api::{Refusal, form::Form},
    dates,
};

/// When something must have happened, in seconds since 1970, both ends included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    from: i64,
    until: i64,
}

impl Window {
    /// Reads a date and its two inequalities: `DateSent`, `DateSent<`, `DateSent>`. All of them include what they name,
    /// and a day is the whole day.
    pub(super) fn read(query: &Form, name: &str) -> Result<Self, Refusal> {
        let mut window = Self { from: i64::MIN, until: i64::MAX };
        for (joint, from, until) in [("", true, true), (">", true, false), ("<", false, true)] {
            let name = format!("{name}{joint}");
            let Some(text) = query.get(&name) else { continue };
            let invalid =
                || Refusal::invalid(20_001, format!("{name} must be YYYY-MM-DD or an ISO 8601 moment in UTC"));
            let (at, is_day) = dates::read(text).ok_or_else(invalid)?;
            if from {
                window.from = window.from.max(at);
            }
            if until {
                window.until = window.until.min(if is_day { at + 86_399 } else { at });
            }
        }
        Ok(window)
    }

    /// What has not happened yet happened at no time at all.
    pub(super) fn holds(self, at: Option<SystemTime>) -> bool {
        let is_open = self.from == i64::MIN && self.until == i64::MAX;
        is_open || at.is_some_and(|at| (self.from..=self.until).contains(&dates::seconds(at)))
    }
}
