use crate::client::{
    chat::Message,
    macros::{answer, call, list},
};

answer! {
    /// Messages of a channel or a thread.
    Messages {
        messages: Vec<Message> = "The messages: newest first in a channel, oldest first in a thread.",
        has_more: bool = "Whether there are more.",
        pin_count: u64 = "How many are pinned.",
    }
}

list! {
    /// Lists the messages of a channel, without what is said in threads.
    History: "conversations.history" => Messages,
    by 200 messages: Message = "How many a page holds, up to 999; 15 for some apps.",
    of {
        channel: String = "The channel, by id.",
    } with {
        oldest: String = "Not before this `ts`.",
        latest: String = "Not after this `ts`.",
        inclusive: bool = "Whether the bounds are included.",
        include_all_metadata: bool = "Tells what apps wrote down too.",
    }
}

list! {
    /// Lists the messages of a thread, its root first.
    Replies: "conversations.replies" => Messages,
    by 200 messages: Message = "How many a page holds, up to 1,000; 15 for some apps.",
    of {
        channel: String = "The channel, by id.",
        ts: String = "The root's `ts`.",
    } with {
        oldest: String = "Not before this `ts`.",
        latest: String = "Not after this `ts`.",
        inclusive: bool = "Whether the bounds are included.",
        include_all_metadata: bool = "Tells what apps wrote down too.",
    }
}

call! {
    /// Marks a channel as read up to a message.
    Mark: "conversations.mark" => (),
    of {
        channel: String = "The channel, by id.",
        ts: String = "The message's `ts`.",
    } with {}
}
