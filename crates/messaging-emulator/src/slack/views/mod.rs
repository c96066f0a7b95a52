//! Modals and the app's home: <https://docs.slack.dev/surfaces/modals>.

mod close;
mod draft;
mod fill;
mod home;
mod methods;
mod stack;
mod submit;
mod view;

pub(crate) use stack::Views;

use super::{
    SlackEmulator,
    api::{Act, Answer, Arguments, Caller, Method, Nature, Tier},
};

type Does = fn(&SlackEmulator, &Caller, &Arguments) -> Answer;

const fn method(name: &'static str, takes: &'static str, does: Does) -> Method {
    Method { name, tier: Tier::Four, scopes: "", takes, nature: Nature::Read, act: Act::Token(does) }
}

/// The methods of the Web API for them.
pub(crate) const METHODS: &[Method] = &[
    method("views.open", "interactivity_pointer trigger_id view*", SlackEmulator::views_open),
    method("views.publish", "hash user_id* view*", SlackEmulator::views_publish),
    method("views.push", "interactivity_pointer trigger_id view*", SlackEmulator::views_push),
    method("views.update", "external_id hash view* view_id", SlackEmulator::views_update),
];
