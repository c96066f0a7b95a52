use serde::{Deserialize, Serialize};

/// What an agent is doing while it writes. Shown where the platform has room for it, and no part of the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Progress {
    /// A word for the moment, such as `is searching…`; an empty one takes it away.
    Status(String),
    /// What all steps together come to.
    Plan(String),
    /// One step; told again under the same id, it changes.
    Step(Step),
}

/// One step of what an agent is doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Step {
    /// Names it within the answer.
    pub id: String,
    /// What people read.
    pub title: String,
    /// How far it is.
    #[serde(default)]
    pub state: StepState,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<String>,
}

impl Step {
    /// A step that has not begun.
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self { id: id.into(), title: title.into(), state: StepState::Pending, details: None, output: None }
    }

    /// Says how far it is.
    #[must_use]
    pub fn in_state(mut self, state: StepState) -> Self {
        self.state = state;
        self
    }
}

/// How far a [`Step`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// It has not begun.
    #[default]
    Pending,
    /// It is under way.
    InProgress,
    /// It is done.
    Complete,
    /// It failed.
    Error,
}
