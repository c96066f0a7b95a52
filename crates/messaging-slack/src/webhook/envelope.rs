use messaging_core::{Error, ErrorKind, Event, Place, Result};

use super::{json::Json, other};
use crate::place;

/// A JSON object of Slack's. Every field may be missing, and unknown ones are nobody's concern.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields<'a>(&'a Json<'a>);

impl<'a> Fields<'a> {
    pub(super) fn of(value: &'a Json<'a>) -> Self {
        Self(value)
    }

    /// A text by JSON pointer; an empty one counts as missing.
    pub(super) fn text(self, pointer: &str) -> Option<&'a str> {
        self.at(pointer).and_then(Json::as_str).filter(|text| !text.is_empty())
    }

    /// A text, or a number as it is written.
    pub(super) fn scalar(self, pointer: &str) -> Option<String> {
        match self.at(pointer)? {
            Json::Number(number) => Some(number.to_string()),
            value => value.as_str().filter(|text| !text.is_empty()).map(str::to_owned),
        }
    }

    /// An object inside.
    pub(super) fn object(self, pointer: &str) -> Option<Self> {
        self.at(pointer).filter(|value| value.is_object()).map(Self)
    }

    pub(super) fn is_true(self, pointer: &str) -> bool {
        self.at(pointer) == Some(&Json::Bool(true))
    }

    /// What a JSON pointer without escapes points to.
    pub(super) fn at(self, pointer: &str) -> Option<&'a Json<'a>> {
        let mut steps = pointer.strip_prefix('/')?;
        let mut value = self.0;
        // Most pointers have one step, which is too short for a search that is made for long texts.
        while let Some((step, rest)) = steps.bytes().position(|byte| byte == b'/').and_then(|at| split(steps, at)) {
            value = value.get(step)?;
            steps = rest;
        }
        value.get(steps)
    }
}

/// What is before and behind the byte `at`.
fn split(text: &str, at: usize) -> Option<(&str, &str)> {
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What is wrapped around an event. <https://docs.slack.dev/apis/events-api#callback-field>
#[derive(Clone, Copy, Debug)]
pub(super) struct Envelope<'a> {
    fields: Fields<'a>,
    team: Option<&'a str>,
    bot: Option<&'a str>,
    /// The body as it came.
    pub(super) raw: &'a str,
}

impl<'a> Envelope<'a> {
    pub(super) fn of(value: &'a Json<'a>, raw: &'a str) -> Result<Self> {
        if value.is_object() {
            let fields = Fields::of(value);
            return Ok(Self { fields, team: team(fields), bot: bot(fields), raw });
        }
        Err(Error::new(ErrorKind::Invalid, "the body is signed and is no JSON object"))
    }

    pub(super) fn kind(&self) -> Option<&'a str> {
        self.text("/type")
    }

    pub(super) fn text(&self, pointer: &str) -> Option<&'a str> {
        self.fields.text(pointer)
    }

    /// The event inside.
    pub(super) fn event(&self) -> Option<Fields<'a>> {
        self.fields.object("/event")
    }

    /// The installation that heard the event: a team, or an organisation. In a shared channel `team_id` may be the
    /// other side's.
    pub(super) fn team(&self) -> Option<&'a str> {
        self.team
    }

    /// The bot that heard it.
    pub(super) fn bot(&self) -> Option<&'a str> {
        self.bot
    }

    /// The event's own name: the same on every retry.
    pub(super) fn key(&self) -> Option<String> {
        let team = self.text("/team_id").or_else(|| self.team())?;
        Some([team, ":", self.text("/event_id")?].concat())
    }

    /// Something this version has no word for. Nothing, if it cannot be told apart from others or belongs nowhere.
    pub(super) fn other(&self, name: &str, inner: Option<Fields<'_>>) -> Option<Event> {
        let team = self.team()?;
        let key = self.key_of(name, inner)?;
        let place = inner.and_then(|inner| conversation(team, inner)).unwrap_or_else(|| place::workspace(team));
        Some(other(key, place, name, self.raw))
    }

    /// The event's own name, or one made of what it is and when it was told.
    pub(super) fn key_of(&self, name: &str, inner: Option<Fields<'_>>) -> Option<String> {
        let told_at = inner.and_then(|inner| inner.scalar("/event_ts"));
        let told_at = told_at.or_else(|| self.fields.scalar("/minute_rate_limited"));
        self.key().or_else(|| Some(format!("{}:{name}:{}", self.team()?, told_at?)))
    }
}

fn team(fields: Fields<'_>) -> Option<&str> {
    let organisation = fields.text("/authorizations/0/enterprise_id");
    if organisation.is_some() && fields.is_true("/authorizations/0/is_enterprise_install") {
        return organisation;
    }
    let team = fields.text("/authorizations/0/team_id").or_else(|| fields.text("/team_id"));
    team.or(organisation).or_else(|| fields.text("/enterprise_id"))
}

fn bot(fields: Fields<'_>) -> Option<&str> {
    fields.text("/authorizations/0/user_id").filter(|_| fields.is_true("/authorizations/0/is_bot"))
}

/// Where an event happened, as far as it says so: each family says it elsewhere.
pub(super) fn conversation(team: &str, inner: Fields<'_>) -> Option<Place> {
    let channel = ["/channel", "/channel/id", "/channel_id", "/item/channel", "/assistant_thread/channel_id"]
        .into_iter()
        .find_map(|pointer| inner.text(pointer))?;
    let thread = ["/thread_ts", "/message/thread_ts", "/previous_message/thread_ts", "/assistant_thread/thread_ts"];
    Some(match thread.into_iter().find_map(|pointer| inner.text(pointer)) {
        Some(root) => place::thread(team, channel, root),
        None => place_of(team, channel, is_direct(inner.text("/channel_type"), channel)),
    })
}

/// Whether a channel is between us and one person. Its type says so; its first letter only where there is no type.
pub(super) fn is_direct(kind: Option<&str>, channel: &str) -> bool {
    match kind {
        Some(kind) => matches!(kind, "im" | "app_home"),
        None => channel.starts_with('D'),
    }
}

/// A conversation outside of any thread.
pub(super) fn place_of(team: &str, channel: &str, direct: bool) -> Place {
    if direct { place::dm(team, channel) } else { place::channel(team, channel) }
}
