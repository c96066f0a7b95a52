use serde_json::{Value, json};

use super::{room::Kind, settings::SlackSettings, team::Team};

/// `GET /_emulator/places`: the channels, the direct messages, the people and the app, of the first workspace; and all
/// workspaces by name.
pub(crate) fn places(settings: &SlackSettings, teams: &[Team]) -> Value {
    let mut channels = Vec::new();
    let mut directs = Vec::new();
    for room in teams.first().into_iter().flat_map(|team| &team.rooms) {
        if room.kind == Kind::Direct {
            let user = room.members.iter().find(|member| **member != settings.bot_user_id);
            directs.push(json!({ "id": room.id, "user": user }));
        } else {
            let joined = room.has(&settings.bot_user_id);
            channels.push(json!({ "id": room.id, "name": room.name, "bot_is_member": joined }));
        }
    }
    let users = settings.users.iter().map(|(id, name)| json!({ "id": id, "name": name })).collect::<Vec<_>>();
    let all = teams.iter().map(|team| json!({ "id": team.directory.team_id, "name": team.directory.name }));
    json!({
        "team": { "id": settings.team_id },
        "teams": all.collect::<Vec<_>>(),
        "channel": settings.channel,
        "dm": settings.dm_channel,
        "user": settings.user_id,
        "channels": channels,
        "dms": directs,
        "users": users,
        "bot": {
            "id": settings.bot_user_id,
            "name": SlackSettings::BOT_NAME,
            "bot_id": settings.bot_id,
            "app_id": settings.app_id,
        },
    })
}
