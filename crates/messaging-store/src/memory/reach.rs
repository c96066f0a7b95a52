use std::collections::BTreeSet;

use super::{Tables, tables::EventRow};
use crate::{
    EventId, Lane, Speaker, Subject,
    erasure::{author, is_by, is_named_after},
};

/// A conversation that somebody's data are in.
#[derive(Debug)]
pub(super) struct Reached {
    pub(super) lane: Lane,
    /// Whether all of it is theirs.
    pub(super) whole: bool,
}

impl Tables {
    /// Finds the conversations that a subject's data are in, ordered by their lanes.
    pub(super) fn reach(&self, subject: &Subject) -> Vec<Reached> {
        let (tenant, person) = match subject {
            Subject::Conversation(lane) => return vec![Reached { lane: lane.clone(), whole: true }],
            Subject::Person { tenant, id } => (tenant, id.as_str()),
        };
        let mut reached = Vec::new();
        for lane in self.lanes().into_iter().filter(|lane| lane.tenant == *tenant) {
            let named = self.contacts.contact_of(lane) == Some(person) || is_named_after(lane, person);
            if named || self.wrote_in(lane, person) {
                let whole = named || !self.others_wrote(lane, person);
                reached.push(Reached { lane: lane.clone(), whole });
            }
        }
        reached
    }

    fn lanes(&self) -> BTreeSet<&Lane> {
        let events = self.events.values().filter(|row| !row.erased).map(|row| &row.lane);
        let sends = self.intents.values().map(|row| &row.lane);
        let told = self.about.iter().map(|(lane, _)| lane).chain(self.heard.iter().map(|(lane, _)| lane));
        events.chain(sends).chain(told).chain(self.records.lanes()).chain(self.contacts.lanes()).collect()
    }

    fn events_in<'a>(&'a self, lane: &'a Lane) -> impl Iterator<Item = (EventId, &'a EventRow)> {
        self.events.iter().filter(move |(_, row)| row.lane == *lane && !row.erased).map(|(id, row)| (*id, row.as_ref()))
    }

    fn wrote_in(&self, lane: &Lane, person: &str) -> bool {
        let is_theirs = |row: &EventRow| row.event.as_deref().is_some_and(|event| is_by(event, person));
        self.records.of(lane).any(|record| record.author.as_ref().is_some_and(|author| author.id == person))
            || self.about.get(lane).is_some_and(|about| about.people.contains_key(person))
            || self.events_in(lane).any(|(_, row)| is_theirs(row))
    }

    fn others_wrote(&self, lane: &Lane, person: &str) -> bool {
        let is_others = |row: &EventRow| row.event.as_deref().and_then(author).is_some_and(|author| author != person);
        self.records.of(lane).any(|record| record.author.as_ref().is_some_and(|author| author.id != person))
            || self.events_in(lane).any(|(_, row)| is_others(row))
    }

    /// Finds the events of a subject in a conversation, the oldest first.
    pub(super) fn theirs(&self, at: &Reached, person: Option<&str>) -> BTreeSet<EventId> {
        let is_theirs = |row: &EventRow| {
            at.whole || row.event.as_deref().zip(person).is_some_and(|(event, person)| is_by(event, person))
        };
        self.events_in(&at.lane).filter(|(_, row)| is_theirs(row)).map(|(id, _)| id).collect()
    }

    /// The lines that a subject said, and was answered; all lines if everything is theirs.
    pub(super) fn lines_of(&self, at: &Reached, person: Option<&str>, events: &BTreeSet<EventId>) -> BTreeSet<u64> {
        let lines = self.records.of(&at.lane).filter(|record| {
            at.whole
                || match record.speaker {
                    Speaker::Person => record.author.as_ref().map(|author| author.id.as_str()) == person,
                    // What nobody knows whom it answered is theirs, rather than left.
                    Speaker::Agent => {
                        let causes = self.causes.get(&record.cursor);
                        causes.is_none_or(|causes| causes.iter().any(|cause| events.contains(cause)))
                    }
                }
        });
        lines.map(|record| record.cursor).collect()
    }
}
