//! Programmable Messaging beyond sending a text.

mod carriers;
mod changes;
mod channels;
mod content;
mod inbound;
mod nonsense;
mod options;
mod schedule;
mod uploads;
