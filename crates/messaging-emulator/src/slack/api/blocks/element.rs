use serde_json::Value;

use super::{block::MOST_ID, check::Check};

/// Checks something that people use, or a picture.
pub(super) fn check(check: &mut Check, element: &Value, at: &str) {
    let Some(kind) = element.get("type").and_then(Value::as_str) else {
        return check.wrong("missing required field: type", at);
    };
    check.words(element, "action_id", (1, MOST_ID), at);
    check.text(element, "placeholder", 150, true, at);
    if let Some(confirm) = element.get("confirm") {
        let at = format!("{at}/confirm");
        check.text(confirm, "title", 100, true, &at);
        check.text(confirm, "text", 300, false, &at);
        check.text(confirm, "confirm", 30, true, &at);
        check.text(confirm, "deny", 30, true, &at);
    }
    let most = match kind {
        "overflow" => 5,
        "checkboxes" | "radio_buttons" => 10,
        _ => 100,
    };
    check.list(element, "options", most, at, option);
    check.list(element, "option_groups", 100, at, |check, group, at| {
        check.text(group, "label", 75, true, at);
        check.list(group, "options", 100, at, option);
    });
    match kind {
        "button" => {
            check.required(element, "text", at);
            check.text(element, "text", 75, true, at);
            check.words(element, "value", (0, 2_000), at);
            check.words(element, "url", (1, 3_000), at);
            let style = element.get("style").and_then(Value::as_str);
            if style.is_some_and(|style| !matches!(style, "primary" | "danger")) {
                check.wrong("must be one of: primary, danger", &format!("{at}/style"));
            }
        }
        "image" => check_image(check, element, at),
        "static_select" | "multi_static_select"
            if element.get("options").is_none() && element.get("option_groups").is_none() =>
        {
            check.wrong("missing required field: options", at);
        }
        "overflow" | "checkboxes" | "radio_buttons" => {
            check.required(element, "options", at);
        }
        _ => {}
    }
}

/// A picture has a URL or is a file of Slack's, and says what it shows.
pub(super) fn check_image(check: &mut Check, image: &Value, at: &str) {
    check.required(image, "alt_text", at);
    check.words(image, "alt_text", (0, 2_000), at);
    check.words(image, "image_url", (1, 3_000), at);
    match image.get("slack_file") {
        None if image.get("image_url").is_none() => check.wrong("missing required field: image_url", at),
        None => {}
        Some(file) => {
            let id = file.get("id").and_then(Value::as_str);
            if id.is_some_and(|id| !is_file_id(id)) {
                let pattern = "input must match regex pattern: ^[F][A-Z0-9]{8,}$";
                check.wrong(pattern, &format!("{at}/slack_file/id"));
            }
        }
    }
}

fn is_file_id(id: &str) -> bool {
    let tail = id.strip_prefix('F').unwrap_or_default();
    tail.len() >= 8 && tail.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn option(check: &mut Check, option: &Value, at: &str) {
    check.required(option, "text", at);
    check.text(option, "text", 75, false, at);
    check.words(option, "value", (0, 150), at);
    check.text(option, "description", 75, false, at);
}
