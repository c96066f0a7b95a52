use std::time::SystemTime;

use bytes::Bytes;
use http::{Request, header};
use messaging_core::{
    Error, ErrorKind, Event, EventKind, PublicUrl, Result,
    capability::{Received, Reply, Verdict, Webhooks},
    message::{Author, Message},
};
use serde::Deserialize;
use serde_json::json;

use crate::{MAX_TEXT, Visitor, Web};

/// What the page posts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Posted {
    visitor: String,
    client_id: String,
    text: String,
}

impl Webhooks for Web {
    /// Reads `{"visitor","client_id","text"}`; answers 202 `{"id","cursor"}`, the same for the same `client_id`.
    fn receive(&self, request: &Request<Bytes>, url: &PublicUrl, _: SystemTime) -> Result<Received> {
        self.check_origin(request, url)?;
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("application/json") {
            return Err(invalid("the body must be application/json"));
        }
        let posted: Posted = serde_json::from_slice(request.body())
            .map_err(|cause| invalid(format!("the body is not {{\"visitor\",\"client_id\",\"text\"}}: {cause}")))?;
        let visitor: Visitor = posted.visitor.parse()?;
        if !is_client_id(&posted.client_id) {
            return Err(invalid("`client_id` must be 1 to 64 letters, digits, `-` or `_`; use a UUID"));
        }
        if posted.text.trim().is_empty() || posted.text.chars().count() > MAX_TEXT {
            return Err(invalid(format!("`text` must be 1 to {MAX_TEXT} characters long")));
        }
        let key = format!("{}:{}", visitor.as_str(), posted.client_id);
        let message = Message::new(posted.client_id, Author::new(visitor.as_str()), posted.text);
        let event = Event::new(key, visitor.place(), EventKind::MessageAdded(message));
        Ok(Received::store_then(vec![event], reply))
    }

    fn refusal(&self) -> http::StatusCode {
        http::StatusCode::FORBIDDEN
    }
}

impl Web {
    /// Pages of other origins may not write in a visitor's name. A client that is no browser sends no origin.
    fn check_origin(&self, request: &Request<Bytes>, url: &PublicUrl) -> Result<()> {
        let Some(origin) = request.headers().get(header::ORIGIN) else { return Ok(()) };
        let origin = origin.to_str().unwrap_or_default();
        if origin == url.origin() || self.config.allowed_origins.iter().any(|allowed| allowed == origin) {
            return Ok(());
        }
        let message = "pages of this origin may not use the chat; add it to `allowed_origins`";
        Err(Error::new(ErrorKind::Unauthorized, message))
    }
}

fn is_client_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn reply(verdicts: &[Verdict]) -> Reply {
    let stored = verdicts.first().map(|verdict| json!({ "id": verdict.id, "cursor": verdict.cursor }));
    Reply::body("application/json", stored.unwrap_or_default().to_string()).accepted()
}

fn invalid(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Invalid, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::WebConfig;

    fn post(origin: Option<&str>, kind: &str, body: &str) -> Result<Received> {
        let config = WebConfig { allowed_origins: vec!["https://shop.test".into()], ..WebConfig::default() };
        let mut request = Request::post("/chat/messages").header(header::CONTENT_TYPE, kind);
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        let request = request.body(Bytes::from(body.to_owned())).unwrap();
        Web::new(config).receive(&request, &PublicUrl::new("https://bot.test/webhooks/web"), SystemTime::now())
    }

    const GOOD: &str = r#"{"visitor":"00000000000000000000000000000007","client_id":"c-1","text":"hi"}"#;

    #[test]
    fn a_message_becomes_an_event_and_a_202() {
        for origin in [None, Some("https://bot.test"), Some("https://shop.test")] {
            let Ok(Received::Store { events, reply }) = post(origin, "application/json", GOOD) else {
                panic!("{origin:?}")
            };
            assert_eq!(events[0].conversation, Visitor::new(7).place());
            let said = reply(&[Verdict { id: "9".into(), cursor: 3, duplicate: true, ..Verdict::default() }]);
            assert_eq!(said.body, r#"{"cursor":3,"id":"9"}"#);
        }
    }

    #[test]
    fn foreign_pages_and_bad_words_are_refused() {
        for origin in ["https://evil.test", "null", "https://bot.test.evil.test", "http://bot.test"] {
            assert_eq!(post(Some(origin), "application/json", GOOD).unwrap_err().kind(), ErrorKind::Unauthorized);
        }
        assert!(post(None, "text/plain", GOOD).is_err());
        for (what, with) in [("0007", "7"), ("c-1", "c 1"), ("c-1", ""), ("hi", " "), ("text", "txet"), ("}", "")] {
            let body = GOOD.replace(what, with);
            assert_eq!(post(None, "application/json", &body).unwrap_err().kind(), ErrorKind::Invalid, "{body}");
        }
        let long = GOOD.replace("hi", &"x".repeat(MAX_TEXT + 1));
        assert!(post(None, "application/json", &long).is_err());
    }
}
