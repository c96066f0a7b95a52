use std::fmt;

use serde_json::{Value, json};

use crate::exit::{Exit, Failure};

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Check {
    name: String,
    state: State,
    what: String,
    next: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Ok,
    Warn,
    Fail(Exit),
}

impl Check {
    pub(super) fn ok(name: impl Into<String>, what: impl Into<String>) -> Self {
        Self { name: name.into(), state: State::Ok, what: what.into(), next: None }
    }

    /// Works, but not as people may expect.
    pub(super) fn warn(name: impl Into<String>, what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { name: name.into(), state: State::Warn, what: what.into(), next: Some(next.into()) }
    }

    /// Does not work.
    pub(super) fn fail(name: impl Into<String>, exit: Exit, what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { name: name.into(), state: State::Fail(exit), what: what.into(), next: Some(next.into()) }
    }

    /// Does not work, as a failure says it.
    pub(super) fn failed(name: impl Into<String>, failure: &Failure) -> Self {
        let (what, next) = failure.in_two();
        Self { name: name.into(), state: State::Fail(failure.exit), what, next }
    }

    /// How the process ends because of it.
    pub(super) fn exit(&self) -> Option<Exit> {
        match self.state {
            State::Fail(exit) => Some(exit),
            State::Ok | State::Warn => None,
        }
    }

    pub(super) fn is_ok(&self) -> bool {
        self.state == State::Ok
    }

    /// The same, as what ends the process.
    pub(super) fn into_failure(self) -> Failure {
        let failure = Failure::new(self.exit().unwrap_or(Exit::Failed), format!("{}: {}", self.name, self.what));
        match self.next {
            Some(next) => failure.next(next),
            None => failure,
        }
    }

    fn word(&self) -> &'static str {
        match self.state {
            State::Ok => "ok",
            State::Warn => "warn",
            State::Fail(_) => "fail",
        }
    }

    pub(super) fn as_json(&self) -> Value {
        let Self { name, what, next, .. } = self;
        let exit = self.exit().map(Exit::code);
        json!({ "check": name, "state": self.word(), "what": what, "next": next, "exit": exit })
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A vendor's words are in it: on one line, and without what a terminal would obey.
        let plain =
            |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace(char::is_control, "\u{fffd}");
        write!(f, "{:<5} {:<24} {}", self.word(), plain(&self.name), plain(&self.what))?;
        match &self.next {
            Some(next) => write!(f, " · next: {}", plain(next)),
            None => Ok(()),
        }
    }
}
