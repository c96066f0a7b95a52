//! Our id in a message's metadata, by which a send is found again and an echo is known.
//!
//! A message has one metadata: our id joins the caller's own, as `mid` of its payload.
//! <https://docs.slack.dev/messaging/message-metadata>

use messaging_core::{Error, ErrorKind, Result, id::IntentId};
use serde_json::{Map, Value, json};

/// The `event_type` of messages whose caller has none.
const INTENT_EVENT: &str = "messaging_intent";
/// Where our id is in the payload.
const KEY: &str = "mid";
/// The same, from a message on.
pub(crate) const INTENT: &str = "/metadata/event_payload/mid";

/// Writes the metadata of a message: the caller's `own`, our `intent`, or both.
///
/// # Errors
/// [`ErrorKind::Invalid`]: the caller's is no `{"event_type", "event_payload"}`, or holds a `mid` of its own.
pub(crate) fn metadata(own: Option<Value>, intent: Option<&IntentId>) -> Result<Option<Value>> {
    let refuse = |message: &str| Err(Error::new(ErrorKind::Invalid, message));
    let Some(own) = own else {
        let ours = |intent: &IntentId| json!({ "event_type": INTENT_EVENT, "event_payload": { KEY: intent.as_str() } });
        return Ok(intent.map(ours));
    };
    let Value::Object(mut own) = own else {
        return refuse("`metadata` is an object with `event_type` and `event_payload`");
    };
    if own.get("event_type").and_then(Value::as_str).is_none_or(str::is_empty) {
        return refuse("`metadata` needs an `event_type`, a word of your own");
    }
    let mut payload = match own.remove("event_payload") {
        Some(Value::Object(payload)) => payload,
        None => Map::new(),
        Some(_) => return refuse("the `event_payload` of `metadata` is an object"),
    };
    if let Some(intent) = intent {
        if payload.contains_key(KEY) {
            return refuse("`mid` in the `event_payload` of `metadata` is our id: give yours another name");
        }
        payload.insert(KEY.to_owned(), intent.as_str().into());
    }
    own.insert("event_payload".to_owned(), payload.into());
    Ok(Some(own.into()))
}

/// The intent that a message of ours carries, whatever its `event_type`.
pub(crate) fn intent_of(message: &Value) -> Option<&str> {
    message.pointer(INTENT).and_then(Value::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_travel_in_one_object() {
        let intent = IntentId::from("6f1d");
        let own = json!({ "event_type": "task_created", "event_payload": { "id": 7 } });
        let both = metadata(Some(own.clone()), Some(&intent)).unwrap().unwrap();
        assert_eq!(both, json!({ "event_type": "task_created", "event_payload": { "id": 7, "mid": "6f1d" } }));
        assert_eq!(intent_of(&json!({ "metadata": both })), Some("6f1d"));
        assert_eq!(metadata(Some(own.clone()), None).unwrap(), Some(own));
        let ours = metadata(None, Some(&intent)).unwrap().unwrap();
        assert_eq!(ours, json!({ "event_type": "messaging_intent", "event_payload": { "mid": "6f1d" } }));
        assert_eq!(metadata(None, None).unwrap(), None);
    }

    #[test]
    fn what_is_no_metadata_is_refused() {
        let intent = IntentId::from("6f1d");
        for own in [
            json!("x"),
            json!({}),
            json!({ "event_type": "" }),
            json!({ "event_type": "x", "event_payload": [] }),
            json!({ "event_type": "x", "event_payload": { "mid": "mine" } }),
        ] {
            assert_eq!(metadata(Some(own.clone()), Some(&intent)).unwrap_err().kind(), ErrorKind::Invalid, "{own}");
        }
    }
}
