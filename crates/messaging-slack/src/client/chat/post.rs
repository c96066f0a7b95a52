use serde_json::Value;

use super::read::Message;
use crate::client::macros::{answer, call};

answer! {
    /// A message that was posted.
    Posted {
        channel: String = "Where it is: a user's id becomes that of the direct message.",
        ts: String = "Its id in the channel.",
        message: Message = "The message.",
    }
}

answer! {
    /// Where a message is.
    Placed {
        channel: String = "The channel.",
        ts: String = "Its id in the channel.",
    }
}

answer! {
    /// A message that one person sees.
    Shown {
        message_ts: String = "Its id, which no method takes.",
    }
}

call! {
    /// Posts a message. It is not safe to repeat.
    PostMessage: "chat.postMessage" => Posted,
    of {
        channel: String = "The channel, by id; a user's id opens a direct message.",
    } with {
        text: String = "The text, as mrkdwn; with blocks, what notifications show. 4,000 characters are safe.",
        markdown_text: String = "The text, as Markdown, up to 12,000 characters; without `text` and `blocks`.",
        blocks: Value = "Blocks, up to 50.",
        attachments: Value = "Attachments, up to 100.",
        thread_ts: String = "The root of the thread it answers in.",
        reply_broadcast: bool = "Shows a reply in the channel too.",
        metadata: Value = "What the app writes down with it: `event_type` and `event_payload`.",
        mrkdwn: bool = "Whether `text` is mrkdwn; it is unless told otherwise.",
        parse: String = "How much of the text Slack looks for names in: `none` or `full`.",
        link_names: bool = "Whether `@name` in the text calls people.",
        unfurl_links: bool = "Whether links are shown with what they lead to.",
        unfurl_media: bool = "Whether links to media are shown with what they lead to.",
        username: String = "The name it is written under (`chat:write.customize`).",
        icon_emoji: String = "The emoji beside it (`chat:write.customize`).",
        icon_url: String = "The picture beside it (`chat:write.customize`).",
        as_user: bool = "For classic apps.",
        current_draft_last_updated_ts: String = "The draft that it is sent from.",
    }
}

call! {
    /// Shows a message to one person. It cannot be changed or deleted, and may not arrive.
    PostEphemeral: "chat.postEphemeral" => Shown,
    of {
        channel: String = "The channel, by id.",
        user: String = "Who sees it; they are in the channel.",
    } with {
        text: String = "The text, as mrkdwn.",
        markdown_text: String = "The text, as Markdown, up to 12,000 characters; without `text` and `blocks`.",
        blocks: Value = "Blocks, up to 50.",
        attachments: Value = "Attachments, up to 100.",
        thread_ts: String = "The root of the thread it is shown in.",
        parse: String = "How much of the text Slack looks for names in.",
        link_names: bool = "Whether `@name` in the text calls people.",
        username: String = "The name it is written under (`chat:write.customize`).",
        icon_emoji: String = "The emoji beside it (`chat:write.customize`).",
        icon_url: String = "The picture beside it (`chat:write.customize`).",
        as_user: bool = "For classic apps.",
    }
}

call! {
    /// Posts what `/me` posts.
    MeMessage: "chat.meMessage" => Placed,
    of {
        channel: String = "The channel, by id.",
        text: String = "What we do.",
    } with {}
}
