//! Asking the application before a request is obeyed, and obeying it as the application wants it.

use http::{Method, StatusCode};

use super::{Refusal, call::Call, form::Form};
use crate::{
    TwilioEmulator,
    twilio::{
        records::{Attachment, Conversation},
        webhook::{Question, Source, Verdict},
    },
};

/// A parameter, and the field of the webhook that tells it.
type Told = (&'static str, &'static str);

const CONVERSATION: [Told; 5] = [
    ("FriendlyName", "FriendlyName"),
    ("UniqueName", "UniqueName"),
    ("Attributes", "Attributes"),
    ("MessagingServiceSid", "MessagingServiceSid"),
    ("State", "State"),
];
const MESSAGE: [Told; 3] = [("Body", "Body"), ("Author", "Author"), ("Attributes", "Attributes")];
const PARTICIPANT: [Told; 6] = [
    ("Identity", "Identity"),
    ("RoleSid", "RoleSid"),
    ("Attributes", "Attributes"),
    ("MessagingBinding.ProxyAddress", "MessagingBinding.ProxyAddress"),
    ("MessagingBinding.Address", "MessagingBinding.Address"),
    ("MessagingBinding.ProjectedAddress", "MessagingBinding.ProjectedAddress"),
];
const USER: [Told; 3] = [("FriendlyName", "FriendlyName"), ("Attributes", "Attributes"), ("RoleSid", "RoleSid")];

/// What an answer may change: its key, and the parameter.
const CHANGES_OF_MESSAGE: [Told; 3] = [("body", "Body"), ("author", "Author"), ("attributes", "Attributes")];
const CHANGES_OF_CONVERSATION: [Told; 1] = [("friendly_name", "FriendlyName")];

impl TwilioEmulator {
    /// Asks before a request of Conversations is obeyed, if it says `X-Twilio-Webhook-Enabled: true`; `rest` is the
    /// path below the service. Changes the request as the application answers.
    pub(crate) async fn consult(&self, call: &mut Call, rest: &[&str]) -> Result<(), Refusal> {
        if !call.tells {
            return Ok(());
        }
        let form = call.parameters();
        let Some(question) = self.question(call, &form, rest) else { return Ok(()) };
        match self.ask(&question, &Source::Api).await {
            Verdict::Do(changes) if changes.is_empty() => {}
            Verdict::Do(changes) => {
                let known: &[Told] = match question.event {
                    "onMessageAdd" | "onMessageUpdate" => &CHANGES_OF_MESSAGE,
                    "onConversationAdd" | "onConversationUpdate" => &CHANGES_OF_CONVERSATION,
                    _ => &[],
                };
                call.change(known, &changes);
            }
            verdict => return Err(refusal(&verdict)),
        }
        Ok(())
    }

    /// What is about to be done. None if it is nothing to ask about, or about nothing.
    fn question(&self, call: &Call, form: &Form, rest: &[&str]) -> Option<Question> {
        let service = call.service.as_str();
        let is_post = call.method == Method::POST;
        if !is_post && call.method != Method::DELETE {
            return None;
        }
        let found = |name: &str| self.records().conversation_in(service, name).cloned();
        let (mut question, told): (_, &[Told]) = match rest {
            ["Conversations" | "ConversationWithParticipants"] if is_post => {
                (Question::conversation_add(service), &CONVERSATION)
            }
            ["Conversations", c] => {
                let event = if is_post { "onConversationUpdate" } else { "onConversationRemove" };
                (Question::conversation(event, &found(c)?), &CONVERSATION)
            }
            ["Conversations", c, "Messages"] if is_post => (self.new_message(&found(c)?, form), &[]),
            ["Conversations", c, "Messages", sid] => {
                let event = if is_post { "onMessageUpdate" } else { "onMessageRemove" };
                let conversation = found(c)?;
                let post = conversation.posts.iter().find(|post| post.sid == *sid)?;
                (Question::message(event, &conversation, post), &MESSAGE)
            }
            ["Conversations", c, "Participants"] if is_post => (Question::participant_add(&found(c)?), &PARTICIPANT),
            ["Conversations", c, "Participants", name] => {
                let event = if is_post { "onParticipantUpdate" } else { "onParticipantRemove" };
                let conversation = found(c)?;
                let mut members = conversation.participants.iter();
                let member = members.find(|member| member.sid == *name || member.identity() == Some(name))?;
                (Question::participant(event, &conversation, member), &PARTICIPANT)
            }
            ["Users", name] if is_post => (self.user_update(service, name)?, &USER),
            _ => return None,
        };
        for (parameter, field) in told {
            question.will_be(field, form.get(parameter));
        }
        Some(question)
    }

    fn new_message(&self, conversation: &Conversation, form: &Form) -> Question {
        let author = form.get("Author").unwrap_or("system");
        let (body, attributes) = (form.get("Body").unwrap_or_default(), form.get("Attributes").unwrap_or("{}"));
        let records = self.records();
        let uploads = records.uploads.iter().filter(|upload| form.get("MediaSid") == Some(upload.sid.as_str()));
        let media: Vec<_> = uploads.map(Attachment::of).collect();
        Question::message_add(conversation, author, body, attributes, &media)
    }
}

/// What the caller hears when the application does not agree.
pub(crate) fn refusal(verdict: &Verdict) -> Refusal {
    match verdict {
        Verdict::Broken => Refusal::invalid(50_057, "Webhook call failed to execute successfully"),
        _ => Refusal::new(StatusCode::FORBIDDEN, 50_056, "Webhook disabled processing of command"),
    }
}
