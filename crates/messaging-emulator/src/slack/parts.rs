use serde_json::{Map, Value, json};

use super::{
    directory::Directory,
    interaction::elements,
    screen::{of_block, of_text},
};

/// What people see of blocks, piece by piece: `text` as they read it, and the `elements` that they can use, each with its
/// `block_id`; of an input its `label` and `hint` too.
pub(crate) fn parts(blocks: &Value, directory: &Directory) -> Value {
    let blocks = blocks.as_array().map(Vec::as_slice).unwrap_or_default();
    blocks.iter().map(|block| part(block, directory)).collect()
}

/// The same, if there is anything to use.
pub(crate) fn usable(blocks: &Value, directory: &Directory) -> Option<Value> {
    (!elements(blocks).is_empty()).then(|| parts(blocks, directory))
}

fn part(block: &Value, directory: &Directory) -> Value {
    let kind = block.get("type").and_then(Value::as_str).unwrap_or_default();
    let block_id = block.get("block_id").cloned().unwrap_or_default();
    let used = elements(&json!([block])).into_iter().map(|element| {
        let mut given = element.given;
        if let Some(given) = given.as_object_mut() {
            given.insert("block_id".to_owned(), json!(element.block_id));
        }
        given
    });
    let used: Vec<_> = used.collect();
    let words = |name: &str| block.get(name).map(|text| of_text(text, directory));
    let text = match kind {
        "input" => None,
        _ if kind.ends_with("actions") => None,
        _ => Some(of_block(block, directory)),
    };
    let mut part = Map::from_iter([("type".to_owned(), json!(kind)), ("block_id".to_owned(), block_id)]);
    for (name, value) in [("text", text), ("label", words("label")), ("hint", words("hint"))] {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            part.insert(name.to_owned(), json!(value));
        }
    }
    if kind == "input" {
        part.insert("optional".to_owned(), json!(block.get("optional") == Some(&json!(true))));
        part.insert("dispatch_action".to_owned(), json!(block.get("dispatch_action") == Some(&json!(true))));
    }
    if !used.is_empty() {
        part.insert("elements".to_owned(), json!(used));
    }
    Value::Object(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slack::directory::generated;

    #[test]
    fn what_can_be_used_keeps_its_place_between_the_words() {
        let text = |text: &str| json!({ "type": "plain_text", "text": text });
        let button = json!({ "type": "button", "action_id": "yes", "text": text("Yes") });
        let blocks = json!([
            { "type": "section", "text": { "type": "mrkdwn", "text": "a &amp; b" } },
            { "type": "divider" },
            { "type": "actions", "block_id": "b2", "elements": [button] },
            { "type": "input", "block_id": "b3", "label": text("Name"), "optional": true,
              "element": { "type": "plain_text_input", "action_id": "name" } },
        ]);
        let read = parts(&blocks, &generated(1));
        assert_eq!((&read[0]["text"], read[0].get("elements"), read[1].get("text")), (&json!("a & b"), None, None));
        assert_eq!((read[2].get("text"), &read[2]["elements"][0]["action_id"]), (None, &json!("yes")));
        assert_eq!(read[2]["elements"][0]["block_id"], "b2");
        assert_eq!((&read[3]["label"], &read[3]["optional"]), (&json!("Name"), &json!(true)));
    }

    #[test]
    fn words_alone_have_no_parts() {
        let blocks = json!([{ "type": "section", "text": { "type": "plain_text", "text": "a" } }]);
        assert_eq!(usable(&blocks, &generated(1)), None);
    }
}
