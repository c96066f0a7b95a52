use serde_json::{Map, Value, json};

use super::{Element, outcome::ActError};
use crate::slack::{SlackEmulator, directory::ENTERPRISE_NAME, events::OLD_TOKEN, ts::Ts};

/// Where a person uses something.
#[derive(Clone, Debug)]
pub(crate) enum Surface {
    /// As `container`, `channel`, `message` and so on tell it.
    Message(Map<String, Value>),
    /// The view.
    View(Value),
}

/// What a person used, and what they chose.
#[derive(Clone, Debug)]
pub(crate) struct Acted {
    pub(crate) element: Element,
    pub(crate) chosen: Map<String, Value>,
    pub(crate) values: Value,
}

impl SlackEmulator {
    /// What everything that a person does begins with.
    pub(crate) fn acting(&self, kind: &str, user: &str) -> Result<Map<String, Value>, ActError> {
        let directory = self.workplace_of(user).ok_or(ActError::NoSuchUser)?;
        let name = directory.name_of(user);
        let is_organizations = self.state().installed_by(&directory).is_some();
        let enterprise = directory.enterprise_id.as_ref();
        let enterprise = enterprise.map(|id| json!({ "id": id, "name": ENTERPRISE_NAME }));
        let fields = [
            ("type", json!(kind)),
            ("token", json!(OLD_TOKEN)),
            ("api_app_id", json!(directory.app_id)),
            ("user", json!({ "id": user, "username": name, "name": name, "team_id": directory.team_id })),
            ("team", json!({ "id": directory.team_id, "domain": directory.domain })),
            ("enterprise", json!(enterprise)),
            ("is_enterprise_install", json!(is_organizations)),
        ];
        Ok(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// `block_actions`: <https://docs.slack.dev/reference/interaction-payloads/block_actions-payload>.
    pub(crate) fn block_actions(&self, user: &str, acted: &Acted, surface: Surface) -> Result<Value, ActError> {
        let mut payload = self.acting("block_actions", user)?;
        let view = if let Surface::View(view) = &surface { view.get("id").and_then(Value::as_str) } else { None };
        payload.insert("trigger_id".to_owned(), json!(self.trigger(user, view)));
        let mut action = acted.chosen.clone();
        action.insert("action_id".to_owned(), json!(acted.element.action_id));
        action.insert("block_id".to_owned(), json!(acted.element.block_id));
        action.insert("action_ts".to_owned(), json!(self.action_ts()));
        payload.insert("actions".to_owned(), json!([action]));
        match surface {
            Surface::Message(fields) => {
                payload.insert("state".to_owned(), json!({ "values": acted.values }));
                payload.extend(fields);
            }
            Surface::View(view) => {
                let id = view.get("id").cloned().unwrap_or_default();
                payload.insert("container".to_owned(), json!({ "type": "view", "view_id": id }));
                payload.insert("view".to_owned(), view);
            }
        }
        Ok(Value::Object(payload))
    }

    /// The moment, as actions tell it.
    pub(crate) fn action_ts(&self) -> String {
        Ts::after(None, self.desk().wall()).to_string()
    }
}
