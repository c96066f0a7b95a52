use serde_json::Value;

use crate::client::macros::{answer, call};

answer! {
    /// A message, as it stands in a conversation.
    Message {
        r#type as "type": String = "`message`.",
        subtype: String = "What kind of message, where it is no plain one.",
        user: String = "Who wrote it.",
        bot_id: String = "Which bot wrote it.",
        app_id: String = "Which app wrote it.",
        username: String = "The name it was written under, where that was chosen.",
        team: String = "The author's workspace.",
        text: String = "The text, as mrkdwn.",
        ts: String = "Its id and time in the channel. Never a number.",
        thread_ts: String = "The root of its thread.",
        parent_user_id: String = "Who wrote the root.",
        reply_count: u64 = "How many replies its thread has.",
        latest_reply: String = "The last of them.",
        client_msg_id: String = "The id that a person's client gave it.",
        blocks: Vec<Value> = "Its blocks.",
        attachments: Vec<Value> = "Its attachments.",
        files: Vec<Value> = "Its files.",
        reactions: Vec<Value> = "How people reacted.",
        edited: Value = "Who changed it last, and when.",
        metadata: Value = "What the app wrote down with it.",
        bot_profile: Value = "Who the bot is.",
    }
}

answer! {
    /// Where a message can be opened.
    Permalink {
        channel: String = "The channel.",
        permalink: String = "The URL.",
    }
}

call! {
    /// Returns the URL of a message.
    GetPermalink: "chat.getPermalink" => Permalink,
    of {
        channel: String = "The channel, by id.",
        message_ts: String = "The message's `ts`.",
    } with {}
}
