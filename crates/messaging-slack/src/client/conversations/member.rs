use serde_json::Value;

use super::channel::{Channel, OneChannel};
use crate::client::{
    Csv,
    macros::{answer, call, list},
};

answer! {
    /// Who is in a channel.
    MemberIds {
        members: Vec<String> = "Their ids.",
    }
}

list! {
    /// Lists who is in a channel.
    Members: "conversations.members" => MemberIds,
    by 200 members: String = "How many a page holds.",
    of {
        channel: String = "The channel, by id.",
    } with {}
}

answer! {
    /// A channel that people were invited to.
    Invited {
        channel: Channel = "The channel.",
        errors: Vec<Value> = "Who could not be invited, where some were.",
    }
}

call! {
    /// Invites people to a channel, up to 100.
    Invite: "conversations.invite" => Invited,
    of {
        channel: String = "The channel, by id.",
        users: Csv = "Who, by id.",
    } with {
        force: bool = "Invites whoever can be invited, and tells who cannot.",
    }
}

call! {
    /// Removes somebody from a channel.
    Kick: "conversations.kick" => (),
    of {
        channel: String = "The channel, by id.",
    } with {
        user: String = "Whom, by id.",
    }
}

call! {
    /// Joins a public channel. Being in it already is a warning, no error.
    Join: "conversations.join" => OneChannel,
    of {
        channel: String = "The channel, by id.",
    } with {}
}

answer! {
    /// Whether a channel was left.
    Left {
        not_in_channel: bool = "We were not in it.",
    }
}

call! {
    /// Leaves a channel.
    Leave: "conversations.leave" => Left,
    of {
        channel: String = "The channel, by id.",
    } with {}
}
