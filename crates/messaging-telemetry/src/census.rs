use std::sync::{Arc, Mutex, PoisonError};

use opentelemetry::{
    KeyValue,
    metrics::{AsyncInstrument, Meter},
};

use crate::{Metric, names};

/// Where the messages are that were ever accepted, as the store counts: those of a channel of an account, or of none
/// in particular.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// Accepted, once each.
    pub accepted: u64,
    /// Ended with a reply that was carried.
    pub answered: u64,
    /// Ended deliberately without a reply.
    pub silent: u64,
    /// Ended with a reply that was not let out.
    pub rejected: u64,
    /// Ended by a person.
    pub dropped: u64,
    /// Erased before they had ended.
    pub erased: u64,
    /// Failed for good.
    pub dead: u64,
    /// With a reply of unknown outcome.
    pub unknown: u64,
    /// Not ended.
    pub in_flight: u64,
}

impl Census {
    /// Returns how many are nowhere, which must be none.
    #[must_use]
    pub fn lost(&self) -> i64 {
        let somewhere = [
            self.answered,
            self.silent,
            self.rejected,
            self.dropped,
            self.erased,
            self.dead,
            self.unknown,
            self.in_flight,
        ];
        let somewhere: i128 = somewhere.iter().map(|count| i128::from(*count)).sum();
        let lost = i128::from(self.accepted) - somewhere;
        i64::try_from(lost).unwrap_or(if lost > 0 { i64::MAX } else { i64::MIN })
    }
}

/// Reads one number of a census.
type Read = fn(&Census) -> u64;

/// Whose census, and what it says.
pub(crate) type Counted = ([KeyValue; 3], Census);

/// The newest census of every account, as instruments read it; none before the first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken(Arc<Mutex<Vec<Counted>>>);

impl Taken {
    pub(crate) fn replace(&self, counted: Vec<Counted>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = counted;
    }

    /// Makes the instruments that read this.
    pub(crate) fn register(&self, meter: &Meter) {
        let counters: [(Metric, Read); 5] = [
            (names::ANSWERED, |census| census.answered),
            (names::SILENT, |census| census.silent),
            (names::REJECTED, |census| census.rejected),
            (names::DROPPED, |census| census.dropped),
            (names::ERASED, |census| census.erased),
        ];
        for (metric, read) in counters {
            let taken = self.clone();
            let builder = meter.u64_observable_counter(metric.name).with_unit(metric.unit);
            let builder = builder.with_description(metric.help);
            builder.with_callback(move |observer| taken.observe(observer, read)).build();
        }
        let gauges: [(Metric, Read); 3] = [
            (names::DEAD, |census| census.dead),
            (names::UNKNOWN, |census| census.unknown),
            (names::IN_FLIGHT, |census| census.in_flight),
        ];
        for (metric, read) in gauges {
            let taken = self.clone();
            let builder = meter.u64_observable_gauge(metric.name).with_unit(metric.unit);
            let builder = builder.with_description(metric.help);
            builder.with_callback(move |observer| taken.observe(observer, read)).build();
        }
        let (taken, lost) = (self.clone(), names::LOST);
        let builder = meter.i64_observable_gauge(lost.name).with_unit(lost.unit).with_description(lost.help);
        builder.with_callback(move |observer| taken.observe(observer, Census::lost)).build();
    }

    fn observe<T>(&self, observer: &dyn AsyncInstrument<T>, read: impl Fn(&Census) -> T) {
        for (account, census) in &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            observer.observe(read(census), account);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_is_what_is_nowhere() {
        let census = Census { accepted: 10, answered: 4, silent: 1, dead: 2, in_flight: 2, ..Census::default() };
        assert_eq!(census.lost(), 1);
        assert_eq!(Census { answered: 6, ..census }.lost(), -1, "more than were accepted is as bad");
    }
}
