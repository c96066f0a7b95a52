use serde_json::{Map, Value, json};

use crate::slack::interaction::{Element, elements};

/// A view that somebody looks at.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(super) id: String,
    pub(super) user: String,
    /// As the app handed it in.
    pub(super) given: Map<String, Value>,
    /// What is filled in, as `state.values` has it.
    pub(super) values: Value,
    pub(super) hash: String,
    pub(super) root: String,
    pub(super) previous: Option<String>,
}

impl View {
    pub(super) fn word(&self, name: &str) -> Option<&str> {
        self.given.get(name).and_then(Value::as_str).filter(|word| !word.is_empty())
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.given.get(name).and_then(Value::as_bool).unwrap_or_default()
    }

    pub(super) fn elements(&self) -> Vec<Element> {
        elements(self.given.get("blocks").unwrap_or(&Value::Null))
    }

    /// What is filled in before anybody types; what `before` has in fields of the same names stays.
    pub(super) fn reset(&mut self, before: &Value) {
        let mut values = Map::new();
        for element in self.elements().iter().filter(|element| element.has_state()) {
            let known = before.get(&element.block_id).and_then(|block| block.get(&element.action_id));
            let held = known.cloned().unwrap_or_else(|| Value::Object(element.initial()));
            let block = values.entry(element.block_id.clone()).or_insert_with(|| json!({}));
            if let Some(block) = block.as_object_mut() {
                block.insert(element.action_id.clone(), held);
            }
        }
        self.values = Value::Object(values);
    }
}
