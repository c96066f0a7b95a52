//! The order of a lane of turns: who goes, who waits for a gap to close, who never gets a turn.

use std::time::Duration;

use messaging_core::{Addressed, Event, UnixMillis};

/// What order needs to know of an event that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Waiting {
    /// Its place in the lane: the provider's count, or that of whatever was last when it came.
    pub(crate) place: u64,
    /// Whether the place is the provider's.
    pub(crate) sequenced: bool,
    /// When it was taken in.
    pub(crate) arrived: UnixMillis,
    /// Whom it calls.
    pub(crate) calls: Calls,
    /// When it is tried again, after a turn that failed; none if nothing keeps it.
    pub(crate) retry: Option<UnixMillis>,
    /// Until when a turn holds it beside others; none if none does.
    pub(crate) leased: Option<UnixMillis>,
}

/// What an event means for its own turn, and for what others say after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Calls {
    /// It is for us, and so is what follows.
    Us,
    /// It was said among others.
    Nobody,
    /// It is for us; what follows is not.
    UsAside,
}

impl From<Addressed> for Calls {
    fn from(addressed: Addressed) -> Self {
        match addressed {
            Addressed::Direct | Addressed::Mention => Self::Us,
            Addressed::Ambient => Self::Nobody,
            Addressed::Aside => Self::UsAside,
        }
    }
}

impl Waiting {
    /// Places `event`; `last` is the place of the lane's last event, or the one expected next.
    pub(crate) fn new(event: &Event, last: u64, arrived: UnixMillis) -> Self {
        // Both stores agree on places, and one of them counts in signed numbers.
        let place = event.sequence.map(|sequence| sequence.min(i64::MAX.unsigned_abs()));
        let calls = event.addressed.into();
        Self { place: place.unwrap_or(last), sequenced: place.is_some(), arrived, calls, retry: None, leased: None }
    }

    /// Makes it one that calls us.
    pub(crate) fn called(mut self) -> Self {
        if self.calls == Calls::Nobody {
            self.calls = Calls::Us;
        }
        self
    }

    /// Returns the place expected after it, where `expected` was expected before.
    pub(crate) fn expects(&self, expected: u64) -> u64 {
        if self.sequenced { expected.max(self.place.saturating_add(1).min(i64::MAX.unsigned_abs())) } else { expected }
    }

    /// Returns since when it can be claimed as the head of a lane that expects `expected`.
    ///
    /// `earliest` tells when the first of everything in the lane arrived: all of it is beyond the gap.
    pub(crate) fn ready_at<E>(
        &self,
        expected: u64,
        hold_back: Duration,
        earliest: impl FnOnce() -> Result<UnixMillis, E>,
    ) -> Result<UnixMillis, E> {
        if self.place <= expected { Ok(self.arrived) } else { Ok(earliest()?.plus(hold_back)) }
    }
}

/// Looks for the moment from which a lane can be claimed, from its head on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Readiness {
    hold_back: Duration,
    expected: u64,
    /// What comes later goes no earlier, unless what is before it waits for another try or is held by itself.
    gap: UnixMillis,
    best: Option<(UnixMillis, u64)>,
}

impl Readiness {
    pub(crate) fn new(hold_back: Duration, expected: u64) -> Self {
        Self { hold_back, expected, gap: UnixMillis(i64::MIN), best: None }
    }

    /// Goes on to the next event, which the store names `id`; says whether what comes after it matters.
    pub(crate) fn step<E>(
        &mut self,
        next: &Waiting,
        id: u64,
        earliest: impl FnOnce() -> Result<UnixMillis, E>,
    ) -> Result<bool, E> {
        let ready = next.ready_at(self.expected, self.hold_back, earliest)?;
        if next.place > self.expected {
            self.gap = self.gap.max(ready);
        }
        self.expected = next.expects(self.expected);
        let since = ready.max(self.gap).max(next.retry.unwrap_or(ready)).max(next.leased.unwrap_or(ready));
        self.best = Some(self.best.map_or((since, id), |best| best.min((since, id))));
        Ok(next.retry.is_some() || next.leased.is_some())
    }

    /// Since when it can be claimed, and for which event.
    pub(crate) fn best(self) -> Option<(UnixMillis, u64)> {
        self.best
    }
}

/// A walk along a lane, from its head.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walk {
    now: UnixMillis,
    hold_back: Duration,
    expected: u64,
    /// Whether anything so far was addressed to us.
    pub(crate) addressed: bool,
    /// Whether the conversation is closed: nothing in it gets a turn any more.
    closed: bool,
}

/// What a walk finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A gap: this one and all after it wait.
    Wait,
    /// Nobody asked us, or the conversation is over.
    Silent,
    /// A turn.
    Turn,
    /// It is tried again later, or held by a turn of its own: what comes after it goes ahead.
    Aside,
}

impl Walk {
    pub(crate) fn new(now: UnixMillis, hold_back: Duration, expected: u64, addressed: bool) -> Self {
        Self { now, hold_back, expected, addressed, closed: false }
    }

    /// Says whether the conversation is closed.
    pub(crate) fn in_closed(mut self, closed: bool) -> Self {
        self.closed = closed;
        self
    }

    /// Goes on to the next event; `earliest` tells when the first of this and all after it arrived.
    pub(crate) fn step<E>(
        &mut self,
        next: &Waiting,
        earliest: impl FnOnce() -> Result<UnixMillis, E>,
    ) -> Result<Step, E> {
        if !self.closed && next.place > self.expected && earliest()?.plus(self.hold_back) > self.now {
            return Ok(Step::Wait);
        }
        self.expected = next.expects(self.expected);
        self.addressed |= next.calls == Calls::Us;
        let ours = self.addressed || next.calls == Calls::UsAside;
        Ok(match next.retry {
            _ if next.leased.is_some_and(|until| until > self.now) => Step::Aside,
            _ if !ours || self.closed => Step::Silent,
            Some(retry) if retry > self.now => Step::Aside,
            _ => Step::Turn,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    const HOLD_BACK: Duration = Duration::from_secs(2);

    fn at(place: u64, arrived: i64) -> Waiting {
        Waiting { place, sequenced: true, arrived: UnixMillis(arrived), calls: Calls::Us, retry: None, leased: None }
    }

    fn walk(now: i64, lane: &[Waiting]) -> usize {
        let mut walk = Walk::new(UnixMillis(now), HOLD_BACK, 0, false);
        let earliest = |from: usize| lane[from..].iter().map(|waiting| waiting.arrived).min().unwrap();
        let turns = lane.iter().enumerate().take_while(|(from, waiting)| {
            let step = walk.step(waiting, || Ok::<_, Infallible>(earliest(*from))).unwrap();
            step == Step::Turn
        });
        turns.count()
    }

    #[test]
    fn a_gap_is_waited_for_until_hold_back_after_the_first_event_beyond_it() {
        let lane = [at(0, 0), at(2, 1_900), at(3, 0)];
        assert_eq!(walk(1_999, &lane), 1);
        assert_eq!(walk(2_000, &lane), 3, "3 has waited long enough, and 2 goes before it");
    }

    #[test]
    fn a_second_gap_is_waited_for_on_its_own() {
        let lane = [at(1, 0), at(3, 1_500)];
        assert_eq!(walk(2_000, &lane), 1);
        assert_eq!(walk(3_500, &lane), 2);
    }

    #[test]
    fn an_event_without_a_number_closes_no_gap() {
        let lane = [Waiting { sequenced: false, ..at(0, 0) }, at(1, 0)];
        assert_eq!(walk(0, &lane), 1);
    }
}
