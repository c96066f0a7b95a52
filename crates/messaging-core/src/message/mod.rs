//! The nouns: what goes in and what comes out.

mod content;
mod conversation;
mod delete;
mod file;
mod find;
mod health;
mod invoke;
mod name;
mod page;
mod participant;
mod posted;
mod price;
mod progress;
mod reaction;
mod send;
mod stream;
mod transcript;
mod typing;

pub use content::{Action, Content, Media};
pub use conversation::{
    Conversation, ConversationState, CreateConversation, DeleteConversation, FetchConversation, ListConversations,
    SetConversationState, Timers, UpdateConversation,
};
pub use delete::DeleteMessage;
pub use file::{FetchMedia, MediaFile, TooLarge, UploadMedia};
pub use find::{FindSend, Found};
pub use health::{CheckHealth, Healthy};
pub use invoke::Invoke;
pub use name::FetchName;
pub use page::Page;
pub use participant::{
    AddParticipant, ListParticipants, Participant, ParticipantAddress, RemoveParticipant, UpdateParticipant,
};
pub use posted::{Author, FetchMessage, ListMessages, Message};
pub use price::{FetchPrice, Price};
pub use progress::{Progress, Step, StepState};
pub use reaction::{AddReaction, RemoveReaction};
pub use send::{EditMessage, Receipt, SendMessage};
pub use stream::{AppendStream, DiscardStream, FindStream, FinishStream, StartStream};
pub use transcript::{Speaker, Transcript};
pub use typing::SetTyping;
