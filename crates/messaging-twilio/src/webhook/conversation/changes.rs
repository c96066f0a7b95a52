//! What an application may change of something that is about to happen.

use serde_json::{Map, Value};

/// The longest attributes of a message, in bytes.
const MAX_ATTRIBUTES: usize = 4 * 1_024;

/// Writes the changes that Twilio takes of `event`. What it would not take is left out and logged: it ignores other keys,
/// and nobody would know.
pub(super) fn written(event: &str, changes: Map<String, Value>) -> String {
    let mut kept = Map::new();
    for (key, value) in changes {
        match change(event, &key, value) {
            Ok(value) => drop(kept.insert(key, value)),
            Err(why) => {
                tracing::error!(event, key, why, "a change of what is about to happen was left out");
            }
        }
    }
    Value::Object(kept).to_string()
}

fn change(event: &str, key: &str, value: Value) -> Result<Value, &'static str> {
    let known: &[&str] = match event {
        "onMessageAdd" | "onMessageUpdate" => &["body", "author", "attributes"],
        "onConversationAdd" | "onConversationUpdate" => &["friendly_name"],
        _ => return Err("Twilio takes no changes of this event: pass or reject it"),
    };
    if !known.contains(&key) {
        return Err("Twilio takes `body`, `author`, `attributes` of a message, `friendly_name` of a conversation");
    }
    match (key, value) {
        // JSON in a string, as everywhere at Twilio.
        ("attributes", object @ Value::Object(_)) => short(object.to_string()),
        ("attributes", Value::String(text)) if serde_json::from_str::<Map<String, Value>>(&text).is_ok() => short(text),
        ("attributes", _) => Err("`attributes` is a JSON object, or the text of one"),
        (_, text @ Value::String(_)) => Ok(text),
        _ => Err("it is not a text"),
    }
}

fn short(attributes: String) -> Result<Value, &'static str> {
    if attributes.len() > MAX_ATTRIBUTES {
        return Err("`attributes` are longer than 4 KB");
    }
    Ok(Value::String(attributes))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn answered(event: &str, changes: Value) -> Value {
        let Value::Object(changes) = changes else { panic!("{changes}") };
        serde_json::from_str(&written(event, changes)).unwrap()
    }

    #[test]
    fn what_twilio_takes_is_written_and_the_rest_left_out() {
        let all = json!({ "body": "b", "author": "a", "attributes": { "x": 1 }, "friendly_name": "f", "sid": "s" });
        let message = json!({ "body": "b", "author": "a", "attributes": "{\"x\":1}" });
        assert_eq!(answered("onMessageAdd", all.clone()), message);
        assert_eq!(answered("onMessageUpdate", all.clone()), message);
        assert_eq!(answered("onConversationAdd", all.clone()), json!({ "friendly_name": "f" }));
        for untouchable in ["onMessageRemove", "onParticipantAdd", "onUserUpdate", "onNothing"] {
            assert_eq!(answered(untouchable, all.clone()), json!({}), "{untouchable}");
        }
    }

    #[test]
    fn what_has_the_wrong_shape_is_left_out() {
        let long = json!({ "x": "y".repeat(4_096) });
        for wrong in [
            json!({ "body": 7 }),
            json!({ "attributes": "[]" }),
            json!({ "attributes": 7 }),
            json!({ "attributes": long }),
        ] {
            assert_eq!(answered("onMessageAdd", wrong.clone()), json!({}), "{wrong}");
        }
        let text = json!({ "attributes": "{\"from\": \"Ann\"}" });
        assert_eq!(answered("onMessageAdd", text.clone()), text);
    }
}
