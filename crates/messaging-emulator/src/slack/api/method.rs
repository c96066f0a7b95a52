use super::{
    arguments::Arguments,
    caller::Caller,
    error::{Answer, Refusal},
};
use crate::slack::{SlackEmulator, room::Kind};

/// A method of the Web API: what it is called, what it wants, and what it does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Method {
    pub(crate) name: &'static str,
    pub(crate) tier: Tier,
    /// One of these is needed, separated by spaces; none if it is empty. Which one may depend on the kind of channel.
    pub(crate) scopes: &'static str,
    /// What Slack documents that it takes, separated by spaces, with `*` after what it cannot do without.
    pub(crate) takes: &'static str,
    pub(crate) nature: Nature,
    pub(crate) act: Act,
}

/// How often a minute a method may be called: <https://docs.slack.dev/apis/web-api/rate-limits>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tier {
    /// Once.
    One,
    /// 20 times.
    Two,
    /// 50 times.
    Three,
    /// 100 times.
    Four,
    /// As often as it says; Slack documents no number.
    Special(u32),
}

impl Tier {
    pub(crate) fn per_minute(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Two => 20,
            Self::Three => 50,
            Self::Four => 100,
            Self::Special(calls) => calls,
        }
    }
}

/// What a method does to the workspace, which says which faults and limits it meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nature {
    /// Reads.
    Read,
    /// Looks up what became of a write: such a lookup may fail on purpose.
    LookUp,
    /// Changes something: it may fail on purpose, before or after it was done.
    Write,
    /// Posts a message, and counts as a post.
    Post,
}

/// What a method does.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Act {
    /// For anybody.
    Open(fn(&SlackEmulator, &Arguments) -> Answer),
    /// For the app itself, by its token in the header, which needs this scope.
    App(&'static str, fn(&SlackEmulator, &Arguments) -> Answer),
    /// For whoever a token belongs to.
    Token(fn(&SlackEmulator, &Caller, &Arguments) -> Answer),
}

impl Method {
    pub(crate) fn scopes(&self) -> impl Iterator<Item = &'static str> {
        self.scopes.split_whitespace()
    }

    /// The scopes that it wants for one kind of channel.
    pub(crate) fn scopes_for(&self, kind: Kind) -> impl Iterator<Item = &'static str> {
        let start = match kind {
            Kind::Public => "channels:",
            Kind::Private => "groups:",
            Kind::Direct => "im:",
            Kind::Group => "mpim:",
        };
        self.scopes().filter(move |scope| scope.starts_with(start))
    }

    /// Whether an organization's token has to say which workspace it is about.
    pub(crate) fn needs_team(&self) -> bool {
        const METHODS: [&str; 5] =
            ["bots.info", "conversations.create", "conversations.list", "users.conversations", "users.list"];
        METHODS.contains(&self.name)
    }

    /// Whether Slack documents this argument.
    pub(crate) fn documents(&self, name: &str) -> bool {
        self.takes == ANYTHING || self.takes.split_whitespace().any(|word| word.trim_end_matches('*') == name)
    }

    /// Whether this is an argument that Slack's own clients send, and that no page documents.
    pub(crate) fn leaves_unproven(&self, name: &str) -> bool {
        (self.name, name) == ("chat.postMessage", CLIENT_MSG_ID)
    }

    /// Refuses a call without what it cannot do without.
    pub(crate) fn wants(&self, arguments: &Arguments) -> Result<(), Refusal> {
        let required = self.takes.split_whitespace().filter_map(|word| word.strip_suffix('*'));
        let missing: Vec<_> = required.filter(|name| !arguments.has(name)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let refusal = Refusal::new("invalid_arguments");
        Err(missing.iter().fold(refusal, |refusal, name| refusal.saying(&format!("missing required field: {name}"))))
    }
}

/// What a post may be told apart from its copies by, if Slack looks at it.
pub(crate) const CLIENT_MSG_ID: &str = "client_msg_id";

/// For a method that takes whatever it is given.
pub(crate) const ANYTHING: &str = "...";
