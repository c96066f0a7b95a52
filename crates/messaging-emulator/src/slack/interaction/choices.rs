use std::collections::{BTreeMap, VecDeque};

use serde_json::{Map, Value, json};

/// Most messages whose choices are remembered.
const MOST_KEPT: usize = 1_000;

/// What people chose in the menus of messages.
#[derive(Debug, Default)]
pub(crate) struct Choices {
    by_message: BTreeMap<(String, String), Value>,
    oldest: VecDeque<(String, String)>,
    /// What the app offered last in each menu, by block and action.
    loaded: BTreeMap<(String, String), Vec<Value>>,
}

impl Choices {
    /// Remembers a choice; returns everything chosen in that message, as `state.values` has it.
    pub(crate) fn note(&mut self, channel: &str, ts: &str, place: Option<(&str, &str, Value)>) -> Value {
        let key = (channel.to_owned(), ts.to_owned());
        let Some((block, action, chosen)) = place else {
            return self.by_message.get(&key).cloned().unwrap_or_else(|| json!({}));
        };
        if !self.by_message.contains_key(&key) {
            self.oldest.push_back(key.clone());
        }
        let values = self.by_message.entry(key).or_insert_with(|| json!({}));
        set(values, block, action, chosen);
        let values = values.clone();
        if self.oldest.len() > MOST_KEPT
            && let Some(oldest) = self.oldest.pop_front()
        {
            self.by_message.remove(&oldest);
        }
        values
    }

    /// Remembers what the app offered in a menu.
    pub(crate) fn load(&mut self, block: &str, action: &str, options: Vec<Value>) {
        if self.loaded.len() >= MOST_KEPT {
            self.loaded.pop_first();
        }
        self.loaded.insert((block.to_owned(), action.to_owned()), options);
    }

    /// What the app offered last in a menu.
    pub(crate) fn loaded(&self, block: &str, action: &str) -> Vec<Value> {
        self.loaded.get(&(block.to_owned(), action.to_owned())).cloned().unwrap_or_default()
    }
}

/// Puts `chosen` at `values[block][action]`.
pub(crate) fn set(values: &mut Value, block: &str, action: &str, chosen: Value) {
    let Some(values) = values.as_object_mut() else { return };
    let block = values.entry(block).or_insert_with(|| Value::Object(Map::new()));
    if let Some(block) = block.as_object_mut() {
        block.insert(action.to_owned(), chosen);
    }
}
