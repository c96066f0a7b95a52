//! Whether an answer has a documented field, of the documented type.

use messaging_tests::twilio_table::Field;
use serde_json::Value;

/// What is wrong with a field in an answer, and whether it was there with a value at all.
pub(crate) fn check(field: &Field, answer: &Value) -> Result<bool, String> {
    let mut seen = false;
    for value in places(&field.name, answer)? {
        match value {
            None => return Err("is not in the answer".into()),
            Some(Value::Null) if field.nullable => {}
            // The API of 2010 writes some of what is not there as an empty text.
            Some(Value::String(text)) if text.is_empty() && field.nullable => {}
            Some(value) if is(&field.kind, value) => seen = true,
            Some(value) => return Err(format!("is not {}: {value}", field.kind)),
        }
    }
    Ok(seen)
}

/// The values of `a.b`, or of `list[].a` in every item.
fn places<'a>(name: &str, answer: &'a Value) -> Result<Vec<Option<&'a Value>>, String> {
    let inside = |value: &'a Value, name: &str| name.split('.').try_fold(value, |value, part| value.get(part));
    match name.split_once("[].") {
        None => Ok(vec![inside(answer, name)]),
        Some((list, rest)) => {
            let items = answer.get(list).and_then(Value::as_array).ok_or("is in a list that is not in the answer")?;
            Ok(items.iter().map(|item| inside(item, rest)).collect())
        }
    }
}

fn is(kind: &str, value: &Value) -> bool {
    let text = value.as_str();
    match kind.split_once(':').unwrap_or((kind, "")) {
        ("string" | "currency" | "phone-number", _) => text.is_some(),
        ("boolean", _) => value.is_boolean(),
        ("integer", range) => value.as_i64().is_some_and(|number| within(range, number)),
        ("object", _) => value.is_object(),
        ("uri", _) => text.is_some_and(|text| text.starts_with("http://") || text.starts_with("/2010-04-01/")),
        ("uri-map", links) => links.split('|').filter(|link| !link.is_empty()).all(|link| value[link].is_string()),
        ("date-time", _) => text.is_some_and(|text| follows(text, "0000-00-00T00:00:00Z")),
        ("date-time-rfc-2822", _) => text.is_some_and(|text| follows(text, "aaa, 00 aaa 0000 00:00:00 +0000")),
        ("enum", values) => text.is_some_and(|text| values.split('|').any(|one| one == text)),
        ("sid", prefixes) => text.is_some_and(|text| prefixes.split('|').any(|prefix| is_sid(prefix, text))),
        ("array", inner) => value.as_array().is_some_and(|items| items.iter().all(|item| is(inner, item))),
        ("like", "") => true,
        ("like", types) => types.split('|').any(|one| one == json_type(value)),
        _ => false,
    }
}

fn within(range: &str, number: i64) -> bool {
    let Some((least, most)) = range.split_once("..") else { return true };
    (least.parse().unwrap_or(i64::MIN)..=most.parse().unwrap_or(i64::MAX)).contains(&number)
}

/// Whether a text has digits and letters where the pattern has `0` and `a`, and is equal to it elsewhere.
fn follows(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.chars().zip(pattern.chars()).all(|(c, like)| match like {
            '0' => c.is_ascii_digit(),
            'a' => c.is_ascii_alphabetic(),
            other => c == other,
        })
}

fn is_sid(prefix: &str, text: &str) -> bool {
    let digits = |rest: &str| rest.len() == 32 && rest.chars().all(|c| c.is_ascii_hexdigit());
    match prefix {
        "[a-zA-Z]{2}" => text.get(2..).is_some_and(digits),
        prefix => text.strip_prefix(prefix).is_some_and(digits),
    }
}

fn json_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn field(name: &str, kind: &str) -> Field {
        Field { name: name.into(), schema: String::new(), kind: kind.into(), nullable: true }
    }

    #[test]
    fn a_field_of_another_type_is_found() {
        for (kind, good, bad) in [
            ("string", json!("1"), json!(1)),
            ("integer", json!(1), json!("1")),
            ("integer:1..5", json!(5), json!(6)),
            ("boolean", json!(true), json!("true")),
            ("date-time", json!("2026-09-21T14:13:20Z"), json!("2026-09-21T14:13:20.000Z")),
            ("date-time-rfc-2822", json!("Thu, 24 Aug 2023 05:01:45 +0000"), json!("2023-08-24T05:01:45Z")),
            ("sid:SM|MM", json!("MM0123456789abcdef0123456789abcdef"), json!("IM0123456789abcdef0123456789abcdef")),
            ("enum:a|b", json!("b"), json!("c")),
            ("array:string", json!(["a"]), json!([1])),
            ("uri", json!("http://twilio.test/v1"), json!("v1")),
            ("uri-map:media", json!({ "media": "/2010-04-01" }), json!({ "medium": "/2010-04-01" })),
            ("like:object", json!({}), json!("{}")),
        ] {
            assert_eq!(check(&field("a", kind), &json!({ "a": good })), Ok(true), "{kind}");
            assert!(check(&field("a", kind), &json!({ "a": bad })).is_err(), "{kind}");
        }
        assert_eq!(check(&field("a", "string"), &json!({ "a": null })), Ok(false));
        assert!(check(&field("a", "string"), &json!({})).is_err());
        assert!(check(&field("l[].a", "string"), &json!({ "l": [{ "a": "b" }, {}] })).is_err());
    }
}
