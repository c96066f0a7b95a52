use messaging_core::{
    Event, EventKind,
    id::{IntentId, MessageId},
    message::Receipt,
};

use crate::Lane;

/// Reads off an event that the provider had a send of ours. A failed delivery proves it too: it got that far.
pub(crate) fn proof(event: &Event) -> Option<(&IntentId, Receipt)> {
    match &event.kind {
        EventKind::Delivery(delivery) => {
            delivery.intent.as_ref().map(|intent| (intent, Receipt::of(delivery.message.clone())))
        }
        EventKind::MessageEchoed { message, intent: Some(intent) } => Some((intent, Receipt::of(message.id.clone()))),
        _ => None,
    }
}

/// Reads off an event what it tells of the way of a message of ours: whose name, and how far it got.
pub(crate) fn receipt(event: &Event) -> Option<(&MessageId, Option<&IntentId>, &'static str)> {
    match &event.kind {
        EventKind::Delivery(delivery) => Some((&delivery.message, delivery.intent.as_ref(), delivery.status.word())),
        EventKind::MessageEchoed { message, intent: Some(intent) } => Some((&message.id, Some(intent), "echoed")),
        _ => None,
    }
}

/// Whether both lanes belong to one account of one tenant: nobody else's word counts.
pub(crate) fn is_of_one_account(one: &Lane, other: &Lane) -> bool {
    one.tenant == other.tenant && one.conversation.account() == other.conversation.account()
}
