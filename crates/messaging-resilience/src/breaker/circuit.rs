use std::time::Duration;

use messaging_telemetry::AccountMeters;
use tokio::time::Instant;

use super::{Trip, verdict::Verdict, window::Window};

/// One circuit and its state.
#[derive(Debug)]
pub(crate) struct Circuit {
    trip: Trip,
    state: State,
    /// Grows with every change of state, so that late answers to calls of an earlier one count for nothing.
    era: u64,
    meters: AccountMeters,
}

#[derive(Debug)]
enum State {
    Closed(Window),
    Open { until: Instant },
    HalfOpen { out: u32, healthy: u32 },
}

/// The era in which a call was let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ticket(u64);

/// Why a call was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The circuit is open for this long yet.
    Open(Duration),
    /// Others are finding out whether it may close.
    Probing,
}

impl Circuit {
    pub(crate) fn new(trip: Trip, now: Instant) -> Self {
        Self { trip, state: State::Closed(Window::new(trip.window, now)), era: 0, meters: AccountMeters::default() }
    }

    /// Shows its state with `meters` from now on.
    pub(crate) fn show(&mut self, meters: AccountMeters) {
        self.meters = meters;
        self.tell();
    }

    fn tell(&self) {
        self.meters.breaker(match self.state {
            State::Closed(_) => 0,
            State::HalfOpen { .. } => 1,
            State::Open { .. } => 2,
        });
    }

    /// Lets a call through, or refuses it.
    pub(crate) fn admit(&mut self, now: Instant) -> Result<Ticket, Refusal> {
        if let State::Open { until } = self.state {
            if now < until {
                return Err(Refusal::Open(until - now));
            }
            self.change(State::HalfOpen { out: 0, healthy: 0 });
        }
        if let State::HalfOpen { out, healthy } = &mut self.state {
            if *out + *healthy >= self.trip.probes.max(1) {
                return Err(Refusal::Probing);
            }
            *out += 1;
        }
        Ok(Ticket(self.era))
    }

    /// Counts what came of a call.
    pub(crate) fn settle(&mut self, ticket: Ticket, verdict: Verdict, now: Instant) {
        if ticket != Ticket(self.era) {
            return;
        }
        match (&mut self.state, verdict) {
            (State::Closed(window), Verdict::Healthy | Verdict::Failed) => {
                window.record(verdict == Verdict::Failed, now);
                if window.exceeds(self.trip.calls, self.trip.percent) {
                    self.open(now);
                }
            }
            (State::HalfOpen { .. }, Verdict::Failed) => self.open(now),
            (State::HalfOpen { out, healthy }, verdict) => {
                *out = out.saturating_sub(1);
                *healthy += u32::from(verdict == Verdict::Healthy);
                if *healthy >= self.trip.probes.max(1) {
                    tracing::info!("the circuit is closed: the provider answers again");
                    self.change(State::Closed(Window::new(self.trip.window, now)));
                }
            }
            (State::Closed(_), Verdict::Unknown) | (State::Open { .. }, _) => {}
        }
    }

    fn open(&mut self, now: Instant) {
        let until = now.checked_add(self.trip.open).unwrap_or(now);
        tracing::warn!(open = ?self.trip.open, "the circuit is open: the provider keeps failing");
        self.change(State::Open { until });
    }

    fn change(&mut self, state: State) {
        self.state = state;
        self.era += 1;
        self.tell();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(now: Instant) -> Circuit {
        let mut circuit = Circuit::new(Trip::default(), now);
        for _ in 0..20 {
            let ticket = circuit.admit(now).unwrap();
            circuit.settle(ticket, Verdict::Failed, now);
        }
        circuit
    }

    #[test]
    fn three_healthy_probes_close_it_and_no_fourth_gets_through() {
        let start = Instant::now();
        let mut circuit = opened(start);
        assert_eq!(circuit.admit(start), Err(Refusal::Open(Duration::from_secs(10))));
        let later = start + Duration::from_secs(10);
        let probes = [(); 3].map(|()| circuit.admit(later).unwrap());
        assert_eq!(circuit.admit(later), Err(Refusal::Probing));
        circuit.settle(probes[0], Verdict::Healthy, later);
        assert_eq!(circuit.admit(later), Err(Refusal::Probing));
        circuit.settle(probes[1], Verdict::Healthy, later);
        circuit.settle(probes[2], Verdict::Healthy, later);
        assert!(circuit.admit(later).is_ok());
    }

    #[test]
    fn one_failed_probe_opens_it_again() {
        let start = Instant::now();
        let mut circuit = opened(start);
        let later = start + Duration::from_secs(10);
        let probe = circuit.admit(later).unwrap();
        circuit.settle(probe, Verdict::Failed, later + Duration::from_secs(1));
        assert_eq!(circuit.admit(later + Duration::from_secs(1)), Err(Refusal::Open(Duration::from_secs(10))));
    }

    #[test]
    fn a_probe_that_proves_nothing_gives_its_place_back() {
        let start = Instant::now();
        let mut circuit = opened(start);
        let later = start + Duration::from_secs(10);
        let probes = [(); 3].map(|()| circuit.admit(later).unwrap());
        circuit.settle(probes[0], Verdict::Unknown, later);
        assert!(circuit.admit(later).is_ok());
    }

    #[test]
    fn late_answers_of_an_earlier_era_count_for_nothing() {
        let start = Instant::now();
        let mut circuit = Circuit::new(Trip::default(), start);
        let slow = circuit.admit(start).unwrap();
        for _ in 0..20 {
            let ticket = circuit.admit(start).unwrap();
            circuit.settle(ticket, Verdict::Failed, start);
        }
        let later = start + Duration::from_secs(10);
        circuit.admit(later).unwrap();
        circuit.settle(slow, Verdict::Failed, later);
        assert!(circuit.admit(later).is_ok(), "still half open");
    }
}
