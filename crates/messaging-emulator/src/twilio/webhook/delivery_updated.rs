use std::time::Duration;

use super::Source;
use crate::{
    TwilioEmulator,
    twilio::{
        address::Channel,
        carrier::VALIDITY,
        dates,
        records::{Participant, Receipt, Step},
        said::Posted,
        screen::Reach,
    },
};

impl Reach {
    /// What will become of a post at one participant outside the chat: what a receipt can say of it.
    pub(crate) fn course(&self) -> Vec<Step> {
        if let Some(code) = self.failure {
            return vec![Step { after: Duration::from_secs(1), status: "failed", error_code: Some(code) }];
        }
        let says = |step: &Step| matches!(step.status, "sent" | "delivered" | "read" | "failed" | "undelivered");
        self.behaviour.life(self.channel, false, VALIDITY).steps.into_iter().filter(says).collect()
    }
}

impl TwilioEmulator {
    /// `onDeliveryUpdated` for everybody outside the chat: live always, in a simulated world as often as the plan says.
    /// It is Twilio's own event, so no header has to ask for it.
    pub(crate) fn report_post(&self, posted: &Posted) {
        for receipt in &posted.post.receipts {
            if self.is_live() {
                receipt.steps.iter().for_each(|step| self.tell_delivery(posted, receipt, *step));
            } else if let Some(step) = receipt.steps.last()
                && self.desk.strikes(self.desk.plan().receipt)
            {
                let after = self.desk.between(0, 3_000);
                self.tell_delivery(posted, receipt, Step { after, ..*step });
            }
        }
    }

    fn tell_delivery(&self, posted: &Posted, receipt: &Receipt, step: Step) {
        let Step { after, status, error_code } = step;
        let event = "onDeliveryUpdated";
        let now = dates::iso_millis(self.desk.wall() + after);
        let mut fields = vec![
            ("EventType", event.to_owned()),
            ("ConversationSid", posted.conversation.sid.clone()),
            ("ChatServiceSid", posted.conversation.service_sid.clone()),
            ("MessageSid", posted.post.sid.clone()),
            ("DeliveryReceiptSid", receipt.sid.clone()),
            ("ChannelMessageSid", receipt.channel_message_sid.clone()),
            ("ParticipantSid", receipt.participant_sid.clone()),
            ("Status", status.to_owned()),
        ];
        fields.extend(error_code.map(|code| ("ErrorCode", code.to_string())));
        fields.extend([("DateCreated", dates::iso_millis(posted.post.created)), ("DateUpdated", now)]);
        let mut participants = posted.conversation.participants.iter();
        let member = participants.find(|member| member.sid == receipt.participant_sid);
        let channel = member.and_then(Participant::channel).unwrap_or(Channel::Sms);
        let label = format!("{event} {} {status}", posted.post.sid);
        self.tell_event(fields, &label, &Source::Phone(channel), None, after);
    }
}
