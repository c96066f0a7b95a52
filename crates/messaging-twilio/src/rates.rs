//! How fast Twilio takes messages and changes, as data for whoever slows down
//! (<https://www.twilio.com/docs/messaging/guides/understanding-twilio-rate-limits>).

use messaging_core::{
    Operation, Place,
    capability::{Limit, Rates},
};

use crate::{
    Twilio,
    place::Target,
    sender_rate::{burst, usual},
};

/// Changes in a second, of one conversation and of one service (errors 50063 and 50074).
const CONVERSATIONS: f64 = 30.0;

impl Rates for Twilio {
    /// A text counts by its sender: a US or Canadian number may start 1 message a second, a toll-free number 3, a short
    /// code 100, a `WhatsApp` sender 80, or what `sender_rates` says. What changes a conversation counts by conversation
    /// and by service, 30 changes a second. Reading is not limited, and neither are senders of which nothing is known.
    fn limits(&self, operation: &Operation) -> Vec<Limit> {
        match operation {
            Operation::Send(send) => self.at(&send.to),
            Operation::Edit(edit) => self.changed(&edit.conversation),
            Operation::DeleteMessage(delete) => self.changed(&delete.conversation),
            Operation::AddParticipant(add) => vec![of_conversation(add.conversation.as_str())],
            Operation::UpdateParticipant(update) => vec![of_conversation(update.conversation.as_str())],
            Operation::RemoveParticipant(remove) => vec![of_conversation(remove.conversation.as_str())],
            Operation::UpdateConversation(update) => vec![of_conversation(update.id.as_str())],
            Operation::SetConversationState(set) => vec![of_conversation(set.id.as_str())],
            Operation::CreateConversation(_) => vec![self.of_service()],
            Operation::DeleteConversation(delete) => vec![of_conversation(delete.id.as_str()), self.of_service()],
            _ => Vec::new(),
        }
    }
}

impl Twilio {
    /// Returns how many requests of the account were under way when Twilio answered last, this one included; none before
    /// the first answer. Beyond a number that Twilio does not publish it answers 429, error 20429.
    #[must_use]
    pub fn concurrent_requests(&self) -> Option<u32> {
        self.concurrency.now()
    }

    fn at(&self, place: &Place) -> Vec<Limit> {
        match Target::of(place) {
            Ok(Target::Direct { ours, .. }) => {
                let known = self.account.sender_rates.get(ours).copied().or_else(|| usual(ours));
                known
                    .map(|rate| Limit::new(format!("sender:{ours}"), rate).with_burst(burst(rate)))
                    .into_iter()
                    .collect()
            }
            Ok(Target::Conversation(sid)) => vec![of_conversation(sid)],
            Err(_) => Vec::new(),
        }
    }

    /// What a change of a message counts against; a text's counts against nothing that is known.
    fn changed(&self, place: &Place) -> Vec<Limit> {
        if place.kind() == "conv" { self.at(place) } else { Vec::new() }
    }

    fn of_service(&self) -> Limit {
        let service = self.account.service.as_deref().unwrap_or("default");
        Limit::new(format!("service:{service}"), CONVERSATIONS).with_burst(burst_of_changes())
    }
}

fn of_conversation(sid: &str) -> Limit {
    Limit::new(format!("conversation:{sid}"), CONVERSATIONS).with_burst(burst_of_changes())
}

const fn burst_of_changes() -> u32 {
    30
}

#[cfg(test)]
mod tests {
    use messaging_core::{
        Request, SendMessage,
        message::{CreateConversation, DeleteConversation, ListConversations},
    };
    use messaging_http::{Transport, TransportError};

    use std::collections::BTreeMap;

    use http::HeaderMap;

    use super::*;
    use crate::{TwilioConfig, conversation, direct, sender_rate::check};

    fn twilio(rates: &[(&str, f64)]) -> Twilio {
        let mut config = TwilioConfig::new(format!("AC{}", "0".repeat(32)), "token");
        config.sender_rates = rates.iter().map(|(sender, rate)| ((*sender).to_owned(), *rate)).collect();
        let nobody = tower::service_fn(|_| async { Err(TransportError::not_sent("nobody")) });
        Twilio::new(config, Transport::new(nobody)).unwrap()
    }

    fn limits(twilio: &Twilio, request: impl Request) -> Vec<(String, f64, u32)> {
        let limits = twilio.limits(&request.into_operation());
        limits.into_iter().map(|limit| (limit.key, limit.per_second, limit.burst)).collect()
    }

    #[test]
    fn a_sender_s_rate_is_that_of_its_kind() {
        const MG: &str = "MG00000000000000000000000000000005";
        let twilio = twilio(&[("+15550100009", 10.0), (MG, 0.5)]);
        for (ours, theirs, rate) in [
            ("+15550100001", "+15550100777", Some((1.0, 60))),
            ("+18885550100", "+15550100777", Some((3.0, 180))),
            ("12345", "+15550100777", Some((100.0, 6_000))),
            ("whatsapp:+15550100001", "whatsapp:+15550100777", Some((80.0, 4_800))),
            ("+15550100009", "+15550100777", Some((10.0, 600))),
            (MG, "+15550100777", Some((0.5, 30))),
            ("MG00000000000000000000000000000006", "+15550100777", None),
            ("+441632960001", "+441632960777", None),
            ("Example", "+15550100777", None),
        ] {
            let wanted: Vec<_> =
                rate.map(|(rate, burst)| (format!("sender:{ours}"), rate, burst)).into_iter().collect();
            assert_eq!(limits(&twilio, SendMessage::new(direct(ours, theirs), "hi")), wanted, "{ours}");
        }
    }

    #[test]
    fn changes_count_by_conversation_and_by_service() {
        let twilio = twilio(&[]);
        let at = |key: &str| (key.to_owned(), 30.0, 30);
        assert_eq!(limits(&twilio, SendMessage::new(conversation("CH1"), "hi")), [at("conversation:CH1")]);
        assert_eq!(limits(&twilio, CreateConversation::named("x")), [at("service:default")]);
        let delete = DeleteConversation { id: "CH1".into() };
        assert_eq!(limits(&twilio, delete), [at("conversation:CH1"), at("service:default")]);
        assert!(limits(&twilio, ListConversations::default()).is_empty());
    }

    #[test]
    fn a_rate_that_is_none_is_refused() {
        for wrong in [0.0, -1.0, f64::NAN, f64::INFINITY, 20_000.0] {
            assert!(check(&BTreeMap::from([("+1".to_owned(), wrong)])).is_err(), "{wrong}");
        }
        assert!(check(&BTreeMap::from([("+1".to_owned(), 0.1)])).is_ok());
    }

    #[test]
    fn concurrency_is_what_twilio_said_last() {
        let twilio = twilio(&[]);
        assert_eq!(twilio.concurrent_requests(), None);
        for (said, known) in [("0", 0), ("7", 7), ("many", 7), (" 3 ", 3)] {
            let headers =
                HeaderMap::from_iter([("twilio-concurrent-requests".parse().unwrap(), said.parse().unwrap())]);
            twilio.concurrency.heard(&headers);
            assert_eq!(twilio.concurrent_requests(), Some(known), "{said}");
        }
    }
}
