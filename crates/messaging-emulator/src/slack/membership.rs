use serde_json::{Value, json};

use super::{SlackEmulator, message::Draft, room::Kind, ts::Ts};

impl SlackEmulator {
    /// Has a user come into a channel, and tells everybody. False if they were in it already, or there is no such channel.
    pub(crate) fn enter(&self, team: &str, room: &str, user: &str, inviter: Option<&str>) -> bool {
        let (kind, is_told, name) = {
            let mut state = self.state();
            let Some(team) = state.team_mut(team) else { return false };
            let (bot, name) = (team.directory.bot_user_id.clone(), team.directory.name_of(user).map(str::to_owned));
            let Some(room) = team.room_mut(room).filter(|room| !room.has(user)) else { return false };
            room.members.push(user.to_owned());
            (room.kind, room.has(&bot), name.unwrap_or_default())
        };
        if is_told {
            let mut event = member_event("member_joined_channel", team, room, kind, user);
            if let (Some(inviter), Some(event)) = (inviter, event.as_object_mut()) {
                event.insert("inviter".to_owned(), json!(inviter));
            }
            self.emit(team, Ts::after(None, self.desk().wall()), event);
        }
        let extra: Vec<_> = inviter.map(|inviter| ("inviter", inviter)).into_iter().collect();
        let subtype = if kind == Kind::Private { "group_join" } else { "channel_join" };
        self.notice(team, room, user, subtype, "has joined the channel", &name, &extra);
        true
    }

    /// Has a user go out of a channel, and tells everybody. False if they were not in it, or there is no such channel.
    pub(crate) fn exit(&self, team: &str, room: &str, user: &str) -> bool {
        let (kind, is_told, is_app, name) = {
            let mut state = self.state();
            let Some(team) = state.team_mut(team) else { return false };
            let (bot, name) = (team.directory.bot_user_id.clone(), team.directory.name_of(user).map(str::to_owned));
            let Some(room) = team.room_mut(room).filter(|room| room.has(user)) else { return false };
            let is_told = room.has(&bot);
            room.members.retain(|member| member != user);
            (room.kind, is_told, bot == user, name.unwrap_or_default())
        };
        if is_told {
            let now = Ts::after(None, self.desk().wall());
            self.emit(team, now, member_event("member_left_channel", team, room, kind, user));
            if is_app {
                let left = if kind == Kind::Private { "group_left" } else { "channel_left" };
                self.emit(team, now, json!({ "type": left, "channel": room, "actor_id": user }));
            }
        }
        let subtype = if kind == Kind::Private { "group_leave" } else { "channel_leave" };
        self.notice(team, room, user, subtype, "has left the channel", &name, &[]);
        true
    }

    /// Has Slack say in a channel what a user did.
    #[allow(clippy::too_many_arguments, reason = "each says something else about one line of text")]
    pub(crate) fn notice(
        &self,
        team: &str,
        room: &str,
        user: &str,
        subtype: &'static str,
        did: &str,
        name: &str,
        extra: &[(&str, &str)],
    ) {
        let draft = Draft::notice(user, subtype, format!("<@{user}> {did}"), format!("@{name} {did}"), extra);
        self.publish(team, room, draft);
    }
}

/// <https://docs.slack.dev/reference/events/member_joined_channel>
fn member_event(kind_of: &str, team: &str, room: &str, kind: Kind, user: &str) -> Value {
    let channel_type = if kind == Kind::Private { "G" } else { "C" };
    json!({ "type": kind_of, "user": user, "channel": room, "channel_type": channel_type, "team": team })
}
