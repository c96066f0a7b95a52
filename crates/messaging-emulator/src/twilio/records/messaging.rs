use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use bytes::Bytes;

use crate::twilio::{
    carrier::Behaviour,
    settings::{Line, Template},
    switches::Switches,
    webhook::Alert,
};

/// Person and number of ours.
pub(crate) type Pair = (String, String);

/// Most pairs remembered.
const MOST_PAIRS: usize = 10_000;

/// What Programmable Messaging remembers besides its messages.
#[derive(Debug, Default)]
pub(crate) struct Messaging {
    /// Twilio's debugger.
    pub(crate) alerts: VecDeque<Alert>,
    /// What a carrier does with messages to a number.
    pub(crate) carriers: BTreeMap<String, Behaviour>,
    /// Templates that were declared while running.
    pub(crate) templates: BTreeMap<String, Template>,
    /// What was turned on or off while running.
    pub(crate) switches: Option<Switches>,
    /// How numbers call the application, where it was changed while running.
    pub(crate) lines: BTreeMap<String, Line>,
    /// When a person last wrote on WhatsApp, as the emulator's age.
    windows: BTreeMap<Pair, Duration>,
    /// How often, and when last, a pair was answered by `TwiML`.
    answers: BTreeMap<Pair, (u32, Duration)>,
    /// Files under their temporary names, until when.
    pub(crate) shelf: VecDeque<Shelved>,
}

/// A file that anybody may fetch who knows its temporary name.
#[derive(Clone, Debug)]
pub(crate) struct Shelved {
    pub(crate) name: String,
    pub(crate) content_type: String,
    pub(crate) bytes: Bytes,
    pub(crate) until: Duration,
}

impl Messaging {
    /// Notes that a person wrote just now.
    pub(crate) fn open_window(&mut self, pair: Pair, now: Duration) {
        self.windows.insert(pair, now);
        if self.windows.len() > MOST_PAIRS {
            self.windows.pop_first();
        }
    }

    /// Whether a person wrote within the last 24 hours.
    pub(crate) fn is_window_open(&self, pair: &Pair, now: Duration) -> bool {
        self.windows.get(pair).is_some_and(|at| now.saturating_sub(*at) <= Duration::from_secs(24 * 60 * 60))
    }

    /// Whether a person ever wrote to this number.
    pub(crate) fn has_written(&self, pair: &Pair) -> bool {
        self.windows.contains_key(pair)
    }

    /// Counts one more reply to a pair: the 16th is too many, if each came within 30 s of the one before.
    pub(crate) fn is_runaway(&mut self, pair: Pair, now: Duration) -> bool {
        let (count, last) = self.answers.remove(&pair).unwrap_or_default();
        let count = if count > 0 && now.saturating_sub(last) < Duration::from_secs(30) { count + 1 } else { 1 };
        self.answers.insert(pair, (count, now));
        if self.answers.len() > MOST_PAIRS {
            self.answers.pop_first();
        }
        count > 15
    }
}
