use http::Method;

use super::{not_allowed, nothing};
use crate::{
    TwilioEmulator,
    twilio::api::{Answer, call::Call},
};

impl TwilioEmulator {
    /// `/2010-04-01/Accounts/{AC}/…`
    pub(crate) fn route_messaging(&self, call: &Call, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::POST, ["Messages.json"]) => self.create_message(call),
            (&Method::GET, ["Messages.json"]) => self.look(|| self.list_messages(call)),
            (_, ["Messages.json"]) => Err(not_allowed()).into(),
            (method, ["Messages", name]) => match name.strip_suffix(".json") {
                Some(sid) if method == Method::GET => self.look(|| self.fetch_message(call, sid)),
                Some(sid) if method == Method::POST => self.update_message(call, sid).into(),
                Some(sid) if method == Method::DELETE => self.delete_message(call, sid).into(),
                Some(_) => Err(not_allowed()).into(),
                None => nothing(call),
            },
            (&Method::POST, ["Messages", sid, "Feedback.json"]) => self.create_feedback(call, sid).into(),
            (&Method::GET, ["Messages", sid, "Media.json"]) => self.look(|| self.list_media(call, sid)),
            (&Method::GET, ["Messages", sid, "Media", name]) => self.look(|| self.fetch_medium(call, sid, name)),
            (&Method::DELETE, ["Messages", sid, "Media", name]) => self.delete_medium(call, sid, name).into(),
            (_, ["Messages", _, "Feedback.json" | "Media.json"] | ["Messages", _, "Media", _]) => {
                Err(not_allowed()).into()
            }
            (_, ["IncomingPhoneNumbers.json"] | ["IncomingPhoneNumbers", _]) => self.route_numbers(call, rest),
            _ => nothing(call),
        }
    }

    fn route_numbers(&self, call: &Call, rest: &[&str]) -> Answer {
        let sid = match rest {
            ["IncomingPhoneNumbers", name] => match name.strip_suffix(".json") {
                Some(sid) => Some(sid),
                None => return nothing(call),
            },
            _ => None,
        };
        match (&call.method, sid) {
            (&Method::GET, None) => self.look(|| self.list_numbers(call)),
            (&Method::GET, Some(sid)) => self.look(|| self.fetch_number(call, sid)),
            (&Method::POST, Some(sid)) => self.update_number(call, sid).into(),
            _ => Err(not_allowed()).into(),
        }
    }
}
