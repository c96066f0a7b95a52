//! Who takes part by the chat SDK, and in which conversations.

mod conversations;
mod user;
