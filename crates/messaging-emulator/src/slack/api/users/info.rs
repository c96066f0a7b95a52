use serde_json::{Map, Value, json};

use crate::slack::{
    api::{
        arguments::Arguments,
        caller::Caller,
        error::{Answer, Refusal},
    },
    directory::User,
};

/// A user, with the address only for those who may read it.
pub(super) fn described(caller: &Caller, user: &User, locale: bool) -> Value {
    let (directory, name) = (&caller.directory, &user.name);
    let mut json = json!({
        "id": user.id,
        "team_id": directory.team_id,
        "name": name,
        "deleted": user.deleted,
        "real_name": name,
        "tz": "Etc/UTC",
        "tz_label": "Coordinated Universal Time",
        "tz_offset": 0,
        "profile": { "display_name": name, "real_name": name, "team": directory.team_id },
        "is_admin": false,
        "is_owner": false,
        "is_restricted": false,
        "is_ultra_restricted": false,
        "is_bot": user.is_bot,
        "is_app_user": false,
        "updated": 1_607_307_935,
    });
    if let (true, Some(json)) = (locale, json.as_object_mut()) {
        json.insert("locale".to_owned(), json!("en-US"));
    }
    let profile = json.get_mut("profile").and_then(Value::as_object_mut);
    if let Some(profile) = profile {
        if user.is_bot {
            profile.insert("api_app_id".to_owned(), json!(directory.app_id));
            profile.insert("bot_id".to_owned(), json!(directory.bot_id));
        } else if caller.may("users:read.email") {
            profile.insert("email".to_owned(), json!(user.email()));
        }
    }
    json
}

/// Describes a user: <https://docs.slack.dev/reference/methods/users.info>.
pub(super) fn users_info(caller: &Caller, arguments: &Arguments) -> Answer {
    let id = arguments.required("user")?;
    let user = caller.directory.user(id).ok_or_else(|| Refusal::new("user_not_found"))?;
    let user = described(caller, user, arguments.flag("include_locale")?);
    Ok(Map::from_iter([("user".to_owned(), user)]))
}
