//! Participants (<https://www.twilio.com/docs/conversations-classic/api/conversation-participant-resource>).

use messaging_core::{Result, UnixMillis};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call, JsonText, List as Lists, Timestamp, bounds,
    call::{Root, Spelled, answer},
    conversations,
    params::{Params, params},
};
use crate::fields::segment;

/// Someone who takes part in a conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Participant {
    /// Their SID, `MB…`.
    pub sid: String,
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The Conversations service, `IS…`.
    pub chat_service_sid: Option<String>,
    /// The conversation, `CH…`.
    pub conversation_sid: Option<String>,
    /// Their name in the service, where they write through an SDK.
    pub identity: Option<String>,
    /// The application's own data.
    pub attributes: Option<JsonText>,
    /// How they are reached over a channel.
    pub messaging_binding: Option<MessagingBinding>,
    /// Their role in the conversation, `RL…`.
    pub role_sid: Option<String>,
    /// When they joined.
    pub date_created: Option<Timestamp>,
    /// When they were changed last.
    pub date_updated: Option<Timestamp>,
    /// Their own URL.
    pub url: Option<String>,
    /// The index of the last message they have read.
    pub last_read_message_index: Option<u64>,
    /// When they read it.
    pub last_read_timestamp: Option<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(Participant, "participant");

/// How a participant is reached over a channel.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MessagingBinding {
    /// The channel: `sms`, `whatsapp`, `rcs`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// Theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_address: Option<String>,
    /// Ours, as which an identity writes in a group text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projected_address: Option<String>,
    /// What this version does not know: the level and the name of an e-mail binding, for one.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

params! {
    /// Adds someone: by identity, by address and proxy, or by identity and projected address.
    Create of {
        /// To which conversation, by SID or unique name.
        conversation,
    } with {
        /// Their name in the service, up to 256 characters. Not together with an address.
        identity: String = "Identity",
        /// Theirs: `+15550100777`, `whatsapp:+15550100777`, `rcs:…`, `messenger:…`.
        messaging_binding_address: String = "MessagingBinding.Address",
        /// Ours, on the same channel. None for a member of a group text.
        messaging_binding_proxy_address: String = "MessagingBinding.ProxyAddress",
        /// Ours where RCS does not reach them. Twilio's examples have it, its list of parameters has not.
        messaging_binding_proxy_address_fallback: String = "MessagingBinding.ProxyAddressFallback",
        /// Ours, as which an identity writes in a group text.
        messaging_binding_projected_address: String = "MessagingBinding.ProjectedAddress",
        /// The role in this conversation, `RL…`.
        role_sid: String = "RoleSid",
        /// The application's own data: JSON, up to 4 KiB.
        attributes: JsonText = "Attributes",
        /// When they joined, for what is imported.
        date_created: UnixMillis = "DateCreated",
        /// When they were changed last, for what is imported.
        date_updated: UnixMillis = "DateUpdated",
    }
}

params! {
    /// Changes a participant. What is left out stays; the word `null` as an address takes that address away.
    Update of {
        /// Of which conversation, by SID or unique name.
        conversation,
        /// Whom, by SID.
        participant,
    } with {
        /// Their name in the service, up to 256 characters.
        identity: String = "Identity",
        /// Ours, on the same channel.
        messaging_binding_proxy_address: String = "MessagingBinding.ProxyAddress",
        /// Ours, as which an identity writes in a group text.
        messaging_binding_projected_address: String = "MessagingBinding.ProjectedAddress",
        /// The role in this conversation, `RL…`.
        role_sid: String = "RoleSid",
        /// The application's own data, replaced as a whole: JSON, up to 4 KiB.
        attributes: JsonText = "Attributes",
        /// The index of the last message they have read.
        last_read_message_index: u64 = "LastReadMessageIndex",
        /// When they read it, in ISO 8601.
        last_read_timestamp: String = "LastReadTimestamp",
        /// When they joined, for what is imported.
        date_created: UnixMillis = "DateCreated",
        /// When they were changed last, for what is imported.
        date_updated: UnixMillis = "DateUpdated",
    }
}

params! {
    /// Fetches a participant.
    Fetch of {
        /// Of which conversation, by SID or unique name.
        conversation,
        /// Whom, by SID or identity.
        participant,
    } with {}
}

params! {
    /// Removes a participant; what they wrote stays.
    Delete of {
        /// From which conversation, by SID or unique name.
        conversation,
        /// Whom, by SID.
        participant,
    } with {}
}

