//! Every way in, and an honest request for each.

use serde_json::{Value, json};

use crate::{
    draft::{Draft, encoded},
    seal::{NOW, Seal},
    site::{Site, TOKEN, TOKEN_SECRET},
};

/// A way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Door {
    TwilioMessage,
    TwilioInline,
    TwilioGet,
    TwilioStatus,
    TwilioConversations,
    TwilioQuestion,
    TwilioJson,
    SlackEvent,
    SlackInteraction,
    SlackCommand,
    SlackOptions,
    SlackCertificate,
    SlackChallenge,
    ChatMessage,
    ChatEvents,
    ChatVisitor,
    Install,
    Callback,
    Token,
    Media,
    Health,
    Console,
    Decision,
    Replay,
}

impl Door {
    pub(crate) const ALL: [Self; 24] = [
        Self::TwilioMessage,
        Self::TwilioInline,
        Self::TwilioGet,
        Self::TwilioStatus,
        Self::TwilioConversations,
        Self::TwilioQuestion,
        Self::TwilioJson,
        Self::SlackEvent,
        Self::SlackInteraction,
        Self::SlackCommand,
        Self::SlackOptions,
        Self::SlackCertificate,
        Self::SlackChallenge,
        Self::ChatMessage,
        Self::ChatEvents,
        Self::ChatVisitor,
        Self::Install,
        Self::Callback,
        Self::Token,
        Self::Media,
        Self::Health,
        Self::Console,
        Self::Decision,
        Self::Replay,
    ];

    /// What an honest request is answered with.
    pub(crate) fn welcome(self) -> u16 {
        match self {
            Self::ChatMessage => 202,
            Self::ChatVisitor => 201,
            Self::Install => 302,
            // Nothing waits for a person here.
            Self::Decision => 404,
            _ => 200,
        }
    }

    /// How many events an honest request brings in.
    pub(crate) fn brings(self) -> u64 {
        match self {
            Self::TwilioMessage
            | Self::TwilioInline
            | Self::TwilioGet
            | Self::TwilioStatus
            | Self::TwilioConversations
            | Self::TwilioJson
            | Self::SlackEvent
            | Self::SlackInteraction
            | Self::SlackCommand
            | Self::ChatMessage => 1,
            _ => 0,
        }
    }

    /// Whether it is one of the console's.
    pub(crate) fn is_consoles(self) -> bool {
        matches!(self, Self::Console | Self::Decision | Self::Replay)
    }

    /// Whether nothing but a proof opens it.
    pub(crate) fn is_locked(self) -> bool {
        let open = [
            Self::SlackCertificate,
            Self::ChatMessage,
            Self::ChatEvents,
            Self::ChatVisitor,
            Self::Install,
            Self::Health,
        ];
        !open.contains(&self)
    }

    /// An honest request, the `number`-th of all.
    pub(crate) async fn honest(self, site: &Site, number: u64) -> Draft {
        match self {
            Self::TwilioMessage | Self::TwilioInline | Self::TwilioGet => sms(self, site, number),
            Self::TwilioStatus => status(site, number),
            Self::TwilioConversations | Self::TwilioQuestion => conversations(self, site, number),
            Self::TwilioJson => {
                let body = json!([{ "specversion": "1.0", "type": "com.twilio.messaging.message.sent",
                    "id": format!("{number}"), "data": { "messageSid": sid("SM", number) } }]);
                Draft::new(self, "POST", "/webhooks/twilio").json(&body).sealed_by(Seal::TwilioHashed)
            }
            Self::SlackEvent => Draft::new(self, "POST", "/webhooks/slack").json(&event(site, number)).slack(),
            Self::SlackInteraction | Self::SlackOptions => {
                let payload = pressed(self, site, number).to_string();
                Draft::new(self, "POST", "/webhooks/slack").form(&[("payload", &payload)]).slack()
            }
            Self::SlackCommand => command(site, number).slack(),
            Self::SlackCertificate => {
                Draft::new(self, "POST", "/webhooks/slack").form(&[("token", "x"), ("ssl_check", "1")])
            }
            Self::SlackChallenge => {
                let body = json!({ "token": "x", "challenge": format!("3eZ{number}"), "type": "url_verification" });
                Draft::new(self, "POST", "/webhooks/slack").json(&body).slack()
            }
            Self::ChatMessage => {
                let body =
                    json!({ "visitor": visitor(number), "client_id": format!("c-{number}"), "text": "hi & <b>" });
                Draft::new(self, "POST", "/chat/messages").json(&body)
            }
            Self::ChatEvents => Draft::new(self, "GET", "/chat/events")
                .query(&[("visitor", &visitor(number)), ("after", "3")])
                .header("last-event-id", "5"),
            Self::ChatVisitor => {
                let draft = Draft::new(self, "POST", "/chat/visitors").header("host", "bot.test");
                draft.header("origin", "http://bot.test")
            }
            Self::Install => Draft::new(self, "GET", "/apps/install"),
            Self::Callback => site.come_back().await,
            Self::Token => Draft::new(self, "POST", "/twilio/token")
                .json(&json!({ "identity": format!("ann-{number}") }))
                .header("authorization", format!("Bearer {TOKEN_SECRET}")),
            Self::Media => Draft::new(self, "GET", &site.media()),
            Self::Health => match number % 2 {
                0 => Draft::new(self, "GET", "/livez"),
                _ => Draft::new(self, "GET", "/readyz").query(&[("verbose", "true")]),
            },
            Self::Console => console(number),
            Self::Decision => {
                let decision =
                    *["redrive", "resend", "delivered", "drop"].get(usize::try_from(number % 4).unwrap()).unwrap();
                let path = format!("/api/dead/{number:032x}");
                by_console(Draft::new(self, "POST", &path)).json(&json!({ "decision": decision }))
            }
            Self::Replay => {
                // The first of all requests was a text.
                let body = json!({ "event": sid("SM", 1), "new_id": true, "send": false });
                by_console(Draft::new(self, "POST", "/api/replay")).json(&body)
            }
        }
    }
}

