use serde_json::{Map, Value, json};

use super::outcome::ActError;

/// Something in a message or a view that people can use.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) block_id: String,
    pub(crate) action_id: String,
    pub(crate) kind: String,
    /// As the app handed it in.
    pub(crate) given: Value,
    /// The `input` block around it, if there is one.
    pub(crate) input: Option<Value>,
}

/// What a person means: an action, in a block if several have it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct What<'a> {
    pub(crate) block: Option<&'a str>,
    pub(crate) action: &'a str,
}

impl<'a> What<'a> {
    /// An action, wherever it is.
    pub(crate) fn action(action: &'a str) -> Self {
        Self { block: None, action }
    }
}

/// Finds what has this `action_id`, or what is in an input block of this `block_id`; else the button that says `id`.
pub(crate) fn find(blocks: &Value, id: &str, block_id: Option<&str>) -> Option<Element> {
    let is_there = |element: &&Element| block_id.is_none_or(|block_id| element.block_id == block_id);
    let is_named = |element: &&Element| {
        let named = element.action_id == id || (element.input.is_some() && element.block_id == id);
        named && is_there(element)
    };
    let says = |element: &&Element| element.label() == Some(id) && is_there(element);
    let all = elements(blocks);
    all.iter().find(is_named).or_else(|| all.iter().find(says)).cloned()
}

/// Everything that people can use, in order.
pub(crate) fn elements(blocks: &Value) -> Vec<Element> {
    let mut found = Vec::new();
    for block in blocks.as_array().map(Vec::as_slice).unwrap_or_default() {
        let block_id = block.get("block_id").and_then(Value::as_str).unwrap_or_default();
        let is_input = block.get("type").and_then(Value::as_str) == Some("input");
        let single = ["accessory", "element"].into_iter().filter_map(|name| block.get(name));
        let several = block.get("elements").and_then(Value::as_array).into_iter().flatten();
        for given in single.chain(several) {
            let word = |name: &str| given.get(name).and_then(Value::as_str).map(str::to_owned);
            let (Some(action_id), Some(kind)) = (word("action_id"), word("type")) else { continue };
            let input = is_input.then(|| block.clone());
            found.push(Element { block_id: block_id.to_owned(), action_id, kind, given: given.clone(), input });
        }
    }
    found
}

impl Element {
    /// What `state.values` and `actions` say of it after a person chose `wanted`.
    pub(crate) fn chosen(&self, wanted: &[&str], loaded: &[Value]) -> Result<Map<String, Value>, ActError> {
        let first = wanted.first().copied();
        let mut said = Map::new();
        said.insert("type".to_owned(), json!(self.kind));
        let mut put = |name: &str, value: Value| said.insert(name.to_owned(), value);
        let one = || first.ok_or(ActError::NoSuchChoice);
        match self.kind.as_str() {
            "button" | "icon_button" | "workflow_button" => {
                for name in ["text", "value", "style"] {
                    if let Some(value) = self.given.get(name) {
                        put(name, value.clone());
                    }
                }
            }
            "feedback_buttons" => {
                let wanted = first.unwrap_or("positive_button");
                let buttons = ["positive_button", "negative_button"].map(|name| (name, self.given.get(name)));
                let pressed = buttons.into_iter().find_map(|(name, button)| {
                    let value = button?.get("value")?;
                    (name == wanted || value == wanted).then_some(value)
                });
                put("value", pressed.ok_or(ActError::NoSuchChoice)?.clone());
            }
            "static_select" | "external_select" | "overflow" | "radio_buttons" => {
                put("selected_option", self.option(one()?, loaded)?);
            }
            "multi_static_select" | "multi_external_select" | "checkboxes" => {
                let options: Result<Vec<_>, _> = wanted.iter().map(|wanted| self.option(wanted, loaded)).collect();
                put("selected_options", json!(options?));
            }
            kind if kind.starts_with("multi_") => put(plural(kind), json!(wanted)).map_or((), drop),
            "users_select" => drop(put("selected_user", json!(one()?))),
            "conversations_select" => drop(put("selected_conversation", json!(one()?))),
            "channels_select" => drop(put("selected_channel", json!(one()?))),
            "datepicker" => drop(put("selected_date", json!(one()?))),
            "timepicker" => drop(put("selected_time", json!(one()?))),
            "datetimepicker" => {
                let seconds: u64 = one()?.parse().map_err(|_| ActError::NoSuchChoice)?;
                put("selected_date_time", json!(seconds));
            }
            // Text, e-mail, URL, number, and what is new.
            _ => drop(put("value", json!(one()?))),
        }
        Ok(said)
    }

