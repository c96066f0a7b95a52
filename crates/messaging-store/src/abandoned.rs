use messaging_core::trace::TraceFragment;

use crate::{Lane, attempts::Trace};

/// A reply that ended without anybody who carried it, for those who follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EndedReply {
    /// Whose lane it waited in.
    pub lane: Lane,
    /// What is known of it.
    pub way: TraceFragment,
}

impl EndedReply {
    /// One that waited in `lane`.
    #[must_use]
    pub fn new(lane: Lane, way: TraceFragment) -> Self {
        Self { lane, way }
    }
}

/// What has ended because nobody can reach where it was to go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Abandoned {
    /// How many replies.
    pub replies: usize,
    /// Those of them that somebody follows.
    pub followed: Vec<EndedReply>,
}

/// Says why a send has ended that nobody can make any more, nor look up.
pub(crate) fn abandoned(why: &str, trace: Trace) -> String {
    match trace {
        Trace::Fresh => why.to_owned(),
        _ => format!("{why}; it may have been carried before, and nobody can look that up any more"),
    }
}
