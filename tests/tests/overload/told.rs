use std::{collections::BTreeMap, fmt, time::Duration};

use crate::crowd::Kind;

/// What platforms were told.
#[derive(Debug, Default)]
pub(crate) struct Told {
    answers: Vec<Answer>,
    /// Why something was refused, in the words that were told.
    reasons: BTreeMap<String, u64>,
    /// What was to be offered and found no connection.
    pub(crate) unoffered: u64,
}

#[derive(Debug)]
struct Answer {
    kind: Kind,
    /// None if it broke off.
    status: Option<u16>,
    took: Duration,
    text: String,
}

impl Told {
    pub(crate) fn note(&mut self, kind: Kind, answer: Option<(u16, String)>, took: Duration, text: String) {
        let status = answer.as_ref().map(|(status, _)| *status);
        if let Some((503, words)) = answer {
            *self.reasons.entry(words).or_default() += 1;
        }
        self.answers.push(Answer { kind, status, took, text });
    }

    pub(crate) fn and(mut self, other: Self) -> Self {
        self.answers.extend(other.answers);
        self
    }

    /// What was accepted.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.of(|answer| answer.status == Some(200)).map(|answer| answer.text.clone()).collect()
    }

    pub(crate) fn accepted(&self, kind: Option<Kind>) -> usize {
        self.of(|answer| answer.status == Some(200) && kind.is_none_or(|kind| answer.kind == kind)).count()
    }

    pub(crate) fn refused(&self, kind: Kind) -> usize {
        self.of(|answer| answer.status == Some(503) && answer.kind == kind).count()
    }

    /// Answers that were neither a yes nor a no.
    pub(crate) fn broken(&self) -> usize {
        self.of(|answer| !matches!(answer.status, Some(200 | 201 | 503))).count()
    }

    fn of(&self, is: impl Fn(&Answer) -> bool) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter(move |answer| is(answer))
    }

    /// The median and the last percentile of how long answers of this status took.
    fn took(&self, status: u16) -> String {
        percentiles(self.of(|answer| answer.status == Some(status)).map(|answer| answer.took).collect())
    }
}

/// The median and the last percentile.
pub(crate) fn percentiles(mut took: Vec<Duration>) -> String {
    took.sort_unstable();
    let at = |of: usize| took.get((took.len() * of / 100).min(took.len().saturating_sub(1))).copied();
    let millis = |time: Option<Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1_000.0);
    format!("p50 {:.1} ms, p99 {:.1} ms", millis(at(50)), millis(at(99)))
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = |kind| format!("{} accepted and {} refused", self.accepted(Some(kind)), self.refused(kind));
        let let_in = self.of(|answer| answer.status == Some(201)).count();
        write!(
            f,
            "{} asked, {} more found no connection, {} broken off; told again: {}, told once: {}; new visitors: {let_in} let in \
             and {} refused; a yes took {}, a no {}; {:?}",
            self.answers.len(),
            self.unoffered,
            self.broken(),
            by(Kind::ToldAgain),
            by(Kind::ToldOnce),
            self.refused(Kind::Visitor),
            self.took(200),
            self.took(503),
            self.reasons,
        )
    }
}
