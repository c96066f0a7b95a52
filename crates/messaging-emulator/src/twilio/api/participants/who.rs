use http::StatusCode;

use crate::{
    TwilioEmulator,
    twilio::{
        address,
        api::{Refusal, form::Form},
        records::{Conversation, Participant, Records, Who},
    },
};

/// Most participants of a conversation, and of these most who are not in the chat.
const MOST: usize = 1_000;
const MOST_OUTSIDE: usize = 50;
/// Most participants of a group MMS.
const MOST_IN_GROUP: usize = 10;

impl TwilioEmulator {
    /// Who is meant: an identity of the chat, a phone with the number of ours it talks to, or a member of a group MMS.
    pub(super) fn who(&self, form: &Form, is_group: bool) -> Result<Who, Refusal> {
        let identity = form.text("Identity");
        let (address, proxy) = (form.text("MessagingBinding.Address"), form.text("MessagingBinding.ProxyAddress"));
        let projected = form.text("MessagingBinding.ProjectedAddress");
        if identity.as_ref().is_some_and(|identity| identity.chars().count() > 256) {
            return Err(Refusal::invalid(50_207, "Identity too long"));
        }
        if let Some(fallback) = form.get("MessagingBinding.ProxyAddressFallback") {
            self.is_ours(fallback)?;
        }
        match (identity, address, proxy, projected) {
            (None, None, None, None) => Err(Refusal::invalid(50_204, "Identity not provided")),
            (Some(_), None, None, None) if is_group => {
                Err(Refusal::invalid(50_434, "Participant projected address not provided"))
            }
            (Some(identity), None, None, None) => Ok(Who::Chat { identity }),
            (identity, None, None, Some(number)) => {
                self.is_projectable(&number)?;
                Ok(Who::Projected { identity, number })
            }
            (Some(_), ..) => Err(Refusal::invalid(50_211, "Identity parameter not acceptable for this Participant")),
            (.., Some(_)) => Err(Refusal::invalid(
                50_420,
                "Participant Messaging Binding type does not support all of the provided Messaging Binding parameters",
            )),
            (None, None, Some(_), None) => Err(Refusal::invalid(50_411, "Participant address is empty")),
            (None, Some(address), None, None) if is_group => {
                self.is_theirs(&address)?;
                Ok(Who::Grouped { address })
            }
            (None, Some(_), None, None) => Err(Refusal::invalid(50_412, "Participant proxy address is empty")),
            (None, Some(address), Some(proxy), None) => {
                self.is_pair(&address, &proxy)?;
                Ok(Who::Bound { address, proxy })
            }
        }
    }

    /// Whether the two can talk to each other: one channel, one address theirs and one ours.
    pub(super) fn is_pair(&self, address: &str, proxy: &str) -> Result<(), Refusal> {
        if address == proxy {
            return Err(Refusal::invalid(50_409, "Participant address equals proxy address"));
        }
        let (theirs, _) = address::parse(address).ok_or_else(invalid_address)?;
        let (ours, _) = address::parse(proxy).ok_or_else(invalid_proxy)?;
        if theirs != ours {
            return Err(Refusal::invalid(50_414, "Participant address type does not match proxy address type"));
        }
        self.is_ours(proxy)?;
        self.is_theirs(address)
    }

    fn is_ours(&self, proxy: &str) -> Result<(), Refusal> {
        address::parse(proxy).ok_or_else(invalid_proxy)?;
        if self.account.settings.owns(proxy) {
            return Ok(());
        }
        Err(Refusal::invalid(50_413, "Account is not authorized to use proxy address"))
    }

    fn is_theirs(&self, address: &str) -> Result<(), Refusal> {
        let is_foreign = address::parse(address).is_some() && !self.account.settings.owns(address);
        if is_foreign { Ok(()) } else { Err(invalid_address()) }
    }

    /// Only the account's own SMS numbers can be shown in a group MMS.
    pub(super) fn is_projectable(&self, number: &str) -> Result<(), Refusal> {
        if self.account.settings.phone_numbers.iter().any(|own| own == number) {
            return Ok(());
        }
        Err(Refusal::invalid(50_439, "Account is not authorized to use the projected address"))
    }
}

impl Records {
    /// Whether there is room for one more, who is not there yet and not bound elsewhere.
    pub(super) fn is_welcome(&self, conversation: &Conversation, who: &Who) -> Result<(), Refusal> {
        let participants = &conversation.participants;
        let forbidden = |code, message| Err(Refusal::new(StatusCode::FORBIDDEN, code, message));
        let is_group = conversation.is_group() || matches!(who, Who::Grouped { .. } | Who::Projected { .. });
        if is_group && participants.len() >= MOST_IN_GROUP {
            return forbidden(50_436, "Participant limit exceeded for group conversation");
        }
        if participants.len() >= MOST {
            return forbidden(50_417, "Participants limit exceeded");
        }
        let outside = participants.iter().filter(|other| other.phone().is_some()).count();
        if matches!(who, Who::Bound { .. } | Who::Grouped { .. }) && outside >= MOST_OUTSIDE {
            return forbidden(50_418, "Non-Chat participants limit exceeded");
        }
        let exists = |same: &dyn Fn(&Participant) -> bool| participants.iter().any(same);
        match who {
            Who::Chat { identity } if exists(&|other| other.identity() == Some(identity)) => {
                Err(Refusal::conflict(50_433, "Participant already exists"))
            }
            Who::Grouped { address } if exists(&|other| other.phone() == Some(address)) => {
                Err(Refusal::conflict(50_437, "Group Participant already exists"))
            }
            Who::Projected { .. } if exists(&|other| other.who == *who) => {
                Err(Refusal::conflict(50_437, "Group Participant already exists"))
            }
            Who::Projected { identity: Some(identity), .. } if exists(&|other| other.identity() == Some(identity)) => {
                Err(Refusal::conflict(50_433, "Participant already exists"))
            }
            Who::Bound { address, proxy } => self.is_unbound(address, proxy),
            _ => Ok(()),
        }
    }

    /// A pair is bound to one open conversation.
    pub(crate) fn is_unbound(&self, address: &str, proxy: &str) -> Result<(), Refusal> {
        match self.bound(address, proxy) {
            None => Ok(()),
            Some(other) => {
                let message = "A binding for this participant and proxy address already exists in Conversation";
                Err(Refusal::conflict(50_416, format!("{message} {}", other.sid)))
            }
        }
    }
}

fn invalid_address() -> Refusal {
    Refusal::invalid(50_407, "Invalid messaging binding address")
}

fn invalid_proxy() -> Refusal {
    Refusal::invalid(50_408, "Invalid participant proxy address")
}
