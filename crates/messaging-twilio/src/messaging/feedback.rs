use messaging_core::Result;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    client::{
        Call, Timestamp,
        call::{Root, Spelled, answer},
        words::words,
    },
    fields::{Fields, segment},
};

words! {
    /// Whether the person did what the message asked for.
    Outcome {
        /// They did.
        Confirmed = "confirmed",
        /// Nothing is known.
        Unconfirmed = "unconfirmed",
    }
}

/// What was reported of a message (<https://www.twilio.com/docs/messaging/api/messagefeedback-resource>).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Feedback {
    /// Whose message it is.
    #[serde(default)]
    pub account_sid: Option<String>,
    /// Which message.
    pub message_sid: String,
    /// What was reported.
    pub outcome: Outcome,
    /// When it was reported first.
    #[serde(default)]
    pub date_created: Option<Timestamp>,
    /// When it was reported last.
    #[serde(default)]
    pub date_updated: Option<Timestamp>,
    /// Where it is, relative to the API's host.
    #[serde(default)]
    pub uri: Option<String>,
    /// Fields that Twilio has added since.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(Feedback, "feedback");

/// Reports whether the person did what a message asked for; it must have been created with
/// [`provide_feedback`](super::Create::provide_feedback).
#[derive(Clone, Debug)]
pub struct SendFeedback {
    message: String,
    outcome: Outcome,
}

impl SendFeedback {
    /// Reports on a message, `SM…` or `MM…`.
    pub fn new(message: impl Into<String>, outcome: Outcome) -> Self {
        Self { message: message.into(), outcome }
    }
}

impl Call for SendFeedback {
    type Output = Feedback;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        let path = root.account(&format!("/Messages/{}/Feedback.json", segment(&self.message)?));
        Ok(Spelled::post(path, Fields::default().with("Outcome", self.outcome.as_str())))
    }
}