params! {
    /// Lists participants.
    List of {
        /// Of which conversation, by SID or unique name.
        conversation,
    } with {
        /// How many a page holds; up to 100, 50 unless told otherwise.
        page_size: u32 = "PageSize",
    }
}

impl Create {
    /// Refuses what Twilio refuses for what is said alone.
    pub(super) fn check(&self) -> Result<()> {
        let address = self.messaging_binding_address.as_ref();
        let proxy = self.messaging_binding_proxy_address.as_ref();
        let projected = self.messaging_binding_projected_address.as_ref();
        bounds::at_most("Identity", self.identity.as_ref(), bounds::NAME)?;
        bounds::at_most("MessagingBinding.Address", address, bounds::NAME)?;
        bounds::at_most("MessagingBinding.ProxyAddress", proxy, bounds::NAME)?;
        bounds::sid("RoleSid", self.role_sid.as_ref(), "RL")?;
        bounds::json("Attributes", self.attributes.as_ref(), bounds::ATTRIBUTES)?;
        // Errors 50204, 50211 and 50409.
        match (&self.identity, address) {
            (None, None) => {
                Err(bounds::refuse("Identity", "is missing, and so is `MessagingBinding.Address`: give one"))
            }
            (Some(_), Some(_)) => Err(bounds::refuse("Identity", "and `MessagingBinding.Address` exclude each other")),
            (None, Some(_)) if projected.is_some() => {
                Err(bounds::refuse("MessagingBinding.ProjectedAddress", "belongs to an `Identity`"))
            }
            (Some(_), None) if proxy.is_some() => {
                Err(bounds::refuse("MessagingBinding.ProxyAddress", "belongs to a `MessagingBinding.Address`"))
            }
            (None, Some(address)) if Some(address) == proxy => {
                Err(bounds::refuse("MessagingBinding.ProxyAddress", "is `MessagingBinding.Address` itself"))
            }
            _ => Ok(()),
        }
    }

    /// The same as a JSON object, by the names of fields instead of parameters.
    pub(super) fn json(&self) -> Value {
        let binding = [
            ("address", &self.messaging_binding_address),
            ("proxy_address", &self.messaging_binding_proxy_address),
            ("proxy_address_fallback", &self.messaging_binding_proxy_address_fallback),
            ("projected_address", &self.messaging_binding_projected_address),
        ];
        let text = |fields: &[(&str, Option<String>)]| -> Map<String, Value> {
            let there = fields.iter().filter_map(|(name, value)| Some(((*name).to_owned(), value.clone()?.into())));
            there.collect()
        };
        let date = |moment: Option<UnixMillis>| moment.and_then(crate::date::write);
        let mut object = text(&[
            ("identity", self.identity.clone()),
            ("role_sid", self.role_sid.clone()),
            ("attributes", self.attributes.as_ref().map(ToString::to_string)),
            ("date_created", date(self.date_created)),
            ("date_updated", date(self.date_updated)),
        ]);
        let binding = text(&binding.map(|(name, value)| (name, value.clone())));
        if !binding.is_empty() {
            object.insert("messaging_binding".to_owned(), Value::Object(binding));
        }
        Value::Object(object)
    }
}

impl Call for Create {
    type Output = Participant;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        self.check()?;
        Ok(Spelled::post(conversations::path(root, &self.conversation, "/Participants")?, self.fields()).gated())
    }
}

impl Call for Update {
    type Output = Participant;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::at_most("Identity", self.identity.as_ref(), bounds::NAME)?;
        bounds::sid("RoleSid", self.role_sid.as_ref(), "RL")?;
        bounds::json("Attributes", self.attributes.as_ref(), bounds::ATTRIBUTES)?;
        Ok(Spelled::post(path(root, &self.conversation, &self.participant)?, self.fields()).gated())
    }
}

impl Call for Fetch {
    type Output = Participant;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get(path(root, &self.conversation, &self.participant)?, self.fields()))
    }
}

impl Call for Delete {
    type Output = ();

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::delete(path(root, &self.conversation, &self.participant)?).gated())
    }
}

impl Lists for List {
    type Item = Participant;
    const KEY: &'static str = "participants";
    const WHAT: &'static str = "participant";

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::page_size(self.page_size, 100)?;
        Ok(Spelled::get(conversations::path(root, &self.conversation, "/Participants")?, self.fields()))
    }
}

fn path(root: &Root<'_>, conversation: &str, participant: &str) -> Result<String> {
    conversations::path(root, conversation, &format!("/Participants/{}", segment(participant)?))
}
