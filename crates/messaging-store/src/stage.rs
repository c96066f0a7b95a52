use crate::Shelf;

/// Where an event is. Replies still to be carried keep it in flight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// In its lane.
    Queued,
    /// So many replies are still to be carried.
    Replying(u32),
    /// Every reply was carried.
    Answered,
    /// It wanted a turn, and ended without a word.
    Silent,
    /// The outcome of one of its replies is unknown.
    Held,
    /// It failed, or one of its replies did.
    Dead,
    /// One of its replies was not let out.
    Rejected,
    /// A person decided that nothing more is done.
    Dropped,
    /// It was erased before it had ended.
    Erased,
    /// It never wanted a turn.
    Noted,
}

impl Stage {
    /// The stage after a turn that gave so many replies.
    pub(crate) fn replied(replies: usize) -> Self {
        match u32::try_from(replies) {
            Ok(0) => Self::Silent,
            Ok(replies) => Self::Replying(replies),
            Err(_) => Self::Replying(u32::MAX),
        }
    }

    /// The stage after one of the replies ended as `end`. The first one that ended badly decides.
    #[must_use]
    pub(crate) fn after(self, end: Self) -> Self {
        match (self, end) {
            (Self::Replying(left), Self::Answered) if left > 1 => Self::Replying(left - 1),
            (Self::Replying(_), end) => end,
            (ended, _) => ended,
        }
    }

    /// Whether it waits for a person.
    pub(crate) fn is_parked(self) -> bool {
        matches!(self, Self::Held | Self::Dead)
    }

    /// The stage of an event that waits for a person once one of its replies was decided on: other replies of it are
    /// on `shelves`, and so many are still to be carried. `end` if nothing keeps it.
    pub(crate) fn decided(self, shelves: impl Iterator<Item = Shelf>, open: usize, end: Self) -> Self {
        let stage_of = |shelf| match shelf {
            Shelf::Unknown => Self::Held,
            Shelf::Dead => Self::Dead,
            Shelf::Rejected => Self::Rejected,
        };
        let mut shelves: Vec<_> = shelves.collect();
        shelves.sort_unstable();
        if shelves.iter().any(|shelf| stage_of(*shelf) == self) {
            return self;
        }
        match shelves.first() {
            Some(shelf) => stage_of(*shelf),
            None if end == Self::Answered && open > 0 => Self::replied(open),
            None => end,
        }
    }

    /// Whether it has not ended.
    pub(crate) fn is_in_flight(self) -> bool {
        matches!(self, Self::Queued | Self::Replying(_))
    }
}