    /// What people read on it, if it is a button.
    fn label(&self) -> Option<&str> {
        let is_button = matches!(self.kind.as_str(), "button" | "workflow_button");
        self.given.pointer("/text/text").and_then(Value::as_str).filter(|_| is_button)
    }

    /// The option that has this value or this text.
    fn option(&self, wanted: &str, loaded: &[Value]) -> Result<Value, ActError> {
        let own = self.given.get("options").and_then(Value::as_array).into_iter().flatten();
        let groups = self.given.get("option_groups").and_then(Value::as_array).into_iter().flatten();
        let grouped = groups.filter_map(|group| group.get("options")?.as_array()).flatten();
        let is = |option: &&Value| {
            let value = option.get("value").and_then(Value::as_str);
            value == Some(wanted) || option.pointer("/text/text").and_then(Value::as_str) == Some(wanted)
        };
        own.chain(grouped).chain(loaded).find(is).cloned().ok_or(ActError::NoSuchChoice)
    }

    /// Whether it keeps what was chosen, and so is in `state.values`.
    pub(crate) fn has_state(&self) -> bool {
        !matches!(self.kind.as_str(), "button" | "icon_button" | "workflow_button" | "overflow" | "feedback_buttons")
    }

    /// What it holds before anybody touched it.
    pub(crate) fn initial(&self) -> Map<String, Value> {
        let mut said = Map::from_iter([("type".to_owned(), json!(self.kind))]);
        let pairs = [
            ("initial_option", "selected_option"),
            ("initial_options", "selected_options"),
            ("initial_user", "selected_user"),
            ("initial_users", "selected_users"),
            ("initial_conversation", "selected_conversation"),
            ("initial_conversations", "selected_conversations"),
            ("initial_channel", "selected_channel"),
            ("initial_channels", "selected_channels"),
            ("initial_date", "selected_date"),
            ("initial_time", "selected_time"),
            ("initial_date_time", "selected_date_time"),
            ("initial_value", "value"),
        ];
        for (given, told) in pairs {
            if let Some(value) = self.given.get(given) {
                said.insert(told.to_owned(), value.clone());
            }
        }
        if said.len() == 1 {
            let empty = match self.kind.as_str() {
                kind if kind.starts_with("multi_") => (plural(kind), json!([])),
                "checkboxes" => ("selected_options", json!([])),
                "static_select" | "external_select" | "radio_buttons" => ("selected_option", Value::Null),
                "users_select" => ("selected_user", Value::Null),
                "conversations_select" => ("selected_conversation", Value::Null),
                "channels_select" => ("selected_channel", Value::Null),
                "datepicker" => ("selected_date", Value::Null),
                "timepicker" => ("selected_time", Value::Null),
                "datetimepicker" => ("selected_date_time", Value::Null),
                _ => ("value", Value::Null),
            };
            said.insert(empty.0.to_owned(), empty.1);
        }
        said
    }

    /// Whether using it tells the app at once: always, but in an input block only if that asks for it.
    pub(crate) fn tells_at_once(&self) -> bool {
        self.input.as_ref().is_none_or(|input| input.get("dispatch_action").and_then(Value::as_bool) == Some(true))
    }
}

fn plural(kind: &str) -> &'static str {
    match kind {
        "multi_users_select" => "selected_users",
        "multi_conversations_select" => "selected_conversations",
        "multi_channels_select" => "selected_channels",
        _ => "selected_options",
    }
}
