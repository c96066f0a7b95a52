//! `conversations.*`: <https://docs.slack.dev/reference/methods?family=conversations>.

mod archive;
mod describe;
mod find;
mod history;
mod list;
mod name;
mod open;
mod people;
mod topic;

use super::{
    arguments::Arguments,
    caller::Caller,
    error::Answer,
    method::{Act, Method, Nature, Tier},
};
use crate::slack::SlackEmulator;

pub(super) use find::{can_see, seen, team, team_mut};

const HISTORY: &str = "channels:history groups:history im:history mpim:history";
const READ: &str = "channels:read groups:read im:read mpim:read";
const MANAGE: &str = "channels:manage channels:write groups:write im:write mpim:write";
const INVITE: &str = "channels:manage channels:write.invites groups:write groups:write.invites im:write mpim:write";
const OPEN: &str = "channels:manage groups:write im:write mpim:write";
const TOPIC: &str = "channels:manage channels:write.topic groups:write groups:write.topic im:write im:write.topic \
    mpim:write mpim:write.topic";

type Does = fn(&SlackEmulator, &Caller, &Arguments) -> Answer;

const fn method(name: &'static str, tier: Tier, scopes: &'static str, takes: &'static str, does: Does) -> Method {
    Method { name, tier, scopes, takes, nature: Nature::Write, act: Act::Token(does) }
}

const fn reads(method: Method) -> Method {
    Method { nature: Nature::Read, ..method }
}

const fn looks_up(method: Method) -> Method {
    Method { nature: Nature::LookUp, ..method }
}

pub(super) const METHODS: &[Method] = &[
    method("conversations.archive", Tier::Two, MANAGE, "channel*", SlackEmulator::archive),
    method("conversations.close", Tier::Two, MANAGE, "channel*", SlackEmulator::close_direct),
    method("conversations.create", Tier::Two, MANAGE, "is_private name* team_id", SlackEmulator::create),
    looks_up(method(
        "conversations.history",
        Tier::Three,
        HISTORY,
        "channel* cursor include_all_metadata inclusive latest limit oldest",
        SlackEmulator::history,
    )),
    reads(method(
        "conversations.info",
        Tier::Three,
        READ,
        "channel* include_locale include_num_members",
        SlackEmulator::conversation,
    )),
    method("conversations.invite", Tier::Three, INVITE, "channel* force users*", SlackEmulator::invite),
    method("conversations.join", Tier::Three, "channels:join", "channel*", SlackEmulator::join),
    method("conversations.kick", Tier::Three, MANAGE, "channel* user", SlackEmulator::kick),
    method("conversations.leave", Tier::Three, MANAGE, "channel*", SlackEmulator::leave),
    reads(method(
        "conversations.list",
        Tier::Two,
        READ,
        "cursor exclude_archived limit team_id types",
        SlackEmulator::list_conversations,
    )),
    method("conversations.mark", Tier::Three, MANAGE, "channel* ts*", SlackEmulator::mark),
    reads(method("conversations.members", Tier::Four, READ, "channel* cursor limit", SlackEmulator::members)),
    method(
        "conversations.open",
        Tier::Three,
        OPEN,
        "channel prevent_creation return_im users",
        SlackEmulator::open_direct,
    ),
    method("conversations.rename", Tier::Two, MANAGE, "channel* name*", SlackEmulator::rename),
    looks_up(method(
        "conversations.replies",
        Tier::Three,
        HISTORY,
        "channel* cursor include_all_metadata inclusive latest limit oldest ts*",
        SlackEmulator::replies,
    )),
    method("conversations.setPurpose", Tier::Two, TOPIC, "channel* purpose*", SlackEmulator::set_purpose),
    method("conversations.setTopic", Tier::Two, TOPIC, "channel* topic*", SlackEmulator::set_topic),
    method("conversations.unarchive", Tier::Two, MANAGE, "channel*", SlackEmulator::unarchive),
];
