use std::time::Duration;

use messaging_emulator::FaultPlan;

/// What goes wrong in any minute of the day, out of a thousand.
const USUAL: FaultPlan = FaultPlan {
    refuse: 1,
    throttle: 1,
    break_before: 1,
    break_after: 1,
    vanish_before: 1,
    vanish_after: 1,
    late: 1,
    blind: 20,
    receipt: 100,
    duplicate: 30,
    reorder: 20,
    deaf: 10,
    swallow: 0,
    stream_death: 0,
    cut: 0,
    until: Duration::MAX,
};

/// From when to when, in minutes of a day of 24 h, and what goes wrong then.
const OUTAGES: [(f64, f64, FaultPlan); 3] = [
    (576.0, 581.0, FaultPlan { refuse: 1_000, ..USUAL }),
    (815.0, 825.0, FaultPlan { break_before: 500, break_after: 450, blind: 900, ..USUAL }),
    (1_115.0, 1_118.0, FaultPlan { vanish_before: 500, vanish_after: 300, late: 200, blind: 1_000, ..USUAL }),
];

/// What goes wrong at a moment, by the share of the day that is over.
pub(crate) fn plan_at(share: f64) -> FaultPlan {
    let minute = share * 24.0 * 60.0;
    OUTAGES.iter().find(|(from, to, _)| (*from..*to).contains(&minute)).map_or(USUAL, |(_, _, plan)| *plan)
}
