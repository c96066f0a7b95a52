use serde_json::{Map, Value};

use super::draft::view;
use crate::slack::{
    SlackEmulator,
    api::{Answer, Arguments, Caller, Refusal},
};

impl SlackEmulator {
    /// Opens a modal for whoever acted: <https://docs.slack.dev/reference/methods/views.open>.
    pub(crate) fn views_open(&self, _: &Caller, arguments: &Arguments) -> Answer {
        let given = modal(arguments)?;
        let trigger = self.pull(pointer(arguments)?)?;
        Ok(told(self.show_view(&trigger.user, given, trigger.view.is_some())?))
    }

    /// Puts a modal over the one somebody acted in: <https://docs.slack.dev/reference/methods/views.push>.
    pub(crate) fn views_push(&self, _: &Caller, arguments: &Arguments) -> Answer {
        let given = modal(arguments)?;
        let trigger = self.pull(pointer(arguments)?)?;
        if trigger.view.is_none_or(|view| self.app().views.find(&view).is_none()) {
            return Err(Refusal::new("not_found"));
        }
        Ok(told(self.show_view(&trigger.user, given, true)?))
    }

    /// Shows something else in a view: <https://docs.slack.dev/reference/methods/views.update>.
    pub(crate) fn views_update(&self, _: &Caller, arguments: &Arguments) -> Answer {
        let given = view(arguments)?;
        let (id, external) = (arguments.text("view_id")?, arguments.text("external_id")?);
        let found = {
            let mut app = self.app();
            let is = |id: &str, external_id: Option<&str>, known: &super::view::View| {
                known.id == id || (external_id.is_some() && known.word("external_id") == external_id)
            };
            let mut all = app.views.all_mut();
            all.find(|known| is(id.unwrap_or_default(), external, known)).map(|view| view.id.clone())
        };
        if id.is_none() && external.is_none() {
            return Err(Refusal::arguments("missing required field: view_id"));
        }
        let id = found.ok_or_else(|| Refusal::new("not_found"))?;
        Ok(told(self.change_view(&id, given, arguments.text("hash")?)?))
    }

    /// Shows a person the app's home: <https://docs.slack.dev/reference/methods/views.publish>.
    pub(crate) fn views_publish(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let given = view(arguments)?;
        let user = arguments.required("user_id")?;
        if given.get("type").and_then(Value::as_str) != Some("home") {
            return Err(Refusal::arguments("must be one of: home [json-pointer:/view/type]"));
        }
        if !caller.directory.is_person(user) {
            return Err(Refusal::arguments("no such user [json-pointer:/user_id]"));
        }
        Ok(told(self.set_home(user, given, arguments.text("hash")?)?))
    }
}

fn modal(arguments: &Arguments) -> Result<Map<String, Value>, Refusal> {
    let given = view(arguments)?;
    let is_modal = given.get("type").and_then(Value::as_str) == Some("modal");
    if is_modal { Ok(given) } else { Err(Refusal::arguments("must be one of: modal [json-pointer:/view/type]")) }
}

/// What points to the person who acted, under its new name or its old one.
fn pointer(arguments: &Arguments) -> Result<&str, Refusal> {
    match arguments.text("trigger_id")? {
        Some(trigger) => Ok(trigger),
        None => arguments.required("interactivity_pointer").map_err(|_| Refusal::new("invalid_trigger_id")),
    }
}

fn told(view: Value) -> Map<String, Value> {
    Map::from_iter([("view".to_owned(), view)])
}
