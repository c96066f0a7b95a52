//! `/2010-04-01/Accounts/{AC}/Messages`: send, list, read, redact, cancel, delete, confirm.

mod change;
mod contents;
mod create;
mod feedback;
mod list;
mod media;
mod options;
mod receiver;
mod render;
mod sender;
mod window;
