use serde_json::{Value, json};

use super::{
    room::{Kind, Room},
    settings::SlackSettings,
};

/// `GET /_emulator/places`: the channels, the direct messages, the people and the app.
pub(crate) fn places(settings: &SlackSettings, rooms: &[Room]) -> Value {
    let mut channels = Vec::new();
    let mut directs = Vec::new();
    for room in rooms {
        match &room.kind {
            Kind::Channel { name, joined } => {
                channels.push(json!({ "id": room.id, "name": name, "bot_is_member": joined }));
            }
            Kind::Direct { user } => directs.push(json!({ "id": room.id, "user": user })),
        }
    }
    let users = settings.users.iter().map(|(id, name)| json!({ "id": id, "name": name })).collect::<Vec<_>>();
    json!({
        "team": { "id": settings.team_id },
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
