//! Takes out of an answer what differs from session to session: names, addresses, moments, and how far a text has come.

use std::collections::BTreeMap;

use messaging_tests::twilio_script::Done;
use serde_json::{Map, Value};

/// What was done in a session against the Twilio at `url`.
pub(crate) fn masked(line: &Value, url: &str) -> Done {
    let step = line["step"].as_str().expect("a step").to_owned();
    let is_list = line["result"].is_array();
    Done { step, result: Mask { url, is_list }.value("", line["result"].clone()) }
}

struct Mask<'u> {
    url: &'u str,
    is_list: bool,
}

impl Mask<'_> {
    fn value(&self, name: &str, value: Value) -> Value {
        match value {
            Value::Object(fields) => {
                // What is not there is told as null, or not at all.
                let fields = fields.into_iter().filter(|(_, value)| !value.is_null());
                let fields = fields.map(|(name, value)| (name.clone(), self.value(&name, value)));
                Value::Object(fields.collect::<BTreeMap<_, _>>().into_iter().collect::<Map<_, _>>())
            }
            Value::Array(items) => items.into_iter().map(|item| self.value(name, item)).collect(),
            Value::String(text) => self.text(name, &text).into(),
            other => other,
        }
    }

    fn text(&self, name: &str, text: &str) -> String {
        if is_date(text) {
            return "<date>".into();
        }
        // Which of them it is depends on how fast the client is; for one message the script waits until it is delivered.
        let on_its_way =
            ["accepted", "queued", "sending", "sent"].contains(&text) || (self.is_list && text == "delivered");
        if name == "status" && on_its_way {
            return "<on its way>".into();
        }
        // How many of a conversation's phones it has reached depends on that, too.
        if ["sent", "delivered", "read", "failed", "undelivered"].contains(&name) {
            return "<a share>".into();
        }
        sids(&text.replace(self.url, "<twilio>"))
    }
}

fn is_date(text: &str) -> bool {
    let follows = |pattern: &str| {
        text.len() == pattern.len()
            && text.chars().zip(pattern.chars()).all(|(c, like)| match like {
                '0' => c.is_ascii_digit(),
                'a' => c.is_ascii_alphabetic(),
                other => c == other,
            })
    };
    follows("0000-00-00T00:00:00Z") || follows("aaa, 00 aaa 0000 00:00:00 +0000")
}

/// `CH` and 32 digits become `CH…`.
fn sids(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.char_indices().map(|(at, _)| at).find(|at| is_sid(&rest[*at..])) {
        out += &rest[..at + 2];
        out.push('…');
        rest = &rest[at + 34..];
    }
    out + rest
}

fn is_sid(text: &str) -> bool {
    text.get(..34).is_some_and(|sid| {
        let (prefix, digits) = sid.split_at(2);
        prefix.chars().all(|c| c.is_ascii_uppercase()) && digits.chars().all(|c| c.is_ascii_hexdigit())
    })
}
