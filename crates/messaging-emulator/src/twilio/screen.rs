use crate::{
    Shown, TwilioEmulator,
    twilio::{
        address::Channel,
        carrier::Behaviour,
        records::{Conversation, Participant, Who},
    },
};

/// More than this is not carried to a phone: 21617.
pub(crate) const LONGEST_TEXT: usize = 1_600;

impl Participant {
    /// The screen that this participant looks at.
    pub(crate) fn place(&self, conversation: &Conversation) -> String {
        match &self.who {
            Who::Bound { address, proxy } => format!("{address},{proxy}"),
            Who::Grouped { address } => format!("{address},{}", conversation.group_number().unwrap_or_default()),
            Who::Chat { .. } | Who::Projected { .. } => format!("{},{}", conversation.sid, self.name()),
        }
    }
}

/// What a conversation's message comes to at one participant: a screen, or Twilio's error code.
#[derive(Debug)]
pub(crate) struct Reach {
    pub(crate) place: String,
    pub(crate) participant_sid: String,
    pub(crate) outside_chat: bool,
    /// Why it does not even leave.
    pub(crate) failure: Option<u32>,
    /// What the carrier does with it, once it has left.
    pub(crate) behaviour: Behaviour,
    pub(crate) channel: Channel,
}

impl TwilioEmulator {
    /// Whom a message by `author` reaches: everybody else.
    pub(crate) fn reach(&self, conversation: &Conversation, author: &str, text: &str, is_template: bool) -> Vec<Reach> {
        let others = conversation.participants.iter().filter(|participant| participant.name() != author);
        let reach = others.map(|participant| {
            let pair = match &participant.who {
                Who::Bound { address, proxy } => Some((address.as_str(), proxy.as_str())),
                Who::Grouped { address } => conversation.group_number().map(|number| (address.as_str(), number)),
                Who::Chat { .. } | Who::Projected { .. } => None,
            };
            let failure = pair.and_then(|(person, ours)| match () {
                () if self.has_stopped(person, ours) => Some(21_610),
                () if text.encode_utf16().count() > LONGEST_TEXT => Some(21_617),
                () => self.refusal(person, ours, is_template),
            });
            Reach {
                place: participant.place(conversation),
                participant_sid: participant.sid.clone(),
                outside_chat: participant.phone().is_some(),
                failure,
                behaviour: participant.phone().map(|phone| self.carrier(phone)).unwrap_or_default(),
                channel: participant.channel().unwrap_or(Channel::Sms),
            }
        });
        reach.collect()
    }

    /// Puts a message on one screen.
    pub(crate) fn show(&self, place: &str, id: &str, author: &str, from_app: bool, text: &str) {
        self.desk.show(Shown {
            seq: 0,
            place: place.to_owned(),
            thread: None,
            id: id.to_owned(),
            author: author.to_owned(),
            from_app,
            text: text.to_owned(),
            at: 0,
        });
    }
}
