use serde::{Deserialize, Serialize};

/// What became of our installation in the workspace that the event's place names.
///
/// The two may be told in either order, and twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Installation {
    /// The app was removed: none of its tokens works any more.
    Removed,
    /// Some tokens work no more.
    TokensRevoked {
        /// The bot users whose tokens those were.
        bots: Vec<String>,
        /// The people whose tokens those were.
        users: Vec<String>,
    },
}
