//! `users.*`, `bots.*` and `team.*`: who is here.

mod info;
mod list;

use super::{
    arguments::Arguments,
    caller::Caller,
    error::Answer,
    method::{Act, Method, Nature, Tier},
};
use crate::slack::SlackEmulator;

type Does = fn(&SlackEmulator, &Caller, &Arguments) -> Answer;

const fn method(name: &'static str, tier: Tier, scopes: &'static str, takes: &'static str, does: Does) -> Method {
    Method { name, tier, scopes, takes, nature: Nature::Read, act: Act::Token(does) }
}

pub(super) const METHODS: &[Method] = &[
    method("bots.info", Tier::Three, "users:read", "bot team_id", |_, caller, arguments| {
        list::bots_info(caller, arguments)
    }),
    method("team.info", Tier::Three, "team:read", "domain team", |_, caller, arguments| {
        list::team_info(caller, arguments)
    }),
    method(
        "users.conversations",
        Tier::Three,
        "channels:read groups:read im:read mpim:read",
        "cursor exclude_archived limit team_id types user",
        SlackEmulator::users_conversations,
    ),
    method("users.info", Tier::Four, "users:read", "include_locale user*", |_, caller, arguments| {
        info::users_info(caller, arguments)
    }),
    method("users.list", Tier::Two, "users:read", "cursor include_locale limit team_id", SlackEmulator::users_list),
    method("users.lookupByEmail", Tier::Three, "users:read.email", "email*", |_, caller, arguments| {
        list::users_lookup(caller, arguments)
    }),
];
