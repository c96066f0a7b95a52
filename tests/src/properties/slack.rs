use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::Request;
use messaging_core::{ErrorKind, Provider, PublicUrl, Result, capability::Received};
use messaging_http::{Transport, TransportError};
use messaging_slack::{Answer, Slack, SlackConfig};

use super::{events::assert_read, lossy, pieces};
use crate::signed;

const SECRET: &str = "8f742231b10e8888abcd99yyyzzz85a5";
const NOW: u64 = 1_610_261_660;
const FORM: &str = "application/x-www-form-urlencoded";

/// A timestamp, a signature and a body.
pub(super) const SIGNATURES: &[&str] = &["1610261660\0v0=00\0{}", "1610261361\0v0=\0payload=%7B%7D", "-1\0\0"];

pub(super) const EVENTS: &[&str] = &[
    r#"{"team_id":"T1","api_app_id":"A1","type":"event_callback","event_id":"Ev1","event_time":1610261659,"event":{"client_msg_id":"9","type":"message","text":"Hi <@U0BOT> &amp; all","user":"W1","ts":"1610261659.001400","thread_ts":"1610261650.000100","channel":"C1","channel_type":"channel","files":[{"id":"F1","name":"a","mimetype":"image/png","url_private":"https://x.test"}]},"authorizations":[{"team_id":"T1","user_id":"U0BOT","is_bot":true}]}"#,
    r#"{"team_id":"T1","type":"event_callback","event_id":"Ev2","event":{"type":"message","subtype":"message_changed","channel":"D1","channel_type":"im","message":{"type":"message","user":"U1","text":"b","ts":"1.2","edited":{"ts":"3.4"}},"previous_message":{"text":"a","ts":"1.2"},"ts":"3.4"}}"#,
    r#"{"team_id":"T1","type":"event_callback","event_id":"Ev3","event":{"type":"reaction_added","user":"U1","reaction":"eyes","item":{"type":"message","channel":"C1","ts":"1.2"},"event_ts":"5.6"}}"#,
    r#"{"type":"url_verification","challenge":"3eZ","token":"x"}"#,
    r#"{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}"#,
];

pub(super) const INTERACTIONS: &[&str] = &[
    r#"{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","name":"ann"},"channel":{"id":"C1"},"container":{"type":"message","message_ts":"1.2","channel_id":"C1"},"trigger_id":"1.2.3","response_url":"https://hooks.slack.com/actions/T1/2/3","actions":[{"action_id":"a","block_id":"b","type":"button","value":"v","text":{"type":"plain_text","text":"A"},"action_ts":"3.4"}]}"#,
    r#"{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"trigger_id":"1","view":{"id":"V1","callback_id":"c","private_metadata":"{\"place\":\"dm:T1,D1\"}","state":{"values":{"b":{"a":{"type":"plain_text_input","value":"x"}}}}}}"#,
    r#"{"type":"block_suggestion","team":{"id":"T1"},"user":{"id":"U1"},"action_id":"pick","block_id":"b","value":"se","channel":{"id":"C1"}}"#,
    r#"{"type":"shortcut","team":{"id":"T1"},"user":{"id":"U1"},"callback_id":"c","trigger_id":"4","action_ts":"5.6"}"#,
];

fn receive(kind: &str, timestamp: &str, signature: &str, body: &[u8]) -> Option<Result<Received>> {
    thread_local! {
        static SLACK: Slack = {
            let nobody = Transport::new(tower::service_fn(|_| async { Err(TransportError::not_sent("nobody")) }));
            Slack::new(SlackConfig::new("xoxb-1", SECRET).answering(Answer::Everything), nobody).expect("settings")
        };
    }
    let request = Request::post("/").header("content-type", kind).header("x-slack-request-timestamp", timestamp);
    let request = request.header("x-slack-signature", signature).body(Bytes::copy_from_slice(body)).ok()?;
    let (url, now) = (PublicUrl::new("https://bot.test/webhooks/slack"), Duration::from_secs(NOW));
    let now = SystemTime::UNIX_EPOCH + now;
    Some(SLACK.with(|slack| slack.webhooks().expect("webhooks").receive(&request, &url, now)))
}

fn signed(kind: &str, body: &[u8]) -> Result<Received> {
    let timestamp = NOW.to_string();
    receive(kind, &timestamp, &signed::slack(SECRET, &timestamp, body), body).expect("a request")
}

/// Nothing passes but the one signature of the moment and the body, for five minutes.
pub(super) fn signature(data: &[u8]) {
    let [timestamp, signature, body] = pieces(data);
    let (timestamp, signature) = (lossy(timestamp), lossy(signature));
    let right = signed::slack(SECRET, &timestamp, body);
    let is_number = !timestamp.is_empty() && timestamp.bytes().all(|byte| byte.is_ascii_digit());
    let is_near = is_number && timestamp.parse::<u64>().is_ok_and(|moment| moment.abs_diff(NOW) <= 300);
    for (given, good) in [(&right, is_near), (&signature, is_near && signature == right)] {
        if let Some(received) = receive("application/json", &timestamp, given, body) {
            let refused = received.is_err_and(|error| error.kind() == ErrorKind::Unauthorized);
            assert_eq!(refused, !good, "{timestamp:?} {given:?}");
        }
    }
}

/// An event that is signed is read, or refused as unreadable.
pub(super) fn event(data: &[u8]) {
    assert_read(signed("application/json", data));
}

/// A form that is signed is read, or refused as unreadable: as a payload, and as a command.
pub(super) fn interaction(data: &[u8]) {
    let payload = form_urlencoded::Serializer::new(String::new()).append_pair("payload", &lossy(data)).finish();
    assert_read(signed(FORM, payload.as_bytes()));
    assert_read(signed(FORM, data));
}
