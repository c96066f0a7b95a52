//! Streamed answers: a message that grows while people read it (<https://docs.slack.dev/ai/developing-agents>).

mod append;
mod arguments;
mod chunk;
mod finish;
mod press;
mod start;
mod stream;

pub use press::StopError;
pub(crate) use stream::Stream;

use super::{
    SlackEmulator,
    api::{Act, Method, Nature, Tier},
};

/// The methods of the Web API for it.
pub(crate) const METHODS: &[Method] = &[
    Method {
        name: "chat.appendStream",
        tier: Tier::Four,
        scopes: "chat:write",
        takes: "channel* chunks markdown_text ts*",
        nature: Nature::Write,
        act: Act::Token(SlackEmulator::append_stream),
    },
    Method {
        name: "chat.startStream",
        tier: Tier::Two,
        scopes: "chat:write",
        takes: "channel* chunks icon_emoji icon_url markdown_text recipient_team_id recipient_user_id \
            task_display_mode thread_ts username",
        nature: Nature::Post,
        act: Act::Token(SlackEmulator::start_stream),
    },
    Method {
        name: "chat.stopStream",
        tier: Tier::Two,
        scopes: "chat:write",
        takes: "blocks channel* chunks markdown_text metadata session_status ts*",
        nature: Nature::Write,
        act: Act::Token(SlackEmulator::stop_stream),
    },
];
