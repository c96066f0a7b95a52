use bytes::Bytes;
use http::{Method, Request, StatusCode};

use super::{Answer, Outcome, Refusal, call::Call, form::decode};
use crate::TwilioEmulator;

impl TwilioEmulator {
    /// Finds what a path means. Only what Twilio documents and this emulator does has an answer.
    pub(crate) fn route(&self, request: &Request<Bytes>) -> Answer {
        let mut call = Call::new(request);
        let caller = match self.authenticate(request) {
            Ok(caller) => caller,
            Err(refusal) => return Err(refusal).into(),
        };
        let segments: Vec<_> = call.path.split('/').skip(1).map(decode).collect();
        let segments: Vec<_> = segments.iter().map(String::as_str).collect();
        let (account, service) = (&self.account.settings.account_sid, &self.account.settings.conversations_service_sid);
        match segments.as_slice() {
            ["2010-04-01", "Accounts", name] if name.strip_suffix(".json") == Some(account) => {
                only_get(&call, |_| self.fetch_account(caller)).into()
            }
            ["2010-04-01", "Accounts", owner, rest @ ..] if owner == account => self.route_2010(&call, rest),
            ["v1", "Services", sid] if sid == service => only_get(&call, |_| Ok(self.fetch_service())).into(),
            ["v1", "Services", sid, "Conversations", rest @ ..] if sid == service => {
                call.root = format!("/v1/Services/{sid}");
                self.route_conversations(&call, rest)
            }
            ["v1", "Conversations", rest @ ..] => {
                "/v1".clone_into(&mut call.root);
                self.route_conversations(&call, rest)
            }
            _ => Err(call.not_found()).into(),
        }
    }

    fn route_2010(&self, call: &Call, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::POST, ["Messages.json"]) => self.create_message(call),
            (&Method::GET, ["Messages.json"]) => self.look(|| self.list_messages(call)),
            (_, ["Messages.json"]) => Err(not_allowed()).into(),
            (method, ["Messages", name]) => match name.strip_suffix(".json") {
                Some(sid) if method == Method::GET => self.look(|| self.fetch_message(call, sid)),
                Some(_) => Err(not_allowed()).into(),
                None => Err(call.not_found()).into(),
            },
            (&Method::GET, ["Messages", sid, "Media.json"]) => self.look(|| self.list_media(call, sid)),
            (&Method::GET, ["Messages", sid, "Media", name]) => self.look(|| self.fetch_medium(call, sid, name)),
            _ => Err(call.not_found()).into(),
        }
    }

    fn route_conversations(&self, call: &Call, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::POST, []) => self.create_conversation(call).into(),
            (&Method::GET, []) => self.look(|| self.list_conversations(call)),
            (&Method::POST, [c]) => self.update_conversation(call, c).into(),
            (&Method::GET, [c]) => self.look(|| self.fetch_conversation(call, c)),
            (&Method::DELETE, [c]) => self.delete_conversation(call, c).into(),
            (&Method::POST, [c, "Participants"]) => self.add_participant(call, c).into(),
            (&Method::GET, [c, "Participants"]) => self.look(|| self.list_participants(call, c)),
            (&Method::GET, [c, "Participants", name]) => self.look(|| self.fetch_participant(call, c, name)),
            (&Method::DELETE, [c, "Participants", name]) => self.remove_participant(call, c, name).into(),
            (&Method::POST, [c, "Messages"]) => self.post_to_conversation(call, c),
            (&Method::GET, [c, "Messages"]) => self.look(|| self.list_posts(call, c)),
            (&Method::GET, [c, "Messages", sid]) => self.look(|| self.fetch_post(call, c, sid)),
            (&Method::POST, [c, "Messages", sid]) => self.update_post(call, c, sid).into(),
            (&Method::DELETE, [c, "Messages", sid]) => self.delete_post(call, c, sid).into(),
            (_, [] | [_] | [_, "Participants" | "Messages"] | [_, "Participants" | "Messages", _]) => {
                Err(not_allowed()).into()
            }
            _ => Err(call.not_found()).into(),
        }
    }

    /// Looks something up, unless the fault plan forbids it.
    fn look(&self, look: impl FnOnce() -> Outcome) -> Answer {
        if self.desk.strikes(self.desk.plan().blind) { Err(Refusal::unavailable()).into() } else { look().into() }
    }
}

fn only_get(call: &Call, answer: impl FnOnce(&Call) -> Outcome) -> Outcome {
    if call.method == Method::GET { answer(call) } else { Err(not_allowed()) }
}

fn not_allowed() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, 20_004, "Method not allowed")
}
