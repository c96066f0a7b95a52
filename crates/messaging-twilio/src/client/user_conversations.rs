//! The conversations of one user (<https://www.twilio.com/docs/conversations-classic/api/user-conversation-resource>).

use std::collections::BTreeMap;

use messaging_core::{Result, UnixMillis};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call, JsonText, List as Lists, Timestamp, bounds,
    call::{Root, Spelled, answer},
    conversations::{State, Timers},
    params::{Params, params},
    users,
    words::words,
};
use crate::fields::segment;

words! {
    /// Whether a user is notified of news.
    NotificationLevel {
        /// As the service says.
        Default = "default",
        /// Never.
        Muted = "muted",
    }
}

/// A conversation as one user has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserConversation {
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The Conversations service, `IS…`.
    pub chat_service_sid: Option<String>,
    /// The conversation, `CH…`.
    pub conversation_sid: Option<String>,
    /// How many messages they have not read; none before they have read one.
    pub unread_messages_count: Option<u64>,
    /// The index of the last message they have read.
    pub last_read_message_index: Option<u64>,
    /// Who they are in the conversation, `MB…`.
    pub participant_sid: Option<String>,
    /// Who they are, `US…`.
    pub user_sid: Option<String>,
    /// What people call the conversation.
    pub friendly_name: Option<String>,
    /// Where the conversation is in its life.
    pub conversation_state: Option<State>,
    /// When it will change its state by itself.
    pub timers: Option<Timers>,
    /// The application's own data of the conversation.
    pub attributes: Option<JsonText>,
    /// When the conversation was created.
    pub date_created: Option<Timestamp>,
    /// When the conversation was changed last.
    pub date_updated: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<String>,
    /// Whether they are notified of news.
    pub notification_level: Option<NotificationLevel>,
    /// The name that no other conversation of the service has.
    pub unique_name: Option<String>,
    /// Its own URL.
    pub url: Option<String>,
    /// The URLs of the conversation and of the participant.
    pub links: Option<BTreeMap<String, String>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(UserConversation, "conversation of a user");

params! {
    /// Fetches a conversation of a user.
    Fetch of {
        /// Of whom, by SID or identity.
        user,
        /// Which one, by SID.
        conversation,
    } with {}
}

params! {
    /// Changes how a user has a conversation. What is left out stays.
    Update of {
        /// Of whom, by SID or identity.
        user,
        /// Which one, by SID.
        conversation,
    } with {
        /// Whether they are notified of news.
        notification_level: NotificationLevel = "NotificationLevel",
        /// When they read last.
        last_read_timestamp: UnixMillis = "LastReadTimestamp",
        /// The index of the last message they have read.
        last_read_message_index: u64 = "LastReadMessageIndex",
    }
}

params! {
    /// Takes a user out of a conversation.
    Delete of {
        /// Whom, by SID or identity.
        user,
        /// Out of which one, by SID.
        conversation,
    } with {}
}

params! {
    /// Lists the conversations of a user.
    List of {
        /// Of whom, by SID or identity.
        user,
    } with {
        /// How many a page holds; up to 50.
        page_size: u32 = "PageSize",
    }
}

impl Call for Fetch {
    type Output = UserConversation;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get(path(root, &self.user, &self.conversation)?, self.fields()))
    }
}

impl Call for Update {
    type Output = UserConversation;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::post(path(root, &self.user, &self.conversation)?, self.fields()))
    }
}

impl Call for Delete {
    type Output = ();

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::delete(path(root, &self.user, &self.conversation)?))
    }
}

impl Lists for List {
    type Item = UserConversation;
    const KEY: &'static str = "conversations";
    const WHAT: &'static str = "conversation of a user";

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::page_size(self.page_size, 50)?;
        Ok(Spelled::get(format!("{}/Conversations", users::path(root, &self.user)?), self.fields()))
    }
}

fn path(root: &Root<'_>, user: &str, conversation: &str) -> Result<String> {
    Ok(format!("{}/Conversations/{}", users::path(root, user)?, segment(conversation)?))
}
