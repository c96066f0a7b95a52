//! Where somebody interacted: in the conversation of a message, or where the form says that it belongs.

use messaging_core::Place;
use serde_json::Value;

use super::super::envelope::{Fields, is_direct, place_of};
use crate::place;

/// The installation: a team, or an organisation.
pub(super) fn team(payload: Fields<'_>) -> Option<&str> {
    let organisation = payload.text("/enterprise/id").filter(|_| payload.is_true("/is_enterprise_install"));
    let team = ["/team/id", "/user/team_id", "/enterprise/id"].into_iter().find_map(|pointer| payload.text(pointer));
    organisation.or(team)
}

/// The conversation, and whether it is a direct message.
///
/// A form stands in none. It may say where it belongs, by `{"place":"thread:T1,C1,1610261659.001400"}` in its
/// `private_metadata`, or by a channel that the person chose in it; otherwise it is told in the workspace.
pub(super) fn place(payload: Fields<'_>, team: &str) -> (Place, bool) {
    let channel = payload.text("/channel/id").or_else(|| payload.text("/container/channel_id"));
    let thread = ["/message/thread_ts", "/container/thread_ts"];
    let root = thread.into_iter().find_map(|pointer| payload.text(pointer));
    if let Some(channel) = channel {
        let direct = is_direct(None, channel);
        let place = root.map_or_else(|| place_of(team, channel, direct), |root| place::thread(team, channel, root));
        return (place, direct);
    }
    let meant = payload.text("/view/private_metadata").and_then(|metadata| meant(metadata, team));
    let chosen = || payload.text("/response_urls/0/channel_id").map(|it| place_of(team, it, is_direct(None, it)));
    let place = meant.or_else(chosen).unwrap_or_else(|| place::workspace(team));
    let direct = place.parts().get(1).is_some_and(|channel| is_direct(None, channel));
    (place, direct)
}

/// The place that a form of this team says it belongs to.
fn meant(metadata: &str, team: &str) -> Option<Place> {
    let metadata: Value = serde_json::from_str(metadata).ok()?;
    let place: Place = metadata.get("place")?.as_str()?.parse().ok()?;
    let is_ours = place.parts().first().is_some_and(|first| first == team);
    match (place.kind(), place.parts().len()) {
        ("channel" | "dm", 2) | ("thread", 3) if is_ours => Some(place),
        _ => None,
    }
}