impl Draft {
    fn slack(self) -> Self {
        self.sealed_by(Seal::Slack)
    }
}

fn sid(prefix: &str, number: u64) -> String {
    format!("{prefix}{number:032x}")
}

fn visitor(number: u64) -> String {
    format!("{:032x}", number % 50)
}

fn person(number: u64) -> String {
    format!("+1555010{:04}", number % 500)
}

fn sms(door: Door, site: &Site, number: u64) -> Draft {
    let (sid, person, ours) = (sid("SM", number), person(number), site.number());
    let url = format!("http://twilio.test/2010-04-01/Accounts/{}/Messages/{sid}/Media/ME1", site.account_sid());
    let mut fields = vec![
        ("ToCountry", "US"),
        ("SmsMessageSid", &*sid),
        ("SmsStatus", "received"),
        ("MessageSid", &*sid),
        ("AccountSid", site.account_sid()),
        ("From", &*person),
        ("To", &*ours),
        ("Body", "Hi & <b> é 🎉 **you** `x`"),
        ("NumMedia", "0"),
        ("ApiVersion", "2010-04-01"),
    ];
    if number.is_multiple_of(3) {
        fields.retain(|(name, _)| *name != "NumMedia");
        fields.extend([("NumMedia", "1"), ("MediaUrl0", &*url), ("MediaContentType0", "image/png")]);
    }
    match door {
        Door::TwilioInline => Draft::new(door, "POST", "/webhooks/texts").form(&fields).sealed_by(Seal::Twilio),
        Door::TwilioGet => Draft::new(door, "GET", "/webhooks/twilio").query(&fields).sealed_by(Seal::Twilio),
        _ => Draft::new(door, "POST", "/webhooks/twilio/message").form(&fields).sealed_by(Seal::TwilioShared),
    }
}

fn status(site: &Site, number: u64) -> Draft {
    let (sid, person, ours) = (sid("SM", number), person(number), site.number());
    let mid = format!("run-{number}/1");
    Draft::new(Door::TwilioStatus, "POST", "/webhooks/twilio")
        .query(&[("mid", &mid)])
        .form(&[
            ("MessageSid", &sid),
            ("MessageStatus", "undelivered"),
            ("SmsStatus", "undelivered"),
            ("AccountSid", site.account_sid()),
            ("From", &ours),
            ("To", &person),
            ("ErrorCode", "30005"),
            ("ErrorMessage", "Unknown destination handset"),
            ("RawDlrDoneDate", "2510101200"),
        ])
        .sealed_by(Seal::Twilio)
}

