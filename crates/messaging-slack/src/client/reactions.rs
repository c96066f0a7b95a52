//! Reactions.

use serde_json::Value;

use super::{
    chat::Message,
    macros::{answer, call},
};

call! {
    /// Reacts to a message. `already_reacted` says that it is as wanted.
    Add: "reactions.add" => (),
    of {
        channel: String = "The channel, by id.",
        timestamp: String = "The message's `ts`.",
        name: String = "The emoji's name, without colons.",
    } with {}
}

call! {
    /// Takes a reaction of ours back. `no_reaction` says that it is as wanted.
    Remove: "reactions.remove" => (),
    of {
        name: String = "The emoji's name, without colons.",
    } with {
        channel: String = "The channel, by id.",
        timestamp: String = "The message's `ts`.",
        file: String = "Or a file, by id.",
        file_comment: String = "Or a comment, by id.",
    }
}

answer! {
    /// What was reacted to, with the reactions in it.
    Reacted {
        r#type as "type": String = "`message`, `file` or `file_comment`.",
        channel: String = "The channel.",
        message: Message = "The message.",
        file: Value = "The file.",
        comment: Value = "The comment.",
    }
}

call! {
    /// Fetches the reactions to a message or a file.
    Get: "reactions.get" => Reacted,
    of {} with {
        channel: String = "The channel, by id.",
        timestamp: String = "The message's `ts`.",
        file: String = "Or a file, by id.",
        file_comment: String = "Or a comment, by id.",
        full: bool = "Tells everybody who reacted.",
    }
}
