//! How many actions a second a conversation and a service bear
//! (<https://www.twilio.com/docs/conversations-classic/conversations-limits>).

use std::{collections::VecDeque, time::Duration};

use http::{Method, StatusCode};

use super::{Refusal, call::Call};
use crate::TwilioEmulator;

impl TwilioEmulator {
    /// From now on refuses what comes faster than so many actions a second: in one conversation with 429 and 50063, in
    /// one service with 429 and 50074. Nothing of a refused request is done.
    ///
    /// Twilio bears 30. A new emulator bears any number. Reading is no action.
    pub fn limit_actions(&self, per_second: usize) {
        self.records().most_actions = Some(per_second);
    }

    /// Counts an action, unless there are too many.
    pub(super) fn throttle(&self, call: &Call, rest: &[&str]) -> Result<(), Refusal> {
        let now = self.desk.now();
        let mut records = self.records();
        let Some(most) = records.most_actions.filter(|_| call.method != Method::GET) else { return Ok(()) };
        let of_service = match rest {
            ["Conversations" | "ConversationWithParticipants"] | ["Users" | "Roles", ..] => true,
            ["Conversations", _] => call.method == Method::DELETE,
            _ => false,
        };
        let (actions, code, message) = match rest {
            _ if of_service => {
                let service = records.service(&call.service).map(|service| &mut service.actions);
                (service, 50_074, "Global actions per second limit exceeded")
            }
            ["Conversations", name, ..] => {
                let conversation = records.conversation_in(&call.service, name);
                (
                    conversation.map(|conversation| &mut conversation.actions),
                    50_063,
                    "Actions per second limit exceeded",
                )
            }
            _ => return Ok(()),
        };
        // What is not there is not found, which is said elsewhere.
        if actions.is_none_or(|actions| count(actions, now, most)) {
            return Ok(());
        }
        Err(Refusal::new(StatusCode::TOO_MANY_REQUESTS, code, message))
    }
}

/// Whether there is room for one more within the last second.
fn count(actions: &mut VecDeque<Duration>, now: Duration, most: usize) -> bool {
    while actions.front().is_some_and(|at| now.saturating_sub(*at) >= Duration::from_secs(1)) {
        actions.pop_front();
    }
    if actions.len() >= most {
        return false;
    }
    actions.push_back(now);
    true
}
