use crate::{
    Shown, TwilioEmulator,
    twilio::records::{Conversation, Participant, Records, Who},
};

/// More than this is not carried to a phone: 21617.
pub(crate) const LONGEST_TEXT: usize = 1_600;

impl Participant {
    /// The screen that this participant looks at.
    pub(crate) fn place(&self, conversation_sid: &str) -> String {
        match &self.who {
            Who::Chat { identity } => format!("{conversation_sid},{identity}"),
            Who::Bound { address, proxy } => format!("{address},{proxy}"),
        }
    }
}

/// What a conversation's message comes to at one participant: a screen, or Twilio's error code.
#[derive(Debug)]
pub(crate) struct Reach {
    pub(crate) place: String,
    pub(crate) participant_sid: String,
    pub(crate) outside_chat: bool,
    pub(crate) failure: Option<u32>,
}

/// Whom a message by `author` reaches: everybody else.
pub(crate) fn reach(records: &Records, conversation: &Conversation, author: &str, text: &str) -> Vec<Reach> {
    let others = conversation.participants.iter().filter(|participant| participant.name() != author);
    let reach = others.map(|participant| {
        let failure = match &participant.who {
            Who::Chat { .. } => None,
            Who::Bound { address, proxy } if records.stopped.contains(&(address.clone(), proxy.clone())) => {
                Some(21_610)
            }
            Who::Bound { .. } => (text.encode_utf16().count() > LONGEST_TEXT).then_some(21_617),
        };
        Reach {
            place: participant.place(&conversation.sid),
            participant_sid: participant.sid.clone(),
            outside_chat: matches!(participant.who, Who::Bound { .. }),
            failure,
        }
    });
    reach.collect()
}

impl TwilioEmulator {
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
