use std::time::Duration;

/// What a message took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spent<'a> {
    /// Billable units, such as segments of a text.
    pub units: u64,
    /// Millionths of a currency's unit, and which currency, where that is known.
    pub micros: Option<(u64, &'a str)>,
}

/// What a turn took of a language model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tokens<'a> {
    /// Tokens that were read.
    pub input: u64,
    /// Tokens that were written.
    pub output: u64,
    /// Which model.
    pub model: Option<&'a str>,
    /// Whose model.
    pub provider: Option<&'a str>,
}

/// What is in the lanes of one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waits {
    /// Lanes in which there is something.
    pub lanes: u64,
    /// What is in them.
    pub depth: u64,
    /// How long the first of it has been there.
    pub age: Duration,
}
