//! How replies to a text leave.

use std::time::Duration;

use serde::Deserialize;

/// How replies to a text leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Replies {
    /// Through the REST API, after the webhook was answered: looked up if nobody knows whether they went.
    #[default]
    Rest,
    /// As `TwiML` in the answer to the webhook, where they are ready in time: no request of their own, but Twilio gives
    /// them no id, so one that nobody knows of is looked up among the replies of that moment only.
    Twiml,
}

/// The longest time Twilio waits for an answer, connecting included (error 11205).
const LONGEST: Duration = Duration::from_secs(15);

/// The time a turn has unless told otherwise: what Twilio waits, less what the way there and back may take.
pub(crate) const USUAL_WAIT: Duration = Duration::from_secs(12);

/// Whether Twilio would still be there after `wait`.
pub(crate) fn is_heard_after(wait: Duration) -> bool {
    !wait.is_zero() && wait < LONGEST
}
