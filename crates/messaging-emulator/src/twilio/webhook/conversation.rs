use std::time::Duration;

use tokio::sync::oneshot;

use super::{
    Callback, Delivery, Product,
    before::{binding, files},
    named,
    targets::Occasion,
};
use crate::{
    TwilioEmulator,
    twilio::{
        address::Channel,
        dates,
        records::{Conversation, Participant, Post},
        said::Posted,
    },
};

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
    /// Who writes by which way.
    pub(crate) fn of(participant: &Participant) -> Self {
        match participant.channel() {
            None => Self::Sdk(participant.name().to_owned()),
            Some(channel) => Self::Phone(channel),
        }
    }

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
        let fields = self.post_fields(conversation, post, event);
        let written = if *source == Source::Api { None } else { post.body.as_deref() };
        self.tell_event(fields, &format!("{event} {}", post.sid), source, written, Duration::ZERO)
    }

    pub(super) fn post_fields(
        &self,
        conversation: &Conversation,
        post: &Post,
        event: &str,
    ) -> Vec<(&'static str, String)> {
        let mut fields = vec![
            ("MessagingServiceSid", conversation.messaging_service_sid.clone()),
            ("EventType", event.to_owned()),
            ("Attributes", post.attributes.clone()),
            ("DateCreated", dates::iso_millis(post.created)),
            ("Index", post.index.to_string()),
            ("ChatServiceSid", conversation.service_sid.clone()),
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
        fields.extend(files(&post.media).map(|files| ("Media", files)));
        fields.extend([("Body", post.body.clone().unwrap_or_default()), ("ConversationSid", conversation.sid.clone())]);
        fields
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
            ("ChatServiceSid", conversation.service_sid.clone()),
            ("MessagingServiceSid", conversation.messaging_service_sid.clone()),
            ("State", conversation.state.clone()),
        ]);
        if event == "onConversationAdded" {
            let bindings = conversation.participants.iter().flat_map(binding);
            fields.extend(bindings.filter(|(name, _)| *name != "MessagingBinding.Type"));
            if conversation.created_by.contains('+') {
                fields.push(("MessagingBinding.AuthorAddress", conversation.created_by.clone()));
            }
        }
        self.tell_event(fields, &format!("{event} {}", conversation.sid), source, None, Duration::ZERO);
    }

    /// `onConversationStateUpdated`, for a REST request (`API`) or a message (`EVENT`).
    pub(crate) fn tell_state(&self, conversation: &Conversation, before: &str, reason: &str, source: &Source) {
        let event = "onConversationStateUpdated";
        let fields = vec![
            ("EventType", event.to_owned()),
            ("ChatServiceSid", conversation.service_sid.clone()),
            ("ConversationSid", conversation.sid.clone()),
            ("StateUpdated", dates::iso_millis(conversation.updated)),
            ("StateFrom", before.to_owned()),
            ("StateTo", conversation.state.clone()),
            ("Reason", reason.to_owned()),
            ("MessagingServiceSid", conversation.messaging_service_sid.clone()),
        ];
        self.tell_event(fields, &format!("{event} {}", conversation.sid), source, None, Duration::ZERO);
    }

    /// Adds what every event has, and tells everybody who asked for it; the receiver hears of the first of them.
    pub(crate) fn tell_event(
        &self,
        mut fields: Vec<(&'static str, String)>,
        label: &str,
        source: &Source,
        written: Option<&str>,
        after: Duration,
    ) -> Option<oneshot::Receiver<Delivery>> {
        let field = |wanted| fields.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str());
        let targets = self.told_after(Occasion {
            event: field("EventType")?,
            service_sid: field("ChatServiceSid"),
            conversation_sid: field("ConversationSid"),
            body: field("Body"),
        });
        fields.extend(self.every_event(source));
        let fields = named(fields);
        let told = targets.into_iter().map(|target| {
            let callback = Callback::new(label.to_owned(), target, Product::Conversations, fields.clone());
            self.deliver(Callback { after, written: written.map(str::to_owned), ..callback })
        });
        // All of them are started; one is waited for.
        told.collect::<Vec<_>>().into_iter().next()
    }

    /// What every event has.
    pub(super) fn every_event(&self, source: &Source) -> Vec<(&'static str, String)> {
        let mut fields = vec![
            ("AccountSid", self.account.settings.account_sid.clone()),
            ("Source", source.word().to_owned()),
            ("RetryCount", "0".to_owned()),
        ];
        if let Source::Sdk(identity) = source {
            fields.push(("ClientIdentity", identity.clone()));
        }
        fields
    }
}
