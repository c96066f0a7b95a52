use serde_json::Value;

use super::read::Message;
use crate::client::{
    Seconds,
    macros::{answer, call, list},
};

answer! {
    /// A message that waits for its time.
    Scheduled {
        channel: String = "The channel.",
        scheduled_message_id: String = "Its id, `Q…`.",
        post_at: Seconds = "When it is posted.",
        message: Message = "The message.",
    }
}

answer! {
    /// A message that waits for its time, in a list.
    ScheduledMessage {
        id: String = "Its id, `Q…`.",
        channel_id: String = "The channel.",
        post_at: Seconds = "When it is posted.",
        date_created: Seconds = "When it was scheduled.",
        text: String = "Its text.",
    }
}

answer! {
    /// Messages that wait for their time.
    ScheduledMessages {
        scheduled_messages: Vec<ScheduledMessage> = "The messages.",
    }
}

call! {
    /// Posts a message later, at most 120 days ahead; 30 at most in five minutes of a channel.
    ScheduleMessage: "chat.scheduleMessage" => Scheduled,
    of {
        channel: String = "The channel, by id.",
        post_at: Seconds = "When.",
    } with {
        text: String = "The text, as mrkdwn.",
        markdown_text: String = "The text, as Markdown, up to 12,000 characters; without `text` and `blocks`.",
        blocks: Value = "Blocks, up to 50.",
        attachments: Value = "Attachments, up to 100.",
        thread_ts: String = "The root of the thread it answers in.",
        reply_broadcast: bool = "Shows a reply in the channel too.",
        metadata: Value = "What the app writes down with it.",
        parse: String = "How much of the text Slack looks for names in.",
        link_names: bool = "Whether `@name` in the text calls people.",
        unfurl_links: bool = "Whether links are shown with what they lead to.",
        unfurl_media: bool = "Whether links to media are shown with what they lead to.",
        as_user: bool = "For classic apps.",
    }
}

list! {
    /// Lists what the app has scheduled.
    ScheduledMessagesList: "chat.scheduledMessages.list" => ScheduledMessages,
    by 100 scheduled_messages: ScheduledMessage = "How many a page holds.",
    of {} with {
        channel: String = "In this channel only.",
        oldest: String = "Not before this time, in Unix seconds.",
        latest: String = "Not after this time, in Unix seconds.",
        team_id: String = "The workspace, with an organisation's token.",
    }
}

call! {
    /// Takes back what was scheduled.
    DeleteScheduledMessage: "chat.deleteScheduledMessage" => (),
    of {
        channel: String = "The channel, by id.",
        scheduled_message_id: String = "The message, `Q…`.",
    } with {
        as_user: bool = "For classic apps.",
    }
}
