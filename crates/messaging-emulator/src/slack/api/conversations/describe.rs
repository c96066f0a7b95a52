use serde_json::{Map, Value, json};

use crate::slack::{
    api::caller::Caller,
    room::{Kind, Note, Room},
};

/// A channel as the Web API tells it: <https://docs.slack.dev/reference/objects/conversation-object>.
pub(super) fn described(caller: &Caller, room: &Room) -> Map<String, Value> {
    let mut json = Map::new();
    let mut put = |name: &str, value: Value| json.insert(name.to_owned(), value);
    put("id", json!(room.id));
    put("created", json!(room.created));
    put("is_archived", json!(room.archived));
    put("is_org_shared", json!(false));
    put("context_team_id", json!(caller.team()));
    if room.kind == Kind::Direct {
        let other = room.members.iter().find(|member| **member != caller.user).unwrap_or(&caller.user);
        put("is_im", json!(true));
        put("user", json!(other));
        put("is_user_deleted", json!(caller.directory.user(other).is_some_and(|user| user.deleted)));
        put("is_open", json!(room.open));
        put("priority", json!(0));
        return json;
    }
    put("name", json!(room.name));
    put("name_normalized", json!(room.name));
    put("is_channel", json!(room.kind == Kind::Public));
    put("is_group", json!(room.kind == Kind::Private));
    put("is_im", json!(false));
    put("is_mpim", json!(room.kind == Kind::Group));
    put("is_private", json!(room.kind != Kind::Public));
    put("is_general", json!(room.general));
    put("is_member", json!(room.has(&caller.user)));
    for shared in ["is_shared", "is_ext_shared"] {
        put(shared, json!(!room.shared_with.is_empty()));
    }
    put("is_pending_ext_shared", json!(false));
    put("creator", json!(room.creator));
    put("unlinked", json!(0));
    put("topic", note(&room.topic));
    put("purpose", note(&room.purpose));
    put("previous_names", json!(room.previous_names));
    if let Some(mark) = room.marks.get(&caller.user) {
        put("last_read", json!(mark.to_string()));
    }
    json
}

/// The answer of whatever tells of one channel.
pub(super) fn answer(caller: &Caller, room: &Room) -> Map<String, Value> {
    Map::from_iter([("channel".to_owned(), Value::Object(described(caller, room)))])
}

fn note(note: &Note) -> Value {
    json!({ "value": note.value, "creator": note.creator, "last_set": note.last_set })
}
