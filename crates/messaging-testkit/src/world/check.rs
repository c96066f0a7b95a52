use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use messaging_emulator::Truth;
use messaging_store::{Direction, Spent};

use super::{
    agent::{Notes, Span},
    consent::Stops,
    presses::Presses,
    stage::Stage,
    text,
};

/// A replaced process may think on until its next heartbeat tells it so; what it thought is fenced off.
const BEAT: Duration = Duration::from_secs(10);

/// What the checker found: all empty, or a promise was broken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// Acknowledged, and not answered.
    pub lost: Vec<String>,
    /// Shown more than once.
    pub duplicated: Vec<String>,
    /// Shown before something that had come first.
    pub disordered: Vec<String>,
    /// Shown to somebody else.
    pub misplaced: Vec<String>,
    /// Thought about by more agents at once than may be, for longer than a heartbeat, none of them in a frozen process;
    /// and messages that two thought about.
    pub overlapping: Vec<String>,
    /// Asked about again as if for the first time, though nobody had given the turn back.
    pub repeated: Vec<String>,
    /// Shown to somebody who had opted out before they wrote what it answers.
    pub unwanted: Vec<String>,
    /// What was counted as sent, where that is not what was shown.
    pub mischarged: Vec<String>,
    /// Asked about again after a person had stopped the answer.
    pub unheeded: Vec<String>,
    /// Kept, or new, although it was erased.
    pub resurrected: Vec<String>,
}

impl Found {
    /// Whether there is nothing to complain about.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        *self == Self::default()
    }
}

/// What people did beside writing.
pub(super) struct People<'w> {
    pub(super) stops: &'w Stops,
    pub(super) presses: &'w Presses,
    /// The messages whose answers were dead for a while: what came later did not wait for them.
    pub(super) late: BTreeSet<(usize, u64)>,
}

/// What a world's settings promise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Promised {
    /// How many turns of a conversation may be under way.
    pub(super) turns: usize,
    /// Whether turns are answered in the order of what they are about.
    pub(super) in_order: bool,
    /// Whether no turn is given back without a crash or a failure.
    pub(super) is_kept: bool,
}

/// One reply to one message: conversation, kind and index.
type Reply = (usize, String, u64);

/// Compares what people saw with what they were promised.
///
/// Order is promised for what the gateway could put in order: a gap is waited for until `hold_back` after the first
/// message beyond it was told. Callbacks that come later than that may be answered later.
pub(super) fn check(truth: &Truth, notes: &Notes, stage: &Stage, people: &People<'_>, promised: Promised) -> Found {
    let People { stops, presses, late } = people;
    let mut found = Found::default();
    let seen = seen(truth, &mut found);
    let excused = |conversation, index| {
        let told = truth.written.get(&text::write(conversation, index)).is_some_and(|fate| fate.acknowledged.is_some());
        !(told || stage.keeps_records(conversation))
            || stops.excuses(conversation, index)
            || presses.excuses(truth, conversation, index)
    };
    lost(truth, &seen, notes, excused, &mut found);
    found.unheeded = presses.unheeded(truth, notes);
    unwanted(truth, &seen, stops, &mut found);
    overlapping(&notes.spans, promised.turns, &mut found);
    if promised.is_kept {
        let repeated = notes.asked.iter().filter(|(_, times)| **times > 1);
        found
            .repeated
            .extend(repeated.map(|((run, attempt), times)| format!("{run} attempt={attempt}: {times} times")));
    }
    if promised.in_order {
        disordered(truth, &seen, stage, late, &mut found);
    }
    disordered_within(&seen, late, &mut found);
    found
}

/// Where each reply stands in the order of everything shown. It belongs where people wrote in its conversation.
fn seen(truth: &Truth, found: &mut Found) -> BTreeMap<Reply, usize> {
    let mut seen = BTreeMap::new();
    let mut places: BTreeMap<usize, &str> = BTreeMap::new();
    for shown in truth.shown.iter().filter(|shown| !shown.from_app) {
        if let Some((conversation, _)) = text::read(&shown.text) {
            places.entry(conversation).or_insert(&shown.place);
        }
    }
    for (order, shown) in truth.shown.iter().enumerate().filter(|(_, shown)| shown.from_app) {
        let Some((kind, answered)) = text::answered(&shown.text) else { continue };
        for (conversation, index) in answered {
            let name = format!("{kind}:{}", text::write(conversation, index));
            if *places.entry(conversation).or_insert(&shown.place) != shown.place {
                found.misplaced.push(format!("{name} at {}", shown.place));
            }
            if seen.insert((conversation, kind.to_owned(), index), order).is_some() {
                found.duplicated.push(name);
            }
        }
    }
    seen
}

/// A message is counted as sent once, however often that was tried, and as soon as anybody may have seen it.
pub(super) fn mischarged(truth: &Truth, spent: &[Spent]) -> Vec<String> {
    if spent.is_empty() {
        // A provider that costs nothing.
        return Vec::new();
    }
    let is_billed = |place: &str| spent.iter().any(|row| place.split(':').next() == Some(&row.account));
    let shown = truth.shown.iter().filter(|shown| shown.from_app && is_billed(&shown.place)).count();
    let outbound = spent.iter().filter(|row| row.direction == Direction::Outbound);
    let charged: u64 = outbound.map(|row| row.messages).sum();
    let fits = u64::try_from(shown).is_ok_and(|shown| shown == charged);
    (!fits).then(|| format!("{charged} counted, {shown} shown")).into_iter().collect()
}

