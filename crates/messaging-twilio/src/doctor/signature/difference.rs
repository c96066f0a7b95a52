/// One thing that is not as it was when Twilio signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// What it is.
    pub(super) what: String,
    /// What to do about it.
    pub(super) next: String,
}

impl Difference {
    pub(super) fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { what: what.into(), next: next.into() }
    }
}
