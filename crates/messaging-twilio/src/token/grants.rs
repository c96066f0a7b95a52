//! What an access token lets somebody do.

use messaging_core::{Error, ErrorKind, Result};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::sid::is_sid;

/// Everything a token grants, in the order it is written.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Grants {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chat: Option<ChatGrant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) voice: Option<VoiceGrant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) video: Option<VideoGrant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) data_sync: Option<SyncGrant>,
    pub(super) identity: String,
}

impl Grants {
    /// Refuses a SID that is none: Twilio would say so only in the browser.
    pub(super) fn check(&self) -> Result<()> {
        let chat = self.chat.as_ref();
        let voice = self.voice.as_ref();
        for (what, sid, prefix) in [
            ("service of the chat grant", chat.map(|grant| &grant.service_sid), "IS"),
            ("role of the chat grant", chat.and_then(|grant| grant.deployment_role_sid.as_ref()), "RL"),
            ("push credential of the chat grant", chat.and_then(|grant| grant.push_credential_sid.as_ref()), "CR"),
            (
                "application of the voice grant",
                voice.and_then(|grant| grant.outgoing.as_ref()).map(|outgoing| &outgoing.application_sid),
                "AP",
            ),
            ("push credential of the voice grant", voice.and_then(|grant| grant.push_credential_sid.as_ref()), "CR"),
        ] {
            if sid.is_some_and(|sid| !is_sid(sid, prefix)) {
                let message = format!("the {what} is not {prefix} and 32 hexadecimal digits");
                return Err(Error::new(ErrorKind::Invalid, message));
            }
        }
        // A Sync service may go by `default`.
        if self
            .data_sync
            .as_ref()
            .is_some_and(|grant| !is_sid(&grant.service_sid, "IS") && grant.service_sid != "default")
        {
            let message = "the service of the sync grant is neither IS and 32 hexadecimal digits nor `default`";
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        Ok(())
    }
}

/// Lets somebody use Conversations (<https://www.twilio.com/docs/iam/access-tokens>).
#[derive(Clone, Debug, Serialize)]
pub struct ChatGrant {
    service_sid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    endpoint_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deployment_role_sid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    push_credential_sid: Option<String>,
}

impl ChatGrant {
    /// Grants the Conversations service `IS…`.
    #[must_use]
    pub fn new(service_sid: impl Into<String>) -> Self {
        let service_sid = service_sid.into();
        Self { service_sid, endpoint_id: None, deployment_role_sid: None, push_credential_sid: None }
    }

    /// Names the device.
    #[must_use]
    pub fn with_endpoint_id(mut self, id: impl Into<String>) -> Self {
        self.endpoint_id = Some(id.into());
        self
    }

    /// Gives the person the role `RL…` in the service.
    #[must_use]
    pub fn with_deployment_role_sid(mut self, sid: impl Into<String>) -> Self {
        self.deployment_role_sid = Some(sid.into());
        self
    }

    /// Names what sends push notifications, `CR…`.
    #[must_use]
    pub fn with_push_credential_sid(mut self, sid: impl Into<String>) -> Self {
        self.push_credential_sid = Some(sid.into());
        self
    }
}

/// Lets somebody call and be called (<https://www.twilio.com/docs/iam/access-tokens>).
#[derive(Clone, Debug, Default, Serialize)]
pub struct VoiceGrant {
    #[serde(skip_serializing_if = "Option::is_none")]
    incoming: Option<Incoming>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outgoing: Option<Outgoing>,
    #[serde(skip_serializing_if = "Option::is_none")]
    push_credential_sid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    endpoint_id: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct Incoming {
    allow: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Outgoing {
    application_sid: String,
    #[serde(skip_serializing_if = "Map::is_empty")]
    params: Map<String, Value>,
}

impl VoiceGrant {
    /// Grants nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets the person be called.
    #[must_use]
    pub fn with_incoming(mut self) -> Self {
        self.incoming = Some(Incoming { allow: true });
        self
    }

    /// Lets the person call through the TwiML application `AP…`, which is told `params`.
    #[must_use]
    pub fn with_outgoing(mut self, application_sid: impl Into<String>, params: Map<String, Value>) -> Self {
        self.outgoing = Some(Outgoing { application_sid: application_sid.into(), params });
        self
    }

    /// Names what sends push notifications, `CR…`.
    #[must_use]
    pub fn with_push_credential_sid(mut self, sid: impl Into<String>) -> Self {
        self.push_credential_sid = Some(sid.into());
        self
    }

    /// Names the device.
    #[must_use]
    pub fn with_endpoint_id(mut self, id: impl Into<String>) -> Self {
        self.endpoint_id = Some(id.into());
        self
    }
}

/// Lets somebody into video rooms (<https://www.twilio.com/docs/iam/access-tokens>).
#[derive(Clone, Debug, Default, Serialize)]
pub struct VideoGrant {
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<String>,
}

impl VideoGrant {
    /// Grants every room.
    #[must_use]
    pub fn every_room() -> Self {
        Self::default()
    }

    /// Grants one room, by its name or SID.
    #[must_use]
    pub fn room(room: impl Into<String>) -> Self {
        Self { room: Some(room.into()) }
    }
}

/// Lets somebody use Sync (<https://www.twilio.com/docs/iam/access-tokens>).
#[derive(Clone, Debug, Serialize)]
pub struct SyncGrant {
    service_sid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    endpoint_id: Option<String>,
}

impl SyncGrant {
    /// Grants the Sync service `IS…`, or `default`.
    #[must_use]
    pub fn new(service_sid: impl Into<String>) -> Self {
        Self { service_sid: service_sid.into(), endpoint_id: None }
    }

    /// Names the device.
    #[must_use]
    pub fn with_endpoint_id(mut self, id: impl Into<String>) -> Self {
        self.endpoint_id = Some(id.into());
        self
    }
}
