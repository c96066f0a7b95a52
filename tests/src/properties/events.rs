//! What holds of whatever a provider reads.

use messaging_core::{
    Error, ErrorKind, Event, Place,
    capability::{Decision, Received},
};

/// What was read can be stored and found again; what was not is refused as what it is.
pub(super) fn assert_read(received: Result<Received, Error>) {
    match received {
        Ok(Received::Store { events, .. } | Received::Inline { events, .. }) => events.iter().for_each(assert_kept),
        Ok(Received::Decide { events, reply, .. }) => {
            events.iter().for_each(assert_kept);
            reply(Decision::Reject { reason: "no".into() });
        }
        Ok(Received::Ask(asked)) => {
            let status = (asked.ruling)(Decision::Pass).status();
            assert!(status.is_success(), "{status}");
        }
        Ok(Received::Immediate(response)) => assert!(response.status().is_success(), "{response:?}"),
        Ok(other) => panic!("{other:?}"),
        Err(error) => assert_eq!(error.kind(), ErrorKind::Invalid, "{error}"),
    }
}

fn assert_kept(event: &Event) {
    let place: Place = event.conversation.to_string().parse().expect("a place that can be read back");
    assert_eq!(place, event.conversation);
    assert!(!event.keys.is_empty(), "{event:?}");
    let stored = serde_json::to_string(event).expect("an event that can be written");
    assert_eq!(&serde_json::from_str::<Event>(&stored).expect("an event that can be read back"), event);
}
