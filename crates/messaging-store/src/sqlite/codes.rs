//! Words as the numbers that are stored for them. A number never changes its meaning.

use crate::{Decision, Direction, Shelf, ShelvedKind, Side, Speaker, attempts::Trace, order::Calls, stage::Stage};

pub(super) const QUEUED: i64 = 0;
pub(super) const REPLYING: i64 = 1;

/// A stage, and how many replies are still to be carried.
pub(super) fn of_stage(stage: Stage) -> (i64, u32) {
    match stage {
        Stage::Queued => (QUEUED, 0),
        Stage::Replying(left) => (REPLYING, left),
        Stage::Answered => (2, 0),
        Stage::Silent => (3, 0),
        Stage::Held => (4, 0),
        Stage::Dead => (5, 0),
        Stage::Noted => (6, 0),
        Stage::Rejected => (7, 0),
        Stage::Dropped => (8, 0),
        Stage::Erased => (9, 0),
    }
}

pub(super) fn stage(code: i64, left: u32) -> Stage {
    match code {
        QUEUED => Stage::Queued,
        REPLYING => Stage::Replying(left),
        2 => Stage::Answered,
        3 => Stage::Silent,
        4 => Stage::Held,
        5 => Stage::Dead,
        7 => Stage::Rejected,
        8 => Stage::Dropped,
        9 => Stage::Erased,
        _ => Stage::Noted,
    }
}

pub(super) fn of_trace(trace: Trace) -> i64 {
    match trace {
        Trace::Fresh => 0,
        Trace::Exposed => 1,
        Trace::Doubted => 2,
        Trace::Final => 3,
    }
}

pub(super) fn trace(code: i64) -> Trace {
    match code {
        0 => Trace::Fresh,
        1 => Trace::Exposed,
        2 => Trace::Doubted,
        _ => Trace::Final,
    }
}

pub(super) fn of_side(side: Side) -> i64 {
    match side {
        Side::Turns => 0,
        Side::Sends => 1,
    }
}

pub(super) fn side(code: i64) -> Side {
    if code == 0 { Side::Turns } else { Side::Sends }
}

pub(super) fn of_shelf(shelf: Shelf) -> i64 {
    match shelf {
        Shelf::Unknown => 0,
        Shelf::Dead => 1,
        Shelf::Rejected => 2,
    }
}

pub(super) fn shelf(code: i64) -> Shelf {
    match code {
        0 => Shelf::Unknown,
        1 => Shelf::Dead,
        _ => Shelf::Rejected,
    }
}

pub(super) fn of_shelved_kind(kind: ShelvedKind) -> i64 {
    match kind {
        ShelvedKind::Event => 0,
        ShelvedKind::Send => 1,
    }
}

pub(super) fn shelved_kind(code: i64) -> ShelvedKind {
    if code == 0 { ShelvedKind::Event } else { ShelvedKind::Send }
}

pub(super) fn of_decision(decision: Decision) -> i64 {
    match decision {
        Decision::Redrive => 0,
        Decision::Resend => 1,
        Decision::Delivered => 2,
        Decision::Drop => 3,
    }
}

pub(super) fn decision(code: i64) -> Decision {
    match code {
        0 => Decision::Redrive,
        1 => Decision::Resend,
        2 => Decision::Delivered,
        _ => Decision::Drop,
    }
}

pub(super) fn of_direction(direction: Direction) -> i64 {
    match direction {
        Direction::Inbound => 0,
        Direction::Outbound => 1,
    }
}

pub(super) fn direction(code: i64) -> Direction {
    if code == 0 { Direction::Inbound } else { Direction::Outbound }
}

pub(super) fn of_calls(calls: Calls) -> i64 {
    match calls {
        Calls::Us => 0,
        Calls::Nobody => 1,
        Calls::UsAside => 2,
    }
}

pub(super) fn calls(code: i64) -> Calls {
    match code {
        0 => Calls::Us,
        2 => Calls::UsAside,
        _ => Calls::Nobody,
    }
}

pub(super) fn speaker(code: i64) -> Speaker {
    if code == 0 { Speaker::Person } else { Speaker::Agent }
}

pub(super) fn of_speaker(speaker: Speaker) -> i64 {
    match speaker {
        Speaker::Person => 0,
        Speaker::Agent => 1,
    }
}
