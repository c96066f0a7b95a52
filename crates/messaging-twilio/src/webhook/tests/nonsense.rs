use super::*;

/// Signed nonsense, 20,000 times: every answer is a refusal by name, or an event whose place and name can be kept.
#[test]
fn whatever_is_signed_is_read_or_refused() {
    const NAMES: [&str; 24] = [
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
        "é",
    ];
    const VALUES: [&str; 22] = [
        "",
        " ",
        "received",
        "onMessageAdded",
        "onConversationStateUpdated",
        "onParticipantAdded",
        "onDeliveryUpdated",
        "onNothing",
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
    let mut random = fastrand::Rng::with_seed(7);
    let (mut read, mut refused) = (0, 0);
    for round in 0..20_000 {
        let fields: Vec<_> =
            (0..random.usize(0..9)).map(|_| (NAMES[random.usize(..24)], VALUES[random.usize(..22)])).collect();
        let mut request = posted(URL, &fields);
        if random.u8(..) < 32 {
            let mut body = request.body().to_vec();
            body.extend((0..random.usize(1..4)).map(|_| random.u8(..)));
            *request.body_mut() = body.into();
        }
        match receive(&request, URL) {
            Ok((event, _)) => {
                assert!(!key(&event).is_empty(), "round {round}: {fields:?}");
                let place = event.conversation.to_string().parse().unwrap();
                assert_eq!(event.conversation, place, "round {round}: {fields:?}");
                read += 1;
            }
            Err(error) => {
                let named = matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Unauthorized);
                assert!(named, "round {round}: {fields:?}: {error}");
                refused += 1;
            }
        }
    }
    assert!(read > 2_000 && refused > 2_000, "{read} read, {refused} refused");
}
