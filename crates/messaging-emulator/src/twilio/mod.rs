//! Twilio in this process: Programmable Messaging (`/2010-04-01`) and Conversations (`/v1`), strict and signed.
//!
//! What is here behaves as [the Messages resource](https://www.twilio.com/docs/messaging/api/message-resource) and
//! [Conversations](https://www.twilio.com/docs/conversations-classic) say; every other path answers 404 with 20404.
//! Beside the vendor's API it serves `/_emulator/`, where people write and one sees what they saw.

mod address;
mod api;
mod autocreation;
mod broken;
mod carrier;
mod dates;
mod emulator;
mod files;
mod launch;
mod letter;
mod lifecycle;
mod opening;
mod optout;
mod people;
mod records;
mod reply;
mod said;
mod screen;
mod segments;
mod service;
mod settings;
mod sid;
mod side;
mod smart;
mod switches;
mod template;
mod webhook;

pub use carrier::Behaviour;
pub use emulator::TwilioEmulator;
pub use people::WriteError;
pub use service::TwilioService;
pub use settings::{Line, SharedKey, Template, TwilioSettings};
