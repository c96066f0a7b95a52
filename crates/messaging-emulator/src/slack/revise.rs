use serde_json::{Map, Value};

use super::{
    SlackEmulator,
    events::{changed_event, deleted_event},
    message::Message,
    ts::Ts,
};

impl SlackEmulator {
    /// Changes a message in its place: on the screens, in the channel, and by `message_changed` for the app. Returns it
    /// as the Web API tells it; none if there is no such message.
    pub(crate) fn revise(
        &self,
        channel: &str,
        ts: Ts,
        change: impl FnOnce(&mut Message),
    ) -> Option<Map<String, Value>> {
        let (wall, settings) = (self.desk().wall(), self.settings());
        let (at, event, read, told) = {
            let mut state = self.state();
            let room = state.room_mut(channel)?;
            let message = room.find_mut(ts)?;
            let before = message.json(settings, None);
            change(message);
            let (after, read, told) = (message.json(settings, None), message.draft.read.clone(), self.told(message));
            let at = room.tick(wall);
            (at, changed_event(room, at, after, before), read, told)
        };
        self.desk().rewrite(channel, &ts.to_string(), &read);
        self.tell_of(at, &event);
        Some(told)
    }

    /// Takes a message away: off the screens, out of the channel, and by `message_deleted` for the app.
    pub(crate) fn unpublish(&self, channel: &str, ts: Ts) -> Option<Message> {
        let (wall, settings) = (self.desk().wall(), self.settings());
        let (at, event, gone) = {
            let mut state = self.state();
            let room = state.room_mut(channel)?;
            let gone = room.remove(ts)?;
            let at = room.tick(wall);
            (at, deleted_event(room, at, ts, gone.json(settings, None)), gone)
        };
        self.desk().erase(channel, &ts.to_string());
        self.tell_of(at, &event);
        Some(gone)
    }
}
