use messaging_core::capability::Decision;

use super::*;
use crate::{Inbound, InboundMode, Replies};

const NAMES: [&str; 33] = [
    "EventType",
    "MessageStatus",
    "MessageSid",
    "SmsStatus",
    "From",
    "To",
    "Body",
    "AccountSid",
    "ConversationSid",
    "ParticipantSid",
    "CallSid",
    "Author",
    "Source",
    "Attributes",
    "Media",
    "MediaUrl0",
    "Status",
    "ErrorCode",
    "StateTo",
    "DateCreated",
    "DateUpdated",
    "MessagingBinding.Address",
    "Identity",
    "ExternalUserId",
    "OptOutType",
    "ButtonPayload",
    "ListTitle",
    "MediaUrl99999999999999999999",
    "ClientIdentity",
    "RoleSid",
    "MessagingBinding.ProjectedAddress",
    "RetryCount",
    "é",
];
const VALUES: [&str; 31] = [
    "",
    " ",
    "received",
    "onMessageAdded",
    "onConversationStateUpdated",
    "onParticipantAdded",
    "onDeliveryUpdated",
    "onMessageUpdated",
    "onMessageRemoved",
    "onMessageAdd",
    "onConversationAdd",
    "onNothing",
    "STOP",
    "SMS",
    "+15550100777",
    "whatsapp:",
    "[{\"media_sid\":7,\"\":[{}]}]",
    "READ",
    "sent",
    "API",
    SM,
    CH,
    "whatsapp:+1,5%",
    ":",
    "%",
    "{\"mid\":1}",
    "[{\"sid\":\"ME1\"}]",
    "null",
    "2025-09-17T22:23:11.350Z",
    "9999999999-99",
    "\u{0}é🎉\r\n",
];

/// Signed nonsense, 20,000 times: every answer is a refusal by name, or an event whose place and name can be kept.
#[test]
fn whatever_is_signed_is_read_or_refused() {
    let mut random = fastrand::Rng::with_seed(7);
    let (mut read, mut refused, mut asked_count) = (0, 0, 0);
    let usual = twilio();
    let other = configured(|config| {
        config.inbound = Inbound::all(InboundMode::Conversations);
        config.replies = Replies::Twiml;
    });
    for round in 0..20_000 {
        let fields: Vec<_> = (0..random.usize(0..9))
            .map(|_| (NAMES[random.usize(..NAMES.len())], VALUES[random.usize(..VALUES.len())]))
            .collect();
        let mut request = posted(URL, &fields);
        if random.u8(..) < 32 {
            let mut body = request.body().to_vec();
            body.extend((0..random.usize(1..4)).map(|_| random.u8(..)));
            *request.body_mut() = body.into();
        }
        let twilio = if random.bool() { &usual } else { &other };
        match twilio.receive(&request, &PublicUrl::new(URL), SystemTime::UNIX_EPOCH) {
            Ok(Received::Ask(asked)) => {
                let changes = fields.iter().map(|(name, value)| (name.to_lowercase(), (*value).into())).collect();
                let decisions = [Decision::Pass, Decision::Modify { changes }, Decision::Reject { reason: "x".into() }];
                let decision = decisions[random.usize(..3)].clone();
                let status = if matches!(decision, Decision::Reject { .. }) { 403 } else { 200 };
                assert_eq!((asked.ruling)(decision).status(), status, "round {round}: {fields:?}");
                asked_count += 1;
            }
            Ok(Received::Store { mut events, .. } | Received::Inline { mut events, .. }) => {
                let event = events.remove(0);
                assert!(!key(&event).is_empty(), "round {round}: {fields:?}");
                let place = event.conversation.to_string().parse().unwrap();
                assert_eq!(event.conversation, place, "round {round}: {fields:?}");
                read += 1;
            }
            Ok(other) => panic!("round {round}: {other:?}"),
            Err(error) => {
                let named = matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Unauthorized);
                assert!(named, "round {round}: {fields:?}: {error}");
                refused += 1;
            }
        }
    }
    assert!(
        read > 2_000 && refused > 2_000 && asked_count > 100,
        "{read} read, {refused} refused, {asked_count} asked"
    );
}
