//! What people and strangers do, once each.

use std::time::SystemTime;

use http::{Request, Response};
use messaging_emulator::{SlackEmulator, TwilioEmulator};
use messaging_tests::{console::ask, operated::Gateway, signed};
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::{OURS, PATIENCE, canaries::Canaries};

async fn told(
    gateway: &Gateway,
    request: http::request::Builder,
    body: impl Into<bytes::Bytes>,
) -> Response<bytes::Bytes> {
    timeout(PATIENCE, ask(&gateway.client, request, body)).await.expect("an answer in time").expect("an answer")
}

/// A form that is signed as Twilio signs, for `path` with its query.
async fn from_twilio(
    gateway: &Gateway,
    token: &str,
    path: &str,
    fields: &[(&str, &str)],
    headers: &[(&str, &str)],
) -> u16 {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let url = format!("{}{path}", gateway.url);
    let mut request = Request::post(&url)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-twilio-signature", signed::twilio(token, &url, Some(body.as_bytes())));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    told(gateway, request, body).await.status().as_u16()
}

/// A body that is signed as Slack signs.
async fn from_slack(gateway: &Gateway, secret: &str, kind: &str, body: String) -> u16 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs().to_string();
    let request = Request::post(format!("{}/webhooks/slack", gateway.url))
        .header("content-type", kind)
        .header("x-slack-request-timestamp", &now)
        .header("x-slack-signature", signed::slack(secret, &now, body.as_bytes()));
    told(gateway, request, body).await.status().as_u16()
}

/// Does everything; says how many messages want an answer.
pub(crate) async fn write(
    gateway: &Gateway,
    canaries: &Canaries,
    twilio: &TwilioEmulator,
    slack: &SlackEmulator,
) -> u64 {
    let texts = texts(gateway, canaries, twilio).await;
    strangers(gateway, canaries).await;
    texts + in_slack(gateway, canaries, slack).await + in_the_web_chat(gateway, canaries).await
}

/// Eight texts and what comes with them.
async fn texts(gateway: &Gateway, canaries: &Canaries, twilio: &TwilioEmulator) -> u64 {
    let at = |place| canaries.at(place);
    let (person, text) = (at("number of a person"), at("text of an SMS"));
    let words = ["whole", "stream", "event", "refuse", "nonsense", "fail", "vendor400", "vendor500", "vendor302"];
    for (number, word) in (100..).zip(words) {
        // Each in a conversation of its own: one that waits keeps nobody else waiting.
        let from = if word == "whole" { person.to_owned() } else { format!("+15550300{number}") };
        twilio.write_sms(&from, OURS, &format!("{word} {text}"));
    }
    let token = at("auth token");
    let path = format!("/webhooks/twilio?x={}", at("query of a webhook"));
    let media = format!("https://api.twilio.com/{}", at("file of a person"));
    let fields = [
        ("MessageSid", "SM00000000000000000000000000000077"),
        ("AccountSid", &twilio.settings().account_sid),
        ("SmsStatus", "received"),
        ("From", "+15550300200"),
        ("To", OURS),
        ("Body", "whole again"),
        ("ProfileName", at("WhatsApp profile name")),
        ("FromCity", at("city of a person")),
        ("NumMedia", "1"),
        ("MediaUrl0", &media),
        ("MediaContentType0", "image/png"),
    ];
    let baggage = format!("user={}", at("baggage of a webhook"));
    let headers = [("x-canary", at("header of a webhook")), ("baggage", &baggage), ("tracestate", &baggage)];
    assert_eq!(from_twilio(gateway, token, &path, &fields, &headers).await, 200);
    let failed = [
        ("MessageSid", "SM00000000000000000000000000000078"),
        ("AccountSid", &twilio.settings().account_sid),
        ("MessageStatus", "failed"),
        ("ErrorCode", "30003"),
        ("ErrorMessage", at("error of a delivery")),
        ("From", OURS),
        ("To", person),
    ];
    assert_eq!(from_twilio(gateway, token, "/webhooks/twilio", &failed, &[]).await, 200);
    u64::try_from(words.len()).unwrap() + 1
}

