use serde_json::{Map, Value, json};

use super::{
    SlackEmulator,
    events::{changed_event, deleted_event},
    message::Message,
    room::Room,
    team::Team,
    ts::Ts,
};

/// The user that Slack itself writes as.
const SLACKBOT: &str = "USLACKBOT";

impl SlackEmulator {
    /// Changes a message in its place: on the screens, in the channel, and by `message_changed` for the app. Returns it
    /// as the Web API tells it; none if there is no such message.
    pub(crate) fn revise(
        &self,
        team: &str,
        room: &str,
        ts: Ts,
        change: impl FnOnce(&mut Message),
    ) -> Option<Map<String, Value>> {
        let wall = self.desk().wall();
        let (at, message, event, read) = {
            let mut state = self.state();
            let Team { directory, rooms, .. } = state.team_mut(team)?;
            let room = rooms.iter_mut().find(|other| other.id == room)?;
            let before = told(room, ts, directory)?;
            let message = room.find_mut(ts)?;
            change(message);
            let read = message.draft.read.clone();
            let after = told(room, ts, directory)?;
            let at = room.tick(wall);
            let is_told = room.has(&directory.bot_user_id);
            (at, after.clone(), is_told.then(|| changed_event(room, at, after, before)), read)
        };
        self.desk().rewrite(room, &ts.to_string(), &read);
        if let Some(event) = event {
            self.tell_of(team, at, &event);
        }
        Some(message)
    }

    /// Takes a message away: off the screens, out of the channel, and by `message_deleted` for the app; a thread keeps a
    /// tombstone. False if there is none.
    pub(crate) fn unpublish(&self, team: &str, room: &str, ts: Ts) -> bool {
        let wall = self.desk().wall();
        let has_replies = {
            let state = self.state();
            let room = state.team(team).and_then(|team| team.room(room));
            room.is_some_and(|room| room.replies(ts).next().is_some())
        };
        if has_replies {
            return self.revise(team, room, ts, bury).is_some();
        }
        let deleted = {
            let mut state = self.state();
            let Some(Team { directory, rooms, .. }) = state.team_mut(team) else { return false };
            let Some(room) = rooms.iter_mut().find(|other| other.id == room) else { return false };
            let Some(before) = told(room, ts, directory) else { return false };
            room.remove(ts);
            let at = room.tick(wall);
            room.has(&directory.bot_user_id).then(|| (at, deleted_event(room, at, ts, before)))
        };
        self.desk().erase(room, &ts.to_string());
        if let Some((at, event)) = deleted {
            self.tell_of(team, at, &event);
        }
        true
    }
}

/// A message as it stands, with what the first of a thread knows.
fn told(room: &Room, ts: Ts, directory: &super::directory::Directory) -> Option<Map<String, Value>> {
    let message = room.find(ts)?;
    let is_reply = message.draft.thread.is_some();
    let thread = if is_reply { None } else { room.threads(directory).remove(&ts) };
    let mut json = message.json(directory, thread.as_ref());
    if let Some(metadata) = &message.draft.metadata {
        json.insert("metadata".to_owned(), metadata.clone());
    }
    Some(json)
}

/// Leaves of a message only that there was one.
fn bury(message: &mut Message) {
    let text = "This message was deleted.";
    let notice = super::message::Draft::notice(SLACKBOT, "tombstone", text.to_owned(), text.to_owned(), &[]);
    message.draft = notice;
    message.draft.extra.insert("hidden".to_owned(), json!(true));
    message.reactions.clear();
    message.edited = None;
}
