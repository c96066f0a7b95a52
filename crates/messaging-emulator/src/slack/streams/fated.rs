use tokio::time::sleep;

use crate::{
    fate::Fate,
    slack::{
        SlackEmulator,
        api::{Answer, Arguments, Reply, broken, enveloped, throttled},
    },
};

/// A method that writes.
type Write = fn(&SlackEmulator, &Arguments) -> Answer;

impl SlackEmulator {
    /// Calls a method that writes, as well as its fate allows.
    pub(crate) fn fated(&self, name: &str, arguments: Arguments, warnings: &[&'static str], write: Write) -> Reply {
        let fate = self.desk().fate();
        self.desk().note(format_args!("{name} {fate:?}"));
        match fate {
            Fate::Refuse => Reply::Refused,
            Fate::Throttle => Reply::Answer(throttled(self.desk())),
            Fate::BreakBefore => Reply::Answer(broken(self.desk())),
            Fate::VanishBefore => Reply::Silence,
            Fate::BreakAfter => {
                // Whether it did anything, nobody will know.
                let _ = write(self, &arguments);
                Reply::Answer(broken(self.desk()))
            }
            Fate::VanishAfter => {
                let _ = write(self, &arguments);
                Reply::Silence
            }
            Fate::Late => {
                let emulator = self.clone();
                tokio::spawn(async move {
                    sleep(emulator.desk().between(1_000, 20_000)).await;
                    let _ = write(&emulator, &arguments);
                });
                Reply::Silence
            }
            // What is swallowed is a whole post: a piece of an answer is not.
            Fate::Well | Fate::Swallow => Reply::Answer(enveloped(write(self, &arguments), warnings)),
        }
    }
}
