use std::sync::Arc;

use http::StatusCode;

use super::{content::content_sid, written};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Answer, Carry, Refusal,
            call::{Call, Parameters},
            conversations::is_open,
            fields,
            form::Form,
        },
        records::{Attachment, Conversation, Post},
        said::Said,
        sid::is_sid,
        webhook::Source,
    },
};

const CREATE: Parameters = Parameters {
    operation: "POST Conversations Messages",
    known: &[
        "Author",
        "Body",
        "Attributes",
        "ContentSid",
        "ContentVariables",
        "MediaSid",
        "Subject",
        "DateCreated",
        "DateUpdated",
    ],
    idle: &[],
};

impl TwilioEmulator {
    /// `POST …/Conversations/{C}/Messages`
    pub(crate) fn post_to_conversation(&self, call: &Call, name: &str) -> Answer {
        let form = match self.form(call, CREATE) {
            Ok(form) => form,
            Err(refusal) => return Err(refusal).into(),
        };
        let (path, root, service) = (call.path.clone(), call.root.clone(), call.service.clone());
        let (name, tells) = (name.to_owned(), call.tells);
        self.carry("POST Conversations Messages", move |emulator, carry| {
            let found = emulator.records().conversation_in(&service, &name).cloned();
            let conversation = found.ok_or_else(|| Refusal::not_found(&path))?;
            let post = emulator.post(&form, &conversation, &path, tells, carry)?;
            Ok(json_answer(StatusCode::CREATED, &emulator.render(&conversation, &post, &root)))
        })
    }

    fn post(
        &self,
        form: &Form,
        conversation: &Conversation,
        path: &str,
        tells: bool,
        carry: Carry,
    ) -> Result<Post, Refusal> {
        written::subject(form)?;
        let content_sid = content_sid(form)?;
        let said = Said {
            author: written::author(form)?.unwrap_or_else(|| "system".to_owned()),
            body: written::body(form)?,
            attributes: fields::attributes(form, 4 * 1024)?.unwrap_or_else(|| "{}".to_owned()),
            media: if content_sid.is_some() { Vec::new() } else { self.attachments(form, conversation)? },
            content_sid,
            content_variables: form.text("ContentVariables"),
        };
        let (created, updated) = fields::dates(form)?;
        is_open(conversation)?;
        if conversation.is_group() && conversation.author(&said.author).is_none() {
            return Err(Refusal::invalid(50_513, "Message author should be among Group MMS participants."));
        }
        if carry == Carry::Pretend {
            return Ok(self.draft(conversation, said).post);
        }
        let mut posted = self.say(&conversation.sid, said).ok_or_else(|| Refusal::not_found(path))?;
        if created.or(updated).is_some() {
            posted.post.created = created.unwrap_or(posted.post.created);
            posted.post.updated = updated.unwrap_or(posted.post.created);
            self.keep_post(&conversation.sid, &posted.post);
        }
        self.mark_sent(&conversation.sid, &posted.post);
        self.show_post(&posted, true);
        if tells {
            self.tell_message(&posted, "onMessageAdded", &Source::Api);
        }
        self.report_post(&posted);
        Ok(posted.post)
    }

    /// The file that goes with the message; one file goes with one message only.
    fn attachments(&self, form: &Form, conversation: &Conversation) -> Result<Vec<Attachment>, Refusal> {
        let Some(sid) = form.get("MediaSid") else { return Ok(Vec::new()) };
        if !is_sid("ME", sid) {
            return Err(Refusal::invalid(50_510, "Invalid message media SID"));
        }
        let records = self.records();
        let mut uploads = records.uploads.iter().filter(|upload| upload.service_sid == conversation.service_sid);
        match uploads.find(|upload| upload.sid == sid) {
            None => Err(Refusal::new(StatusCode::NOT_FOUND, 50_507, "Media not found")),
            Some(upload) if upload.sent_with.is_some() => {
                Err(Refusal::invalid(50_508, "Media already sent with another message"))
            }
            Some(upload) => Ok(vec![Attachment::of(upload)]),
        }
    }

    /// Notes with which message its files went.
    fn mark_sent(&self, conversation_sid: &str, post: &Post) {
        let mut records = self.records();
        let is_part = |sid: &String| post.media.iter().any(|media| media.sid == *sid);
        for upload in records.uploads.iter_mut().filter(|upload| is_part(&upload.sid)) {
            upload.sent_with = Some((conversation_sid.to_owned(), post.sid.clone()));
        }
    }

    /// Puts a changed message in the place of the old one.
    fn keep_post(&self, conversation_sid: &str, post: &Post) {
        let mut records = self.records();
        let posts = records.conversation(conversation_sid).map(|conversation| &mut conversation.posts);
        if let Some(kept) = posts.and_then(|posts| posts.iter_mut().find(|kept| kept.sid == post.sid)) {
            *kept = Arc::new(post.clone());
        }
    }
}
