use super::*;

fn error(status: u16, body: &str) -> Error {
    let response = Response::builder().status(status).header("Twilio-Request-Id", "RQ01");
    refused(&response.body(Bytes::copy_from_slice(body.as_bytes())).unwrap(), SystemTime::UNIX_EPOCH)
}

#[test]
fn twilio_s_words_are_kept() {
    let body = r#"{"code":21211,"message":"Invalid 'To' Phone Number: +1","more_info":"https://www.twilio.com/docs/errors/21211","status":400}"#;
    let error = error(400, body);
    let vendor = error.vendor().unwrap();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::Answered));
    assert_eq!((vendor.code.as_str(), vendor.message.as_str()), ("21211", "Invalid 'To' Phone Number: +1"));
    assert_eq!(vendor.docs.as_deref(), Some("https://www.twilio.com/docs/errors/21211"));
    assert_eq!((vendor.status, vendor.request_id.as_deref()), (Some(400), Some("RQ01")));
    assert_eq!(
        error.to_string(),
        "Twilio answered 400 Bad Request, error 21211: Invalid 'To' Phone Number: +1: write it as `+15550100777`: \
         https://www.twilio.com/docs/errors/21211"
    );
}

#[test]
fn a_code_says_more_than_a_status() {
    for (status, code, kind, reached) in [
        (401, 20003, ErrorKind::Unauthorized, Reached::Answered),
        (403, 20403, ErrorKind::Unauthorized, Reached::Answered),
        (404, 20404, ErrorKind::NotFound, Reached::Answered),
        (429, 20429, ErrorKind::RateLimited, Reached::Answered),
        (429, 50063, ErrorKind::RateLimited, Reached::Answered),
        (429, 21211, ErrorKind::RateLimited, Reached::Answered),
        (400, 21611, ErrorKind::RateLimited, Reached::Answered),
        (400, 21610, ErrorKind::Invalid, Reached::Answered),
        (409, 50416, ErrorKind::Invalid, Reached::Answered),
        (409, 50349, ErrorKind::Unavailable, Reached::Answered),
        (403, 50436, ErrorKind::Invalid, Reached::Answered),
        (403, 50999, ErrorKind::Invalid, Reached::Answered),
        (503, 20404, ErrorKind::Unavailable, Reached::MaybeSent),
        (500, 20500, ErrorKind::Unavailable, Reached::MaybeSent),
        (500, 20429, ErrorKind::RateLimited, Reached::Answered),
        (503, 50063, ErrorKind::Unavailable, Reached::MaybeSent),
    ] {
        let error = error(status, &format!(r#"{{"code":{code},"message":"m"}}"#));
        assert_eq!((error.kind(), error.reached()), (kind, reached), "{status} {code}");
    }
}

#[test]
fn every_code_that_is_an_answer_gets_the_kind_of_the_table() {
    for code in codes().iter().filter(|code| code.heard == Heard::Answer) {
        let error = error(400, &format!(r#"{{"code":{},"message":"m"}}"#, code.code));
        assert_eq!((error.kind(), error.reached()), (code.kind, Reached::Answered), "{}", code.code);
        assert!(error.to_string().contains(code.remedy), "{error}");
        assert_eq!(error.vendor().unwrap().docs.as_deref(), Some(&*code.docs()));
    }
}

#[test]
fn advice_to_wait_survives_a_better_word() {
    let response = Response::builder().status(400).header("retry-after", "7");
    let response = response.body(Bytes::from_static(br#"{"code":21611}"#)).unwrap();
    let error = refused(&response, SystemTime::UNIX_EPOCH);
    assert_eq!((error.kind(), error.retry_after().unwrap().as_secs()), (ErrorKind::RateLimited, 7));
}

#[test]
fn other_bodies_are_read_as_far_as_they_go() {
    let problem = error(400, r#"{"type":"https://t.test/p","title":"Bad","status":400,"code":60200,"detail":"No"}"#);
    let wanted = VendorError::new("60200", "No").with_docs("https://t.test/p");
    assert_eq!(problem.vendor().unwrap(), &wanted.with_status(400).with_request_id("RQ01"));
    for body in ["", "<html>", "[]", "null", r#"{"code":null}"#] {
        let error = error(502, body);
        assert_eq!(error.to_string(), "Twilio answered 502 Bad Gateway", "{body}");
        assert_eq!(error.vendor().unwrap(), &VendorError::new("502", "").with_status(502).with_request_id("RQ01"));
        assert!(error.may_have_been_sent());
    }
    let long = error(400, &format!(r#"{{"code":1,"message":"{}"}}"#, "x".repeat(9_000)));
    assert_eq!(long.vendor().unwrap().message.len(), body::MAX_WORDS);
}
