//! Who takes part (<https://www.twilio.com/docs/conversations-classic/api/conversation-participant-resource>).

mod add;
mod list;
mod read;
mod render;
mod rooms;
mod update;
mod who;

pub(crate) use add::ADD;
pub(crate) use read::{last_read_at, last_read_index};
pub(crate) use render::binding;
