use crate::{
    TwilioEmulator,
    twilio::{
        records::{Conversation, Delivery, Post, keep},
        screen::{self, Reach},
    },
};

/// What somebody says in a conversation.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) author: String,
    pub(crate) body: Option<String>,
    pub(crate) attributes: String,
    pub(crate) content_sid: Option<String>,
}

/// What became of it: the message, where it stands, and whom it reaches.
#[derive(Debug)]
pub(crate) struct Posted {
    pub(crate) conversation: Conversation,
    pub(crate) post: Post,
    pub(crate) reach: Vec<Reach>,
    /// The state before, if the message woke an inactive conversation.
    pub(crate) woken: Option<String>,
}

impl Posted {
    /// What people read.
    pub(crate) fn text(&self) -> String {
        let template = self.post.content_sid.as_ref().map(|sid| format!("[content {sid}]"));
        template.or_else(|| self.post.body.clone()).unwrap_or_default()
    }
}

impl TwilioEmulator {
    /// Records a message; none if the conversation is gone.
    pub(crate) fn say(&self, conversation_sid: &str, said: Said) -> Option<Posted> {
        let conversation = self.records().conversation(conversation_sid)?.clone();
        let mut posted = self.draft(&conversation, said);
        let mut records = self.records();
        let conversation = records.conversation(conversation_sid)?;
        posted.post.index = conversation.next_index;
        conversation.next_index += 1;
        if conversation.state == "inactive" {
            "active".clone_into(&mut conversation.state);
            posted.woken = Some("inactive".to_owned());
        }
        conversation.updated = posted.post.created;
        keep(&mut conversation.posts, posted.post.clone());
        posted.conversation = conversation.clone();
        Some(posted)
    }

    /// The message as it would be, unrecorded.
    pub(crate) fn draft(&self, conversation: &Conversation, said: Said) -> Posted {
        let now = self.desk.wall();
        let participant_sid = conversation.author(&said.author).map(|participant| participant.sid.clone());
        let text = said.body.as_deref().unwrap_or_default();
        let reach = screen::reach(&self.records(), conversation, &said.author, text);
        let outside = reach.iter().filter(|reach| reach.outside_chat);
        let failed = outside.clone().filter(|reach| reach.failure.is_some()).count();
        let post = Post {
            sid: self.sid("IM"),
            index: conversation.next_index,
            author: said.author,
            body: said.body.filter(|_| said.content_sid.is_none()),
            attributes: said.attributes,
            content_sid: said.content_sid,
            participant_sid,
            created: now,
            updated: now,
            delivery: Delivery { total: outside.count(), failed },
        };
        Posted { conversation: conversation.clone(), post, reach, woken: None }
    }

    /// Puts a message on every screen it reaches.
    pub(crate) fn show_post(&self, posted: &Posted, from_app: bool) {
        let (sid, author, text) = (&posted.post.sid, &posted.post.author, posted.text());
        for reach in &posted.reach {
            match reach.failure {
                None => self.show(&reach.place, sid, author, from_app, &text),
                Some(code) => self.desk.warn(format!("{sid} did not reach {}: error {code}", reach.participant_sid)),
            }
        }
    }
}
