use super::message::Draft;

/// A message that is posted later.
#[derive(Clone, Debug)]
pub(crate) struct Scheduled {
    /// `Q…`
    pub(crate) id: String,
    pub(crate) channel: String,
    /// In seconds since 1970.
    pub(crate) post_at: u64,
    /// In seconds since 1970.
    pub(crate) created: u64,
    pub(crate) draft: Draft,
}
