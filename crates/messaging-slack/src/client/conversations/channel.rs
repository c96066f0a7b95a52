use serde_json::Value;

use crate::client::{
    Seconds,
    macros::{answer, call},
};

answer! {
    /// A channel's topic or purpose.
    Topic {
        value: String = "The text.",
        creator: String = "Who set it.",
        last_set: Seconds = "When.",
    }
}

answer! {
    /// A channel, a group or a direct message.
    Channel {
        id: String = "Its id, `C…`, `G…` or `D…`.",
        name: String = "Its name; direct messages have none.",
        is_channel: bool = "Whether it is a channel.",
        is_group: bool = "Whether it is an old private channel.",
        is_im: bool = "Whether it is a direct message with one person.",
        is_mpim: bool = "Whether it is a direct message with several people.",
        is_private: bool = "Whether it is for its members only.",
        is_archived: bool = "Whether it is archived.",
        is_general: bool = "Whether everybody is in it.",
        is_member: bool = "Whether we are in it.",
        is_shared: bool = "Whether several workspaces share it.",
        is_ext_shared: bool = "Whether several organisations share it.",
        is_org_shared: bool = "Whether workspaces of one organisation share it.",
        is_open: bool = "Whether a direct message is in sight.",
        user: String = "The other person of a direct message.",
        creator: String = "Who created it.",
        created: Seconds = "When it was created.",
        topic: Topic = "What is talked about.",
        purpose: Topic = "What it is for.",
        previous_names: Vec<String> = "How it was called before.",
        num_members: u64 = "How many people are in it, if asked for.",
        locale: String = "Its language, if asked for.",
        last_read: String = "Up to where we have read.",
        latest: Value = "The last message.",
        context_team_id: String = "The workspace it is seen from.",
    }
}

answer! {
    /// One channel.
    OneChannel {
        channel: Channel = "The channel.",
    }
}

call! {
    /// Fetches a channel.
    Info: "conversations.info" => OneChannel,
    of {
        channel: String = "The channel, by id.",
    } with {
        include_locale: bool = "Tells its language too.",
        include_num_members: bool = "Tells how many people are in it.",
    }
}
