//! What becomes of a message's POST: well, or as the fault plan says.

use tokio::time::sleep;

use super::{Answer, Outcome, Refusal, call::Call};
use crate::{TwilioEmulator, fate::Fate};

/// Whether a message is carried, or only said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carry {
    Really,
    Pretend,
}

impl TwilioEmulator {
    /// Draws the fate of a send, and does it accordingly.
    pub(crate) fn carry(&self, what: &str, send: impl FnOnce(&Self, Carry) -> Outcome + Send + 'static) -> Answer {
        let fate = self.desk.fate();
        self.desk.note(format_args!("twilio {what} {fate:?}"));
        match fate {
            Fate::Well => send(self, Carry::Really).into(),
            Fate::Refuse => Answer::Refused,
            Fate::Throttle => Err(Refusal::throttled(self.desk.dice(|rng| rng.u32(1..=5)))).into(),
            Fate::BreakBefore => Err(Refusal::unavailable()).into(),
            Fate::BreakAfter => {
                self.note_refused(send(self, Carry::Really));
                Err(Refusal::unavailable()).into()
            }
            Fate::VanishBefore => Answer::Silent,
            Fate::VanishAfter => {
                self.note_refused(send(self, Carry::Really));
                Answer::Silent
            }
            Fate::Late => {
                let (emulator, wait) = (self.clone(), self.desk.between(1_000, 20_000));
                tokio::spawn(async move {
                    sleep(wait).await;
                    emulator.note_refused(send(&emulator, Carry::Really));
                });
                Answer::Silent
            }
            Fate::Swallow => send(self, Carry::Pretend).into(),
        }
    }

    /// Says whether conversations and participants are created as the fault plan says, too; a new emulator errs in
    /// sends only. A creation is never swallowed.
    pub fn err_in_creations(&self, errs: bool) {
        self.records().creations_err = errs;
    }

    /// Creates, as the fault plan says if creations err.
    pub(crate) fn venture(
        &self,
        what: &str,
        call: &Call,
        create: impl FnOnce(&Self, &Call) -> Outcome + Send + 'static,
    ) -> Answer {
        if !self.records().creations_err {
            return create(self, call).into();
        }
        let call = call.clone();
        self.carry(what, move |emulator, _| create(emulator, &call))
    }

    /// Nobody will be told, but the journal is.
    fn note_refused(&self, outcome: Outcome) {
        if let Err(refusal) = outcome {
            self.desk.note(format_args!("twilio refused unheard {refusal:?}"));
        }
    }
}
