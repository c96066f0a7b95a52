use std::{collections::BTreeMap, time::Duration};

use fastrand::Rng;
use messaging_emulator::Truth;

use super::{agent::Notes, stage::Stage, text};

/// A turn that was claimed before a stop was stored may begin so much later, on a node that did not hear of it.
const CLAIMED: Duration = Duration::from_secs(2);

/// Who presses stop, and when.
#[derive(Debug)]
pub(super) struct Presses {
    /// By message of the world: in which conversation stop is pressed before it.
    moments: BTreeMap<u64, usize>,
    /// What was pressed, by conversation, with the time.
    pressed: Vec<(usize, Duration)>,
}

impl Presses {
    pub(super) fn new(presses: usize, conversations: usize, messages: u64, seed: u64) -> Self {
        let mut dice = Rng::with_seed(seed);
        let moments = (0..presses).map(|_| (dice.u64(0..messages.max(1)), dice.usize(..conversations.max(1))));
        Self { moments: moments.collect(), pressed: Vec::new() }
    }

    /// Presses whatever is to be pressed now.
    pub(super) fn press(&mut self, message: u64, stage: &Stage, now: Duration) {
        if let Some(conversation) = self.moments.get(&message)
            && stage.press_stop(*conversation, &name(self.pressed.len()))
        {
            self.pressed.push((*conversation, now));
        }
    }

    /// How often something was pressed.
    pub(super) fn count(&self) -> usize {
        self.pressed.len()
    }

    /// Whether a message need not be answered: stop may have been heard while it was.
    pub(super) fn excuses(&self, truth: &Truth, conversation: usize, index: u64) -> bool {
        let told = truth.written.get(&text::write(conversation, index)).and_then(|written| written.told);
        let heard = |number: usize| truth.written.get(&name(number)).and_then(|written| written.acknowledged);
        let mut pressed = self.pressed.iter().enumerate().filter(|(_, (of, _))| *of == conversation);
        pressed.any(|(number, _)| told.zip(heard(number)).is_none_or(|(told, heard)| told <= heard))
    }

    /// Turns that began after the stop of an earlier one about the same message was acknowledged.
    pub(super) fn unheeded(&self, truth: &Truth, notes: &Notes) -> Vec<String> {
        let mut found = Vec::new();
        for (number, (conversation, pressed)) in self.pressed.iter().enumerate() {
            let heard = truth.written.get(&name(number)).and_then(|written| written.acknowledged);
            let Some(heard) = heard else { continue };
            for ((of, index), begun) in notes.begun.iter().filter(|((of, _), _)| of == conversation) {
                let was_under_way = begun.iter().any(|at| at < pressed);
                let begins_again = begun.iter().any(|at| *at > heard + CLAIMED);
                if was_under_way && begins_again {
                    found.push(text::write(*of, *index));
                }
            }
        }
        found
    }
}

fn name(number: usize) -> String {
    format!("stop {number} is pressed")
}
