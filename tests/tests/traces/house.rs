//! The real binary with a number, a workspace and a page, and a collector beside it.

use std::{collections::BTreeMap, time::Duration};

use bytes::Bytes;
use http::Request;
use messaging_tests::{
    collector::Collector,
    console::ask,
    operated::Gateway,
    process::{Process, environment},
    served::eventually,
    slack_emulated::EmulatedSlack,
};
use opentelemetry_proto::tonic::trace::v1::Span;
use serde_json::{Value, json};

use crate::{
    agent::{self, Asked},
    line::Line,
    tree::{drawn, spans, traces},
};

/// Everything around the gateway, which is not started yet.
pub(crate) struct House {
    pub(crate) gateway: Gateway,
    pub(crate) collector: Collector,
    pub(crate) asked: Asked,
    pub(crate) line: Line,
    pub(crate) slack: EmulatedSlack,
    protocol: &'static str,
    emulator: BTreeMap<String, String>,
    _emulating: Process,
}

impl House {
    pub(crate) async fn around(gateway: Gateway, collector: Collector, protocol: &'static str) -> Self {
        Self::with(gateway, collector, protocol, "").await
    }

    /// With more in `[turns]`, and in what comes after it.
    pub(crate) async fn with(gateway: Gateway, collector: Collector, protocol: &'static str, turns: &str) -> Self {
        let env = gateway.scratch.file("emulator.env");
        let webhook = format!("{}/webhooks/twilio", gateway.url);
        let arguments =
            ["emulate", "twilio", "--port", "0", "--webhook-url", &webhook, "--write-env", env.to_str().unwrap()];
        let emulating = Process::start(&gateway.folder(), &arguments, &[]);
        let emulator = environment(&env);
        let line = Line::start(emulator["TWILIO_BASE_URL"].clone(), gateway.client.clone()).await;
        let events = format!("{}/webhooks/slack", gateway.url);
        let slack = EmulatedSlack::start(|settings| settings.events_url = Some(events)).await;
        slack.emulator.connect(gateway.client.clone());
        let (agent, asked) = agent::start().await;
        let (sid, token, number) =
            (&emulator["TWILIO_ACCOUNT_SID"], &emulator["TWILIO_AUTH_TOKEN"], &emulator["TWILIO_PHONE_NUMBER"]);
        let app = slack.emulator.settings();
        gateway.configure(
            &agent,
            &format!(
                "[catch_up]\nevery = \"0s\"\n[turns]\nlease = \"3s\"\nheartbeat = \"1s\"\n{turns}\n[streams]\nchunk = 4\nevery = \"50ms\"\n[accounts.twilio]\nprovider = \"twilio\"\naccount_sid = \"{sid}\"\n\
                 auth_token = \"{token}\"\nphone_number = \"{number}\"\nbase_url = \"{}\"\n\
                 [accounts.slack]\nprovider = \"slack\"\nbot_token = \"{}\"\nsigning_secret = \"{}\"\n\
                 base_url = \"{}\"\n[accounts.web]\nprovider = \"web\"\n",
                line.url, app.bot_token, app.signing_secret, slack.url
            ),
        );
        Self { gateway, collector, asked, line, slack, protocol, emulator, _emulating: emulating }
    }

    pub(crate) async fn start(&self, variables: &[(&str, &str)]) -> Process {
        let own = [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", self.collector.url.as_str()),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", self.protocol),
            ("OTEL_METRICS_EXPORTER", "none"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"),
        ];
        let process = self.gateway.start(&[&own, variables].concat());
        eventually("ready", || self.gateway.is_ready(), |ready| *ready).await;
        process
    }

    /// Has somebody text.
    pub(crate) async fn text(&self, text: &str) {
        let url = format!("{}/_emulator/people/messages", self.emulator["TWILIO_BASE_URL"]);
        let body = json!({ "from": "+15550100777", "text": text });
        self.post(&url, &body).await;
    }

    /// Has somebody write on the page.
    pub(crate) async fn chat(&self, text: &str) {
        let base = &self.gateway.url;
        let visitor = self.post(&format!("{base}/chat/visitors"), &json!({})).await["visitor"].clone();
        let said = json!({ "visitor": visitor, "client_id": "c1", "text": text });
        self.post(&format!("{base}/chat/messages"), &said).await;
    }

    /// Has somebody mention the app in a channel.
    pub(crate) fn mention(&self, text: &str) {
        let settings = self.slack.emulator.settings();
        self.slack.emulator.write(&settings.user_id, &settings.channel, &format!("@bot {text}"), None).unwrap();
    }

    /// Has Twilio tell one message twice.
    pub(crate) async fn text_told_twice(&self, text: &str) {
        let url = format!("{}/_emulator/webhooks", self.emulator["TWILIO_BASE_URL"]);
        let parameters = json!({
            "MessageSid": "SM00000000000000000000000000000777",
            "AccountSid": self.emulator["TWILIO_ACCOUNT_SID"],
            "From": "+15550100777",
            "To": self.emulator["TWILIO_PHONE_NUMBER"],
            "Body": text,
            "SmsStatus": "received",
            "NumMedia": "0",
        });
        let webhook = format!("{}/webhooks/twilio", self.gateway.url);
        for _ in 0..2 {
            self.post(&url, &json!({ "url": webhook, "method": "POST", "parameters": parameters })).await;
        }
    }

    async fn post(&self, url: &str, body: &Value) -> Value {
        let request = Request::post(url).header("content-type", "application/json");
        let answer = ask(&self.gateway.client, request, Bytes::from(body.to_string())).await.unwrap();
        assert!(answer.status().is_success(), "{} {:?}", answer.status(), answer.body());
        serde_json::from_slice(answer.body()).unwrap_or_default()
    }

    /// Waits until the collector has a trace that looks exactly like this; returns its spans.
    pub(crate) async fn sees(&self, expected: &[&str]) -> Vec<Span> {
        let expected = expected.join("\n");
        let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
        loop {
            let traces = traces(&self.collector);
            let all: Vec<_> = traces.iter().map(|trace| spans(&self.collector, trace)).collect();
            if let Some(found) = all.iter().find(|spans| drawn(spans).as_ref() == Ok(&expected)) {
                return found.clone();
            }
            let drawings: Vec<_> = all.iter().map(|spans| drawn(spans).unwrap_or_else(|why| why)).collect();
            assert!(
                tokio::time::Instant::now() < deadline,
                "no trace is\n{expected}\n\nthere are\n{}",
                drawings.join("\n\n")
            );
            // house: real time, because the process that tells is another one.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}
