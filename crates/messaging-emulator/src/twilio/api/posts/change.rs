use std::sync::Arc;

use http::StatusCode;

use super::written;
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            conversations::{is_open, no_content},
            fields,
        },
        webhook::Source,
    },
};

const UPDATE: Parameters = Parameters {
    operation: "POST Conversations Message",
    known: &["Author", "Body", "Attributes", "Subject", "DateCreated", "DateUpdated"],
    idle: &[],
};

impl TwilioEmulator {
    /// `POST …/Conversations/{C}/Messages/{IM}`: changes what is named. Screens keep what they showed.
    pub(crate) fn update_post(&self, call: &Call, name: &str, sid: &str) -> Outcome {
        let form = self.form(call, UPDATE)?;
        written::subject(&form)?;
        let (body, author, attributes) =
            (written::body(&form)?, written::author(&form)?, fields::attributes(&form, 4 * 1024)?);
        let (created, updated) = fields::dates(&form)?;
        let conversation = self.find(call, name)?;
        let post = conversation.posts.iter().find(|post| post.sid == sid).ok_or_else(|| call.not_found())?;
        is_open(&conversation)?;
        if body.is_some() && !post.media.is_empty() {
            return Err(Refusal::invalid(50_509, "Media message body cannot be updated"));
        }
        let now = self.desk.wall();
        let changed = self.change(call, &conversation.sid, |conversation| {
            let post = Arc::make_mut(conversation.posts.iter_mut().find(|post| post.sid == sid)?);
            post.body = body.or(post.body.take());
            post.attributes = attributes.unwrap_or_else(|| std::mem::take(&mut post.attributes));
            post.author = author.unwrap_or_else(|| std::mem::take(&mut post.author));
            post.created = created.unwrap_or(post.created);
            post.updated = updated.unwrap_or(now);
            Some(post.clone())
        })?;
        let post = changed.ok_or_else(|| call.not_found())?;
        if call.tells {
            self.tell_post(&conversation, &post, "onMessageUpdated", &Source::Api);
        }
        Ok(json_answer(StatusCode::OK, &self.render(&conversation, &post, &call.root)))
    }

    /// `DELETE …/Conversations/{C}/Messages/{IM}`
    pub(crate) fn delete_post(&self, call: &Call, name: &str, sid: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        let post = conversation.posts.iter().find(|post| post.sid == sid).ok_or_else(|| call.not_found())?;
        self.change(call, &conversation.sid, |kept| kept.posts.retain(|other| other.sid != sid))?;
        if call.tells {
            self.tell_post(&conversation, post, "onMessageRemoved", &Source::Api);
        }
        Ok(no_content())
    }
}
