use serde_json::Value;

use super::{
    check::Check,
    element::{self, check_image},
};

/// Longest identifier, in characters.
pub(super) const MOST_ID: usize = 255;

/// The blocks that Slack has and nothing is known of what it checks in them.
const UNCHECKED: &[&str] = &[
    "alert",
    "call",
    "container",
    "data_table",
    "divider",
    "file",
    "plan",
    "rich_text",
    "share_shortcut",
    "task_card",
];

/// Checks one block.
pub(super) fn check(check: &mut Check, block: &Value, at: &str) {
    if !block.is_object() {
        return check.wrong("must provide an object", at);
    }
    let Some(kind) = block.get("type").and_then(Value::as_str) else {
        return check.wrong("missing required field: type", at);
    };
    check.words(block, "block_id", (0, MOST_ID), at);
    match kind {
        "section" => section(check, block, at),
        "header" => {
            check.required(block, "text", at);
            check.text(block, "text", 150, true, at);
        }
        "context" => {
            check.required(block, "elements", at);
            check.list(block, "elements", 10, at, |check, element, at| {
                if element.get("type").and_then(Value::as_str) == Some("image") {
                    check_image(check, element, at);
                } else {
                    check.text_object(element, 3_000, false, at);
                }
            });
        }
        "actions" => {
            check.required(block, "elements", at);
            check.list(block, "elements", 25, at, element::check);
        }
        "context_actions" => {
            check.required(block, "elements", at);
            check.list(block, "elements", 5, at, |_, _, _| ());
        }
        "image" => {
            check_image(check, block, at);
            check.text(block, "title", 2_000, true, at);
        }
        "input" => {
            check.required(block, "label", at);
            check.text(block, "label", 2_000, true, at);
            check.text(block, "hint", 2_000, true, at);
            if let Some(element) = check.required(block, "element", at) {
                element::check(check, element, &format!("{at}/element"));
            }
        }
        "markdown" => {
            check.required(block, "text", at);
            check.words(block, "text", (1, 12_000), at);
        }
        "video" => {
            for name in ["alt_text", "title", "thumbnail_url", "video_url"] {
                check.required(block, name, at);
            }
            check.text(block, "title", 199, true, at);
        }
        "table" => {
            check.required(block, "rows", at);
            check.list(block, "rows", 100, at, |check, row, at| match row.as_array() {
                None => check.wrong("must provide an array", at),
                Some(cells) if cells.len() > 20 => check.wrong("no more than 20 items allowed", at),
                Some(_) => {}
            });
        }
        "card" => {
            check.text(block, "title", 150, false, at);
            check.text(block, "subtitle", 150, false, at);
            check.text(block, "body", 200, false, at);
        }
        "carousel" => {
            check.required(block, "elements", at);
            check.list(block, "elements", 10, at, self::check);
        }
        kind if UNCHECKED.contains(&kind) => {}
        kind => check.wrong(&format!("unsupported type: {kind}"), &format!("{at}/type")),
    }
}

/// Text, or fields, or both.
fn section(check: &mut Check, block: &Value, at: &str) {
    if block.get("text").is_none() && block.get("fields").is_none() {
        check.wrong("missing required field: text", at);
    }
    check.text(block, "text", 3_000, false, at);
    check.list(block, "fields", 10, at, |check, field, at| check.text_object(field, 2_000, false, at));
    if let Some(accessory) = block.get("accessory") {
        element::check(check, accessory, &format!("{at}/accessory"));
    }
}
