use bytes::Bytes;
use http::{Response, header::CONTENT_TYPE};
use messaging_core::capability::Acknowledgement;
use serde_json::{Value, json};

/// Words the acknowledgement of an envelope. What a webhook would have been answered goes along where it is accepted.
pub(super) fn acknowledgement(id: &str, accepts: bool) -> Acknowledgement {
    let id = id.to_owned();
    Acknowledgement::new(move |answer| {
        match payload(answer).filter(|_| accepts) {
            Some(payload) => json!({ "envelope_id": id, "payload": payload }),
            None => json!({ "envelope_id": id }),
        }
        .to_string()
    })
}

/// The body as JSON; a text that is none is what is said.
fn payload(answer: &Response<Bytes>) -> Option<Value> {
    let body = answer.body();
    if body.is_empty() {
        return None;
    }
    let kind = answer.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("application/json") {
        return serde_json::from_slice(body).ok();
    }
    std::str::from_utf8(body).ok().map(|text| json!({ "text": text }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(accepts: bool, kind: &str, body: &'static str) -> Value {
        let answer = Response::builder().header(CONTENT_TYPE, kind).body(Bytes::from(body)).unwrap();
        serde_json::from_str(&acknowledgement("e1", accepts).text(&answer)).unwrap()
    }

    #[test]
    fn an_answer_goes_along_only_where_it_is_accepted() {
        let options = r#"{"options":[]}"#;
        assert_eq!(
            word(true, "application/json; charset=utf-8", options),
            json!({ "envelope_id": "e1", "payload": { "options": [] } })
        );
        assert_eq!(word(false, "application/json", options), json!({ "envelope_id": "e1" }));
        assert_eq!(word(true, "application/json", ""), json!({ "envelope_id": "e1" }));
        assert_eq!(word(true, "text/plain", "hi"), json!({ "envelope_id": "e1", "payload": { "text": "hi" } }));
    }
}
