use super::{
    Callback, Product, Source, named,
    targets::{Occasion, scoped_target},
};
use crate::{
    TwilioEmulator,
    twilio::records::{Conversation, Scoped},
};

impl TwilioEmulator {
    /// Tells a new webhook of a conversation what was said after the message it names (`ReplayAfter`).
    pub(crate) fn replay(&self, conversation: &Conversation, webhook: &Scoped) {
        let Some(after) = webhook.replay_after else { return };
        let event = "onMessageAdded";
        for post in conversation.posts.iter().filter(|post| i64::try_from(post.index).is_ok_and(|at| at > after)) {
            let (service_sid, conversation_sid) = (Some(conversation.service_sid.as_str()), None);
            let occasion = Occasion { event, service_sid, conversation_sid, body: post.body.as_deref() };
            let Some(target) = scoped_target(webhook, occasion) else { continue };
            let member = conversation.author(&post.author);
            let source = member.map_or(Source::Api, Source::of);
            let mut fields = self.post_fields(conversation, post, event);
            fields.extend(self.every_event(&source));
            let label = format!("{event} {} replayed", post.sid);
            self.deliver(Callback::new(label, target, Product::Conversations, named(fields)));
        }
    }
}
