use std::{collections::BTreeSet, sync::Arc};

use messaging_core::{
    Delivery,
    id::{IntentId, MessageId},
};

use super::{Limits, Tables, bounded::Bounded};
use crate::{Lane, progress::Progress};

/// Something of ours, within an account of a tenant.
type Name<T> = (Arc<str>, Arc<str>, T);

/// What is known of the way of our messages, apart from their records.
#[derive(Debug)]
pub(super) struct Deliveries {
    messages: Bounded<Name<MessageId>, Known>,
    /// The record of each intent that was carried.
    intents: Bounded<Name<IntentId>, (Lane, u64)>,
}

/// What is known of one message.
#[derive(Clone, Debug)]
enum Known {
    /// Where it was told, and how far it got; its send is not settled yet.
    Early(Lane, Progress),
    /// The record it is part of.
    Of(Lane, u64),
}

impl Deliveries {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { messages: Bounded::new(limits.records), intents: Bounded::new(limits.records) }
    }

    /// Forgets what is known of messages whose lines are gone; of everything in a lane, if all of it is.
    pub(super) fn forget(&mut self, lane: &Lane, whole: bool, lines: &BTreeSet<u64>) {
        self.messages.retain(|_, known| match known {
            Known::Early(of, _) => !whole || of != lane,
            Known::Of(of, line) => of != lane || !lines.contains(line),
        });
        self.intents.retain(|_, (of, line)| of != lane || !lines.contains(line));
    }
}

fn name<T: Clone>(lane: &Lane, thing: &T) -> Name<T> {
    (Arc::clone(&lane.tenant), lane.conversation.account().into(), thing.clone())
}

impl Tables {
    /// Moves the record of a message on, or keeps what was told until there is one.
    pub(super) fn deliver(&mut self, lane: &Lane, delivery: &Delivery) {
        let name = name(lane, &delivery.message);
        let progress = Progress::told(delivery);
        let intent = delivery.intent.as_ref().map(|intent| self::name(lane, intent));
        let by_intent = intent.and_then(|intent| self.deliveries.intents.get(&intent));
        match (by_intent.cloned(), self.deliveries.messages.get(&name).cloned()) {
            (Some((of, record)), known) => {
                let early = if let Some(Known::Early(_, early)) = &known { Some(early.clone()) } else { None };
                if !matches!(known, Some(Known::Of(..))) {
                    self.deliveries.messages.put(name, Known::Of(of.clone(), record));
                }
                let progress = early.into_iter().fold(progress, |later, early| early.and(later));
                self.progress(&of, record, progress);
            }
            (None, Some(Known::Of(of, record))) => self.progress(&of, record, progress),
            (None, Some(Known::Early(_, early))) => {
                self.deliveries.messages.put(name, Known::Early(lane.clone(), early.and(progress)));
            }
            (None, None) => self.deliveries.messages.put(name, Known::Early(lane.clone(), progress)),
        }
    }

    /// Where the record is of a message of ours, if that was carried.
    pub(super) fn record_of(&self, lane: &Lane, message: &MessageId, intent: Option<&IntentId>) -> Option<(Lane, u64)> {
        let by_intent = intent.and_then(|intent| self.deliveries.intents.get(&name(lane, intent)).cloned());
        by_intent.or_else(|| match self.deliveries.messages.get(&name(lane, message))? {
            Known::Of(of, record) => Some((of.clone(), *record)),
            Known::Early(..) => None,
        })
    }

    /// Makes `record` the one of an intent that was carried as `parts`; returns what was told of them before.
    pub(super) fn carried(
        &mut self,
        lane: &Lane,
        record: u64,
        intent: &IntentId,
        parts: &[MessageId],
    ) -> Option<Progress> {
        self.deliveries.intents.put(name(lane, intent), (lane.clone(), record));
        parts.iter().filter_map(|part| self.part(lane, record, part)).reduce(Progress::and)
    }

    /// Makes more messages part of the record of an intent.
    pub(super) fn also_carried(&mut self, lane: &Lane, intent: &IntentId, parts: &[MessageId]) {
        let Some((lane, record)) = self.deliveries.intents.get(&name(lane, intent)).cloned() else { return };
        for part in parts {
            if let Some(progress) = self.part(&lane, record, part) {
                self.progress(&lane, record, progress);
            }
        }
    }

    fn part(&mut self, lane: &Lane, record: u64, part: &MessageId) -> Option<Progress> {
        let name = name(lane, part);
        let known = self.deliveries.messages.get(&name).cloned();
        // Two messages of one name are told apart by nobody: the later record has it.
        if !matches!(&known, Some(Known::Of(_, later)) if *later > record) {
            self.deliveries.messages.put(name, Known::Of(lane.clone(), record));
        }
        match known {
            Some(Known::Early(_, progress)) => Some(progress),
            _ => None,
        }
    }

    /// Moves a record on; what brings nothing new is no news.
    fn progress(&mut self, lane: &Lane, cursor: u64, told: Progress) {
        let change = self.cursor + 1;
        let Some(record) = self.records.of_mut(lane).rev().find(|record| record.cursor == cursor) else { return };
        let before = record.delivery.clone().map(|status| Progress { status, problem: record.problem.clone() });
        let after = match before.clone() {
            Some(before) => before.and(told),
            None => told,
        };
        if before.as_ref() == Some(&after) {
            return;
        }
        (record.delivery, record.problem, record.changed) = (Some(after.status), after.problem, change);
        self.next_cursor();
    }
}
