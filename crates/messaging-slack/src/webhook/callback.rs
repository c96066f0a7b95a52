//! A callback as JSON, without the part of it that nobody here reads.

use std::fmt;

use serde::{
    Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Number, Value};

/// What says a message's text once more, at many times its length. The text itself is read, and whoever wants this
/// finds it in the event's `raw`.
const UNREAD: [&str; 2] = ["blocks", "attachments"];

/// Reads a callback's body; lists that say the text once more are checked and left out.
pub(super) fn parse(body: &[u8]) -> serde_json::Result<Value> {
    let mut read = serde_json::Deserializer::from_slice(body);
    let value = Callback.deserialize(&mut read)?;
    read.end()?;
    Ok(value)
}

struct Callback;

impl<'de> DeserializeSeed<'de> for Callback {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Callback {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = all.next_element_seed(Callback)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut all: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(name) = all.next_key::<String>()? {
            if UNREAD.contains(&name.as_str()) {
                all.next_value::<IgnoredAny>()?;
            } else {
                fields.insert(name, all.next_value_seed(Callback)?);
            }
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_read_but_what_says_the_text_once_more() {
        let all = r#"{"a":[1,-2,2.5,true,null,"\u00e9\n"],"event":{"text":"t","files":[{"id":"F1"}]}}"#;
        let plain: Value = serde_json::from_str(all).unwrap();
        assert_eq!(parse(all.as_bytes()).unwrap(), plain);
        let more =
            all.replace(r#""text":"t""#, r#""blocks":[{"elements":[{"text":"t"}]}],"text":"t","attachments":[]"#);
        assert_eq!(parse(more.as_bytes()).unwrap(), plain);
    }

    #[test]
    fn what_is_no_json_is_refused_also_where_nobody_reads() {
        for body in
            ["", "{", "{}{}", r#"{"blocks":[}"#, r#"{"blocks":"\q"}"#, r#"{"blocks":[1]"#, "{\"text\":\"\u{1}\"}"]
        {
            assert!(parse(body.as_bytes()).is_err(), "{body}");
        }
    }
}
