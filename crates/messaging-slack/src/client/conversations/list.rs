use super::channel::Channel;
use crate::client::{
    Csv,
    macros::{answer, list},
};

answer! {
    /// Channels.
    Channels {
        channels: Vec<Channel> = "The channels.",
    }
}

list! {
    /// Lists the channels of a workspace.
    List: "conversations.list" => Channels,
    by 200 channels: Channel = "How many a page holds, below 1,000.",
    of {} with {
        types: Csv = "Which kinds: `public_channel`, `private_channel`, `mpim`, `im`. Public ones unless told otherwise.",
        exclude_archived: bool = "Leaves archived ones out.",
        team_id: String = "The workspace, with an organisation's token.",
    }
}
