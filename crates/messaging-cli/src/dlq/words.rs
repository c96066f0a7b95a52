use std::fmt::Write;

use messaging::{
    UnixMillis,
    store::{Day, Decision},
};
use serde_json::Value;

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_str).unwrap_or("-")
}

fn moment(value: &Value) -> String {
    let Some(at) = value.get("at").and_then(Value::as_i64) else { return "-".into() };
    let seconds = at.div_euclid(1_000).rem_euclid(24 * 60 * 60);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{}T{hours:02}:{minutes:02}:{seconds:02}Z", Day::of(UnixMillis(at)))
}

fn conversation(item: &Value) -> &str {
    item.get("lane").map_or("-", |lane| text(lane, "conversation"))
}

/// One line for each: id, shelf, what it is, since when, where, why.
pub(super) fn of_list(items: &[Value]) -> String {
    let line = |item: &Value| {
        let (id, shelf, kind) = (text(item, "id"), text(item, "shelf"), text(item, "kind"));
        let (at, place, reason) = (moment(item), conversation(item), text(item, "reason"));
        format!("{id}  {shelf}  {kind}  {at}  {place}  {reason}")
    };
    items.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Everything that is known of one.
pub(super) fn of_letter(letter: &Value) -> String {
    let (id, shelf, kind) = (text(letter, "id"), text(letter, "shelf"), text(letter, "kind"));
    let mut words = format!("{id}  {shelf}  {kind}\n");
    // Writing to a string does not fail.
    let mut row = |name: &str, value: &str| {
        let _ = writeln!(words, "  {name:<13} {value}");
    };
    row("since", &moment(letter));
    row("conversation", conversation(letter));
    row("reason", text(letter, "reason"));
    if letter.get("may_have_been_carried") == Some(&true.into()) {
        row("sent", "perhaps: an attempt may have been carried");
    }
    for (number, attempt) in letter.get("attempts").and_then(Value::as_array).into_iter().flatten().enumerate() {
        let life = attempt.get("life").and_then(Value::as_u64).unwrap_or_default();
        let error = format!("{}  {} life {life}: {}", moment(attempt), text(attempt, "node"), text(attempt, "error"));
        row(&format!("attempt {}", number + 1), &error);
    }
    for name in ["event", "message"] {
        if let Some(value) = letter.get(name).filter(|value| !value.is_null()) {
            row(name, &value.to_string());
        }
    }
    let choices = letter.get("choices").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    row("decide", &choices.collect::<Vec<_>>().join(" | "));
    words.trim_end().to_owned()
}

/// What happens now.
pub(super) fn of_decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Redrive => "is tried again; `messaging dlq list` shows it if it fails again",
        Decision::Resend => "is sent again",
        Decision::Delivered => "counts as delivered",
        _ => "is dropped",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_letter_shows_every_error_and_what_can_be_decided() {
        let letter = json!({
            "id": "7", "kind": "event", "shelf": "dead", "at": 0, "reason": "2 turns failed: no",
            "lane": { "tenant": "default", "conversation": "web:visitor:1" },
            "attempts": [{ "at": 0, "node": "n", "life": 3, "error": "no" }],
            "event": { "keys": ["k"] }, "choices": ["redrive", "drop"],
        });
        let words = of_letter(&letter);
        for part in [
            "7  dead  event",
            "web:visitor:1",
            "2 turns failed: no",
            "n life 3: no",
            r#"{"keys":["k"]}"#,
            "redrive | drop",
        ] {
            assert!(words.contains(part), "{part} in\n{words}");
        }
        assert!(of_list(&[letter]).starts_with("7  dead  event  1970-01-01T00:00:00Z"));
    }
}
