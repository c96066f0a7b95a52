use serde_json::{Value, json};

/// Blocks in which everything that people can use has a `block_id` and an `action_id`, as Slack adds them.
pub(crate) fn identified(blocks: Value) -> Value {
    let Value::Array(blocks) = blocks else { return blocks };
    Value::Array(blocks.into_iter().enumerate().map(|(at, block)| named(block, at)).collect())
}

fn named(mut block: Value, at: usize) -> Value {
    let Some(fields) = block.as_object_mut() else { return block };
    let mut is_used = false;
    for name in ["accessory", "element"] {
        if let Some(element) = fields.get_mut(name) {
            is_used |= name_element(element, at, 0);
        }
    }
    let list = fields.get("type").and_then(Value::as_str).is_some_and(|kind| kind.ends_with("actions"));
    if list && let Some(elements) = fields.get_mut("elements").and_then(Value::as_array_mut) {
        for (nth, element) in elements.iter_mut().enumerate() {
            is_used |= name_element(element, at, nth);
        }
    }
    if is_used {
        let id = fields.entry("block_id").or_insert_with(|| json!(format!("b{at}")));
        if id.as_str().is_some_and(str::is_empty) {
            *id = json!(format!("b{at}"));
        }
    }
    block
}

fn name_element(element: &mut Value, at: usize, nth: usize) -> bool {
    let Some(fields) = element.as_object_mut() else { return false };
    if matches!(fields.get("type").and_then(Value::as_str), None | Some("image" | "mrkdwn" | "plain_text")) {
        return false;
    }
    fields.entry("action_id").or_insert_with(|| json!(format!("a{at}{nth}")));
    true
}
