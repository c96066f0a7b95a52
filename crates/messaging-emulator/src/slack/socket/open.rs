use http::Uri;
use serde_json::{Map, Value, json};

use crate::slack::{
    SlackEmulator,
    api::{Act, Method, Nature, Tier},
};

pub(crate) const METHODS: &[Method] = &[Method {
    name: "apps.connections.open",
    tier: Tier::Three,
    scopes: "",
    takes: "",
    nature: Nature::Read,
    act: Act::App("connections:write", |slack, _| Ok(slack.open_connection())),
}];

impl SlackEmulator {
    /// Gives out a URL that one connection can be opened with, once:
    /// <https://docs.slack.dev/reference/methods/apps.connections.open>.
    pub(crate) fn open_connection(&self) -> Map<String, Value> {
        let ticket = self.desk().hex(36);
        self.app().connections.add_ticket(ticket.clone(), self.desk().now(), false);
        let base = self.settings().base_url.trim_end_matches('/');
        // The first letters alone differ: `http` is `ws`, `https` is `wss`.
        let base = base.strip_prefix("http").map_or_else(|| base.to_owned(), |rest| format!("ws{rest}"));
        let url = format!("{base}/link/?ticket={ticket}&app_id={}", self.settings().app_id);
        Map::from_iter([("url".to_owned(), json!(url))])
    }

    /// Uses the ticket of a URL up; none if it has none that is good. Says whether the connection is to be short.
    pub(super) fn admitted(&self, url: &Uri) -> Option<bool> {
        let query = url.query().unwrap_or_default().as_bytes();
        let find = |name: &str| form_urlencoded::parse(query).find(|(key, _)| key == name).map(|(_, value)| value);
        let is_short = find("debug_reconnects").is_some_and(|value| value == "true");
        let ticket = find("ticket")?;
        let known = self.app().connections.take_ticket(&ticket, self.desk().now());
        known.map(|reconnects| reconnects || is_short)
    }
}
