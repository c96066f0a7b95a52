use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::view::View;
use crate::slack::{SlackEmulator, api::Refusal, id::fresh};

/// Most views over each other.
const MOST_DEEP: usize = 3;

/// What people look at.
#[derive(Debug, Default)]
pub(crate) struct Views {
    /// The modals of each person, the one in front last.
    modals: BTreeMap<String, Vec<View>>,
    homes: BTreeMap<String, View>,
}

impl Views {
    pub(super) fn top(&self, user: &str) -> Option<&View> {
        self.modals.get(user)?.last()
    }

    pub(super) fn home(&self, user: &str) -> Option<&View> {
        self.homes.get(user)
    }

    pub(super) fn all_mut(&mut self) -> impl Iterator<Item = &mut View> {
        self.modals.values_mut().flatten().chain(self.homes.values_mut())
    }

    pub(super) fn find(&self, id: &str) -> Option<&View> {
        self.modals.values().flatten().chain(self.homes.values()).find(|view| view.id == id)
    }

    pub(super) fn pop(&mut self, user: &str) -> Option<View> {
        self.modals.get_mut(user)?.pop()
    }

    pub(super) fn clear(&mut self, user: &str) -> Vec<View> {
        self.modals.remove(user).unwrap_or_default()
    }

    fn has_external(&self, external: &str, except: Option<&str>) -> bool {
        let all = self.modals.values().flatten().chain(self.homes.values());
        all.filter(|view| Some(view.id.as_str()) != except).any(|view| view.word("external_id") == Some(external))
    }
}

impl SlackEmulator {
    /// Puts a modal in front of a person, over the others if `pushed`.
    pub(super) fn show_view(&self, user: &str, given: Map<String, Value>, pushed: bool) -> Result<Value, Refusal> {
        let (id, hash) = (self.desk().dice(|rng| fresh(rng, "V", 10)), self.hash());
        let mut app = self.app();
        let external = given.get("external_id").and_then(Value::as_str).filter(|id| !id.is_empty());
        if external.is_some_and(|external| app.views.has_external(external, None)) {
            return Err(Refusal::new("duplicate_external_id"));
        }
        let stack = app.views.modals.entry(user.to_owned()).or_default();
        if !pushed {
            stack.clear();
        } else if stack.len() >= MOST_DEEP {
            return Err(Refusal::new("push_limit_reached"));
        }
        let root = stack.first().map_or_else(|| id.clone(), |first| first.id.clone());
        let previous = stack.last().map(|view| view.id.clone());
        let mut view = View { id, user: user.to_owned(), given, values: json!({}), hash, root, previous };
        view.reset(&Value::Null);
        stack.push(view.clone());
        drop(app);
        self.desk().note(format_args!("view {} for {user}", view.id));
        self.look_up(user);
        Ok(self.told_view(&view))
    }

    /// Shows something else in a view that is known, unless `hash` says that somebody else did.
    pub(super) fn change_view(
        &self,
        id: &str,
        given: Map<String, Value>,
        hash: Option<&str>,
    ) -> Result<Value, Refusal> {
        let fresh = self.hash();
        let mut app = self.app();
        let external = given.get("external_id").and_then(Value::as_str).filter(|id| !id.is_empty());
        if external.is_some_and(|external| app.views.has_external(external, Some(id))) {
            return Err(Refusal::new("duplicate_external_id"));
        }
        let view = app.views.all_mut().find(|view| view.id == id).ok_or_else(|| Refusal::new("not_found"))?;
        if hash.is_some_and(|hash| hash != view.hash) {
            return Err(Refusal::new("hash_conflict"));
        }
        view.given = given;
        view.hash = fresh;
        let before = view.values.clone();
        view.reset(&before);
        let view = view.clone();
        drop(app);
        self.look_up(&view.user);
        Ok(self.told_view(&view))
    }

    /// Shows something else in a person's home.
    pub(super) fn set_home(&self, user: &str, given: Map<String, Value>, hash: Option<&str>) -> Result<Value, Refusal> {
        let known = self.app().views.home(user).map(|view| view.id.clone());
        if let Some(id) = known {
            return self.change_view(&id, given, hash);
        }
        let (id, new) = (self.desk().dice(|rng| fresh(rng, "V", 10)), self.hash());
        let root = id.clone();
        let mut view = View { id, user: user.to_owned(), given, values: json!({}), hash: new, root, previous: None };
        view.reset(&Value::Null);
        self.app().views.homes.insert(user.to_owned(), view.clone());
        self.look_up(user);
        Ok(self.told_view(&view))
    }

    /// A view as Slack tells it: <https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload>.
    pub(super) fn told_view(&self, view: &View) -> Value {
        let home = self.workplace_of(&view.user);
        let home = home.as_deref();
        let mut told = view.given.clone();
        let missing = [
            ("callback_id", json!("")),
            ("private_metadata", json!("")),
            ("external_id", json!("")),
            ("title", Value::Null),
            ("close", Value::Null),
            ("submit", Value::Null),
            ("clear_on_close", json!(false)),
            ("notify_on_close", json!(false)),
        ];
        for (name, value) in missing {
            told.entry(name).or_insert(value);
        }
        let own = [
            ("id", json!(view.id)),
            ("team_id", json!(home.map(|home| &home.team_id))),
            ("app_id", json!(self.settings().app_id)),
            ("app_installed_team_id", json!(home.map(|home| &home.team_id))),
            ("bot_id", json!(home.map(|home| &home.bot_id))),
            ("state", json!({ "values": view.values })),
            ("hash", json!(view.hash)),
            ("root_view_id", json!(view.root)),
            ("previous_view_id", json!(view.previous)),
        ];
        told.extend(own.into_iter().map(|(name, value)| (name.to_owned(), value)));
        Value::Object(told)
    }

    /// Tells whoever watches that a person has another view before them.
    pub(super) fn look_up(&self, user: &str) {
        self.desk().announce("view", json!({ "user": user }));
    }

    fn hash(&self) -> String {
        format!("{}.{}", self.desk().unix_millis() / 1_000, self.desk().hex(8))
    }

    /// The modal that a person looks at, as Slack tells it.
    #[must_use]
    pub fn modal(&self, user: &str) -> Option<Value> {
        let view = self.app().views.top(user).cloned();
        view.map(|view| self.told_view(&view))
    }

    /// What the app shows a person in its home, as Slack tells it.
    #[must_use]
    pub fn home(&self, user: &str) -> Option<Value> {
        let view = self.app().views.home(user).cloned();
        view.map(|view| self.told_view(&view))
    }
}
