use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode};
use serde_json::{Map, json};
use tokio::time::sleep;

use super::{
    arguments::Arguments,
    body::Call,
    error::{Answer, Refusal, enveloped},
    fault::broken,
    method::Method,
};
use crate::slack::SlackEmulator;

/// The scopes that the app was granted.
const SCOPES: &str = "app_mentions:read,channels:history,chat:write,im:history,users:read";

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
        let Some(name) = request.uri().path().strip_prefix("/api/") else {
            return self.beyond(request).unwrap_or_else(|| Reply::Answer(not_found()));
        };
        let (call, readable) = Call::read(request);
        let warnings = call.warnings.clone();
        let reply = match self.admit(request, name, &call).and_then(|method| readable.map(|()| method)) {
            Err(refusal) => Reply::Answer(enveloped(Err(refusal), &warnings)),
            Ok(method) => self.perform(method, name, call),
        };
        match reply {
            Reply::Answer(mut response) => {
                let headers = response.headers_mut();
                headers.insert("x-oauth-scopes", HeaderValue::from_static(SCOPES));
                if let Ok(id) = HeaderValue::try_from(self.desk().hex(32)) {
                    headers.insert("x-slack-req-id", id);
                }
                Reply::Answer(response)
            }
            other => other,
        }
    }

    /// Whether there is such a method, and the caller may use it.
    fn admit(&self, request: &Request<Bytes>, name: &str, call: &Call) -> Result<Method, Refusal> {
        if !matches!(*request.method(), http::Method::GET | http::Method::POST) {
            return Err(Refusal::new("invalid_post_type").saying("only GET and POST are understood"));
        }
        let unknown = || Refusal::new("unknown_method").with("req_method", json!(name));
        let method = Method::named(name).ok_or_else(unknown)?;
        if call.misplaced_token {
            self.desk().warn(format!("{name}: a token in a JSON body does not count"));
        }
        if method.wants_token() {
            self.authenticate(call.token.as_deref())?;
        }
        Ok(method)
    }

    fn perform(&self, method: Method, name: &str, call: Call) -> Reply {
        let (arguments, warnings) = (Arguments::new(call.values), call.warnings);
        if let Some(documented) = method.documented() {
            for unknown in arguments.names().filter(|name| !documented.contains(name)) {
                self.desk().warn(format!("{name}: undocumented argument `{unknown}`"));
            }
        }
        if method.is_lookup() && self.desk().strikes(self.desk().plan().blind) {
            self.desk().note(format_args!("{name} blind"));
            return Reply::Answer(broken(self.desk()));
        }
        let answer = match method {
            Method::ApiTest => api_test(&arguments),
            Method::AuthTest => Ok(self.auth_test()),
            Method::ChatAppendStream => return self.fated(name, arguments, &warnings, Self::append_stream),
            Method::ChatStartStream => return self.fated(name, arguments, &warnings, Self::start_stream),
            Method::ChatStopStream => return self.fated(name, arguments, &warnings, Self::stop_stream),
            Method::ViewsOpen => self.views_open(&arguments),
            Method::ViewsPublish => self.views_publish(&arguments),
            Method::ViewsPush => self.views_push(&arguments),
            Method::ViewsUpdate => self.views_update(&arguments),
            Method::ChatPostMessage => return self.post_message(&arguments, &warnings),
            Method::ConversationsHistory => self.history(&arguments),
            Method::ConversationsReplies => self.replies(&arguments),
            Method::UsersInfo => self.users_info(&arguments),
        };
        Reply::Answer(enveloped(answer, &warnings))
    }
}

/// Says what it was told, and fails on request: <https://docs.slack.dev/reference/methods/api.test>.
fn api_test(arguments: &Arguments) -> Answer {
    let args = arguments.values();
    if arguments.text("error")?.is_some() {
        return Err(Refusal::new("my_error").with("args", json!(args)));
    }
    Ok(Map::from_iter([("args".to_owned(), json!(args))]))
}

fn not_found() -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(b"<!DOCTYPE html><title>There's been a glitch</title>"));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response.headers_mut().insert("content-type", HeaderValue::from_static("text/html; charset=utf-8"));
    response
}
