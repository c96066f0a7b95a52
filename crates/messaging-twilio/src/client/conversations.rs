//! Conversations (<https://www.twilio.com/docs/conversations-classic/api/conversation-resource>).

use std::{collections::BTreeMap, time::Duration};

use messaging_core::{Result, UnixMillis};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call, JsonText, List as Lists, Timestamp, bounds,
    call::{Root, Spelled, answer},
    params::{Params, params},
    words::words,
};
use crate::{fields::segment, sid::is_sid};

words! {
    /// Where a conversation is in its life.
    State {
        /// Messages flow.
        Active = "active",
        /// Asleep; the next message wakes it.
        Inactive = "inactive",
        /// Over for good.
        Closed = "closed",
        /// Being set up, for a group text: it takes no messages yet.
        Initializing = "initializing",
    }
}

/// A conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Conversation {
    /// Its SID, `CH…`.
    pub sid: String,
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The Conversations service it is in, `IS…`.
    pub chat_service_sid: Option<String>,
    /// The Messaging Service its messages go through, `MG…`.
    pub messaging_service_sid: Option<String>,
    /// What people call it.
    pub friendly_name: Option<String>,
    /// The name that no other conversation of the service has.
    pub unique_name: Option<String>,
    /// The application's own data.
    pub attributes: Option<JsonText>,
    /// Where it is in its life.
    pub state: Option<State>,
    /// When it was created.
    pub date_created: Option<Timestamp>,
    /// When it was changed last.
    pub date_updated: Option<Timestamp>,
    /// When it will change its state by itself.
    pub timers: Option<Timers>,
    /// Its addresses on channels that have one per conversation.
    pub bindings: Option<Bindings>,
    /// Its own URL.
    pub url: Option<String>,
    /// The URLs of what belongs to it.
    pub links: Option<BTreeMap<String, String>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(Conversation, "conversation");

/// When a conversation will change its state by itself: moments, although timers are set as durations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Timers {
    /// When it becomes inactive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_inactive: Option<Timestamp>,
    /// When it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_closed: Option<Timestamp>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The addresses of a conversation on channels that have one per conversation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Bindings {
    /// Where its e-mails come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailBinding>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Where the e-mails of a conversation come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EmailBinding {
    /// The address.
    pub address: Option<String>,
    /// The name beside it.
    pub name: Option<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

params! {
    /// Creates a conversation.
    Create of {} with {
        /// What people call it, up to 256 characters.
        friendly_name: String = "FriendlyName",
        /// A name that no other conversation of the service has; it may stand for the SID.
        unique_name: String = "UniqueName",
        /// The application's own data: JSON, up to 16 KiB.
        attributes: JsonText = "Attributes",
        /// The Messaging Service its messages go through, `MG…`.
        messaging_service_sid: String = "MessagingServiceSid",
        /// When it was created, for what is imported.
        date_created: UnixMillis = "DateCreated",
        /// When it was changed last, for what is imported.
        date_updated: UnixMillis = "DateUpdated",
        /// The state it starts in; active unless told otherwise, and not closed. Needed where a timer is set.
        state: State = "State",
        /// How long without news until it becomes inactive; one minute or more.
        timers_inactive: Duration = "Timers.Inactive",
        /// How long without news until it is closed; ten minutes or more.
        timers_closed: Duration = "Timers.Closed",
        /// Where its e-mails come from.
        bindings_email_address: String = "Bindings.Email.Address",
        /// The name beside that address.
        bindings_email_name: String = "Bindings.Email.Name",
    }
}

params! {
    /// Changes a conversation. What is left out stays.
    Update of {
        /// Which one, by SID or unique name.
        conversation,
    } with {
        /// What people are to call it, up to 256 characters.
        friendly_name: String = "FriendlyName",
        /// A name that no other conversation of the service has.
        unique_name: String = "UniqueName",
        /// The application's own data, replaced as a whole: JSON, up to 16 KiB.
        attributes: JsonText = "Attributes",
        /// The Messaging Service its messages go through, `MG…`.
        messaging_service_sid: String = "MessagingServiceSid",
        /// When it was created, for what is imported.
        date_created: UnixMillis = "DateCreated",
        /// When it was changed last, for what is imported.
        date_updated: UnixMillis = "DateUpdated",
        /// The state it is to have. Closed is for good.
        state: State = "State",
        /// How long without news until it becomes inactive; one minute or more.
        timers_inactive: Duration = "Timers.Inactive",
        /// How long without news until it is closed; ten minutes or more.
        timers_closed: Duration = "Timers.Closed",
        /// Where its e-mails come from.
        bindings_email_address: String = "Bindings.Email.Address",
        /// The name beside that address.
        bindings_email_name: String = "Bindings.Email.Name",
    }
}

