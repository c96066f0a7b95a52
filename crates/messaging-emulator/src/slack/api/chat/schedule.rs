use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::time::sleep;

use super::{content::Length, post::MOST_TEXT};
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        conversations::{can_see, team, team_mut},
        error::{Answer, Refusal},
        page::listed,
    },
    id::fresh,
    scheduled::Scheduled,
};

/// Most messages scheduled for one channel within [`TOGETHER`].
const MOST_TOGETHER: usize = 30;
/// How far apart messages do not count together, in seconds.
const TOGETHER: u64 = 300;
/// How far ahead, in seconds.
const FURTHEST: u64 = 120 * 24 * 60 * 60;
/// How long before its time a message cannot be taken back any more, in seconds.
const TOO_LATE: u64 = 60;
/// Most messages waiting in a workspace.
const MOST_WAITING: usize = 10_000;

impl SlackEmulator {
    /// Posts later: <https://docs.slack.dev/reference/methods/chat.scheduleMessage>.
    pub(super) fn schedule_message(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let post_at = arguments.count("post_at")?.ok_or_else(|| Refusal::new("invalid_time"))?;
        let now = self.unix_seconds();
        if post_at <= now {
            return Err(Refusal::new("time_in_past"));
        }
        if post_at - now > FURTHEST {
            return Err(Refusal::new("time_too_far"));
        }
        let channel = self.addressed(caller, arguments.required("channel")?)?;
        let draft = self.draft(caller, arguments, Length::Refuse(MOST_TEXT))?;
        let id = self.desk().dice(|rng| fresh(rng, "Q", 10));
        let mut message = Map::new();
        message.insert("type".to_owned(), json!("delayed_message"));
        message.insert("text".to_owned(), json!(draft.text));
        message.insert("user".to_owned(), json!(caller.user));
        message.insert("team".to_owned(), json!(caller.team()));
        message.insert("bot_id".to_owned(), json!(caller.directory.bot_id));
        for (name, value) in [("blocks", &draft.blocks), ("metadata", &draft.metadata)] {
            if let Some(value) = value {
                message.insert(name.to_owned(), value.clone());
            }
        }
        let scheduled = Scheduled { id: id.clone(), channel: channel.clone(), post_at, created: now, draft };
        {
            let mut state = self.state();
            let team = team_mut(&mut state, caller)?;
            let near = |other: &&Scheduled| other.channel == channel && other.post_at.abs_diff(post_at) < TOGETHER;
            if team.scheduled.iter().filter(near).count() >= MOST_TOGETHER || team.scheduled.len() >= MOST_WAITING {
                return Err(Refusal::new("restricted_too_many"));
            }
            team.scheduled.push(scheduled);
        }
        let (emulator, team, waiting) = (self.clone(), caller.team().to_owned(), id.clone());
        let wait = Duration::from_millis((post_at * 1_000).saturating_sub(self.desk().unix_millis()));
        tokio::spawn(async move {
            sleep(wait).await;
            emulator.post_scheduled(&team, &waiting);
        });
        let fields = [
            ("channel", json!(channel)),
            ("scheduled_message_id", json!(id)),
            ("post_at", json!(post_at)),
            ("message", Value::Object(message)),
        ];
        Ok(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    fn post_scheduled(&self, team: &str, id: &str) {
        let scheduled = {
            let mut state = self.state();
            let Some(team) = state.team_mut(team) else { return };
            let Some(at) = team.scheduled.iter().position(|scheduled| scheduled.id == id) else { return };
            team.scheduled.remove(at)
        };
        self.desk().note(format_args!("scheduled {id} is due"));
        self.publish(team, &scheduled.channel, scheduled.draft);
    }

    /// What is still to be posted: <https://docs.slack.dev/reference/methods/chat.scheduledMessages.list>.
    pub(super) fn scheduled_messages(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let channel = arguments.text("channel")?;
        let bound = |name| {
            arguments
                .text(name)?
                .map(str::parse::<u64>)
                .transpose()
                .map_err(|_| Refusal::arguments(&format!("must provide a Unix timestamp [json-pointer:/{name}]")))
        };
        let (oldest, latest) = (bound("oldest")?.unwrap_or(0), bound("latest")?.unwrap_or(u64::MAX));
        let state = self.state();
        let team = team(&state, caller)?;
        if channel.is_some_and(|channel| team.room(channel).is_none_or(|room| !can_see(caller, room))) {
            return Err(Refusal::new("invalid_channel"));
        }
        let mut wanted: Vec<_> = team.scheduled.iter().collect();
        wanted.retain(|scheduled| {
            channel.is_none_or(|channel| scheduled.channel == channel) && (oldest..=latest).contains(&scheduled.post_at)
        });
        wanted.sort_by_key(|scheduled| scheduled.post_at);
        let json = |scheduled: &&Scheduled| {
            json!({
                "id": scheduled.id,
                "channel_id": scheduled.channel,
                "post_at": scheduled.post_at,
                "date_created": scheduled.created,
                "text": scheduled.draft.text,
            })
        };
        let key = |scheduled: &&Scheduled| scheduled.id.clone();
        listed(arguments, (100, 1_000), "scheduled_messages", wanted.into_iter(), key, json)
    }

    /// Takes a scheduled message back: <https://docs.slack.dev/reference/methods/chat.deleteScheduledMessage>.
    pub(super) fn delete_scheduled(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        arguments.flag("as_user")?;
        let (channel, id) = (arguments.required("channel")?, arguments.required("scheduled_message_id")?);
        let now = self.unix_seconds();
        let mut state = self.state();
        let team = team_mut(&mut state, caller)?;
        if team.room(channel).is_none_or(|room| !can_see(caller, room)) {
            return Err(Refusal::new("channel_not_found"));
        }
        let found = |other: &Scheduled| other.id == id && other.channel == channel && other.post_at > now + TOO_LATE;
        let at = team.scheduled.iter().position(found).ok_or_else(|| Refusal::new("invalid_scheduled_message_id"))?;
        team.scheduled.remove(at);
        Ok(Map::new())
    }
}
