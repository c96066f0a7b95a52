use serde_json::json;

use crate::{
    TwilioEmulator,
    twilio::{
        dates,
        records::{Attachment, Conversation, Participant, Post, Who},
    },
};

/// Something that is about to be done.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) event: &'static str,
    pub(crate) service_sid: String,
    /// What it is about, for the journal.
    pub(crate) about: String,
    pub(crate) fields: Vec<(&'static str, String)>,
}

impl Question {
    /// `onConversationAdd`
    pub(crate) fn conversation_add(service_sid: &str) -> Self {
        let fields = vec![("ChatServiceSid", service_sid.to_owned())];
        Self { event: "onConversationAdd", service_sid: service_sid.to_owned(), about: String::new(), fields }
    }

    /// `onConversationUpdate`, `onConversationRemove`: as it is now.
    pub(crate) fn conversation(event: &'static str, conversation: &Conversation) -> Self {
        let mut fields = vec![
            ("ConversationSid", conversation.sid.clone()),
            ("DateCreated", dates::iso_millis(conversation.created)),
            ("DateUpdated", dates::iso_millis(conversation.updated)),
        ];
        fields.extend(conversation.friendly_name.clone().map(|name| ("FriendlyName", name)));
        fields.extend(conversation.unique_name.clone().map(|name| ("UniqueName", name)));
        fields.extend([
            ("Attributes", conversation.attributes.clone()),
            ("ChatServiceSid", conversation.service_sid.clone()),
            ("MessagingServiceSid", conversation.messaging_service_sid.clone()),
            ("State", conversation.state.clone()),
        ]);
        Self::of(event, conversation, &conversation.sid, fields)
    }

    /// `onMessageAdd`
    pub(crate) fn message_add(
        conversation: &Conversation,
        author: &str,
        body: &str,
        attributes: &str,
        media: &[Attachment],
    ) -> Self {
        let mut fields = vec![
            ("ConversationSid", conversation.sid.clone()),
            ("Body", body.to_owned()),
            ("Author", author.to_owned()),
            ("Attributes", attributes.to_owned()),
        ];
        fields.extend(conversation.author(author).map(|member| ("ParticipantSid", member.sid.clone())));
        fields.extend(files(media).map(|files| ("Media", files)));
        Self::of("onMessageAdd", conversation, &conversation.sid, fields)
    }

    /// `onMessageUpdate`, `onMessageRemove`: as it is now.
    pub(crate) fn message(event: &'static str, conversation: &Conversation, post: &Post) -> Self {
        let mut fields = vec![
            ("ConversationSid", conversation.sid.clone()),
            ("MessageSid", post.sid.clone()),
            ("Index", post.index.to_string()),
            ("DateCreated", dates::iso_millis(post.created)),
            ("DateUpdated", dates::iso_millis(post.updated)),
            ("Body", post.body.clone().unwrap_or_default()),
            ("Author", post.author.clone()),
            ("Attributes", post.attributes.clone()),
        ];
        fields.extend(post.participant_sid.clone().map(|sid| ("ParticipantSid", sid)));
        fields.extend(files(&post.media).map(|files| ("Media", files)));
        Self::of(event, conversation, &post.sid, fields)
    }

    /// `onParticipantAdd`
    pub(crate) fn participant_add(conversation: &Conversation) -> Self {
        let fields = vec![("ConversationSid", conversation.sid.clone())];
        Self::of("onParticipantAdd", conversation, &conversation.sid, fields)
    }

    /// `onParticipantUpdate`, `onParticipantRemove`: as they are now.
    pub(crate) fn participant(event: &'static str, conversation: &Conversation, member: &Participant) -> Self {
        let mut fields = vec![
            ("ConversationSid", conversation.sid.clone()),
            ("ParticipantSid", member.sid.clone()),
            ("DateCreated", dates::iso_millis(member.created)),
            ("DateUpdated", dates::iso_millis(member.updated)),
        ];
        fields.extend(member.identity().map(|identity| ("Identity", identity.to_owned())));
        fields.extend([("RoleSid", member.role_sid.clone()), ("Attributes", member.attributes.clone())]);
        fields.extend(binding(member));
        Self::of(event, conversation, &member.sid, fields)
    }

    fn of(event: &'static str, conversation: &Conversation, about: &str, fields: Vec<(&'static str, String)>) -> Self {
        Self { event, service_sid: conversation.service_sid.clone(), about: about.to_owned(), fields }
    }

    /// Says what a field will be, where a request names it.
    pub(crate) fn will_be(&mut self, name: &'static str, value: Option<&str>) {
        let Some(value) = value else { return };
        match self.fields.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.fields.push((name, value.to_owned())),
        }
    }
}

/// How somebody outside the chat is reached.
pub(crate) fn binding(member: &Participant) -> Vec<(&'static str, String)> {
    let mut fields = match &member.who {
        Who::Chat { .. } => return Vec::new(),
        Who::Bound { address, proxy } => {
            vec![("MessagingBinding.ProxyAddress", proxy.clone()), ("MessagingBinding.Address", address.clone())]
        }
        Who::Grouped { address } => vec![("MessagingBinding.Address", address.clone())],
        Who::Projected { number, .. } => vec![("MessagingBinding.ProjectedAddress", number.clone())],
    };
    let kind = member.channel().map_or("SMS", |channel| channel.upper());
    fields.push(("MessagingBinding.Type", kind.to_owned()));
    fields
}

/// `Media`: the files of a message as a JSON array. None if it has none.
pub(crate) fn files(media: &[Attachment]) -> Option<String> {
    let json = |file: &Attachment| {
        let name = file.filename.as_deref();
        json!({ "MediaSid": file.sid, "Filename": name, "ContentType": file.content_type, "Size": file.size })
    };
    (!media.is_empty()).then(|| media.iter().map(json).collect::<serde_json::Value>().to_string())
}

impl TwilioEmulator {
    /// `onUserUpdate`: as they are now. None if there is no such user.
    pub(crate) fn user_update(&self, service_sid: &str, name: &str) -> Option<Question> {
        let mut records = self.records();
        let user = records.service(service_sid)?.user(name)?;
        let fields = vec![
            ("ChatServiceSid", service_sid.to_owned()),
            ("UserSid", user.sid.clone()),
            ("DateUpdated", dates::iso_millis(user.updated)),
            ("Identity", user.identity.clone()),
            ("RoleSid", user.role_sid.clone()),
            ("Attributes", user.attributes.clone()),
            ("FriendlyName", user.friendly_name.clone().unwrap_or_default()),
        ];
        let about = user.sid.clone();
        Some(Question { event: "onUserUpdate", service_sid: service_sid.to_owned(), about, fields })
    }
}
