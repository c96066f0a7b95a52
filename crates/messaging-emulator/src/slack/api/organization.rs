//! Which workspace a call is about: <https://docs.slack.dev/enterprise/organization-ready-apps>.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::Value;

use super::{error::Refusal, method::Method};
use crate::slack::{directory::Directory, grant::Grant, state::State, team::Team};

/// Whether something of this name belongs to a workspace.
type Has = fn(&Team, &str) -> bool;

/// Finds the workspace that a call is about. That of a workspace's token is its own, whatever `team_id` says; an
/// organization's token acts where `team_id`, or else the thing that the call names, belongs.
///
/// # Errors
/// The method wants a `team_id` from such a token, or the workspace is not the organization's.
pub(super) fn meant(
    state: &State,
    method: &Method,
    grant: &Grant,
    values: &BTreeMap<String, Value>,
) -> Result<Arc<Directory>, Refusal> {
    let home = state.team(&grant.team_id).ok_or_else(|| Refusal::new("account_inactive"))?;
    if grant.enterprise.is_none() {
        return Ok(home.directory.clone());
    }
    let mut teams = state.teams().iter().filter(|team| grant.covers(&team.directory));
    let text = |name: &str| values.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let named = ["team_id", "team"].into_iter().filter(|name| method.documents(name)).find_map(text);
    if let Some(named) = named {
        let team = teams.find(|team| team.directory.team_id == named);
        return team.map(|team| team.directory.clone()).ok_or_else(|| Refusal::new("team_access_not_granted"));
    }
    if method.needs_team() {
        return Err(Refusal::new("missing_argument").saying("team_id is required with an organization's token"));
    }
    let first = |name: &str| text(name).and_then(|list| list.split(',').next());
    let has: [(Option<&str>, Has); 4] = [
        (text("channel").or_else(|| text("channel_id")).or_else(|| first("channels")), |team, id| {
            team.room(id).is_some() || team.directory.is_person(id)
        }),
        (text("file"), |team, id| team.files.iter().any(|file| file.id == id)),
        (text("user").or_else(|| text("user_id")).or_else(|| first("users")), |team, id| team.directory.is_person(id)),
        (text("email"), |team, email| team.directory.people().any(|person| person.email().eq_ignore_ascii_case(email))),
    ];
    let found = has.into_iter().find_map(|(id, has)| {
        let id = id?;
        teams.clone().find(|team| has(team, id))
    });
    Ok(found.unwrap_or(home).directory.clone())
}
