use std::fmt;

use serde_json::{Value, json};

use super::ask::Asked;

/// What came of something that a person did, as they see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SlackOutcome {
    /// What the app answered over HTTP, or 200 for an acknowledgement over a socket; none if it did not.
    pub status: Option<u16>,
    /// How long that took.
    pub millis: u64,
    /// Why it failed, in Slack's words: `operation_timeout` after 3 s, `dispatch_failed` for anything but 200.
    pub error: Option<&'static str>,
    /// What is wrong with the fields of a modal, by `block_id`.
    pub errors: Vec<(String, String)>,
    /// What a menu offers, as the app answered it.
    pub options: Vec<Value>,
}

impl SlackOutcome {
    pub(crate) fn of(asked: &Asked) -> Self {
        Self { status: asked.status, millis: asked.millis, error: asked.failure, ..Self::default() }
    }

    /// As `/_emulator/` tells it.
    pub(crate) fn json(&self) -> Value {
        let mut delivery = json!({ "status": self.status, "ms": self.millis });
        if let (Some(error), Some(delivery)) = (self.error, delivery.as_object_mut()) {
            delivery.insert("error".to_owned(), json!(error));
        }
        let errors: serde_json::Map<_, _> = self.errors.iter().map(|(id, what)| (id.clone(), json!(what))).collect();
        json!({ "delivery": delivery, "errors": errors, "options": self.options })
    }
}

/// Why a person cannot do what they want to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ActError {
    /// The workspace has no such person.
    NoSuchUser,
    /// The workspace has no such channel.
    NoSuchChannel,
    /// The channel has no such message.
    NoSuchMessage,
    /// The message or the view has no such button, menu or field.
    NoSuchElement,
    /// The menu has no such choice, or the field does not take it.
    NoSuchChoice,
    /// The app has no such command.
    NoSuchCommand,
    /// The person looks at no modal.
    NoModal,
    /// A field that must be filled in is empty.
    Unfilled,
}

impl fmt::Display for ActError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchUser => "`user` is nobody here: GET /_emulator/places lists the people",
            Self::NoSuchChannel => "`channel` does not exist: GET /_emulator/places lists the channels",
            Self::NoSuchMessage => "`message_ts` is no message of that channel: take the `id` of one that was shown",
            Self::NoSuchElement => "`action_id` is nothing that can be used there: read the blocks of the message",
            Self::NoSuchChoice => "`value` is no choice there: take the value or the text of an option",
            Self::NoSuchCommand => "`command` is none of the app's: begin with `/`, and take one from its settings",
            Self::NoModal => "the person looks at no modal: have the app open one with views.open",
            Self::Unfilled => "a field that is not optional is empty: fill it in",
        })
    }
}

impl std::error::Error for ActError {}
