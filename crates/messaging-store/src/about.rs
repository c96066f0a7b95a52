use std::collections::BTreeMap;

use messaging_core::{
    EventKind,
    message::{ConversationState, Participant, ParticipantAddress},
};

/// What the events of a conversation have told of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct About {
    /// Where it is in its life. Closed is for good: no turn begins in it, and no reply leaves.
    pub state: ConversationState,
    /// What people are shown for an author, by how authors are named: an identity, an address, a participant's id.
    pub people: BTreeMap<String, String>,
}

/// Most people of one conversation whose names are kept.
pub(crate) const PEOPLE: usize = 1_000;

/// Why a reply does not leave any more.
pub(crate) const CLOSED: &str = "the conversation is closed; open a new one to go on";

/// The state after `kind`, if that changes it. Closed is for good, and a message wakes what is asleep.
pub(crate) fn state_after(before: &ConversationState, kind: &EventKind) -> Option<ConversationState> {
    let after = match (before, kind) {
        (ConversationState::Closed, _) => return None,
        (_, EventKind::ConversationState(told)) => told,
        (ConversationState::Inactive, EventKind::MessageAdded(_)) => &ConversationState::Active,
        _ => return None,
    };
    (after != before).then(|| after.clone())
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
    use messaging_core::message::{Author, Message};

    use super::*;

    #[test]
    fn closed_is_for_good_and_a_message_wakes_what_sleeps() {
        use ConversationState::{Active, Closed, Inactive};
        let told = EventKind::ConversationState;
        let wrote = EventKind::MessageAdded(Message::new("m", Author::new("ada"), "hi"));
        assert_eq!(state_after(&Active, &told(Inactive)), Some(Inactive));
        assert_eq!(state_after(&Inactive, &told(Active)), Some(Active));
        assert_eq!(state_after(&Inactive, &wrote), Some(Active));
        assert_eq!(state_after(&Inactive, &told(Closed)), Some(Closed));
        for kind in [told(Active), told(Inactive), told("odd".into()), wrote.clone()] {
            assert_eq!(state_after(&Closed, &kind), None);
        }
        assert_eq!(state_after(&Active, &wrote), None);
    }
}
