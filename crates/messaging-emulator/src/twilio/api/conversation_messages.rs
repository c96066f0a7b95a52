use http::StatusCode;
use serde_json::{Value, json};

use super::{
    Answer, Carry, Outcome, Refusal,
    call::{Call, Parameters},
    conversations::{attributes, no_content, not_closed},
    form::Form,
    page::Page,
};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{dates, records::Post, said::Said, sid::is_sid, webhook::Source},
};

const CREATE: Parameters = Parameters {
    operation: "POST Conversations Messages",
    known: &["Author", "Body", "Attributes", "ContentSid", "Subject"],
    idle: &["DateCreated", "DateUpdated", "MediaSid", "ContentVariables"],
};
const UPDATE: Parameters = Parameters {
    operation: "POST Conversations Message",
    known: &["Author", "Body", "Attributes", "Subject"],
    idle: &["DateCreated", "DateUpdated"],
};
const LIST: Parameters = Parameters {
    operation: "GET Conversations Messages",
    known: &["Order", "PageSize", "Page", "PageToken"],
    idle: &[],
};

/// The longest text of a chat, in bytes.
const LONGEST_CHAT: usize = 32 * 1024;

impl TwilioEmulator {
    /// `POST …/Conversations/{C}/Messages`
    pub(crate) fn post_to_conversation(&self, call: &Call, name: &str) -> Answer {
        let form = match self.form(call, CREATE) {
            Ok(form) => form,
            Err(refusal) => return Err(refusal).into(),
        };
        let (path, root, name, tells) = (call.path.clone(), call.root.clone(), name.to_owned(), call.tells);
        self.carry("POST Conversations Messages", move |emulator, carry| {
            let (conversation_sid, post) = emulator.post(&form, &name, &path, tells, carry)?;
            Ok(json_answer(StatusCode::CREATED, &emulator.render(&conversation_sid, &post, &root)))
        })
    }

    fn post(&self, form: &Form, name: &str, path: &str, tells: bool, carry: Carry) -> Result<(String, Post), Refusal> {
        let found = self.records().conversation(name).cloned();
        let conversation = found.ok_or_else(|| Refusal::not_found(path))?;
        let body = text(form)?;
        let attributes = attributes(form, 4 * 1024)?.unwrap_or_else(|| "{}".to_owned());
        let content_sid = form.text("ContentSid");
        if content_sid.as_deref().is_some_and(|sid| !is_sid("HX", sid)) {
            return Err(Refusal::invalid(50_526, "Invalid content SID"));
        }
        not_closed(&conversation)?;
        let said =
            Said { author: form.text("Author").unwrap_or_else(|| "system".to_owned()), body, attributes, content_sid };
        match carry {
            Carry::Really => {
                let said = self.say(&conversation.sid, said).ok_or_else(|| Refusal::not_found(path))?;
                self.show_post(&said, true);
                if tells {
                    self.tell_message(&said, "onMessageAdded", &Source::Api);
                }
                self.report_post(&said);
                Ok((conversation.sid, said.post))
            }
            Carry::Pretend => Ok((conversation.sid.clone(), self.draft(&conversation, said).post)),
        }
    }

    /// `GET …/Conversations/{C}/Messages`, oldest first unless `Order=desc`.
    pub(crate) fn list_posts(&self, call: &Call, name: &str) -> Outcome {
        self.check(&call.query, LIST);
        let conversation = self.find(call, name)?;
        let mut all = Vec::from(conversation.posts);
        match call.query.get("Order") {
            None | Some("asc") => {}
            Some("desc") => all.reverse(),
            Some(_) => return Err(Refusal::invalid(20_001, "Order must be asc or desc")),
        }
        let page = Page::cut(all, &call.query, 100, |post| &post.sid)?;
        self.desk.note(format_args!("twilio GET Conversations Messages {}", page.items.len()));
        let items = page.items.iter().map(|post| self.render(&conversation.sid, post, &call.root)).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "messages", items)))
    }

    /// `GET …/Conversations/{C}/Messages/{IM}`
    pub(crate) fn fetch_post(&self, call: &Call, name: &str, sid: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        let post = conversation.posts.iter().find(|post| post.sid == sid).ok_or_else(|| call.not_found())?;
        Ok(json_answer(StatusCode::OK, &self.render(&conversation.sid, post, &call.root)))
    }

    /// `POST …/Conversations/{C}/Messages/{IM}`: changes what is named. Screens keep what they showed.
    pub(crate) fn update_post(&self, call: &Call, name: &str, sid: &str) -> Outcome {
        let form = self.form(call, UPDATE)?;
        let (body, attributes) = (text(&form)?, attributes(&form, 4 * 1024)?);
        let conversation = self.find(call, name)?;
        not_closed(&conversation)?;
        let now = self.desk.wall();
        let changed = self.change(call, &conversation.sid, |conversation| {
            let post = conversation.posts.iter_mut().find(|post| post.sid == sid)?;
            post.body = body.or(post.body.take());
            post.attributes = attributes.unwrap_or_else(|| std::mem::take(&mut post.attributes));
            post.author = form.text("Author").unwrap_or_else(|| std::mem::take(&mut post.author));
            post.updated = now;
            Some(post.clone())
        })?;
        let post = changed.ok_or_else(|| call.not_found())?;
        if call.tells {
            self.tell_post(&conversation, &post, "onMessageUpdated", &Source::Api);
        }
        Ok(json_answer(StatusCode::OK, &self.render(&conversation.sid, &post, &call.root)))
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

    fn render(&self, conversation_sid: &str, post: &Post, root: &str) -> Value {
        let url = self.absolute(&format!("{root}/Conversations/{conversation_sid}/Messages/{}", post.sid));
        let share = |count: usize| match count {
            0 => "none",
            count if count == post.delivery.total => "all",
            _ => "some",
        };
        let arrived = share(post.delivery.total - post.delivery.failed.min(post.delivery.total));
        let delivery = (post.delivery.total > 0).then(|| {
            json!({
                "total": post.delivery.total,
                "sent": arrived,
                "delivered": arrived,
                "read": "none",
                "failed": share(post.delivery.failed),
                "undelivered": "none",
            })
        });
        json!({
            "sid": post.sid,
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": self.account.settings.conversations_service_sid,
            "conversation_sid": conversation_sid,
            "index": post.index,
            "author": post.author,
            "body": post.body,
            "media": null,
            "attributes": post.attributes,
            "participant_sid": post.participant_sid,
            "content_sid": post.content_sid,
            "delivery": delivery,
            "date_created": dates::iso(post.created),
            "date_updated": dates::iso(post.updated),
            "links": { "delivery_receipts": format!("{url}/Receipts"), "channel_metadata": format!("{url}/ChannelMetadata") },
            "url": url,
        })
    }
}

fn text(form: &Form) -> Result<Option<String>, Refusal> {
    let body = form.text("Body");
    if body.as_ref().is_some_and(|body| body.len() > LONGEST_CHAT) {
        return Err(Refusal::invalid(50_504, "Message body parameter is too long"));
    }
    Ok(body)
}
