//! Answers that the platform waits for: hooks it asks before acting, and replies inside the answer itself.

use std::{collections::BTreeMap, fmt, time::Duration};

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Reply;
use crate::{Place, message::SendMessage};

/// What a platform asks before it acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Question {
    /// The vendor's word for what is about to happen: `onMessageAdd`.
    pub kind: String,
    /// Where, if that exists already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation: Option<Place>,
    /// The vendor's own fields, unknown ones included.
    pub fields: BTreeMap<String, String>,
}

impl Question {
    /// Asks about `kind`.
    pub fn new(kind: impl Into<String>) -> Self {
        Self { kind: kind.into(), conversation: None, fields: BTreeMap::new() }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.conversation = Some(place);
        self
    }

    /// Adds the vendor's own fields.
    #[must_use]
    pub fn with_fields(mut self, fields: BTreeMap<String, String>) -> Self {
        self.fields = fields;
        self
    }
}

/// What the application says to a [`Question`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "decision")]
#[non_exhaustive]
pub enum Decision {
    /// Go on as it is.
    #[default]
    Pass,
    /// Go on, with these fields changed: `body`, `author`, `attributes`, `friendly_name`.
    Modify {
        /// By the vendor's names.
        changes: Map<String, Value>,
    },
    /// Say this to whoever waits, in the vendor's own words: `{"response_action":"errors","errors":{…}}` to a Slack form,
    /// `{"options":[…]}` to a menu, `{"text":"…"}` to a command. Where a platform takes no words it passes.
    Answer {
        /// By the vendor's names.
        answer: Map<String, Value>,
    },
    /// Do not do it.
    Reject {
        /// Why, for the log and for whoever asked.
        reason: String,
    },
}

/// Words the answer to a question.
pub type Ruling = Box<dyn FnOnce(Decision) -> http::Response<Bytes> + Send>;

/// Words the answer to a question about what is stored by then: a 2xx that only a committed batch can spend.
pub type DecisionWording = Box<dyn FnOnce(Decision) -> Reply + Send>;

/// A question with its deadline. Nothing is stored for it.
pub struct Asked {
    /// What is asked.
    pub question: Question,
    /// How long the platform waits; it acts unasked afterwards.
    pub deadline: Duration,
    /// Words the answer.
    pub ruling: Ruling,
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { question, deadline, .. } = self;
        f.debug_struct("Asked").field("question", question).field("deadline", deadline).finish_non_exhaustive()
    }
}

/// Words replies as an answer; none if one of them does not fit into it.
pub type InlineWording = Box<dyn FnOnce(&[SendMessage]) -> Option<Reply> + Send>;

/// A platform that takes the turn's replies inside the answer to its webhook, such as `TwiML`.
pub struct Inline {
    /// How long the platform waits for the answer.
    pub deadline: Duration,
    /// Words the replies; none if one of them does not fit into an answer.
    pub word: InlineWording,
}

impl fmt::Debug for Inline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Inline").field("deadline", &self.deadline).finish_non_exhaustive()
    }
}
