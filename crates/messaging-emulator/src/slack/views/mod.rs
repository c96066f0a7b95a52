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
