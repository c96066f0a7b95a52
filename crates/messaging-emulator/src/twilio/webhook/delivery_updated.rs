use std::time::Duration;

use super::Source;
use crate::{
    TwilioEmulator,
    twilio::{address::Channel, dates, said::Posted, screen::Reach},
};

impl TwilioEmulator {
    /// `onDeliveryUpdated` for everybody outside the chat: live always, in a simulated world as often as the plan says.
    /// It is Twilio's own event, so no header has to ask for it.
    pub(crate) fn report_post(&self, posted: &Posted) {
        for reach in posted.reach.iter().filter(|reach| reach.outside_chat) {
            let last = if reach.failure.is_some() { "failed" } else { "delivered" };
            if self.is_live() {
                let receipt = self.sid("DY");
                if last == "delivered" {
                    self.tell_delivery(posted, reach, &receipt, "sent", Duration::from_millis(200));
                }
                self.tell_delivery(posted, reach, &receipt, last, Duration::from_secs(1));
            } else if self.desk.strikes(self.desk.plan().receipt) {
                let (receipt, after) = (self.sid("DY"), self.desk.between(0, 3_000));
                self.tell_delivery(posted, reach, &receipt, last, after);
            }
        }
    }

    fn tell_delivery(&self, posted: &Posted, reach: &Reach, receipt: &str, status: &str, after: Duration) {
        let event = "onDeliveryUpdated";
        let now = dates::iso_millis(self.desk.wall() + after);
        let mut fields = vec![
            ("EventType", event.to_owned()),
            ("ConversationSid", posted.conversation.sid.clone()),
            ("ChatServiceSid", self.account.settings.conversations_service_sid.clone()),
            ("MessageSid", posted.post.sid.clone()),
            ("DeliveryReceiptSid", receipt.to_owned()),
            ("ChannelMessageSid", self.sid("SM")),
            ("ParticipantSid", reach.participant_sid.clone()),
            ("Status", status.to_owned()),
        ];
        fields.extend(reach.failure.map(|code| ("ErrorCode", code.to_string())));
        fields.extend([("DateCreated", dates::iso_millis(posted.post.created)), ("DateUpdated", now)]);
        let channel = if reach.place.starts_with("whatsapp:") { Channel::WhatsApp } else { Channel::Sms };
        let label = format!("{event} {} {status}", posted.post.sid);
        self.tell_event(fields, label, &Source::Phone(channel), None, after);
    }
}
