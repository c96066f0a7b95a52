//! Conversations that become inactive and are closed because nobody writes, on tokio's clock.

use std::time::Duration;

use tokio::time::timeout;

use crate::{
    TwilioEmulator,
    twilio::{
        records::{Conversation, Records},
        webhook::Source,
    },
};

impl TwilioEmulator {
    /// Sees to it that one task watches the timers, as long as any of them runs.
    pub(crate) fn watch(&self) {
        let mut records = self.records();
        if records.is_watched {
            self.account.timers_changed.notify_one();
        } else if next(&records).is_some() {
            records.is_watched = true;
            drop(records);
            let emulator = self.clone();
            tokio::spawn(async move { emulator.keep_watch().await });
        }
    }

    async fn keep_watch(&self) {
        while let Some(due) = self.next_or_leave() {
            let wait = due.saturating_sub(self.desk.now());
            if timeout(wait, self.account.timers_changed.notified()).await.is_err() {
                self.obey_timers();
            }
        }
    }

    /// When something is due; with nothing left to wait for, the watch ends.
    fn next_or_leave(&self) -> Option<Duration> {
        let mut records = self.records();
        let due = next(&records);
        records.is_watched = due.is_some();
        due
    }

    /// Does what is due, and tells of it: these events are Twilio's own, so no header has to ask for them.
    fn obey_timers(&self) {
        let (age, now) = (self.desk.now(), self.desk.wall());
        let step = |conversation: &mut Conversation| {
            let (_, state) = conversation.timers.next(&conversation.state).filter(|(at, _)| *at <= age)?;
            let before = std::mem::replace(&mut conversation.state, state.to_owned());
            conversation.updated = now;
            if before == "initializing" {
                conversation.timers.restart(age, now);
            }
            Some((before, conversation.clone()))
        };
        let changed: Vec<_> = self.records().conversations.iter_mut().filter_map(step).collect();
        for (before, conversation) in changed {
            let reason = if before == "initializing" { "EVENT" } else { "TIMER" };
            self.desk.note(format_args!("twilio {} {before} -> {}", conversation.sid, conversation.state));
            self.tell_state(&conversation, &before, reason, &Source::Api);
        }
    }
}

fn next(records: &Records) -> Option<Duration> {
    let due = |conversation: &Conversation| conversation.timers.next(&conversation.state).map(|(at, _)| at);
    records.conversations.iter().filter_map(due).min()
}
