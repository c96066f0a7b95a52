use messaging_core::UnixMillis;

/// A claim that ended without a word: a process died, or its lease ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interrupted {
    /// Its fence.
    pub fence: u64,
    /// When it was made.
    pub since: UnixMillis,
}
