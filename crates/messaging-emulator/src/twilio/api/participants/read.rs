//! How far somebody has read.

use crate::twilio::{
    api::{Refusal, form::Form},
    dates,
    records::Participant,
};

/// A parameter that is not given, takes away (`null`), or says something.
#[derive(Debug)]
pub(crate) enum Given<T> {
    Not,
    Null,
    This(T),
}

/// `LastReadMessageIndex`
pub(crate) fn last_read_index(form: &Form) -> Result<Given<u64>, Refusal> {
    match form.get("LastReadMessageIndex") {
        None => Ok(Given::Not),
        Some("null") => Ok(Given::Null),
        Some(text) => {
            let invalid = |_| Refusal::invalid(50_421, "Invalid last read message index format");
            text.parse().map(Given::This).map_err(invalid)
        }
    }
}

/// `LastReadTimestamp`
pub(crate) fn last_read_at(form: &Form) -> Result<Given<String>, Refusal> {
    match form.get("LastReadTimestamp") {
        None => Ok(Given::Not),
        Some("null") => Ok(Given::Null),
        Some(text) => match dates::moment(text) {
            Some(at) => Ok(Given::This(dates::iso(at))),
            None => Err(Refusal::invalid(50_405, "Invalid last consumption timestamp format")),
        },
    }
}

impl Participant {
    /// Notes how far they have read. An index without a time was read now; without an index no time is left.
    pub(crate) fn read(&mut self, index: &Given<u64>, at: &Given<String>, now: impl FnOnce() -> String) {
        match index {
            Given::Not => {}
            Given::Null => (self.last_read_index, self.last_read_at) = (None, None),
            Given::This(index) => (self.last_read_index, self.last_read_at) = (Some(*index), Some(now())),
        }
        match at {
            Given::Not => {}
            Given::Null => self.last_read_at = None,
            Given::This(at) => self.last_read_at = Some(at.clone()),
        }
    }
}
