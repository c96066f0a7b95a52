use std::borrow::Cow;

use serde_json::Value;

use super::{Command, Event, EventKind, Interaction};
use crate::message::Message;

impl Event {
    /// Returns what a person said with it, as a message: what they wrote, the labels that they chose, or the command.
    ///
    /// A choice is [`Message::choice`]; the first of several, all of which are in the text. The vendor's own data are
    /// the message's attributes, and among them is `event`, which is `action` or `command`.
    #[must_use]
    pub fn said(&self) -> Option<Cow<'_, Message>> {
        match &self.kind {
            EventKind::MessageAdded(message) => Some(Cow::Borrowed(message)),
            EventKind::Action(action) => Some(Cow::Owned(self.chosen(action))),
            EventKind::Command(command) => Some(Cow::Owned(self.given(command))),
            _ => None,
        }
    }

    fn chosen(&self, action: &Interaction) -> Message {
        let labels: Vec<_> = action.choices.iter().map(|choice| choice.label.as_str()).collect();
        let mut message = Message::new(self.name(), action.author.clone(), labels.join(", "));
        message.thread.clone_from(&action.thread);
        message.attributes.clone_from(&action.attributes);
        message.attributes.insert("event".to_owned(), "action".into());
        if let Some(on) = &action.message {
            message.attributes.insert("message".to_owned(), on.as_str().into());
        }
        if let [_, _, ..] = action.choices.as_slice() {
            let all = serde_json::to_value(&action.choices).unwrap_or(Value::Null);
            message.attributes.insert("choices".to_owned(), all);
        }
        message.choice = action.choices.first().cloned();
        message.sent_at = self.occurred_at;
        message
    }

    fn given(&self, command: &Command) -> Message {
        let mut message = Message::new(self.name(), command.author.clone(), command.line());
        message.attributes.clone_from(&command.attributes);
        message.attributes.insert("event".to_owned(), "command".into());
        message.sent_at = self.occurred_at;
        message
    }

    fn name(&self) -> &str {
        self.keys.first().map_or("", crate::id::EventKey::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Place, UnixMillis,
        message::{Action, Author},
    };

    fn event(kind: EventKind) -> Event {
        Event::new("k", Place::new("room", ["1"]), kind).at(UnixMillis(7))
    }

    #[test]
    fn a_button_says_its_label_and_a_command_its_line() {
        let choices = vec![Action::new("Approve", "req-1"), Action::new("Later", "l")];
        let pressed = Interaction::new(Author::new("ada"), choices.clone()).on("m1").in_thread("m0");
        let pressed = event(EventKind::Action(pressed));
        let said = pressed.said().unwrap();
        assert_eq!((said.content.text.as_str(), said.choice.as_ref()), ("Approve, Later", choices.first()));
        assert_eq!((&said.attributes["message"], &said.attributes["event"]), (&"m1".into(), &"action".into()));
        assert_eq!(said.attributes["choices"][1]["value"], "l");
        assert_eq!((said.id.as_str(), said.sent_at, said.thread.is_some()), ("k", Some(UnixMillis(7)), true));

        let given = event(EventKind::Command(Command::new("/deploy", Author::new("ada")).with_text("staging now")));
        assert_eq!(given.said().unwrap().content.text, "/deploy staging now");
        assert!(pressed.wants_turn() && given.wants_turn());
        let title = event(EventKind::TitleChanged("new".into()));
        assert!(title.said().is_none() && !title.wants_turn());
    }

    #[test]
    fn every_kind_is_stored_and_read_back() {
        let stop = super::super::Stop::new(Author::new("ada"), vec!["m1".into()]);
        let reaction = super::super::Reaction::new(Author::new("ada"), "m1", "eyes");
        let revoked = super::super::Installation::TokensRevoked { bots: vec!["U1".into()], users: Vec::new() };
        for kind in [
            EventKind::Action(Interaction::new(Author::new("ada"), vec![Action::new("A", "a")])),
            EventKind::Command(Command::new("/c", Author::new("ada"))),
            EventKind::ReactionAdded(reaction.clone()),
            EventKind::ReactionRemoved(reaction),
            EventKind::Stopped(stop),
            EventKind::TitleChanged("t".into()),
            EventKind::Installation(super::super::Installation::Removed),
            EventKind::Installation(revoked),
        ] {
            let event = event(kind);
            let stored = serde_json::to_string(&event).unwrap();
            assert_eq!(serde_json::from_str::<Event>(&stored).unwrap(), event, "{stored}");
        }
    }
}
