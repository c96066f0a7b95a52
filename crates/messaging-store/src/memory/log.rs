use std::collections::{BTreeMap, VecDeque};

use crate::Lane;

/// Lines by lane, with one bound over all lanes: the oldest line goes first, whoever's it is.
#[derive(Debug)]
pub(super) struct Log<T> {
    lanes: BTreeMap<Lane, VecDeque<T>>,
    order: VecDeque<Lane>,
    limit: usize,
}

impl<T> Log<T> {
    pub(super) fn new(limit: usize) -> Self {
        Self { lanes: BTreeMap::new(), order: VecDeque::new(), limit }
    }

    /// Adds a line.
    pub(super) fn push(&mut self, lane: &Lane, line: T) {
        self.lanes.entry(lane.clone()).or_default().push_back(line);
        self.order.push_back(lane.clone());
        while self.order.len() > self.limit {
            self.drop_oldest();
        }
    }

    fn drop_oldest(&mut self) {
        let Some(lane) = self.order.pop_front() else { return };
        let Some(lines) = self.lanes.get_mut(&lane) else { return };
        lines.pop_front();
        if lines.is_empty() {
            self.lanes.remove(&lane);
        }
    }

    /// The lines of one lane, oldest first, to be changed.
    pub(super) fn of_mut(&mut self, lane: &Lane) -> impl DoubleEndedIterator<Item = &mut T> {
        self.lanes.get_mut(lane).into_iter().flatten()
    }

    /// The lines of one lane, oldest first.
    pub(super) fn of(&self, lane: &Lane) -> impl DoubleEndedIterator<Item = &T> {
        self.lanes.get(lane).into_iter().flatten()
    }
}
