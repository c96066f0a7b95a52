//! What goes first where commands wait for the same limit.

/// How much a command matters to whoever waits for it, for layers that make commands wait in line.
///
/// Put it into [`Context::extensions`](crate::Context::extensions); a command without one is an
/// [`Answer`](Self::Answer). Among equals, whoever came first goes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Priority {
    /// Somebody waits for it: a message, a final answer. It goes before any progress.
    #[default]
    Answer,
    /// It will be overtaken by the next one anyway: an edit that shows how far an answer is, a part of a stream.
    Progress,
}
