use std::time::Duration;

use messaging_core::{
    Messenger,
    message::{FindSend, Found},
};
use messaging_store::{Doubt, Intent, Settled};

use crate::{Gateway, Point, UnknownPolicy};

/// Looks beyond the schedule that may fail before nobody is expected to know.
const PATIENCE: usize = 8;

impl Gateway {
    /// Looks a doubtful send up, once. The schedule is in the store, so it survives us.
    pub(crate) async fn look(&self, messenger: &Messenger, intent: &Intent, doubt: &Doubt) -> Settled {
        self.at(Point::LookStarted).await;
        let request = FindSend {
            intent: intent.id.clone(),
            message: intent.message.clone(),
            not_before: doubt.not_before,
            known: doubt.known.clone(),
        };
        let offered = messaging_core::Verb::Find.is_offered_by(messenger.provider());
        let (found, trouble) = match messenger.call(request).await {
            Ok(found) => (found, None),
            Err(error) => (Found::CannotTell, Some(error.to_string())),
        };
        self.at(Point::LookReturned).await;

        let sends = &self.parts.settings.sends;
        let now = self.parts.clock.millis();
        let settled_by = doubt.since.plus(sends.looks.last().copied().unwrap_or_default());
        let looks = doubt.looks as usize;
        match found {
            Found::Happened(receipt) => Settled::Sent(receipt),
            Found::DidNot if now >= settled_by => Settled::Again { after: Duration::ZERO },
            // A lookup that failed is no verdict, and costs no look of the schedule.
            Found::CannotTell if now >= settled_by && (!offered || looks > sends.looks.len() + PATIENCE) => {
                let why = trouble.unwrap_or_else(|| "its records do not say".into());
                let reason = format!("the provider cannot tell whether it was carried: {why}");
                match sends.on_unknown {
                    UnknownPolicy::GiveUp => Settled::Dead { reason },
                    _ => Settled::Held { reason },
                }
            }
            _ => {
                let due = sends.looks.get(looks + 1).map(|due| doubt.since.plus(*due));
                let next = due.unwrap_or_else(|| now.plus(sends.looks.first().copied().unwrap_or_default()));
                Settled::InDoubt { after: next.since(now) }
            }
        }
    }
}
