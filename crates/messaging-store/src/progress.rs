use messaging_core::{Delivery, DeliveryStatus, error::VendorError};
use serde::{Deserialize, Serialize};

/// How far a message of ours got, as far as anybody told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Progress {
    pub(crate) status: DeliveryStatus,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) problem: Option<VendorError>,
}

impl Progress {
    /// What one callback says.
    pub(crate) fn told(delivery: &Delivery) -> Self {
        Self { status: delivery.status.clone(), problem: delivery.error.clone() }
    }

    /// What is known once `other` is told as well. The vendor's reason belongs to the status that stays.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        let status = self.status.clone().or_later(other.status.clone());
        let problem = match (status == self.status, status == other.status) {
            (true, true) => self.problem.or(other.problem),
            (true, false) => self.problem,
            _ => other.problem,
        };
        Self { status, problem }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_stays_with_its_status() {
        let sent = Progress { status: DeliveryStatus::Sent, problem: None };
        let problem = Some(VendorError::new("30005", "unknown destination"));
        let failed = Progress { status: DeliveryStatus::Undelivered, problem };
        let bare = Progress { problem: None, ..failed.clone() };
        assert_eq!(sent.clone().and(failed.clone()), failed);
        assert_eq!(failed.clone().and(sent), failed);
        assert_eq!(bare.clone().and(failed.clone()), failed);
        assert_eq!(failed.clone().and(bare), failed);
    }
}
