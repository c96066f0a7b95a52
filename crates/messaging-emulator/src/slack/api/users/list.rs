use serde_json::{Map, json};

use super::info::described;
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        error::{Answer, Refusal},
        page::listed,
    },
    directory::User,
};

/// Most users of an answer; whoever has more must page.
const MOST_USERS: usize = 1_000;

impl SlackEmulator {
    /// Everybody: <https://docs.slack.dev/reference/methods/users.list>.
    pub(super) fn users_list(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let locale = arguments.flag("include_locale")?;
        let users = &caller.directory.users;
        if arguments.count("limit")?.is_none_or(|limit| limit == 0) && users.len() > MOST_USERS {
            return Err(Refusal::new("limit_required"));
        }
        let json = |user: &&User| described(caller, user, locale);
        let mut answer =
            listed(arguments, (MOST_USERS, MOST_USERS), "members", users.iter(), |user| user.id.clone(), json)?;
        answer.insert("cache_ts".to_owned(), json!(self.unix_seconds()));
        Ok(answer)
    }
}

/// Finds a person by address: <https://docs.slack.dev/reference/methods/users.lookupByEmail>.
pub(super) fn users_lookup(caller: &Caller, arguments: &Arguments) -> Answer {
    let email = arguments.required("email")?;
    let found = caller.directory.people().find(|user| user.email().eq_ignore_ascii_case(email));
    let user = found.ok_or_else(|| Refusal::new("users_not_found"))?;
    Ok(Map::from_iter([("user".to_owned(), described(caller, user, false))]))
}

/// Describes the app as a bot: <https://docs.slack.dev/reference/methods/bots.info>.
pub(super) fn bots_info(caller: &Caller, arguments: &Arguments) -> Answer {
    let directory = &caller.directory;
    if arguments.text("team_id")?.is_some_and(|team| team != directory.team_id) {
        return Err(Refusal::new("team_not_found"));
    }
    let bot = arguments.text("bot")?.unwrap_or(&directory.bot_id);
    if bot != directory.bot_id {
        return Err(Refusal::new("bot_not_found"));
    }
    let bot = json!({
        "id": bot,
        "deleted": false,
        "name": directory.name_of(&directory.bot_user_id),
        "updated": 1_607_307_935,
        "app_id": directory.app_id,
        "user_id": directory.bot_user_id,
        "icons": {},
    });
    Ok(Map::from_iter([("bot".to_owned(), bot)]))
}

/// Describes the workspace: <https://docs.slack.dev/reference/methods/team.info>.
pub(super) fn team_info(caller: &Caller, arguments: &Arguments) -> Answer {
    let directory = &caller.directory;
    let is_other = arguments.text("team")?.is_some_and(|team| team != directory.team_id)
        || arguments.text("domain")?.is_some_and(|domain| domain != directory.domain);
    if is_other {
        return Err(Refusal::new("team_not_found"));
    }
    let mut team = json!({
        "id": directory.team_id,
        "name": directory.name,
        "domain": directory.domain,
        "url": format!("https://{}.slack.com/", directory.domain),
        "email_domain": "example.test",
        "icon": { "image_default": true },
        "is_verified": false,
    });
    if let (Some(enterprise), Some(team)) = (&directory.enterprise_id, team.as_object_mut()) {
        team.insert("enterprise_id".to_owned(), json!(enterprise));
    }
    Ok(Map::from_iter([("team".to_owned(), team)]))
}
