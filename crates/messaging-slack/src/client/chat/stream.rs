use serde_json::Value;

use super::post::{Placed, Posted};
use crate::client::macros::call;

call! {
    /// Starts a message that is written bit by bit. Slack ends it after about five minutes.
    StartStream: "chat.startStream" => Placed,
    of {
        channel: String = "The channel, by id.",
    } with {
        thread_ts: String = "The root of the thread it answers in; required almost everywhere.",
        recipient_user_id: String = "Who it answers; required outside direct messages.",
        recipient_team_id: String = "Their workspace; required outside direct messages.",
        markdown_text: String = "The beginning, as Markdown, up to 12,000 characters; without `chunks`.",
        chunks: Value = "The beginning, as chunks. A stream takes either chunks or text, to its end.",
        task_display_mode: String = "How tasks are shown: `timeline` or `plan`.",
        username: String = "The name it is written under (`chat:write.customize`).",
        icon_emoji: String = "The emoji beside it (`chat:write.customize`).",
        icon_url: String = "The picture beside it (`chat:write.customize`).",
    }
}

call! {
    /// Goes on with a stream.
    AppendStream: "chat.appendStream" => Placed,
    of {
        channel: String = "The channel, by id.",
        ts: String = "The stream's `ts`.",
    } with {
        markdown_text: String = "What comes next, as Markdown, up to 12,000 characters; without `chunks`.",
        chunks: Value = "What comes next, as chunks.",
    }
}

call! {
    /// Ends a stream.
    StopStream: "chat.stopStream" => Posted,
    of {
        channel: String = "The channel, by id.",
        ts: String = "The stream's `ts`.",
    } with {
        markdown_text: String = "The end, as Markdown, up to 12,000 characters; without `chunks`.",
        chunks: Value = "The end, as chunks.",
        blocks: Value = "Blocks below it, up to 50.",
        metadata: Value = "What the app writes down with it.",
        session_status: String = "The agent's status from now on.",
    }
}
