use std::collections::VecDeque;

use serde_json::Value;

use crate::{
    Shown,
    slack::{SlackEmulator, ts::Ts},
};

/// Most messages for one person's eyes that are remembered.
const MOST_KEPT: usize = 1_000;

/// A message that only one person sees.
#[derive(Clone, Debug)]
pub(crate) struct Whisper {
    pub(crate) channel: String,
    pub(crate) user: String,
    pub(crate) ts: Ts,
    pub(crate) thread: Option<Ts>,
    pub(crate) blocks: Option<Value>,
}

/// The messages that only one person each sees.
#[derive(Debug, Default)]
pub(crate) struct Whispers {
    kept: VecDeque<Whisper>,
}

impl Whispers {
    /// The one at this moment, if this is the person it is for.
    pub(crate) fn find(&self, channel: &str, ts: Ts, user: &str) -> Option<Whisper> {
        let is = |whisper: &&Whisper| whisper.ts == ts && whisper.channel == channel && whisper.user == user;
        self.kept.iter().rev().find(is).cloned()
    }
}

impl SlackEmulator {
    /// Shows a message to one person, on a screen of their own: `{channel},{user}`.
    pub(crate) fn whisper(&self, whisper: Whisper, author: &str, text: &str) {
        self.desk().show(Shown {
            seq: 0,
            place: screen(&whisper.channel, &whisper.user),
            thread: whisper.thread.map(|thread| thread.to_string()),
            id: whisper.ts.to_string(),
            author: author.to_owned(),
            from_app: true,
            text: text.to_owned(),
            at: 0,
        });
        let kept = &mut self.app().whispers.kept;
        if kept.len() >= MOST_KEPT {
            kept.pop_front();
        }
        kept.push_back(whisper);
    }

    /// Changes what one person sees.
    pub(crate) fn whisper_again(&self, whisper: &Whisper, blocks: Option<Value>, text: &str) {
        self.desk().rewrite(&screen(&whisper.channel, &whisper.user), &whisper.ts.to_string(), text);
        if let Some(kept) = self.app().whispers.kept.iter_mut().find(|kept| kept.ts == whisper.ts) {
            kept.blocks = blocks;
        }
    }

    /// Takes a message off one person's screen.
    pub(crate) fn hush(&self, whisper: &Whisper) {
        self.desk().erase(&screen(&whisper.channel, &whisper.user), &whisper.ts.to_string());
        self.app().whispers.kept.retain(|kept| kept.ts != whisper.ts);
    }
}

fn screen(channel: &str, user: &str) -> String {
    format!("{channel},{user}")
}