/// Whoever writes after their STOP was taken in, and before START, gets no answer: nothing of it can have been under way.
fn unwanted(truth: &Truth, seen: &BTreeMap<Reply, usize>, stops: &Stops, found: &mut Found) {
    let fate = |name: &str| truth.written.get(name);
    for (conversation, kind, index) in seen.keys() {
        let Some((stop, start)) = stops.names(*conversation) else { continue };
        let stopped = fate(&stop).and_then(|written| written.acknowledged);
        let started = fate(&start).and_then(|written| written.told);
        let told = fate(&text::write(*conversation, *index)).and_then(|written| written.told);
        let after = |told: Duration| {
            stopped.is_some_and(|stopped| told > stopped) && started.is_none_or(|started| told < started)
        };
        if told.is_some_and(after) {
            found.unwanted.push(format!("{kind}:{}", text::write(*conversation, *index)));
        }
    }
}

fn lost(
    truth: &Truth,
    seen: &BTreeMap<Reply, usize>,
    notes: &Notes,
    excused: impl Fn(usize, u64) -> bool,
    found: &mut Found,
) {
    for written in truth.written.keys() {
        let Some((conversation, index)) = text::read(written) else { continue };
        if excused(conversation, index) {
            continue;
        }
        let is_seen = |kind: &str| seen.contains_key(&(conversation, kind.to_owned(), index));
        match &notes.answers {
            None => {
                let missing = text::expected(index).iter().filter(|kind| !is_seen(kind));
                found.lost.extend(missing.map(|kind| format!("{kind}:{written}")));
            }
            // Whichever of the agent's answers was taken, all of it must be there.
            Some(answers) => {
                let mut lengths = answers.get(&(conversation, index)).into_iter().flatten();
                if !lengths.any(|length| (0..*length).all(|number| is_seen(&text::nth(number)))) {
                    found.lost.push(written.clone());
                }
            }
        }
    }
}

/// The turns of a conversation that were under way when one of them began, that one included, and went on for longer than
/// `beyond` after that.
fn under_way(spans: &[Span], place: usize, beyond: Duration) -> Vec<&Span> {
    let Some(last) = spans.get(place) else { return Vec::new() };
    let begun = |at: usize, span: &Span| (span.from, at) <= (last.from, place);
    let same = spans.iter().enumerate().filter(|(_, span)| span.conversation == last.conversation);
    let open = same.filter(|(at, span)| begun(*at, span) && last.from + beyond < span.to);
    open.map(|(_, span)| span).collect()
}

/// The most turns of one conversation that were under way at once.
pub(super) fn most_at_once(spans: &[Span]) -> usize {
    (0..spans.len()).map(|place| under_way(spans, place, Duration::ZERO).len()).max().unwrap_or_default()
}

fn overlapping(spans: &[Span], turns: usize, found: &mut Found) {
    for (place, last) in spans.iter().enumerate() {
        let open = under_way(spans, place, BEAT);
        if last.from + BEAT >= last.to {
            continue;
        }
        let name = format!("{} {:?}", last.conversation, last.from);
        if open.len() > turns {
            found.overlapping.push(format!("{name}: {} at once", open.len()));
        }
        let same =
            |other: &&&Span| !std::ptr::eq(**other, last) && other.about.iter().any(|one| last.about.contains(one));
        if turns > 1
            && let Some(other) = open.iter().find(same)
        {
            found.overlapping.push(format!("{name}: about what was begun at {:?}", other.from));
        }
    }
}

/// The replies of one turn come in its order, whatever else comes between them; one that was dead comes when a person
/// lets it go again.
fn disordered_within(seen: &BTreeMap<Reply, usize>, late: &BTreeSet<(usize, u64)>, found: &mut Found) {
    let duplicated: BTreeSet<_> = found.duplicated.iter().cloned().collect();
    for ((conversation, kind, index), order) in seen {
        let name = |kind: &str| format!("{kind}:{}", text::write(*conversation, *index));
        let Some(earlier) = text::before(kind).filter(|_| !late.contains(&(*conversation, *index))) else { continue };
        let first = seen.get(&(*conversation, earlier.clone(), *index));
        if first.is_some_and(|first| first > order) && !duplicated.contains(&name(&earlier)) {
            found.disordered.push(format!("{} after {}", name(&earlier), name(kind)));
        }
    }
}

fn disordered(
    truth: &Truth,
    seen: &BTreeMap<Reply, usize>,
    stage: &Stage,
    late: &BTreeSet<(usize, u64)>,
    found: &mut Found,
) {
    let duplicated: BTreeSet<_> = found.duplicated.iter().cloned().collect();
    let written = |conversation, index| truth.written.get(&text::write(conversation, index));
    for ((conversation, kind, index), order) in seen {
        let before = seen.range((*conversation, kind.clone(), 0)..(*conversation, kind.clone(), *index));
        for ((_, _, earlier), earlier_order) in before {
            let known = written(*conversation, *earlier).and_then(|written| written.acknowledged);
            // Whatever came first beyond the gap starts the wait, also if it belongs behind this one.
            let beyond = ((earlier + 1)..).map_while(|later| written(*conversation, later));
            let told = beyond.filter_map(|written| written.told).min();
            let promised = known.zip(told).is_some_and(|(known, told)| known <= told + stage.hold_back(*conversation));
            let name = format!("{kind}:{}", text::write(*conversation, *earlier));
            let waited = !late.contains(&(*conversation, *earlier));
            if promised && waited && earlier_order > order && !duplicated.contains(&name) {
                found.disordered.push(format!("{name} after {index}"));
            }
        }
    }
}
