use serde_json::{Map, Value};

use crate::slack::{
    api::{Arguments, Refusal},
    interaction::identified,
};

/// Largest view, in bytes of JSON.
const MOST_BYTES: usize = 250_000;
/// Most blocks of a view.
const MOST_BLOCKS: usize = 100;
/// Longest title and buttons of a modal, in characters.
const MOST_TITLE: usize = 24;

/// Reads `view` as an app hands it in.
pub(super) fn view(arguments: &Arguments) -> Result<Map<String, Value>, Refusal> {
    let format = || Refusal::arguments("must provide an object [json-pointer:/view]");
    let value = arguments.structure("view").map_err(|()| format())?;
    let value = value.ok_or_else(|| Refusal::arguments("missing required field: view"))?;
    checked(value)
}

/// Checks a view, wherever it comes from.
pub(super) fn checked(value: Value) -> Result<Map<String, Value>, Refusal> {
    let wrong = |what: &str, at: &str| Refusal::arguments(&format!("{what} [json-pointer:/view{at}]"));
    if value.to_string().len() > MOST_BYTES {
        return Err(Refusal::new("view_too_large"));
    }
    let Value::Object(mut view) = value else { return Err(wrong("must provide an object", "")) };
    let kind = view.get("type").and_then(Value::as_str).unwrap_or_default();
    let is_modal = match kind {
        "modal" => true,
        "home" => false,
        _ => return Err(wrong("must be one of: modal, home", "/type")),
    };
    let blocks = view.get("blocks").and_then(Value::as_array);
    let blocks = blocks.ok_or_else(|| wrong("missing required field: blocks", ""))?;
    if blocks.len() > MOST_BLOCKS {
        return Err(wrong(&format!("no more than {MOST_BLOCKS} items allowed"), "/blocks"));
    }
    if let Some(at) = blocks.iter().position(|block| !block.get("type").is_some_and(Value::is_string)) {
        return Err(wrong("missing required field: type", &format!("/blocks/{at}")));
    }
    let has_input = blocks.iter().any(|block| block.get("type").and_then(Value::as_str) == Some("input"));
    let words = |name: &str| view.get(name)?.get("text")?.as_str();
    if is_modal {
        if words("title").is_none_or(str::is_empty) {
            return Err(wrong("missing required field: title", ""));
        }
        for name in ["title", "submit", "close"] {
            if words(name).is_some_and(|text| text.chars().count() > MOST_TITLE) {
                return Err(wrong(
                    &format!("must be less than {} characters", MOST_TITLE + 1),
                    &format!("/{name}/text"),
                ));
            }
        }
        if has_input && words("submit").is_none() {
            return Err(wrong("`submit` is required when an `input` block is within blocks", "/submit"));
        }
    }
    let blocks = view.remove("blocks").unwrap_or_default();
    view.insert("blocks".to_owned(), identified(blocks));
    Ok(view)
}
