//! What people see of an assistant beside its messages.

use serde::Serialize;

use super::macros::call;

call! {
    /// Says what the assistant is doing: `is thinking…`, after its name. It is over with a reply, after two minutes, or
    /// with an empty status.
    SetStatus: "assistant.threads.setStatus" => (),
    of {
        channel_id: String = "The channel, by id.",
        thread_ts: String = "The root of the thread.",
        status: String = "What it is doing; empty for nothing.",
    } with {
        loading_messages: Vec<String> = "What is shown in turn, up to 10.",
        username: String = "The name it is shown under (`chat:write.customize`).",
        icon_emoji: String = "The emoji beside it (`chat:write.customize`).",
        icon_url: String = "The picture beside it (`chat:write.customize`).",
    }
}

call! {
    /// Names a thread with the assistant.
    SetTitle: "assistant.threads.setTitle" => (),
    of {
        channel_id: String = "The channel, by id.",
        thread_ts: String = "The root of the thread.",
        title: String = "Its title.",
    } with {}
}

/// What people may ask with one click.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Prompt {
    /// What they read.
    pub title: String,
    /// What they say by clicking it.
    pub message: String,
}

impl Prompt {
    /// Shows `title`, and says `message`.
    pub fn new(title: impl Into<String>, message: impl Into<String>) -> Self {
        Self { title: title.into(), message: message.into() }
    }
}

call! {
    /// Offers people what to ask, up to four prompts.
    SetSuggestedPrompts: "assistant.threads.setSuggestedPrompts" => (),
    of {
        channel_id: String = "The channel, by id.",
        prompts: Vec<Prompt> = "The prompts.",
    } with {
        thread_ts: String = "The root of the thread.",
        title: String = "What stands above them.",
    }
}