/// What nobody signed, or nobody can read.
async fn strangers(gateway: &Gateway, canaries: &Canaries) {
    let (url, at) = (&gateway.url, |place| canaries.at(place));
    let refused = [
        (format!("{url}/webhooks/twilio"), format!("Body={}", at("body that is not signed"))),
        (format!("{url}/webhooks/{}", at("path of a webhook")), "Body=x".to_owned()),
        (format!("{url}/webhooks/twilio"), format!("%{}", at("body that is no form"))),
        (format!("{url}/media/{}", at("name of a file")), String::new()),
    ];
    for (url, body) in refused {
        let request = Request::post(url).header("content-type", "application/x-www-form-urlencoded");
        let status = told(gateway, request, body).await.status();
        assert!(status.is_client_error(), "{status}");
    }
    let stranger = format!("Bearer {}", at("token of a stranger"));
    let request = Request::get(format!("{}/api/status", gateway.console_url())).header("authorization", stranger);
    assert_eq!(told(gateway, request, "").await.status(), 401);
}

/// A message, one that Slack refuses the answer to, a button and a command.
async fn in_slack(gateway: &Gateway, canaries: &Canaries, slack: &SlackEmulator) -> u64 {
    let (settings, at) = (slack.settings(), |place| canaries.at(place));
    let (secret, user, dm) = (at("signing secret"), &settings.user_id, &settings.dm_channel);
    slack.write(user, dm, &format!("whole {}", at("text in Slack")), None).unwrap();
    slack.write(user, dm, "slackerror", None).unwrap();
    let who = json!({ "id": user, "name": at("name in Slack"), "team_id": settings.team_id });
    let pressed = json!({
        "type": "block_actions", "user": who, "api_app_id": settings.app_id, "team": { "id": settings.team_id },
        "container": { "type": "message", "message_ts": "1548261231.000200", "channel_id": dm },
        "trigger_id": "1.2.3", "channel": { "id": dm }, "response_url": "https://hooks.slack.com/actions/T/1/x",
        "message": { "type": "message", "text": "pick", "ts": "1548261231.000200" },
        "actions": [{
            "action_id": "a", "block_id": "b", "type": "button", "action_ts": "1548426417.840180",
            "text": { "type": "plain_text", "text": "whole" }, "value": at("value of a button")
        }]
    });
    let form =
        |name: &str, value: &str| form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish();
    let kind = "application/x-www-form-urlencoded";
    assert_eq!(from_slack(gateway, secret, kind, form("payload", &pressed.to_string())).await, 200);
    let command = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("command", "/whole"),
            ("text", at("text of a command")),
            ("team_id", &settings.team_id),
            ("api_app_id", &settings.app_id),
            ("channel_id", dm),
            ("user_id", user),
            ("user_name", at("name in Slack")),
            ("trigger_id", "1.2.4"),
            ("response_url", "https://hooks.slack.com/commands/T/2/y"),
        ])
        .finish();
    assert_eq!(from_slack(gateway, secret, kind, command).await, 200);
    let odd = format!("{{\"type\": \"{}", at("body that is no JSON"));
    assert_eq!(from_slack(gateway, secret, "application/json", odd).await, 400);
    4
}

/// A message, and a stream that cannot be.
async fn in_the_web_chat(gateway: &Gateway, canaries: &Canaries) -> u64 {
    let (url, at) = (&gateway.url, |place| canaries.at(place));
    let post = |path: &str| Request::post(format!("{url}/chat/{path}")).header("content-type", "application/json");
    let made = told(gateway, post("visitors"), "{}").await;
    let made: Value = serde_json::from_slice(made.body()).unwrap();
    let said = json!({
        "visitor": made["visitor"], "client_id": at("client id in the web chat"),
        "text": format!("whole {}", at("text in the web chat"))
    });
    assert_eq!(told(gateway, post("messages"), said.to_string()).await.status(), 202);
    let events = format!("{url}/chat/events?visitor={}", made["visitor"].as_str().unwrap());
    let request = Request::get(events).header("last-event-id", at("cursor in the web chat"));
    assert_eq!(told(gateway, request, "").await.status(), 400);
    1
}
