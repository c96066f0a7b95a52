use http::Method;

use super::{not_allowed, nothing};
use crate::{
    TwilioEmulator,
    twilio::api::{Answer, call::Call},
};

impl TwilioEmulator {
    /// `…/Users/…`
    pub(crate) fn route_users(&self, call: &Call, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::POST, []) => self.create_user(call).into(),
            (&Method::GET, []) => self.look(|| self.list_users(call)),
            (&Method::GET, [name]) => self.look(|| self.fetch_user(call, name)),
            (&Method::POST, [name]) => self.update_user(call, name).into(),
            (&Method::DELETE, [name]) => self.delete_user(call, name).into(),
            (&Method::GET, [name, "Conversations"]) => self.look(|| self.list_user_conversations(call, name)),
            (&Method::GET, [name, "Conversations", c]) => self.look(|| self.fetch_user_conversation(call, name, c)),
            (&Method::POST, [name, "Conversations", c]) => self.update_user_conversation(call, name, c).into(),
            (&Method::DELETE, [name, "Conversations", c]) => self.leave_user_conversation(call, name, c).into(),
            (_, [] | [_] | [_, "Conversations"] | [_, "Conversations", _]) => Err(not_allowed()).into(),
            _ => nothing(call),
        }
    }

    /// `…/Roles/…`
    pub(crate) fn route_roles(&self, call: &Call, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::POST, []) => self.create_role(call).into(),
            (&Method::GET, []) => self.look(|| self.list_roles(call)),
            (&Method::GET, [sid]) => self.look(|| self.fetch_role(call, sid)),
            (&Method::POST, [sid]) => self.update_role(call, sid).into(),
            (&Method::DELETE, [sid]) => self.delete_role(call, sid).into(),
            (_, [] | [_]) => Err(not_allowed()).into(),
            _ => nothing(call),
        }
    }
}
