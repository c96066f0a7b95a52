use std::collections::BTreeMap;

use messaging_core::{
    Event, EventKind, UnixMillis,
    message::{ConversationState, Participant, ParticipantAddress},
};

/// What the events of a conversation have told of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct About {
    /// Where it is in its life. Closed is for good: no turn begins in it, and no reply leaves.
    pub state: ConversationState,
    /// When it got there, where the provider says so.
    pub since: Option<UnixMillis>,
    /// What people are shown for an author, by how authors are named: an identity, an address, a participant's id.
    pub people: BTreeMap<String, String>,
}

/// Most people of one conversation whose names are kept.
pub(crate) const PEOPLE: usize = 1_000;

/// Why a reply does not leave any more.
pub(crate) const CLOSED: &str = "the conversation is closed; open a new one to go on";

/// The state after `event`, and since when, if that changes anything. Closed is for good, a message wakes what is asleep,
/// and what happened before the last change changes nothing: it is told late.
pub(crate) fn state_after(
    before: &ConversationState,
    since: Option<UnixMillis>,
    event: &Event,
) -> Option<(ConversationState, Option<UnixMillis>)> {
    let is_late = since.zip(event.occurred_at).is_some_and(|(since, at)| at < since);
    let after = match (before, &event.kind) {
        (ConversationState::Closed, _) => return None,
        (_, EventKind::ConversationState(ConversationState::Closed)) => &ConversationState::Closed,
        _ if is_late => return None,
        (_, EventKind::ConversationState(told)) => told,
        (ConversationState::Inactive, _) if event.said().is_some() => &ConversationState::Active,
        _ => return None,
    };
    let at = event.occurred_at.or(since);
    (after != before || at != since).then(|| (after.clone(), at))
}

/// The names under which a participant writes, and what people are shown for them; none if that is nothing else.
pub(crate) fn names(participant: &Participant) -> Vec<(&str, String)> {
    let shown = participant.display_name();
    let written = match &participant.address {
        ParticipantAddress::Identity(identity) | ParticipantAddress::Projected { identity, .. } => identity.as_str(),
        ParticipantAddress::Address { address, .. } => address.as_str(),
        _ => "",
    };
    let all = [participant.id.as_str(), written].into_iter().filter(|name| !name.is_empty() && shown != written);
    all.map(|name| (name, shown.clone())).collect()
}

#[cfg(test)]
mod tests {
    use messaging_core::{
        Place,
        message::{Author, Message},
    };

    use super::*;

    #[test]
    fn closed_is_for_good_and_a_message_wakes_what_sleeps() {
        use ConversationState::{Active, Closed, Inactive};
        let at = |moment: i64, kind: EventKind| Event::new("e", Place::new("c", ["1"]), kind).at(UnixMillis(moment));
        let told = |state: ConversationState| at(5, EventKind::ConversationState(state));
        let wrote = at(5, EventKind::MessageAdded(Message::new("m", Author::new("ada"), "hi")));
        let after = |before: &ConversationState, event: &Event| {
            state_after(before, Some(UnixMillis(5)), event).map(|(state, _)| state)
        };
        assert_eq!(after(&Active, &told(Inactive)), Some(Inactive));
        assert_eq!(after(&Inactive, &told(Active)), Some(Active));
        assert_eq!(after(&Inactive, &wrote), Some(Active));
        assert_eq!(after(&Inactive, &told(Closed)), Some(Closed));
        for event in [told(Active), told(Inactive), told("odd".into()), wrote.clone()] {
            assert_eq!(after(&Closed, &event), None);
        }
        assert_eq!(after(&Active, &wrote), None);
    }

    #[test]
    fn what_is_told_late_changes_nothing_but_the_end() {
        use ConversationState::{Active, Closed, Inactive};
        let told = |state: ConversationState, moment: i64| {
            Event::new("e", Place::new("c", ["1"]), EventKind::ConversationState(state)).at(UnixMillis(moment))
        };
        let since = Some(UnixMillis(5));
        assert_eq!(state_after(&Active, since, &told(Inactive, 4)), None);
        assert_eq!(state_after(&Active, since, &told(Inactive, 6)), Some((Inactive, Some(UnixMillis(6)))));
        assert_eq!(state_after(&Active, since, &told(Closed, 4)), Some((Closed, Some(UnixMillis(4)))));
    }
}
