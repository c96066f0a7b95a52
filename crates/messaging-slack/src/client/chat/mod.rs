//! Messages: posting, changing, scheduling, streaming.

mod change;
mod post;
mod read;
mod schedule;
mod stream;
mod unfurl;

pub use change::{Delete, Update, Updated};
pub use post::{MeMessage, Placed, PostEphemeral, PostMessage, Posted, Shown};
pub use read::{GetPermalink, Message, Permalink};
pub use schedule::{
    DeleteScheduledMessage, ScheduleMessage, Scheduled, ScheduledMessage, ScheduledMessages, ScheduledMessagesList,
};
pub use stream::{AppendStream, StartStream, StopStream};
pub use unfurl::Unfurl;
