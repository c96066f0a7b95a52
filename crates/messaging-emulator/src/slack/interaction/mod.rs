//! What people do besides writing: they click, choose, command and fill in
//! (<https://docs.slack.dev/interactivity/handling-user-interaction>).

mod act;
mod ask;
mod choices;
mod click;
mod command;
mod control;
mod element;
mod identify;
mod outcome;
mod respond;
mod response_url;
mod shortcut;
mod suggest;
mod trigger;
mod whisper;

pub(crate) use act::{Acted, Surface};
pub(crate) use ask::Question;
pub(crate) use choices::{Choices, set};
pub(crate) use element::{Element, What, elements, find};
pub(crate) use identify::identified;
pub use outcome::{ActError, SlackOutcome};
pub(crate) use respond::{Said, understood, words};
pub(crate) use response_url::{Origin, ResponseUrls};
pub(crate) use trigger::Triggers;
pub(crate) use whisper::{Whisper, Whispers};
