//! What became of a message at everybody outside the chat
//! (<https://www.twilio.com/docs/conversations-classic/api/receipt-resource>).

use std::{sync::Arc, time::SystemTime};

use http::StatusCode;
use serde_json::{Value, json};

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            page::Page,
        },
        dates,
        records::{Conversation, Post, Receipt, Step},
    },
};

const LIST: Parameters = Parameters { operation: "GET Receipts", known: &["PageSize", "Page", "PageToken"], idle: &[] };

/// A receipt, with what it says by now.
type Known = (Receipt, Step);

impl TwilioEmulator {
    /// `GET …/Messages/{IM}/Receipts`: those of which something is known by now.
    pub(crate) fn list_receipts(&self, call: &Call, name: &str, sid: &str) -> Outcome {
        self.check(&call.query, LIST);
        let (conversation, post) = self.post_of(call, name, sid)?;
        let page = Page::cut(known(&post, self.desk.wall()), &call.query, 50, |(receipt, _)| &receipt.sid)?;
        let items = page.items.iter().map(|known| self.receipt(&conversation, &post, known, &call.root)).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "delivery_receipts", items)))
    }

    /// `GET …/Messages/{IM}/Receipts/{DY}`
    pub(crate) fn fetch_receipt(&self, call: &Call, name: &str, sid: &str, receipt_sid: &str) -> Outcome {
        let (conversation, post) = self.post_of(call, name, sid)?;
        let all = known(&post, self.desk.wall());
        let found = all.iter().find(|(receipt, _)| receipt.sid == receipt_sid).ok_or_else(|| call.not_found())?;
        Ok(json_answer(StatusCode::OK, &self.receipt(&conversation, &post, found, &call.root)))
    }

    fn post_of(&self, call: &Call, name: &str, sid: &str) -> Result<(Conversation, Arc<Post>), Refusal> {
        let conversation = self.find(call, name)?;
        let post = conversation.posts.iter().find(|post| post.sid == sid).cloned();
        Ok((conversation, post.ok_or_else(|| call.not_found())?))
    }

    fn receipt(&self, conversation: &Conversation, post: &Post, known: &Known, root: &str) -> Value {
        let (receipt, step) = known;
        let path = format!("{root}/Conversations/{}/Messages/{}/Receipts/{}", conversation.sid, post.sid, receipt.sid);
        json!({
            "sid": receipt.sid,
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": conversation.service_sid,
            "conversation_sid": conversation.sid,
            "message_sid": post.sid,
            "channel_message_sid": receipt.channel_message_sid,
            "participant_sid": receipt.participant_sid,
            "status": step.status,
            "error_code": step.error_code.unwrap_or_default(),
            "date_created": dates::iso(receipt.created),
            "date_updated": dates::iso(receipt.created + step.after),
            "url": self.absolute(&path),
        })
    }
}

fn known(post: &Post, now: SystemTime) -> Vec<Known> {
    post.receipts.iter().filter_map(|receipt| Some((receipt.clone(), receipt.step(now)?))).collect()
}
