use std::{collections::BTreeMap, time::Duration};

use serde::Serialize;

/// A message as it stands on somebody's screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// Its place in the order of everything shown, from 1.
    pub seq: u64,
    /// Whose screen: a phone's channel address with the number it talks to (`+15550100777,+15550100001`), a Slack
    /// channel, a chat participant of a conversation (`CH…,alice`).
    pub place: String,
    /// The thread it is in, where there are threads.
    pub thread: Option<String>,
    /// The vendor's name for it.
    pub id: String,
    /// Who wrote it, in the vendor's words.
    pub author: String,
    /// Whether the application wrote it, and not a person.
    pub from_app: bool,
    /// What it says.
    pub text: String,
    /// When, in milliseconds since 1970.
    pub at: u64,
}

/// What a person wrote, and what became of telling the application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// When the application was first told, counted from the emulator's start.
    pub told: Option<Duration>,
    /// When it first said yes.
    pub acknowledged: Option<Duration>,
}

/// What really happened, as only the vendor can know.
#[derive(Clone, Debug, Default)]
pub struct Truth {
    /// Everything people saw, in order.
    pub shown: Vec<Shown>,
    /// Everything people wrote, by the text they wrote.
    pub written: BTreeMap<String, Written>,
    /// Callbacks still to be delivered.
    pub open: usize,
}
