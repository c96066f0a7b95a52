//! STOP, START and HELP, as Twilio answers them by itself
//! (<https://help.twilio.com/articles/223134027-Twilio-support-for-opt-out-keywords-SMS-STOP-filtering->).

use crate::{
    TwilioEmulator,
    twilio::address::{self, Channel},
};

const STOP: [&str; 8] = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];
const START: [&str; 3] = ["START", "YES", "UNSTOP"];
const HELP: [&str; 2] = ["HELP", "INFO"];

/// What a word asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keyword {
    Stop,
    Start,
    Help,
}

impl Keyword {
    /// Reads a whole message: the word alone, in any case.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let word = text.trim().to_uppercase();
        let is_in = |words: &[&str]| words.contains(&word.as_str());
        match () {
            () if is_in(&STOP) => Some(Self::Stop),
            () if is_in(&START) => Some(Self::Start),
            () if is_in(&HELP) => Some(Self::Help),
            () => None,
        }
    }

    /// As `OptOutType` says it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Stop => "STOP",
            Self::Start => "START",
            Self::Help => "HELP",
        }
    }

    fn answer(self) -> &'static str {
        match self {
            Self::Stop => {
                "You have successfully been unsubscribed. You will not receive any more messages from this number. \
                 Reply START to resubscribe."
            }
            Self::Start => {
                "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply \
                 STOP to unsubscribe. Msg&Data Rates May Apply."
            }
            Self::Help => "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
        }
    }
}

impl TwilioEmulator {
    /// Obeys a person who says one of the words, and answers in Twilio's own name; the application hears of it too.
    /// Who says START without having said STOP gets no answer.
    pub(crate) fn obey(&self, person: &str, ours: &str, text: &str) {
        if !matches!(address::parse(person), Some((Channel::Sms, _))) {
            return;
        }
        let Some(keyword) = Keyword::of(text) else { return };
        let pair = (person.to_owned(), ours.to_owned());
        match keyword {
            Keyword::Stop => self.records().stop(pair),
            Keyword::Start if !self.records().stopped.remove(&pair) => return,
            Keyword::Start | Keyword::Help => {}
        }
        let sid = self.sid("SM");
        self.show(&format!("{person},{ours}"), &sid, ours, false, keyword.answer());
    }
}
