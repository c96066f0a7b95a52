use std::time::Duration;

use super::{Source, before::binding};
use crate::{
    TwilioEmulator,
    twilio::{
        dates,
        records::{Conversation, Participant},
    },
};

impl TwilioEmulator {
    /// `onParticipantAdded`, `onParticipantRemoved`.
    pub(crate) fn tell_participant(
        &self,
        conversation: &Conversation,
        participant: &Participant,
        event: &'static str,
        source: &Source,
    ) {
        let mut fields = vec![
            ("EventType", event.to_owned()),
            ("ConversationSid", conversation.sid.clone()),
            ("ParticipantSid", participant.sid.clone()),
            ("DateCreated", dates::iso_millis(participant.created)),
        ];
        if event != "onParticipantAdded" {
            fields.push(("DateUpdated", dates::iso_millis(participant.updated)));
        }
        if event == "onParticipantUpdated" {
            fields.extend(participant.last_read_index.map(|index| ("LastReadMessageIndex", index.to_string())));
        }
        if event == "onParticipantRemoved" {
            fields.push(("DateRemoved", dates::iso_millis(self.desk.wall())));
        }
        fields.extend(participant.identity().map(|identity| ("Identity", identity.to_owned())));
        fields.extend([("RoleSid", participant.role_sid.clone()), ("Attributes", participant.attributes.clone())]);
        fields.extend(binding(participant));
        self.tell_event(fields, &format!("{event} {}", participant.sid), source, None, Duration::ZERO);
    }
}
