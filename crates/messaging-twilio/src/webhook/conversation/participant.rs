//! Who takes part: somebody came, or went.

use messaging_core::{
    Event, EventKind, Result,
    message::{Participant, ParticipantAddress},
};

use crate::{account::Account, place, roles::Scope, row, webhook::form::Form};

/// Reads `onParticipantAdded` and `onParticipantRemoved`, which happen once to a participant.
pub(super) fn read(
    form: &Form<'_>,
    name: &str,
    account: &Account,
    kind: impl FnOnce(Participant) -> EventKind,
) -> Result<Event> {
    let (conversation, sid) = (form.required("ConversationSid")?, form.required("ParticipantSid")?);
    let mut participant = Participant::new(sid, address(form));
    participant.role = form.get("RoleSid").map(|role| account.roles.word(role.to_owned(), Scope::Channel));
    participant.attributes = row::object(form.get("Attributes"));
    Ok(Event::new(format!("{name}:{conversation}:{sid}"), place::conversation(conversation), kind(participant)))
}

/// How they are reached: as the REST API says it, in other words.
fn address(form: &Form<'_>) -> ParticipantAddress {
    let own = |name| form.get(name).map(str::to_owned);
    let projected = own("MessagingBinding.ProjectedAddress");
    match (own("Identity"), own("MessagingBinding.Address"), projected) {
        (Some(identity), None, None) => ParticipantAddress::Identity(identity),
        (identity, None, Some(address)) => {
            ParticipantAddress::Projected { identity: identity.unwrap_or_default(), address }
        }
        (_, address, projected) => ParticipantAddress::Address {
            address: address.unwrap_or_default(),
            proxy: own("MessagingBinding.ProxyAddress").or(projected).unwrap_or_default(),
        },
    }
}