params! {
    /// Fetches a conversation.
    Fetch of {
        /// Which one, by SID or unique name.
        conversation,
    } with {}
}

params! {
    /// Deletes a conversation, with everything in it.
    Delete of {
        /// Which one, by SID or unique name.
        conversation,
    } with {}
}

params! {
    /// Lists conversations.
    List of {} with {
        /// Created on this day or later, as `2026-11-20`; the first day that Twilio has unless told otherwise.
        start_date: String = "StartDate",
        /// Created on this day or earlier.
        end_date: String = "EndDate",
        /// In this state.
        state: State = "State",
        /// How many a page holds; up to 100, 50 unless told otherwise.
        page_size: u32 = "PageSize",
    }
}

/// What creating and changing have in common.
pub(super) struct Said<'a> {
    pub(super) friendly_name: Option<&'a String>,
    pub(super) unique_name: Option<&'a String>,
    pub(super) attributes: Option<&'a JsonText>,
    pub(super) messaging_service_sid: Option<&'a String>,
    pub(super) timers_inactive: Option<Duration>,
    pub(super) timers_closed: Option<Duration>,
}

impl Said<'_> {
    /// Refuses what Twilio refuses for the value alone.
    pub(super) fn check(&self) -> Result<()> {
        bounds::at_most("FriendlyName", self.friendly_name, bounds::NAME)?;
        bounds::json("Attributes", self.attributes, bounds::CONVERSATION_ATTRIBUTES)?;
        bounds::sid("MessagingServiceSid", self.messaging_service_sid, "MG")?;
        bounds::timer("Timers.Inactive", self.timers_inactive, 1)?;
        bounds::timer("Timers.Closed", self.timers_closed, 10)?;
        // Error 50390.
        if self.unique_name.is_some_and(|name| is_sid(name, "CH")) {
            return Err(bounds::refuse("UniqueName", "looks like the SID of a conversation; give it another name"));
        }
        Ok(())
    }
}

/// What holds of a new conversation, whether it starts with participants or without.
pub(super) fn check_start(state: Option<&State>, has_timers: bool) -> Result<()> {
    // Errors 50384 and 50382.
    if state == Some(&State::Closed) {
        return Err(bounds::refuse("State", "is `closed`; a conversation cannot start closed"));
    }
    if has_timers && state.is_none() {
        return Err(bounds::refuse("State", "is missing; timers need it where a conversation is created"));
    }
    Ok(())
}

impl Call for Create {
    type Output = Conversation;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        let (timers_inactive, timers_closed) = (self.timers_inactive, self.timers_closed);
        let said = Said {
            friendly_name: self.friendly_name.as_ref(),
            unique_name: self.unique_name.as_ref(),
            attributes: self.attributes.as_ref(),
            messaging_service_sid: self.messaging_service_sid.as_ref(),
            timers_inactive,
            timers_closed,
        };
        said.check()?;
        check_start(self.state.as_ref(), timers_inactive.or(timers_closed).is_some())?;
        Ok(Spelled::post(root.scoped("/Conversations"), self.fields()).gated())
    }
}

impl Call for Update {
    type Output = Conversation;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        let said = Said {
            friendly_name: self.friendly_name.as_ref(),
            unique_name: self.unique_name.as_ref(),
            attributes: self.attributes.as_ref(),
            messaging_service_sid: self.messaging_service_sid.as_ref(),
            timers_inactive: self.timers_inactive,
            timers_closed: self.timers_closed,
        };
        said.check()?;
        Ok(Spelled::post(path(root, &self.conversation, "")?, self.fields()).gated())
    }
}

impl Call for Fetch {
    type Output = Conversation;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get(path(root, &self.conversation, "")?, self.fields()))
    }
}

impl Call for Delete {
    type Output = ();

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::delete(path(root, &self.conversation, "")?).gated())
    }
}

impl Lists for List {
    type Item = Conversation;
    const KEY: &'static str = "conversations";
    const WHAT: &'static str = "conversation";

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::page_size(self.page_size, 100)?;
        Ok(Spelled::get(root.scoped("/Conversations"), self.fields()))
    }
}

/// A path below one conversation.
pub(super) fn path(root: &Root<'_>, conversation: &str, rest: &str) -> Result<String> {
    Ok(root.scoped(&format!("/Conversations/{}{rest}", segment(conversation)?)))
}
