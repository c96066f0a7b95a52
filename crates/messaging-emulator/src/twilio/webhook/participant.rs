use std::time::Duration;

use super::Source;
use crate::{
    TwilioEmulator,
    twilio::{
        dates,
        records::{Conversation, Participant, Who},
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
        if event == "onParticipantRemoved" {
            fields.extend([
                ("DateUpdated", dates::iso_millis(participant.updated)),
                ("DateRemoved", dates::iso_millis(self.desk.wall())),
            ]);
        }
        if let Who::Chat { identity } = &participant.who {
            fields.push(("Identity", identity.clone()));
        }
        fields.extend([("RoleSid", participant.role_sid.clone()), ("Attributes", participant.attributes.clone())]);
        if let Who::Bound { address, proxy } = &participant.who {
            let kind = participant.channel().map_or("SMS", |channel| channel.upper());
            fields.extend([
                ("MessagingBinding.ProxyAddress", proxy.clone()),
                ("MessagingBinding.Address", address.clone()),
                ("MessagingBinding.Type", kind.to_owned()),
            ]);
        }
        self.tell_event(fields, format!("{event} {}", participant.sid), source, None, Duration::ZERO);
    }
}
