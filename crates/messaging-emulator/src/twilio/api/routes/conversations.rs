use http::Method;

use super::{not_allowed, nothing};
use crate::{
    TwilioEmulator,
    twilio::api::{Answer, call::Call},
};

impl TwilioEmulator {
    /// `…/Conversations/…`
    pub(crate) fn route_conversations(&self, call: &Call, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::POST, []) => self.venture("POST Conversations", call, Self::create_conversation),
            (&Method::GET, []) => self.look(|| self.list_conversations(call)),
            (&Method::POST, [c]) => self.update_conversation(call, c).into(),
            (&Method::GET, [c]) => self.look(|| self.fetch_conversation(call, c)),
            (&Method::DELETE, [c]) => self.delete_conversation(call, c).into(),
            (_, [] | [_]) => Err(not_allowed()).into(),
            (_, [c, "Participants", rest @ ..]) => self.route_participants(call, c, rest),
            (_, [c, "Messages", rest @ ..]) => self.route_posts(call, c, rest),
            (_, [c, "Webhooks", rest @ ..]) => self.route_scoped_webhooks(call, c, rest),
            _ => nothing(call),
        }
    }

    fn route_participants(&self, call: &Call, c: &str, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::POST, []) => {
                let name = c.to_owned();
                self.venture("POST Participants", call, move |emulator, call| emulator.add_participant(call, &name))
            }
            (&Method::GET, []) => self.look(|| self.list_participants(call, c)),
            (&Method::GET, [name]) => self.look(|| self.fetch_participant(call, c, name)),
            (&Method::POST, [name]) => self.update_participant(call, c, name).into(),
            (&Method::DELETE, [name]) => self.remove_participant(call, c, name).into(),
            (_, [] | [_]) => Err(not_allowed()).into(),
            _ => nothing(call),
        }
    }

    fn route_posts(&self, call: &Call, c: &str, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::POST, []) => self.post_to_conversation(call, c),
            (&Method::GET, []) => self.look(|| self.list_posts(call, c)),
            (&Method::GET, [sid]) => self.look(|| self.fetch_post(call, c, sid)),
            (&Method::POST, [sid]) => self.update_post(call, c, sid).into(),
            (&Method::DELETE, [sid]) => self.delete_post(call, c, sid).into(),
            (&Method::GET, [sid, "Receipts"]) => self.look(|| self.list_receipts(call, c, sid)),
            (&Method::GET, [sid, "Receipts", name]) => self.look(|| self.fetch_receipt(call, c, sid, name)),
            (_, [] | [_] | [_, "Receipts"] | [_, "Receipts", _]) => Err(not_allowed()).into(),
            _ => nothing(call),
        }
    }

    fn route_scoped_webhooks(&self, call: &Call, c: &str, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::POST, []) => self.create_scoped_webhook(call, c).into(),
            (&Method::GET, []) => self.look(|| self.list_scoped_webhooks(call, c)),
            (&Method::GET, [sid]) => self.look(|| self.fetch_scoped_webhook(call, c, sid)),
            (&Method::POST, [sid]) => self.update_scoped_webhook(call, c, sid).into(),
            (&Method::DELETE, [sid]) => self.delete_scoped_webhook(call, c, sid).into(),
            (_, [] | [_]) => Err(not_allowed()).into(),
            _ => nothing(call),
        }
    }
}
