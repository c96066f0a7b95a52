//! `assistant.threads.*` and `agents.sessions.*`: what is shown around a thread with an agent
//! (<https://docs.slack.dev/ai/developing-agents>).

mod session;
mod status;

use super::{
    arguments::Arguments,
    caller::Caller,
    conversations::{can_see, team_mut},
    error::{Answer, Refusal},
    method::{Act, Method, Nature, Tier},
};
use crate::slack::{SlackEmulator, thread::KeptThread, ts::Ts};

type Does = fn(&SlackEmulator, &Caller, &Arguments) -> Answer;

const fn method(name: &'static str, tier: Tier, scopes: &'static str, takes: &'static str, does: Does) -> Method {
    Method { name, tier, scopes, takes, nature: Nature::Write, act: Act::Token(does) }
}

pub(super) const METHODS: &[Method] = &[
    method(
        "agents.sessions.rename",
        Tier::Three,
        "chat:write",
        "channel_id thread_ts title*",
        SlackEmulator::rename_session,
    ),
    method(
        "agents.sessions.setStatus",
        Tier::Three,
        "chat:write",
        "channel_id icon_emoji icon_url initiator_user_id status* thread_ts title username",
        SlackEmulator::set_session_status,
    ),
    method(
        "assistant.threads.setStatus",
        Tier::Special(600),
        "chat:write",
        "channel_id* icon_emoji icon_url loading_messages status* thread_ts* username",
        SlackEmulator::set_status,
    ),
    method(
        "assistant.threads.setSuggestedPrompts",
        Tier::Four,
        "assistant:write",
        "channel_id* prompts* thread_ts title",
        SlackEmulator::set_prompts,
    ),
    method(
        "assistant.threads.setTitle",
        Tier::Four,
        "assistant:write",
        "channel_id* thread_ts* title*",
        SlackEmulator::set_title,
    ),
];

/// Most threads that are remembered.
const MOST_THREADS: usize = 10_000;

impl SlackEmulator {
    /// Changes what is shown around the thread that `channel_id` and `thread_ts` name.
    fn change_thread<T>(
        &self,
        caller: &Caller,
        arguments: &Arguments,
        change: impl FnOnce(&mut KeptThread) -> T,
    ) -> Result<T, Refusal> {
        let channel = arguments.required("channel_id")?.to_owned();
        let thread = arguments.text("thread_ts")?.unwrap_or_default().to_owned();
        let mut state = self.state();
        let team = team_mut(&mut state, caller)?;
        let room = team.room(&channel).filter(|room| can_see(caller, room) && room.has(&caller.user));
        let room = room.ok_or_else(|| Refusal::new("channel_not_found"))?;
        if !thread.is_empty() && Ts::read(&thread).is_none_or(|ts| room.find(ts).is_none()) {
            return Err(Refusal::new("invalid_thread_ts"));
        }
        if team.threads.len() >= MOST_THREADS {
            team.threads.pop_first();
        }
        Ok(change(team.threads.entry((channel, thread)).or_default()))
    }
}

/// Slack keeps some names for itself.
fn check_username(arguments: &Arguments) -> Result<(), Refusal> {
    let name = arguments.text("username")?.unwrap_or_default().to_lowercase();
    if matches!(name.as_str(), "slackbot" | "slack") { Err(Refusal::new("reserved_username")) } else { Ok(()) }
}
