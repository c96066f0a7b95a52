//! STOP, START and HELP, as Twilio answers them for a number without Advanced Opt-Out.

use crate::{
    TwilioEmulator,
    twilio::address::{self, Channel},
};

const STOP: [&str; 8] = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];
const START: [&str; 3] = ["START", "YES", "UNSTOP"];
const HELP: [&str; 2] = ["HELP", "INFO"];

impl TwilioEmulator {
    /// Obeys a person who says one of the words, and answers in Twilio's own name; the application hears of it too.
    pub(crate) fn obey(&self, person: &str, ours: &str, text: &str) {
        if !matches!(address::parse(person), Some((Channel::Sms, _))) {
            return;
        }
        let word = text.trim().to_uppercase();
        let pair = (person.to_owned(), ours.to_owned());
        let answer = if STOP.contains(&word.as_str()) {
            self.records().stop(pair);
            "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply \
             START to resubscribe."
        } else if START.contains(&word.as_str()) {
            if !self.records().stopped.remove(&pair) {
                return;
            }
            "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP \
             to unsubscribe. Msg&Data Rates May Apply."
        } else if HELP.contains(&word.as_str()) {
            "Reply STOP to unsubscribe. Msg&Data Rates May Apply."
        } else {
            return;
        };
        let sid = self.sid("SM");
        self.show(&format!("{person},{ours}"), &sid, ours, false, answer);
    }
}
