use bytes::Bytes;
use http::{Method, Request};

use super::{Answer, call::Call, form::decode, routes::not_allowed};
use crate::{TwilioEmulator, twilio::files};

impl TwilioEmulator {
    /// Finds what a path means. Only what Twilio documents and this emulator does has an answer.
    pub(crate) async fn route(&self, request: &Request<Bytes>) -> Answer {
        let mut call = Call::new(request);
        if let Some(name) = call.path.strip_prefix(files::FOLDER) {
            return self.unshelve(name).ok_or_else(|| call.not_found()).into();
        }
        let caller = match self.authenticate(request) {
            Ok(caller) => caller,
            Err(refusal) => return Err(refusal).into(),
        };
        let path = call.path.clone();
        let segments: Vec<_> = path.split('/').skip(1).map(decode).collect();
        let segments: Vec<_> = segments.iter().map(String::as_str).collect();
        let account = &self.account.settings.account_sid;
        match segments.as_slice() {
            ["2010-04-01", "Accounts", name] if name.strip_suffix(".json") == Some(account) => {
                if call.method == Method::GET { self.fetch_account(caller) } else { Err(not_allowed()) }.into()
            }
            ["2010-04-01", "Accounts", owner, rest @ ..] if owner == account => self.route_messaging(&call, rest),
            ["v1", rest @ ..] => self.route_v1(&mut call, rest).await,
            _ => Err(call.not_found()).into(),
        }
    }

    /// `/v1/…`: the account's default service, or the service that the path names.
    async fn route_v1(&self, call: &mut Call, rest: &[&str]) -> Answer {
        match rest {
            ["Configuration", rest @ ..] => self.route_configuration(call, rest),
            ["Services"] => self.route_services(call, None),
            ["Services", sid, rest @ ..] => {
                if self.records().service(sid).is_none() {
                    return Err(call.not_found()).into();
                }
                if rest.is_empty() {
                    return self.route_services(call, Some(sid));
                }
                call.root = format!("/v1/Services/{sid}");
                (*sid).clone_into(&mut call.service);
                match rest {
                    ["Configuration", rest @ ..] => self.route_service_configuration(call, rest),
                    ["Media" | "MediaSet", ..] => self.route_media(call, rest),
                    _ => self.route_service(call, rest).await,
                }
            }
            _ => {
                "/v1".clone_into(&mut call.root);
                call.service = self.records().configuration.default_service_sid.clone();
                self.route_service(call, rest).await
            }
        }
    }

    /// What every service has, by either path.
    async fn route_service(&self, call: &mut Call, rest: &[&str]) -> Answer {
        if let Err(refusal) = self.throttle(call, rest) {
            return Err(refusal).into();
        }
        if let Err(refusal) = self.consult(call, rest).await {
            return Err(refusal).into();
        }
        match rest {
            ["Conversations", rest @ ..] => self.route_conversations(call, rest),
            ["ConversationWithParticipants"] if call.method == Method::POST => {
                let what = "POST ConversationWithParticipants";
                self.venture(what, call, Self::create_conversation_with_participants)
            }
            ["ParticipantConversations"] if call.method == Method::GET => {
                self.look(|| self.list_participant_conversations(call))
            }
            ["ConversationWithParticipants" | "ParticipantConversations"] => Err(not_allowed()).into(),
            ["Users", rest @ ..] => self.route_users(call, rest),
            ["Roles", rest @ ..] => self.route_roles(call, rest),
            _ => Err(call.not_found()).into(),
        }
    }
}
