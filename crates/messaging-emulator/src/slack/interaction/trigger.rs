use std::{collections::VecDeque, time::Duration};

use crate::slack::{SlackEmulator, api::Refusal};

/// How long a trigger can be used: <https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses>.
const LIFE: Duration = Duration::from_secs(3);
/// Most triggers remembered.
const MOST_KEPT: usize = 10_000;

/// What lets the app open a modal, once and at once.
#[derive(Clone, Debug)]
pub(crate) struct Trigger {
    id: String,
    /// Who acted.
    pub(crate) user: String,
    /// The view that they acted in, if it was one.
    pub(crate) view: Option<String>,
    made: Duration,
    used: bool,
}

/// The triggers that were given out.
#[derive(Debug, Default)]
pub(crate) struct Triggers {
    kept: VecDeque<Trigger>,
}

impl SlackEmulator {
    /// Gives out a trigger.
    pub(crate) fn trigger(&self, user: &str, view: Option<&str>) -> String {
        let (first, second) =
            self.desk().dice(|rng| (rng.u64(10_000_000..100_000_000), rng.u64(10_000_000..100_000_000)));
        let id = format!("{first}.{second}.{}", self.desk().hex(32));
        let made = self.desk().now();
        let trigger =
            Trigger { id: id.clone(), user: user.to_owned(), view: view.map(str::to_owned), made, used: false };
        let mut app = self.app();
        if app.triggers.kept.len() >= MOST_KEPT {
            app.triggers.kept.pop_front();
        }
        app.triggers.kept.push_back(trigger);
        id
    }

    /// Uses a trigger up.
    pub(crate) fn pull(&self, id: &str) -> Result<Trigger, Refusal> {
        let now = self.desk().now();
        let mut app = self.app();
        let trigger = app.triggers.kept.iter_mut().rev().find(|trigger| trigger.id == id);
        let trigger = trigger.ok_or_else(|| Refusal::new("invalid_trigger_id"))?;
        if trigger.used {
            return Err(Refusal::new("exchanged_trigger_id"));
        }
        if now > trigger.made + LIFE {
            return Err(Refusal::new("expired_trigger_id"));
        }
        trigger.used = true;
        Ok(trigger.clone())
    }
}
