use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use messaging_telemetry::AccountMeters;
use messaging_web::Visitor;

/// Counts the event streams, and shows how many there are.
#[derive(Debug)]
pub(super) struct Seats {
    most: usize,
    most_per_visitor: usize,
    taken: Mutex<Taken>,
    meters: AccountMeters,
}

#[derive(Debug, Default)]
struct Taken {
    all: usize,
    by_visitor: HashMap<Visitor, usize>,
}

/// A place among the event streams; given back on drop.
#[derive(Debug)]
pub(super) struct Seat {
    seats: Arc<Seats>,
    visitor: Visitor,
}

impl Seats {
    pub(super) fn new(most: usize, most_per_visitor: usize, meters: AccountMeters) -> Arc<Self> {
        let seats = Self { most, most_per_visitor, taken: Mutex::default(), meters };
        seats.show(&seats.taken());
        Arc::new(seats)
    }

    /// Takes a seat, or says that there is none.
    pub(super) fn take(self: &Arc<Self>, visitor: &Visitor) -> Option<Seat> {
        let mut taken = self.taken();
        let theirs = taken.by_visitor.get(visitor).copied().unwrap_or_default();
        if taken.all >= self.most || theirs >= self.most_per_visitor {
            return None;
        }
        taken.all += 1;
        taken.by_visitor.insert(visitor.clone(), theirs + 1);
        self.show(&taken);
        Some(Seat { seats: Arc::clone(self), visitor: visitor.clone() })
    }

    /// Shown while they are held: whoever comes later shows later numbers.
    fn show(&self, taken: &Taken) {
        self.meters.chat(taken.by_visitor.len(), taken.all);
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.taken();
        taken.all -= 1;
        if let Some(theirs) = taken.by_visitor.get_mut(&self.visitor) {
            *theirs -= 1;
            if *theirs == 0 {
                taken.by_visitor.remove(&self.visitor);
            }
        }
        self.seats.show(&taken);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_is_given_back() {
        let seats = Seats::new(3, 2, AccountMeters::default());
        let (ana, ben) = (Visitor::new(1), Visitor::new(2));
        let held: Vec<_> = [&ana, &ana].into_iter().filter_map(|visitor| seats.take(visitor)).collect();
        assert!(held.len() == 2 && seats.take(&ana).is_none());
        let last = seats.take(&ben).unwrap();
        assert!(seats.take(&Visitor::new(3)).is_none());
        drop((held, last));
        assert!(seats.taken().all == 0 && seats.taken().by_visitor.is_empty());
    }
}
