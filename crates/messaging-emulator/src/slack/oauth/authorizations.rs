use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use serde_json::{Value, json};

use crate::slack::{
    SlackEmulator,
    api::{Answer, Arguments, Refusal, listed},
    grant::TokenKind,
};

/// Most installations of a page.
const MOST: u64 = 1_000;

impl SlackEmulator {
    /// Lists every installation that sees an event:
    /// <https://docs.slack.dev/reference/methods/apps.event.authorizations.list>.
    pub(super) fn event_authorizations(&self, arguments: &Arguments) -> Answer {
        let (team, app) = context(arguments.required("event_context")?).ok_or_else(unknown)?;
        if app != self.settings().app_id {
            return Err(Refusal::new("auth_mismatch"));
        }
        if arguments.count("limit")?.is_some_and(|limit| !(1..=MOST).contains(&limit)) {
            return Err(Refusal::arguments(&format!("must be 1 to {MOST} [json-pointer:/limit]")));
        }
        let (now, state) = (self.desk().wall(), self.state());
        let directory = state.team(&team).map(|team| team.directory.clone()).ok_or_else(unknown)?;
        let seeing = state.grants().filter(|grant| {
            grant.kind != TokenKind::Configuration && grant.covers(&directory) && grant.refusal(now).is_none()
        });
        // An installation with two tokens is one.
        let seeing: BTreeMap<_, _> =
            seeing.map(|grant| (format!("{}/{}", grant.place(), grant.user_id), grant)).collect();
        listed(
            arguments,
            (100, 1_000),
            "authorizations",
            seeing.iter(),
            |(key, _)| (*key).clone(),
            |(_, grant)| {
                json!({
                    "enterprise_id": directory.enterprise_id,
                    "team_id": grant.enterprise.is_none().then_some(&grant.team_id),
                    "user_id": grant.user_id,
                    "is_bot": grant.kind == TokenKind::Bot,
                    "is_enterprise_install": grant.enterprise.is_some(),
                })
            },
        )
    }
}

fn unknown() -> Refusal {
    Refusal::new("invalid_event_context")
}

/// The workspace and the app in what an envelope carries.
fn context(text: &str) -> Option<(String, String)> {
    let bytes = STANDARD_NO_PAD.decode(text.strip_prefix("4-")?).ok()?;
    let context: Value = serde_json::from_slice(&bytes).ok()?;
    let word = |name: &str| context.get(name)?.as_str().map(str::to_owned);
    Some((word("tid")?, word("aid")?))
}
