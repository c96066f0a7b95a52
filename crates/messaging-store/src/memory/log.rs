use std::collections::VecDeque;

use super::lanes::Lanes;
use crate::Lane;

/// Lines by lane, with one bound over all lanes: the oldest line goes first, whoever's it is.
#[derive(Debug)]
pub(super) struct Log<T> {
    /// Boxed: a queue that grows moves all it holds, and has room for as much again.
    lanes: Lanes<VecDeque<Box<T>>>,
    order: VecDeque<Lane>,
    limit: usize,
}

impl<T> Log<T> {
    pub(super) fn new(limit: usize) -> Self {
        Self { lanes: Lanes::default(), order: VecDeque::new(), limit }
    }

    /// Adds a line.
    pub(super) fn push(&mut self, lane: &Lane, line: T) {
        self.lanes.entry(lane.clone()).or_default().push_back(Box::new(line));
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

    /// Forgets lines of one lane; returns how many.
    pub(super) fn forget(&mut self, lane: &Lane, is_gone: impl Fn(&T) -> bool) -> usize {
        let Some(lines) = self.lanes.get_mut(lane) else { return 0 };
        let mut gone: VecDeque<_> = lines.iter().map(|line| is_gone(line)).collect();
        lines.retain(|line| !is_gone(line));
        let before = self.order.len();
        // The lines of a lane stand there in the order in which they stand here.
        self.order.retain(|of| of != lane || !gone.pop_front().unwrap_or_default());
        if self.lanes.get(lane).is_some_and(VecDeque::is_empty) {
            self.lanes.remove(lane);
        }
        before - self.order.len()
    }

    /// The lines of one lane, oldest first, to be changed.
    pub(super) fn of_mut(&mut self, lane: &Lane) -> impl DoubleEndedIterator<Item = &mut T> {
        self.lanes.get_mut(lane).into_iter().flatten().map(Box::as_mut)
    }

    /// Every lane that has lines, in no order.
    pub(super) fn lanes(&self) -> impl Iterator<Item = &Lane> {
        self.lanes.keys()
    }

    /// The lines of one lane up to the first for which `is_before` does not hold, oldest first; it holds for none after that.
    pub(super) fn until(&self, lane: &Lane, is_before: impl Fn(&T) -> bool) -> impl DoubleEndedIterator<Item = &T> {
        let lines = self.lanes.get(lane).into_iter();
        let lines = lines.flat_map(move |lines| lines.range(..lines.partition_point(|line| is_before(line))));
        lines.map(Box::as_ref)
    }

    /// The lines of one lane from the first on for which `is_before` does not hold, as [`until`](Self::until).
    pub(super) fn from(&self, lane: &Lane, is_before: impl Fn(&T) -> bool) -> impl DoubleEndedIterator<Item = &T> {
        let lines = self.lanes.get(lane).into_iter();
        let lines = lines.flat_map(move |lines| lines.range(lines.partition_point(|line| is_before(line))..));
        lines.map(Box::as_ref)
    }

    /// The lines of one lane, oldest first.
    pub(super) fn of(&self, lane: &Lane) -> impl DoubleEndedIterator<Item = &T> {
        self.lanes.get(lane).into_iter().flatten().map(Box::as_ref)
    }
}
