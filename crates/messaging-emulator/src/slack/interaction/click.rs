use serde_json::{Map, Value, json};

use super::{
    Acted, Origin, Question, Surface,
    element::{What, find},
    outcome::{ActError, SlackOutcome},
};
use crate::slack::{SlackEmulator, ts::Ts};

/// A message that a person acts in.
pub(super) struct Clicked {
    pub(super) blocks: Value,
    /// As the app is told of it; not at all, if only one person sees it.
    pub(super) message: Option<Map<String, Value>>,
    /// `container` and `channel`.
    pub(super) surface: Map<String, Value>,
    pub(super) origin: Origin,
}

impl SlackEmulator {
    /// Has a person press the button, or choose `wanted` in the menu, that has this `action_id` in a message.
    /// A button can be named by what people read on it as well.
    ///
    /// # Errors
    /// There is no such person, channel, message, element or choice.
    pub async fn click(
        &self,
        user: &str,
        channel: &str,
        message_ts: &str,
        action_id: &str,
        wanted: &[&str],
    ) -> Result<SlackOutcome, ActError> {
        self.click_on(user, channel, message_ts, What::action(action_id), wanted).await
    }

    pub(super) async fn click_on(
        &self,
        user: &str,
        channel: &str,
        message_ts: &str,
        what: What<'_>,
        wanted: &[&str],
    ) -> Result<SlackOutcome, ActError> {
        let Clicked { blocks, message, mut surface, origin } = self.clicked(user, channel, message_ts)?;
        let element = find(&blocks, what.action, what.block).ok_or(ActError::NoSuchElement)?;
        let chosen = element.chosen(wanted, &self.loaded(&element))?;
        let state = element.has_state().then(|| Value::Object(chosen.clone()));
        let place = state.map(|state| (element.block_id.as_str(), element.action_id.as_str(), state));
        let values = self.app().choices.note(channel, message_ts, place);
        surface.insert("response_url".to_owned(), json!(self.response_url("actions", origin)));
        if let Some(message) = message {
            surface.insert("message".to_owned(), Value::Object(message));
        }
        let acted = Acted { element, chosen, values };
        let payload = self.block_actions(user, &acted, Surface::Message(surface))?;
        let asked = self.ask(Question::Interaction(payload)).await;
        Ok(SlackOutcome::of(&asked))
    }

    /// The message that a person acts in, and how it is told of.
    pub(super) fn clicked(&self, user: &str, channel: &str, message_ts: &str) -> Result<Clicked, ActError> {
        let ts = Ts::read(message_ts).ok_or(ActError::NoSuchMessage)?;
        let (channel_name, public) = {
            let state = self.state();
            let team = state.team_of(channel).ok_or(ActError::NoSuchChannel)?;
            let room = team.room(channel).ok_or(ActError::NoSuchChannel)?;
            let message = room.find(ts).map(|message| {
                let thread = room.threads(&team.directory).remove(&ts);
                (message.json(&team.directory, thread.as_ref()), message.draft.thread)
            });
            (room.name().to_owned(), message)
        };
        let (blocks, message, thread) = if let Some((message, thread)) = public {
            (message.get("blocks").cloned(), Some(message), thread)
        } else {
            let whisper = self.app().whispers.find(channel, ts, user).ok_or(ActError::NoSuchMessage)?;
            (whisper.blocks, None, whisper.thread)
        };
        let is_ephemeral = message.is_none();
        let mut container = Map::from_iter([
            ("type".to_owned(), json!("message")),
            ("message_ts".to_owned(), json!(message_ts)),
            ("channel_id".to_owned(), json!(channel)),
            ("is_ephemeral".to_owned(), json!(is_ephemeral)),
        ]);
        if let Some(thread) = thread {
            container.insert("thread_ts".to_owned(), json!(thread.to_string()));
        }
        let surface = Map::from_iter([
            ("container".to_owned(), Value::Object(container)),
            ("channel".to_owned(), json!({ "id": channel, "name": channel_name })),
        ]);
        let message_of = Some((ts, is_ephemeral));
        let origin = Origin { channel: channel.to_owned(), user: user.to_owned(), message: message_of, thread };
        Ok(Clicked { blocks: blocks.unwrap_or_default(), message, surface, origin })
    }
}
