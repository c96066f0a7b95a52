//! `oauth.v2.access`: a code or a refresh token for tokens. <https://docs.slack.dev/reference/methods/oauth.v2.access>

use std::{sync::Arc, time::Duration};

use messaging_core::{Installed, Result, Secret, UnixMillis};
use messaging_http::unreadable;
use serde_json::{Map, Value, json};

use super::tokens::Tokens;
use crate::api::Api;

const METHOD: &str = "oauth.v2.access";

/// Gets the tokens of a new installation. The code is good once, for ten minutes, so nothing repeats this.
pub(super) async fn install(app: &Api, code: &str, redirect_uri: &str, now: UnixMillis) -> Result<Installed> {
    let answer = app.read(METHOD, [("code", code), ("redirect_uri", redirect_uri)]).await?;
    let tokens = tokens(&answer, now)?;
    let text = |pointer: &str| answer.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty());
    let (enterprise, team) = (text("/enterprise/id").map(str::to_owned), text("/team/id").map(str::to_owned));
    // An installation in a whole organisation may name the team it was begun in.
    let whole = answer.get("is_enterprise_install") == Some(&Value::Bool(true)) && enterprise.is_some();
    let team = team.filter(|_| !whole);
    if enterprise.is_none() && team.is_none() {
        return Err(unreadable(format!("`{METHOD}` answered ok without a team or an organisation")));
    }
    let mut details = Map::new();
    for (key, pointer) in [
        ("team", "/team/name"),
        ("enterprise", "/enterprise/name"),
        ("bot_user", "/bot_user_id"),
        ("app", "/app_id"),
        ("scope", "/scope"),
        ("installed_by", "/authed_user/id"),
    ] {
        if let Some(text) = text(pointer) {
            details.insert(key.to_owned(), json!(text));
        }
    }
    let mut installed = Installed::new(Arc::from(""), tokens.written(), now).in_workspace(enterprise, team);
    installed.details = details;
    Ok(installed)
}

/// Gets the next tokens. A refresh token is good once, and for a short grace after that.
pub(super) async fn refresh(app: &Api, token: &Secret, now: UnixMillis) -> Result<Tokens> {
    let form = [("grant_type", "refresh_token"), ("refresh_token", token.expose())];
    tokens(&app.read(METHOD, form).await?, now)
}

fn tokens(answer: &Value, now: UnixMillis) -> Result<Tokens> {
    let secret = |key: &str| answer.get(key).and_then(Value::as_str).filter(|text| !text.is_empty()).map(Secret::new);
    let Some(access) = secret("access_token") else {
        return Err(unreadable(format!("`{METHOD}` answered ok without an `access_token`")));
    };
    let lives = answer.get("expires_in").and_then(Value::as_u64).filter(|seconds| *seconds > 0);
    let expires_at = lives.map(|seconds| now.plus(Duration::from_secs(seconds)));
    Ok(Tokens { access, refresh: secret("refresh_token"), expires_at })
}
