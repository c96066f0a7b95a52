use super::channel::Channel;
use crate::client::{
    Csv,
    macros::{answer, call, list},
};

answer! {
    /// Channels.
    Channels {
        channels: Vec<Channel> = "The channels.",
    }
}

call! {
    /// Lists the channels of a workspace.
    List: "conversations.list" => Channels,
    of {} with {
        types: Csv = "Which kinds: `public_channel`, `private_channel`, `mpim`, `im`. Public ones unless told otherwise.",
        exclude_archived: bool = "Leaves archived ones out.",
        limit: u32 = "How many a page holds, below 1,000.",
        cursor: String = "Where the page before ended.",
        team_id: String = "The workspace, with an organisation's token.",
    }
}

list!(List => Channel, channels, 200);
