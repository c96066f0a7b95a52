use messaging_core::{ConversationRef, Place, place::is_name};

use super::{lossy, pieces};

pub(super) const PLACES: &[&str] = &[
    "twilio:direct:whatsapp%3A+15550100001,whatsapp%3A+15550100777",
    "slack:thread:T1,C1,1610261659.001400",
    "direct:a%25b,%3A%2C",
    "conv:\0a:b,c%d",
];

/// What is read has one spelling, and what is written is read back.
pub(super) fn place(data: &[u8]) {
    let text = lossy(data);
    if let Ok(place) = text.parse::<Place>() {
        assert_eq!(place.to_string(), text);
    }
    if let Ok(reference) = text.parse::<ConversationRef>() {
        assert_eq!(reference.to_string(), text);
    }
    let [kind, one, other] = pieces(data).map(lossy);
    if is_name(&kind) && !one.is_empty() && !other.is_empty() {
        let place = Place::new(&kind, [one, other]);
        assert_eq!(place.to_string().parse::<Place>().expect("what was written"), place);
        let reference = ConversationRef::new("account", place);
        assert_eq!(reference.to_string().parse::<ConversationRef>().expect("what was written"), reference);
    }
}
