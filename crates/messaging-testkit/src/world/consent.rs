use std::{collections::BTreeMap, time::Duration};

use fastrand::Rng;
use messaging_core::Keyword;
use messaging_store::Store;
use tokio::time::sleep;

use super::{stage::Stage, text};
use crate::Disk;

/// Longest wait for a keyword to be taken in, and for everything before START to end.
const PATIENCE: u32 = 3_600;

/// Who says STOP, and when.
#[derive(Debug)]
pub(super) struct Stops {
    /// By conversation: before which message of the world they say it.
    moments: BTreeMap<usize, u64>,
    /// By conversation: the first of their messages after START.
    again: BTreeMap<usize, u64>,
}

impl Stops {
    pub(super) fn new(conversations: usize, messages: u64, seed: u64) -> Self {
        let mut dice = Rng::with_seed(seed);
        let moments = (0..conversations).map(|conversation| (conversation, dice.u64(0..messages.max(1)))).collect();
        Self { moments, again: BTreeMap::new() }
    }

    /// The names of a conversation's keywords, if it has any.
    pub(super) fn names(&self, conversation: usize) -> Option<(String, String)> {
        self.moments.contains_key(&conversation).then(|| (name("stop", conversation), name("start", conversation)))
    }

    /// Whether a message need not be answered: its person opted out before or after it.
    pub(super) fn excuses(&self, conversation: usize, index: u64) -> bool {
        self.moments.contains_key(&conversation) && self.again.get(&conversation).is_none_or(|again| index < *again)
    }

    /// Lets everybody say STOP whose moment it is.
    pub(super) fn say_stop(&self, message: u64, stage: &Stage) {
        for (conversation, _) in self.moments.iter().filter(|(_, moment)| **moment == message) {
            stage.agree(*conversation, Keyword::Stop, &name("stop", *conversation));
        }
    }

    /// Once STOP was heard, they write again; once nothing of that is left, they say START and write once more.
    pub(super) async fn say_start(&mut self, stage: &Stage, disk: &Disk, counters: &mut [u64]) {
        let mut write = |conversation: usize| {
            let Some(index) = counters.get_mut(conversation) else { return 0 };
            stage.write(conversation, *index, &text::write(conversation, *index));
            *index += 1;
            *index - 1
        };
        for conversation in self.moments.keys() {
            heard(stage, &name("stop", *conversation)).await;
            write(*conversation);
        }
        if self.moments.is_empty() {
            return;
        }
        for _ in 0..PATIENCE {
            sleep(Duration::from_secs(1)).await;
            let counts = disk.open().counts().await.unwrap_or_default();
            if !stage.is_open() && counts.accepted > 0 && counts.in_flight == 0 {
                break;
            }
        }
        for conversation in self.moments.keys() {
            let start = name("start", *conversation);
            stage.agree(*conversation, Keyword::Start, &start);
            heard(stage, &start).await;
            self.again.insert(*conversation, write(*conversation));
        }
    }
}

fn name(word: &str, conversation: usize) -> String {
    format!("{word} {conversation}")
}

/// Waits until a keyword was taken in.
async fn heard(stage: &Stage, name: &str) {
    for _ in 0..PATIENCE {
        if stage.truth().written.get(name).is_some_and(|written| written.acknowledged.is_some()) {
            return;
        }
        sleep(Duration::from_secs(1)).await;
    }
}
