use bytes::Bytes;
use http::Request;
use messaging_core::{ErrorKind, EventKind, capability::Received};
use messaging_slack::Answer;

use crate::signed::{events, receive, request, slack};

const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";
const SLASH: &str = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&\
    channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2F\
    hooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&\
    trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c&api_app_id=A111&is_enterprise_install=false";
fn immediate(request: &Request<Bytes>) -> http::Response<Bytes> {
    match receive(&slack(Answer::Addressed), request).unwrap() {
        Received::Immediate(response) => response,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_challenge_is_answered_in_plain_text() {
    let body = r#"{"token":"x","challenge":"3eZbrw1aB","type":"url_verification"}"#;
    let response = immediate(&request(JSON, body));
    assert_eq!((response.status().as_u16(), response.body().as_ref()), (200, b"3eZbrw1aB".as_slice()));
    assert_eq!(response.headers()["content-type"], "text/plain");
}

#[test]
fn nobody_gets_an_answer_without_a_signature() {
    let slack = slack(Answer::Addressed);
    for (content_type, body) in [
        (JSON, r#"{"challenge":"x","type":"url_verification"}"#),
        (JSON, r#"{"type":"event_callback"}"#),
        (JSON, "{"),
        (FORM, SLASH),
        // Only a form is asked whether it checks a certificate.
        (JSON, "ssl_check=1"),
    ] {
        let mut unsigned = request(content_type, body);
        unsigned.headers_mut().remove("x-slack-signature");
        assert_eq!(receive(&slack, &unsigned).unwrap_err().kind(), ErrorKind::Unauthorized, "{body}");
        let mut tampered = request(content_type, body);
        *tampered.body_mut() = Bytes::from(format!("{body} "));
        assert_eq!(receive(&slack, &tampered).unwrap_err().kind(), ErrorKind::Unauthorized, "{body}");
    }
}

#[test]
fn a_certificate_check_dispatches_nothing() {
    let unsigned = |body: &str| {
        let form = Request::post("/webhooks/slack").header("content-type", FORM);
        form.body(Bytes::from(body.to_owned())).unwrap()
    };
    for asked in [
        unsigned("ssl_check=1&token=x"),
        unsigned(&format!("{SLASH}&ssl_check=1")),
        Request::get("/webhooks/slack?ssl_check=1&token=x").body(Bytes::new()).unwrap(),
    ] {
        let response = immediate(&asked);
        assert_eq!((response.status().as_u16(), response.body().len()), (200, 0));
    }
    let not_asked = unsigned("ssl_check=0");
    assert_eq!(receive(&slack(Answer::Addressed), &not_asked).unwrap_err().kind(), ErrorKind::Unauthorized);
}

#[test]
fn a_signed_body_that_cannot_be_read_is_malformed() {
    let slack = slack(Answer::Addressed);
    let deep = "[".repeat(100_000);
    for (content_type, body) in [
        (JSON, ""),
        (JSON, "{"),
        (JSON, "[]"),
        (JSON, "null"),
        (JSON, deep.as_str()),
        (JSON, r#"{"type":"url_verification"}"#),
        (JSON, r#"{"type":"event_callback","team_id":"T1","event_id":"Ev1"}"#),
        (JSON, r#"{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":7}"#),
        (FORM, "payload=%7B"),
    ] {
        let error = receive(&slack, &request(content_type, body)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{body:.60}");
    }
    assert!(events(&slack, &request(FORM, "unknown=1")).is_empty());
}

#[test]
fn what_belongs_to_no_conversation_is_told_in_the_workspace() {
    let told = |body: &str| events(&slack(Answer::Everything), &request(JSON, body));
    let limited = told(
        r#"{"token":"x","type":"app_rate_limited","team_id":"T123456","minute_rate_limited":1518467820,"api_app_id":"A123456"}"#,
    );
    assert_eq!(limited[0].kind, EventKind::Other("app_rate_limited".into()));
    assert_eq!(limited[0].keys[0].as_str(), "T123456:app_rate_limited:1518467820");
    assert_eq!(limited[0].conversation.to_string(), "workspace:T123456");
    let gone = told(r#"{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"app_uninstalled"}}"#);
    assert_eq!(gone[0].kind, EventKind::Installation(messaging_core::event::Installation::Removed));
    assert_eq!(gone[0].keys[0].as_str(), "T1:Ev1");
    for nothing in [r#"{"type":"tomorrow"}"#, r#"{"type":"tomorrow","team_id":"T1"}"#, "{}", r#"{"type":7}"#] {
        assert!(told(nothing).is_empty(), "{nothing}");
    }
}
