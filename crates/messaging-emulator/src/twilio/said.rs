use std::{sync::Arc, time::Duration};

use tokio::time::sleep;

use crate::{
    TwilioEmulator,
    twilio::{
        records::{Attachment, Conversation, Post, Receipt, keep},
        screen::Reach,
    },
};

/// What somebody says in a conversation.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) author: String,
    pub(crate) body: Option<String>,
    pub(crate) attributes: String,
    pub(crate) content_sid: Option<String>,
    /// JSON, for the template's placeholders.
    pub(crate) content_variables: Option<String>,
    pub(crate) media: Vec<Attachment>,
}

/// What became of it: the message, where it stands, and whom it reaches.
#[derive(Debug)]
pub(crate) struct Posted {
    pub(crate) conversation: Conversation,
    pub(crate) post: Post,
    pub(crate) reach: Vec<Reach>,
    /// The state before, if the message woke an inactive conversation.
    pub(crate) woken: Option<String>,
    /// What people read.
    pub(crate) text: String,
}

impl TwilioEmulator {
    /// Records a message; none if the conversation is gone.
    pub(crate) fn say(&self, conversation_sid: &str, said: Said) -> Option<Posted> {
        let conversation = self.records().conversation(conversation_sid)?.clone();
        let mut posted = self.draft(&conversation, said);
        let now = self.desk.now();
        let mut records = self.records();
        let conversation = records.conversation(conversation_sid)?;
        posted.post.index = conversation.next_index;
        conversation.next_index += 1;
        if conversation.state == "inactive" {
            "active".clone_into(&mut conversation.state);
            posted.woken = Some("inactive".to_owned());
        }
        conversation.timers.restart(now, posted.post.created);
        conversation.updated = posted.post.created;
        keep(&mut conversation.posts, Arc::new(posted.post.clone()));
        posted.conversation = conversation.clone();
        drop(records);
        self.watch();
        Some(posted)
    }

    /// The message as it would be, unrecorded.
    pub(crate) fn draft(&self, conversation: &Conversation, said: Said) -> Posted {
        let now = self.desk.wall();
        let participant_sid = conversation.author(&said.author).map(|participant| participant.sid.clone());
        let text = said.body.as_deref().unwrap_or_default();
        let has_content = said.content_sid.is_some();
        let reach = self.reach(conversation, &said.author, text, has_content);
        let shown = self.shown_text(&said);
        let outside = reach.iter().filter(|reach| reach.outside_chat);
        let receipts = outside.map(|reach| Receipt {
            sid: self.sid("DY"),
            channel_message_sid: self.sid("SM"),
            participant_sid: reach.participant_sid.clone(),
            created: now,
            steps: reach.course(),
        });
        let receipts = receipts.collect();
        let post = Post {
            sid: self.sid("IM"),
            index: conversation.next_index,
            author: said.author,
            body: said.body.filter(|_| !has_content),
            attributes: said.attributes,
            content_sid: said.content_sid,
            participant_sid,
            created: now,
            updated: now,
            media: if has_content { Vec::new() } else { said.media },
            receipts,
        };
        Posted { conversation: conversation.clone(), post, reach, woken: None, text: shown }
    }

    /// What people read: the template or the text, then the files.
    fn shown_text(&self, said: &Said) -> String {
        if let Some(sid) = &said.content_sid {
            return self.rendered(sid, said.content_variables.as_deref().unwrap_or("{}"));
        }
        let files = said.media.iter().map(|file| format!("[{}]", file.filename.as_ref().unwrap_or(&file.content_type)));
        let text = said.body.clone().filter(|text| !text.is_empty() || said.media.is_empty());
        text.into_iter().chain(files).collect::<Vec<_>>().join("\n")
    }

    /// Puts a message on every screen it reaches.
    pub(crate) fn show_post(&self, posted: &Posted, from_app: bool) {
        let (sid, author, text) = (&posted.post.sid, &posted.post.author, &posted.text);
        for reach in &posted.reach {
            match (reach.failure, reach.behaviour.seen()) {
                (None, Some(Duration::ZERO)) => self.show(&reach.place, sid, author, from_app, text),
                (None, Some(after)) => {
                    let (emulator, place, text) = (self.clone(), reach.place.clone(), text.clone());
                    let (sid, author) = (sid.clone(), author.clone());
                    tokio::spawn(async move {
                        sleep(after).await;
                        emulator.show(&place, &sid, &author, from_app, &text);
                    });
                }
                (Some(code), _) => {
                    self.desk.warn(format!("{sid} did not reach {}: error {code}", reach.participant_sid));
                }
                (None, None) => {}
            }
        }
    }
}
