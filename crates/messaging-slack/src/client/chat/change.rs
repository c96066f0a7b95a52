use serde_json::Value;

use super::{post::Placed, read::Message};
use crate::client::macros::{answer, call};

answer! {
    /// A message that was changed.
    Updated {
        channel: String = "The channel.",
        ts: String = "Its id in the channel, as before.",
        text: String = "Its text.",
        message: Message = "The message.",
    }
}

call! {
    /// Changes a message of the app's own. Text without blocks removes the blocks that were there.
    Update: "chat.update" => Updated,
    of {
        channel: String = "The channel, by id; a direct message by `D…`.",
        ts: String = "The message's `ts`.",
    } with {
        text: String = "The text, as mrkdwn, up to 4,000 characters.",
        markdown_text: String = "The text, as Markdown, up to 12,000 characters; without `text` and `blocks`.",
        blocks: Value = "Blocks, up to 50.",
        attachments: Value = "Attachments, up to 100.",
        metadata: Value = "What the app writes down with it.",
        file_ids: Vec<String> = "The files that it holds.",
        reply_broadcast: bool = "Shows a reply in the channel too.",
        parse: String = "How much of the text Slack looks for names in.",
        link_names: bool = "Whether `@name` in the text calls people.",
        unfurled_attachments: Value = "What links are shown with.",
        as_user: bool = "For classic apps.",
    }
}

call! {
    /// Deletes a message of the app's own.
    Delete: "chat.delete" => Placed,
    of {
        channel: String = "The channel, by id.",
        ts: String = "The message's `ts`.",
    } with {
        as_user: bool = "For classic apps.",
    }
}
