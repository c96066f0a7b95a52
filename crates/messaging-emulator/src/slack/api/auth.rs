use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    arguments::Arguments,
    caller::Caller,
    error::{Answer, Refusal},
    method::{ANYTHING, Act, Method, Nature, Tier},
    organization::meant,
};
use crate::slack::{SlackEmulator, directory::ENTERPRISE_NAME, grant::TokenKind, ts::Ts};

pub(super) const METHODS: &[Method] = &[
    Method {
        name: "api.test",
        tier: Tier::Four,
        scopes: "",
        takes: ANYTHING,
        nature: Nature::Read,
        act: Act::Open(|_, arguments| api_test(arguments)),
    },
    Method {
        name: "auth.test",
        tier: Tier::Special(300),
        scopes: "",
        takes: "",
        nature: Nature::Read,
        act: Act::Token(|slack, caller, _| Ok(slack.auth_test(caller))),
    },
    Method {
        name: "auth.revoke",
        tier: Tier::Three,
        scopes: "",
        takes: "test",
        nature: Nature::Write,
        act: Act::Token(SlackEmulator::auth_revoke),
    },
];

impl SlackEmulator {
    /// Finds out whose token this is.
    pub(super) fn authenticate(
        &self,
        method: &'static Method,
        token: Option<&str>,
        values: &BTreeMap<String, Value>,
    ) -> Result<Caller, Refusal> {
        let token = token.filter(|token| !token.is_empty()).ok_or_else(|| Refusal::new("not_authed"))?;
        if token == self.settings().app.app_token {
            return Err(Refusal::new("not_allowed_token_type"));
        }
        let state = self.state();
        let grant = state.granted(token).ok_or_else(|| Refusal::new("invalid_auth"))?;
        if let Some(error) = grant.refusal(self.desk().wall()) {
            return Err(Refusal::new(error));
        }
        if grant.kind == TokenKind::Configuration {
            return Err(Refusal::new("not_allowed_token_type"));
        }
        Ok(Caller {
            method,
            token: token.to_owned(),
            kind: grant.kind,
            directory: meant(&state, method, grant, values)?,
            enterprise: grant.enterprise.clone(),
            user: grant.user_id.clone(),
            scopes: grant.scopes.clone(),
        })
    }

    /// Lets the app itself in, by its own token with a scope.
    pub(super) fn admit_app(&self, token: Option<&str>, scope: &str) -> Result<(), Refusal> {
        let app = &self.settings().app;
        match token {
            None | Some("") => return Err(Refusal::new("not_authed")),
            Some(token) if token == app.app_token => {}
            Some(token) if ["xoxb-", "xoxp-", "xoxe."].iter().any(|kind| token.starts_with(kind)) => {
                return Err(Refusal::new("not_allowed_token_type"));
            }
            Some(_) => return Err(Refusal::new("invalid_auth")),
        }
        if app.app_scopes.iter().any(|granted| granted == scope) {
            return Ok(());
        }
        let refusal = Refusal::new("missing_scope").with("needed", json!(scope));
        Err(refusal.with("provided", json!(app.app_scopes.join(","))))
    }

    /// Says who the token belongs to: <https://docs.slack.dev/reference/methods/auth.test>.
    fn auth_test(&self, caller: &Caller) -> Map<String, Value> {
        let directory = &caller.directory;
        // An organization's token belongs to no workspace.
        let (name, id) = match &caller.enterprise {
            Some(enterprise) => (ENTERPRISE_NAME, enterprise),
            None => (directory.name.as_str(), &directory.team_id),
        };
        let mut fields = vec![
            ("url", json!(format!("{}/", self.settings().base_url.trim_end_matches('/')))),
            ("team", json!(name)),
            ("user", json!(directory.name_of(&caller.user))),
            ("team_id", json!(id)),
            ("user_id", json!(caller.user)),
            ("is_enterprise_install", json!(caller.enterprise.is_some())),
        ];
        if caller.kind == TokenKind::Bot {
            fields.push(("bot_id", json!(directory.bot_id)));
        }
        if let Some(enterprise) = &directory.enterprise_id {
            fields.push(("enterprise_id", json!(enterprise)));
        }
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// Takes the token away, unless it is a test: <https://docs.slack.dev/reference/methods/auth.revoke>.
    fn auth_revoke(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let is_test = arguments.flag("test")?;
        if !is_test {
            if let Some(grant) = self.state().granted_mut(&caller.token) {
                grant.revoked = true;
            }
            let (mut people, mut bots) = (Vec::new(), Vec::new());
            if caller.kind == TokenKind::Bot { &mut bots } else { &mut people }.push(&caller.user);
            let event = json!({ "type": "tokens_revoked", "tokens": { "oauth": people, "bot": bots } });
            self.emit(caller.team(), Ts::after(None, self.desk().wall()), event);
        }
        Ok(Map::from_iter([("revoked".to_owned(), json!(!is_test))]))
    }
}

/// Says what it was told, and fails on request: <https://docs.slack.dev/reference/methods/api.test>.
fn api_test(arguments: &Arguments) -> Answer {
    let args = arguments.values();
    if arguments.text("error")?.is_some() {
        return Err(Refusal::new("my_error").with("args", json!(args)));
    }
    Ok(Map::from_iter([("args".to_owned(), json!(args))]))
}
