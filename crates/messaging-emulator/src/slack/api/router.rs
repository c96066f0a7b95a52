use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode};
use serde_json::json;
use tokio::time::sleep;

use super::{
    arguments::Arguments,
    body::{Call, bearer},
    caller::Caller,
    error::{Refusal, enveloped},
    fault::broken,
    method::{Act, Method, Nature},
    table::method,
};
use crate::slack::SlackEmulator;

/// What a caller hears.
#[derive(Debug)]
pub(crate) enum Reply {
    /// A response.
    Answer(Response<Bytes>),
    /// The connection was refused.
    Refused,
    /// Nothing, ever.
    Silence,
}

impl SlackEmulator {
    /// Answers one request. The work is done in a task of the emulator's own: a caller that hangs up, or dies, does not
    /// undo what it asked for.
    pub(crate) async fn answer(&self, request: Request<Bytes>) -> Reply {
        let emulator = self.clone();
        let work = tokio::spawn(async move {
            let desk = emulator.desk();
            if !desk.journal().is_live() {
                sleep(desk.between(5, 50)).await;
            }
            emulator.route(&request)
        });
        work.await.unwrap_or(Reply::Silence)
    }

    fn route(&self, request: &Request<Bytes>) -> Reply {
        match request.uri().path().strip_prefix("/api/") {
            Some(name) => self.call(request, name),
            None => {
                self.transfer(request).or_else(|| self.beyond(request)).unwrap_or_else(|| Reply::Answer(not_found()))
            }
        }
    }

    /// Calls a method, and puts Slack's headers on what it says.
    fn call(&self, request: &Request<Bytes>, name: &str) -> Reply {
        let (call, readable) = Call::read(request);
        let warnings = call.warnings.clone();
        let (mut granted, mut accepted) = (None, None);
        let reply = match self.known(request, name, &call) {
            Err(refusal) => Reply::Answer(enveloped(Err(refusal), &warnings)),
            Ok(method) => {
                accepted = Some(method.scopes().collect::<Vec<_>>().join(","));
                match method.act {
                    Act::Open(act) => {
                        let arguments = self.read(method, call.values);
                        let answer = readable.and_then(|()| method.wants(&arguments));
                        Reply::Answer(enveloped(answer.and_then(|()| act(self, &arguments)), &warnings))
                    }
                    Act::App(scope, act) => {
                        let admitted = self.admit_app(bearer(request), scope).and(readable);
                        let arguments = self.read(method, call.values);
                        let answer = admitted.and_then(|()| method.wants(&arguments));
                        Reply::Answer(enveloped(answer.and_then(|()| act(self, &arguments)), &warnings))
                    }
                    Act::Token(act) => match self.authenticate(method, call.token.as_deref(), &call.values) {
                        Err(refusal) => Reply::Answer(enveloped(Err(refusal), &warnings)),
                        Ok(caller) => {
                            granted = Some(caller.scopes.join(","));
                            let admitted = readable.and_then(|()| caller.needs_one(method.scopes()));
                            let arguments = self.read(method, call.values);
                            match admitted.and_then(|()| method.wants(&arguments)) {
                                Err(refusal) => Reply::Answer(enveloped(Err(refusal), &warnings)),
                                Ok(()) => self.perform(caller, arguments, &warnings, act),
                            }
                        }
                    },
                }
            }
        };
        let Reply::Answer(mut response) = reply else { return reply };
        let id = Some(self.desk().hex(32));
        for (name, value) in
            [("x-oauth-scopes", granted), ("x-accepted-oauth-scopes", accepted), ("x-slack-req-id", id)]
        {
            if let Some(value) = value.and_then(|value| HeaderValue::try_from(value).ok()) {
                response.headers_mut().insert(name, value);
            }
        }
        Reply::Answer(response)
    }

    /// The method of this name, if this is how methods are called.
    fn known(&self, request: &Request<Bytes>, name: &str, call: &Call) -> Result<&'static Method, Refusal> {
        if !matches!(*request.method(), http::Method::GET | http::Method::POST) {
            return Err(Refusal::new("invalid_post_type").saying("only GET and POST are understood"));
        }
        let unknown = || Refusal::new("unknown_method").with("req_method", json!(name));
        let method = method(name).ok_or_else(unknown)?;
        if call.misplaced_token {
            self.desk().warn(format!("{name}: a token in a JSON body does not count"));
        }
        Ok(method)
    }

    /// Takes the arguments, and remembers those that Slack does not document, and whether it may know them anyway.
    fn read(&self, method: &Method, values: std::collections::BTreeMap<String, serde_json::Value>) -> Arguments {
        let arguments = Arguments::new(values);
        for unknown in arguments.names().filter(|name| !method.documents(name)) {
            let what = if method.leaves_unproven(unknown) { "unproven" } else { "undocumented" };
            self.desk().warn(format!("{}: {what} argument `{unknown}`", method.name));
        }
        arguments
    }

    fn perform(
        &self,
        caller: Caller,
        arguments: Arguments,
        warnings: &[&'static str],
        act: fn(&Self, &Caller, &Arguments) -> super::error::Answer,
    ) -> Reply {
        if let Some(response) = self.count(&caller, &arguments) {
            return Reply::Answer(response);
        }
        match caller.method.nature {
            Nature::Write | Nature::Post => return self.perform_write(caller, arguments, warnings, act),
            Nature::LookUp if self.desk().strikes(self.desk().plan().blind) => {
                self.desk().note(format_args!("{} blind", caller.method.name));
                return Reply::Answer(broken(self.desk()));
            }
            Nature::LookUp | Nature::Read => {}
        }
        Reply::Answer(enveloped(act(self, &caller, &arguments), warnings))
    }
}

fn not_found() -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(b"<!DOCTYPE html><title>There's been a glitch</title>"));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response.headers_mut().insert("content-type", HeaderValue::from_static("text/html; charset=utf-8"));
    response
}
