use async_trait::async_trait;

use crate::{Context, Place, Result, message::FetchName};

/// Knowing what people call each other, where messages only name them by an id.
#[async_trait]
pub trait People: Send + Sync {
    /// Fetches a name; none where there is none. Asked for before every turn: what is known is remembered for a while, and
    /// so is that nothing is.
    async fn name(&self, context: &Context, request: FetchName) -> Result<Option<String>>;

    /// Tells what [`name`](Self::name) would answer without a call: then it is not called, and takes nothing of what the
    /// provider allows. Nothing is known unless a provider says so.
    fn remembered_name(&self, conversation: &Place, author: &str) -> RememberedName {
        let _ = (conversation, author);
        RememberedName::Unknown
    }
}

/// What a provider knows of a name without a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RememberedName {
    /// It has to be asked for.
    Unknown,
    /// There is none, or nobody tells it.
    Nameless,
    /// This one.
    Name(String),
}

impl From<Option<String>> for RememberedName {
    /// Reads what was answered.
    fn from(answer: Option<String>) -> Self {
        answer.map_or(Self::Nameless, Self::Name)
    }
}
