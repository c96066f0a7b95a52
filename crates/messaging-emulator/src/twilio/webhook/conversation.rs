use std::time::Duration;

use tokio::sync::oneshot;

use super::{Callback, Delivery};
use crate::{
    TwilioEmulator,
    twilio::{
        address::Channel,
        dates,
        records::{Conversation, Post},
        said::Posted,
    },
};

/// How long an application may take for a Conversations webhook.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whose doing an event is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A REST request.
    Api,
    /// A chat participant of that identity.
    Sdk(String),
    /// A phone.
    Phone(Channel),
}

impl Source {
    fn word(&self) -> &'static str {
        match self {
            Self::Api => "API",
            Self::Sdk(_) => "SDK",
            Self::Phone(channel) => channel.upper(),
        }
    }
}

impl TwilioEmulator {
    /// `onMessageAdded`, and before it the waking of an inactive conversation.
    pub(crate) fn tell_message(
        &self,
        posted: &Posted,
        event: &'static str,
        source: &Source,
    ) -> Option<oneshot::Receiver<Delivery>> {
        if let Some(before) = &posted.woken {
            self.tell_state(&posted.conversation, before, "EVENT", source);
        }
        self.tell_post(&posted.conversation, &posted.post, event, source)
    }

    /// `onMessageAdded`, `onMessageUpdated`, `onMessageRemoved`.
    pub(crate) fn tell_post(
        &self,
        conversation: &Conversation,
        post: &Post,
        event: &'static str,
        source: &Source,
    ) -> Option<oneshot::Receiver<Delivery>> {
        let mut fields = vec![
            ("MessagingServiceSid", conversation.messaging_service_sid.clone()),
            ("EventType", event.to_owned()),
            ("Attributes", post.attributes.clone()),
            ("DateCreated", dates::iso_millis(post.created)),
            ("Index", post.index.to_string()),
            ("ChatServiceSid", self.account.settings.conversations_service_sid.clone()),
            ("MessageSid", post.sid.clone()),
        ];
        if event != "onMessageAdded" {
            fields.push(("DateUpdated", dates::iso_millis(post.updated)));
        }
        if event == "onMessageRemoved" {
            fields.push(("DateRemoved", dates::iso_millis(self.desk.wall())));
        }
        fields.push(("Author", post.author.clone()));
        fields.extend(post.participant_sid.clone().map(|sid| ("ParticipantSid", sid)));
        fields.extend([("Body", post.body.clone().unwrap_or_default()), ("ConversationSid", conversation.sid.clone())]);
        let written = if *source == Source::Api { None } else { post.body.clone() };
        self.tell_event(fields, format!("{event} {}", post.sid), source, written, Duration::ZERO)
    }

    /// `onConversationAdded`, `onConversationUpdated`, `onConversationRemoved`.
    pub(crate) fn tell_conversation(&self, conversation: &Conversation, event: &'static str, source: &Source) {
        let mut fields = vec![
            ("EventType", event.to_owned()),
            ("ConversationSid", conversation.sid.clone()),
            ("DateCreated", dates::iso_millis(conversation.created)),
            ("DateUpdated", dates::iso_millis(conversation.updated)),
        ];
        if event == "onConversationRemoved" {
            fields.push(("DateRemoved", dates::iso_millis(self.desk.wall())));
        }
        fields.extend(conversation.friendly_name.clone().map(|name| ("FriendlyName", name)));
        fields.extend(conversation.unique_name.clone().map(|name| ("UniqueName", name)));
        fields.extend([
            ("Attributes", conversation.attributes.clone()),
            ("ChatServiceSid", self.account.settings.conversations_service_sid.clone()),
            ("MessagingServiceSid", conversation.messaging_service_sid.clone()),
            ("State", conversation.state.clone()),
        ]);
        self.tell_event(fields, format!("{event} {}", conversation.sid), source, None, Duration::ZERO);
    }

    /// `onConversationStateUpdated`, for a REST request (`API`) or a message (`EVENT`).
    pub(crate) fn tell_state(&self, conversation: &Conversation, before: &str, reason: &str, source: &Source) {
        let event = "onConversationStateUpdated";
        let fields = vec![
            ("EventType", event.to_owned()),
            ("ChatServiceSid", self.account.settings.conversations_service_sid.clone()),
            ("ConversationSid", conversation.sid.clone()),
            ("StateUpdated", dates::iso_millis(conversation.updated)),
            ("StateFrom", before.to_owned()),
            ("StateTo", conversation.state.clone()),
            ("Reason", reason.to_owned()),
            ("MessagingServiceSid", conversation.messaging_service_sid.clone()),
        ];
        self.tell_event(fields, format!("{event} {}", conversation.sid), source, None, Duration::ZERO);
    }

    /// Adds what every event has, and delivers it if there is a webhook.
    pub(crate) fn tell_event(
        &self,
        mut fields: Vec<(&'static str, String)>,
        label: String,
        source: &Source,
        written: Option<String>,
        after: Duration,
    ) -> Option<oneshot::Receiver<Delivery>> {
        let url = self.account.settings.webhook_url.clone()?;
        fields.extend([
            ("AccountSid", self.account.settings.account_sid.clone()),
            ("Source", source.word().to_owned()),
            ("RetryCount", "0".to_owned()),
        ]);
        if let Source::Sdk(identity) = source {
            fields.push(("ClientIdentity", identity.clone()));
        }
        let callback =
            Callback { label, url, params: fields, after, patience: PATIENCE, retries: false, written, replies: None };
        Some(self.deliver(callback))
    }
}
