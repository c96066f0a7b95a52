//! Messages of conversations (<https://www.twilio.com/docs/conversations-classic/api/conversation-message-resource>).

mod change;
mod content;
mod create;
mod list;
mod receipts;
mod render;
mod written;
