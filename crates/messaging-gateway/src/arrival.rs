use messaging_core::{Event, EventKind, Keyword, capability::Refusal};
use messaging_store::{Arrival, Direction, Lane, Sender};

use crate::{Gateway, account::Account, admission::refusal_of};

impl Gateway {
    /// Puts an event into its lane, with what the ledgers of consent and spending need to know of it.
    pub(crate) fn arrival(&self, account: &Account, lane: Lane, mut event: Event) -> Arrival {
        let provider = account.messenger.provider();
        let channel = provider.channel(&event.conversation);
        let Some(compliance) = provider.compliance() else { return Arrival::new(lane, event).by_channel(channel) };
        if let EventKind::Delivery(delivery) = &event.kind {
            let code = delivery.error.as_ref().map(|error| error.code.as_str());
            if code.and_then(|code| refusal_of(provider, code)) == Some(Refusal::OptedOut) {
                // The platform knows of a keyword that we have not heard.
                event.keyword = Some(Keyword::Stop);
            }
        }
        let contact = compliance.contact(&event.conversation);
        let said = event.said();
        let sender = match &contact {
            Some(contact) => Some(Sender { address: contact.address.clone(), alone: true }),
            // Among others: what they say of themselves is about them alone.
            None => said.as_ref().map(|message| Sender { address: message.author.id.clone(), alone: false }),
        };
        let charge = match &said {
            Some(message) => {
                let units = compliance.estimate_inbound(&event.conversation, message).units;
                let (country, billed) = match contact {
                    Some(contact) => (contact.country, contact.channel),
                    None => (None, channel.clone().into_owned()),
                };
                Some(self.parts.settings.compliance.charge(country, billed, units, Direction::Inbound))
            }
            None => None,
        };
        drop(said);
        let mut arrival = Arrival::new(lane, event).by_channel(channel);
        (arrival.sender, arrival.charge) = (sender, charge);
        arrival
    }
}
