//! JSON as it lies in what came: a text of it is copied only where something in it is escaped.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Number, Value};

/// What says a message's text once more, at many times its length. The text itself is read, and whoever wants this
/// finds it in the event's `raw`.
const UNREAD: [&str; 2] = ["blocks", "attachments"];

/// Room that an object is made with: most of Slack's have about as many fields.
const FIELDS: usize = 12;

/// A value of JSON.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json<'j> {
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'j, str>),
    List(Vec<Json<'j>>),
    /// In the order in which they came; of several fields with one name the last one counts.
    Object(Vec<(Cow<'j, str>, Json<'j>)>),
}

impl<'j> Json<'j> {
    /// Reads all of it.
    pub(super) fn parse(text: &'j str) -> serde_json::Result<Self> {
        Self::read(text, Reader { unread: &[] })
    }

    /// Reads a callback: lists that say the text once more are checked and left out.
    pub(super) fn parse_callback(text: &'j str) -> serde_json::Result<Self> {
        Self::read(text, Reader { unread: &UNREAD })
    }

    fn read(text: &'j str, reader: Reader) -> serde_json::Result<Self> {
        let mut read = serde_json::Deserializer::from_str(text);
        let value = reader.deserialize(&mut read)?;
        read.end()?;
        Ok(value)
    }

    /// A field of an object, or an element of a list by its number.
    pub(super) fn get(&self, step: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().rev().find(|(name, _)| name == step).map(|(_, value)| value),
            Self::List(all) => all.get(step.parse::<usize>().ok()?),
            _ => None,
        }
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The elements of a list; none of anything else.
    pub(super) fn list(&self) -> &[Self] {
        if let Self::List(all) = self { all } else { &[] }
    }

    pub(super) fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    /// Copies it.
    pub(super) fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(number) => Value::Number(number.clone()),
            Self::Text(text) => Value::String(text.clone().into_owned()),
            Self::List(all) => Value::Array(all.iter().map(Self::to_value).collect()),
            Self::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| (name.clone().into_owned(), value.to_value()));
                Value::Object(fields.collect::<Map<_, _>>())
            }
        }
    }
}

/// Reads a value, without the fields that are unread.
#[derive(Clone, Copy)]
struct Reader {
    unread: &'static [&'static str],
}

impl<'j> DeserializeSeed<'j> for Reader {
    type Value = Json<'j>;

    fn deserialize<D: Deserializer<'j>>(self, deserializer: D) -> Result<Json<'j>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'j> Visitor<'j> for Reader {
    type Value = Json<'j>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'j>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'j>, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json<'j>, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json<'j>, E> {
        Ok(Number::from_f64(value).map_or(Json::Null, Json::Number))
    }

    fn visit_borrowed_str<E>(self, value: &'j str) -> Result<Json<'j>, E> {
        Ok(Json::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json<'j>, E> {
        Ok(Json::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Json<'j>, E> {
        Ok(Json::Null)
    }

    fn visit_seq<A: SeqAccess<'j>>(self, mut all: A) -> Result<Json<'j>, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = all.next_element_seed(self)? {
            values.push(value);
        }
        Ok(Json::List(values))
    }

    fn visit_map<A: MapAccess<'j>>(self, mut all: A) -> Result<Json<'j>, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = all.next_key_seed(Name)? {
            if self.unread.iter().any(|unread| *unread == name) {
                all.next_value::<IgnoredAny>()?;
                continue;
            }
            if fields.is_empty() {
                fields.reserve(FIELDS);
            }
            fields.push((name, all.next_value_seed(self)?));
        }
        Ok(Json::Object(fields))
    }
}

/// Reads the name of a field.
struct Name;

impl<'j> DeserializeSeed<'j> for Name {
    type Value = Cow<'j, str>;

    fn deserialize<D: Deserializer<'j>>(self, deserializer: D) -> Result<Cow<'j, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'j> Visitor<'j> for Name {
    type Value = Cow<'j, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E>(self, name: &'j str) -> Result<Cow<'j, str>, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E>(self, name: &str) -> Result<Cow<'j, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_read_but_what_says_the_text_once_more() {
        let all = r#"{"a":[1,-2,2.5,true,null,"\u00e9\n"],"event":{"text":"t","files":[{"id":"F1"}]},"\u0062":{}}"#;
        let plain: Value = serde_json::from_str(all).unwrap();
        assert_eq!(Json::parse(all).unwrap().to_value(), plain);
        assert_eq!(Json::parse_callback(all).unwrap().to_value(), plain);
        let more =
            all.replace(r#""text":"t""#, r#""blocks":[{"elements":[{"text":"t"}]}],"text":"t","attachments":[]"#);
        assert_eq!(Json::parse_callback(&more).unwrap().to_value(), plain);
        assert_eq!(Json::parse(&more).unwrap().to_value(), serde_json::from_str::<Value>(&more).unwrap());
    }

    #[test]
    fn of_several_fields_with_one_name_the_last_one_counts() {
        let twice = r#"{"channel":"C1","ch\u0061nnel":"C2"}"#;
        let read = Json::parse(twice).unwrap();
        assert_eq!(read.get("channel").and_then(Json::as_str), Some("C2"));
        assert_eq!(read.to_value(), serde_json::from_str::<Value>(twice).unwrap());
    }

    #[test]
    fn what_is_no_json_is_refused_also_where_nobody_reads() {
        for body in
            ["", "{", "{}{}", r#"{"blocks":[}"#, r#"{"blocks":"\q"}"#, r#"{"blocks":[1]"#, "{\"text\":\"\u{1}\"}"]
        {
            assert!(Json::parse_callback(body).is_err(), "{body}");
        }
    }

    #[test]
    fn a_text_is_copied_only_where_something_is_escaped() {
        let read = Json::parse(r#"["a","\u0062"]"#).unwrap();
        assert!(matches!(read.list(), [Json::Text(Cow::Borrowed("a")), Json::Text(Cow::Owned(b))] if b == "b"));
    }
}
