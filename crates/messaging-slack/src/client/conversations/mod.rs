//! Channels and direct messages.

mod channel;
mod history;
mod life;
mod list;
mod member;
mod name;
mod open;

pub use channel::{Channel, Info, OneChannel, Topic};
pub use history::{History, Mark, Messages, Replies};
pub use life::{Archive, Create, Unarchive};
pub use list::{Channels, List};
pub use member::{Invite, Invited, Join, Kick, Leave, Left, MemberIds, Members};
pub use name::{Rename, SetPurpose, SetTopic};
pub use open::{Close, Closed, Open, Opened};
