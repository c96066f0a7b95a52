use std::time::Duration;

use bytes::Bytes;
use http::Response;
use messaging_core::{ErrorKind, Messenger, Reached, SendMessage, VendorError};
use messaging_http::{Transport, TransportError};
use messaging_twilio::{Twilio, TwilioConfig, conversation, direct};

use crate::scripted::{AC, Answer, CH, OURS, Script, THEIRS, raw, refuses};

async fn error(answer: Answer) -> messaging_core::Error {
    let config = TwilioConfig::new(AC, "canary");
    Script::new([answer]).client_of(config).send(SendMessage::new(direct(OURS, THEIRS), "hi")).await.unwrap_err()
}

#[tokio::test]
async fn a_refusal_carries_twilio_s_own_words() {
    let error = error(refuses(400, 21211, "Invalid 'To' Phone Number: +1")).await;
    let docs = "https://www.twilio.com/docs/errors/21211";
    let vendor = VendorError::new("21211", "Invalid 'To' Phone Number: +1").with_docs(docs).with_status(400);
    assert_eq!(error.vendor(), Some(&vendor));
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::Answered));
    assert_eq!(
        error.to_string(),
        format!(
            "twilio: send: Twilio answered 400 Bad Request, error 21211: {}: write it as `+15550100777`: {docs}",
            vendor.message
        )
    );
}

#[tokio::test]
async fn every_refusal_says_whether_it_can_have_happened() {
    for (answer, kind, reached) in [
        (refuses(401, 20003, "Authenticate"), ErrorKind::Unauthorized, Reached::Answered),
        (refuses(404, 20404, "not found"), ErrorKind::NotFound, Reached::Answered),
        (refuses(429, 20429, "Too many"), ErrorKind::RateLimited, Reached::Answered),
        (raw(429, ""), ErrorKind::RateLimited, Reached::Answered),
        (refuses(400, 21610, "unsubscribed"), ErrorKind::Invalid, Reached::Answered),
        (refuses(400, 21611, "queue full"), ErrorKind::RateLimited, Reached::Answered),
        (refuses(500, 20500, "Internal"), ErrorKind::Unavailable, Reached::MaybeSent),
        (raw(502, "<html>"), ErrorKind::Unavailable, Reached::MaybeSent),
        (Err(TransportError::not_sent("no route")), ErrorKind::Unavailable, Reached::NotSent),
        (Err(TransportError::maybe_sent("reset")), ErrorKind::Unavailable, Reached::MaybeSent),
        (Err(TransportError::maybe_sent("slow").timed_out()), ErrorKind::Timeout, Reached::MaybeSent),
    ] {
        let error = error(answer).await;
        assert_eq!((error.kind(), error.reached()), (kind, reached), "{error}");
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
}

#[tokio::test]
async fn a_conversation_that_is_over_says_so() {
    let script = Script::new([refuses(400, 50377, "Conversation is closed")]);
    let error = script.client().send(SendMessage::new(conversation(CH), "hi")).await.unwrap_err();
    assert_eq!((error.kind(), error.vendor().unwrap().code.as_str()), (ErrorKind::Invalid, "50377"));
}

#[tokio::test]
async fn advice_to_wait_is_read_by_the_given_clock() {
    let answer = |wait: &'static str| {
        let transport = tower::service_fn(move |_| async move {
            let response = Response::builder().status(429).header("retry-after", wait).body(Bytes::new());
            Ok::<_, TransportError>(response.expect("a response"))
        });
        let twilio = Twilio::new(TwilioConfig::new(AC, "token"), Transport::new(transport)).unwrap();
        // 1994-11-06T08:49:37Z
        Messenger::new(twilio.with_clock(|| std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777)))
    };
    for (wait, seconds) in [("7", 7), ("Sun, 06 Nov 1994 08:50:07 GMT", 30)] {
        let error = answer(wait).send(SendMessage::new(direct(OURS, THEIRS), "hi")).await.unwrap_err();
        assert_eq!(error.retry_after(), Some(Duration::from_secs(seconds)));
    }
}
