//! The nouns: what goes in and what comes out.

mod content;
mod conversation;
mod find;
mod health;
mod invoke;
mod page;
mod participant;
mod posted;
mod send;

pub use content::{Action, Content, Media};
pub use conversation::{Conversation, ConversationState, CreateConversation, FetchConversation, ListConversations};
pub use find::{FindSend, Found};
pub use health::{CheckHealth, Healthy};
pub use invoke::Invoke;
pub use page::Page;
pub use participant::{AddParticipant, ListParticipants, Participant, ParticipantAddress};
pub use posted::{Author, FetchMessage, ListMessages, Message};
pub use send::{EditMessage, Receipt, SendMessage};
