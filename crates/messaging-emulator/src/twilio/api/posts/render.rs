use std::time::SystemTime;

use serde_json::{Value, json};

use crate::{
    TwilioEmulator,
    twilio::{
        dates,
        records::{Attachment, Conversation, Post},
    },
};

impl TwilioEmulator {
    pub(super) fn render(&self, conversation: &Conversation, post: &Post, root: &str) -> Value {
        let url = self.absolute(&format!("{root}/Conversations/{}/Messages/{}", conversation.sid, post.sid));
        let media: Vec<_> = post.media.iter().map(attachment).collect();
        json!({
            "sid": post.sid,
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": conversation.service_sid,
            "conversation_sid": conversation.sid,
            "index": post.index,
            "author": post.author,
            "body": post.body,
            "media": if media.is_empty() { Value::Null } else { media.into() },
            "attributes": post.attributes,
            "participant_sid": post.participant_sid,
            "content_sid": post.content_sid,
            "delivery": delivery(post, self.desk.wall()),
            "date_created": dates::iso(post.created),
            "date_updated": dates::iso(post.updated),
            "links": {
                "delivery_receipts": format!("{url}/Receipts"),
                "channel_metadata": format!("{url}/ChannelMetadata"),
            },
            "url": url,
        })
    }
}

fn attachment(media: &Attachment) -> Value {
    json!({
        "sid": media.sid,
        "size": media.size,
        "content_type": media.content_type,
        "filename": media.filename,
    })
}

/// At how many of those outside the chat it has arrived: `all`, `some` or `none`. Null if there are none.
fn delivery(post: &Post, now: SystemTime) -> Value {
    let total = post.receipts.len();
    if total == 0 {
        return Value::Null;
    }
    let share = |status| match post.receipts.iter().filter(|receipt| receipt.has_been(status, now)).count() {
        0 => "none",
        count if count == total => "all",
        _ => "some",
    };
    json!({
        "total": total,
        "sent": share("sent"),
        "delivered": share("delivered"),
        "read": share("read"),
        "failed": share("failed"),
        "undelivered": share("undelivered"),
    })
}