fn conversations(door: Door, site: &Site, number: u64) -> Draft {
    let (message, room, index) = (sid("IM", number), sid("CH", number % 40), number.to_string());
    let kind = if door == Door::TwilioQuestion { "onMessageAdd" } else { "onMessageAdded" };
    let media =
        r#"[{"Sid":"ME00000000000000000000000000000007","Filename":"x.png","ContentType":"image/png","Size":3}]"#;
    Draft::new(door, "POST", "/webhooks/twilio/message-added")
        .form(&[
            ("EventType", kind),
            ("DateCreated", "2025-09-17T22:23:11.350Z"),
            ("Index", &index),
            ("ChatServiceSid", "IS00000000000000000000000000000006"),
            ("MessageSid", &message),
            ("AccountSid", site.account_sid()),
            ("RetryCount", "0"),
            ("ConversationSid", &room),
            ("Source", "SMS"),
            ("Author", &person(number)),
            ("Body", "Hello \"oh\""),
            ("Media", media),
            ("Attributes", r#"{"mid":"not ours","from":" Ann - Traveller "}"#),
        ])
        .sealed_by(Seal::Twilio)
}

fn event(site: &Site, number: u64) -> Value {
    let slack = site.slack.settings();
    let ts = format!("{NOW}.{:06}", number % 1_000_000);
    let rich = json!([{ "type": "rich_text", "block_id": "bN8", "elements": [{ "type": "rich_text_section",
        "elements": [{ "type": "text", "text": "Hi " }, { "type": "user", "user_id": slack.bot_user_id }] }] }]);
    let mut event = json!({ "client_msg_id": format!("968c94da-c271-4f2a-8ec9-{number:012x}"), "type": "message",
        "text": format!("Hi <@{}> &amp; all", slack.bot_user_id), "user": slack.user_id, "ts": ts,
        "team": slack.team_id, "blocks": rich, "channel": slack.channel, "event_ts": ts, "channel_type": "channel" });
    if number.is_multiple_of(4) {
        event["thread_ts"] = json!(format!("{NOW}.000001"));
        event["files"] = json!([{ "id": "F1", "name": "a.png", "mimetype": "image/png", "size": 3,
            "url_private": "https://files.slack.com/files-pri/T1-F1/a.png" }]);
        event["subtype"] = json!("file_share");
    }
    json!({ "token": "x", "team_id": slack.team_id, "api_app_id": slack.app_id, "event": event,
        "type": "event_callback", "event_id": format!("Ev{number:08X}"), "event_time": NOW,
        "authorizations": [{ "enterprise_id": null, "team_id": slack.team_id, "user_id": slack.bot_user_id,
            "is_bot": true, "is_enterprise_install": false }],
        "is_ext_shared_channel": false, "event_context": "4-eyJldCI6" })
}

fn pressed(door: Door, site: &Site, number: u64) -> Value {
    let slack = site.slack.settings();
    let kinds = ["block_actions", "shortcut", "message_action", "view_submission", "view_closed"];
    let kind = kinds[usize::try_from(number % 5).unwrap()];
    let kind = if door == Door::SlackOptions { "block_suggestion" } else { kind };
    json!({ "type": kind, "callback_id": "form", "action_id": "pick", "value": "se", "api_app_id": slack.app_id,
        "user": { "id": slack.user_id, "username": "ann", "team_id": slack.team_id }, "token": "x",
        "container": { "type": "message", "message_ts": format!("{NOW}.000200"), "channel_id": slack.channel },
        "trigger_id": format!("12321423423.333649436676.{number:x}"), "team": { "id": slack.team_id, "domain": "acme" },
        "enterprise": null, "is_enterprise_install": false, "channel": { "id": slack.channel, "name": "general" },
        "message": { "bot_id": slack.bot_id, "type": "message", "text": "pick", "user": slack.bot_user_id,
            "ts": format!("{NOW}.000200"), "team": slack.team_id, "blocks": [] },
        "state": { "values": {} }, "response_url": "http://slack.test/actions/T111/1232321423432/D09sSasdasd",
        "view": { "id": "V1", "callback_id": "form", "private_metadata": format!("{{\"place\":\"dm:{},D1\"}}", slack.team_id),
            "hash": number.to_string(), "state": { "values": { "b": { "a": { "type": "plain_text_input", "value": "x" } } } } },
        "actions": [{ "action_id": "approve", "block_id": "b1", "value": "req-1", "style": "primary", "type": "button",
            "text": { "type": "plain_text", "text": "Approve", "emoji": true },
            "action_ts": format!("{NOW}.{:06}", number % 1_000_000) }] })
}

fn command(site: &Site, number: u64) -> Draft {
    let slack = site.slack.settings();
    Draft::new(Door::SlackCommand, "POST", "/webhooks/slack").form(&[
        ("token", "xyzz0WbapA4vBCDEFasx0q6G"),
        ("team_id", &slack.team_id),
        ("team_domain", "acme"),
        ("channel_id", &slack.channel),
        ("channel_name", "general"),
        ("user_id", &slack.user_id),
        ("user_name", "ann"),
        ("command", "/deploy"),
        ("text", "staging now"),
        ("response_url", "http://slack.test/commands/T1DC2JH3J/397700885554/96rGlfmibIGlgcZRskXaIFfN"),
        ("trigger_id", &format!("398738663015.47445629121.{number:x}")),
        ("api_app_id", &slack.app_id),
        ("is_enterprise_install", "false"),
    ])
}

fn console(number: u64) -> Draft {
    let query = encoded(&[("ref", &format!("web:visitor:{}", visitor(number))), ("before", "9"), ("limit", "20")]);
    let (path, query) = match number % 7 {
        0 => ("/api/status", None),
        1 => ("/api/conversation", Some(query)),
        2 => ("/api/contacts", Some("limit=5".to_owned())),
        3 => ("/api/shelved", Some("shelf=dead&limit=3".to_owned())),
        4 => ("/api/costs", None),
        5 => ("/api/hops", None),
        _ => ("/health", None),
    };
    let mut draft = by_console(Draft::new(Door::Console, "GET", path));
    draft.query = query;
    draft
}

/// As the console's page asks.
fn by_console(draft: Draft) -> Draft {
    draft.header("host", "localhost:7401").header("authorization", format!("Bearer {TOKEN}"))
}
