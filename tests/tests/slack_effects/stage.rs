use std::{
    collections::BTreeMap,
    process::Command,
    sync::{Arc, Mutex},
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_core::Secret;
use messaging_emulator::{SlackEmulator, SlackSettings};
use messaging_http::{ClientSettings, Transport, TransportError, client};
use messaging_slack::client::{Call, SlackClient};
use messaging_tests::{slack_emulated::EmulatedSlack, slack_sdk::SlackSdk};
use serde_json::{Map, Value, json};
use tokio::task::block_in_place;

/// How often is asked for what Slack does a moment later.
const TRIES: usize = 5_000;

/// How it was shown that a method does what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proven {
    /// It changes something, and one of Slack's packages reads the change.
    Changed,
    /// It reads, and one of Slack's packages is told the same.
    Alike,
    /// It changes what only people see, and they see it.
    Seen,
}

/// A question to one of Slack's packages.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    token: Option<String>,
    method: &'static str,
    arguments: Value,
}

/// A Slack, our client in it, and one of Slack's packages that looks on.
pub(crate) struct Stage {
    pub(crate) slack: EmulatedSlack,
    pub(crate) settings: SlackSettings,
    pub(crate) client: SlackClient,
    transport: Transport,
    sdk: Mutex<SlackSdk>,
    proven: Mutex<BTreeMap<&'static str, Proven>>,
    /// The newest interaction, and the newest event.
    told: Arc<Mutex<(Value, Value)>>,
}

impl Stage {
    pub(crate) async fn start(script: impl Fn() -> Command, change: impl FnOnce(&mut SlackSettings)) -> Self {
        let slack = EmulatedSlack::start(change).await;
        let told = Arc::<Mutex<(Value, Value)>>::default();
        let noted = Arc::clone(&told);
        slack.emulator.connect(Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let mut told = noted.lock().unwrap();
            match form_urlencoded::parse(request.body()).find(|(name, _)| name == "payload") {
                Some((_, payload)) => told.0 = serde_json::from_str(&payload).unwrap(),
                None => told.1 = serde_json::from_slice(request.body()).unwrap(),
            }
            async { Ok::<_, TransportError>(Response::new(Bytes::new())) }
        })));
        let settings = slack.emulator.settings().clone();
        let transport = client(ClientSettings::default()).expect("a client");
        let ours = SlackClient::new(&Secret::new(settings.bot_token.clone()), Some(&slack.url), transport.clone());
        let sdk = Mutex::new(SlackSdk::start(script(), &slack.url));
        Self { slack, settings, client: ours.unwrap(), transport, sdk, proven: Mutex::default(), told }
    }

    /// Ends it; returns what was proven.
    pub(crate) async fn stop(self) -> BTreeMap<&'static str, Proven> {
        // Slack's packages and our client alike send nothing undocumented.
        assert_eq!(self.slack.emulator.warnings(), [""; 0]);
        self.slack.stop().await;
        self.proven.into_inner().unwrap()
    }

    pub(crate) fn emulator(&self) -> &SlackEmulator {
        &self.slack.emulator
    }

    /// Our client with another token.
    pub(crate) fn client_of(&self, token: &str) -> SlackClient {
        SlackClient::new(&Secret::new(token), Some(&self.slack.url), self.transport.clone()).unwrap()
    }

    /// Sends bytes to where Slack said.
    pub(crate) async fn put(&self, url: &str, bytes: &'static [u8]) {
        let request = Request::post(url).header("content-type", "application/octet-stream");
        let request = request.body(Bytes::from_static(bytes)).unwrap();
        let answer = tower::ServiceExt::oneshot(self.transport.clone(), request).await.unwrap();
        assert_eq!(answer.status(), 200);
    }

    /// The `trigger_id` of what a person has just done.
    pub(crate) fn trigger(&self) -> String {
        self.told.lock().unwrap().0["trigger_id"].as_str().expect("an interaction").to_owned()
    }

    /// What the newest event says of who may see it.
    pub(crate) fn event_context(&self) -> String {
        self.told.lock().unwrap().1["event_context"].as_str().expect("an event").to_owned()
    }

    /// Asks as the bot.
    pub(crate) fn look(&self, method: &'static str, arguments: Value) -> Look {
        Look { token: Some(self.settings.bot_token.clone()), method, arguments }
    }

    /// Asks one of Slack's packages.
    pub(crate) fn sdk(&self, look: &Look) -> Value {
        block_in_place(|| self.sdk.lock().unwrap().call(look.token.as_deref(), look.method, &look.arguments))
    }

    /// Calls with our client.
    pub(crate) async fn ours<C: Call>(&self, call: C) -> C::Output {
        self.client.call(call).await.unwrap_or_else(|error| panic!("{}: {error}", C::METHOD)).value
    }

    /// Calls with our client what makes something hold that one of Slack's packages reads, and that did not hold before.
    pub(crate) async fn changes<C: Call>(&self, call: C, look: Look, holds: impl Fn(&Value) -> bool) -> C::Output {
        self.changes_as(&self.client, call, look, holds).await
    }

    /// The same with another client of ours.
    pub(crate) async fn changes_as<C: Call>(
        &self,
        client: &SlackClient,
        call: C,
        look: Look,
        holds: impl Fn(&Value) -> bool,
    ) -> C::Output {
        let before = self.sdk(&look);
        assert!(!holds(&before), "{} has nothing to change: {before}", C::METHOD);
        let answer = client.call(call).await.unwrap_or_else(|error| panic!("{}: {error}", C::METHOD));
        let mut after = self.sdk(&look);
        for _ in 0..TRIES {
            if holds(&after) {
                break;
            }
            after = self.sdk(&look);
        }
        assert!(holds(&after), "{} is not read back by {look:?}: {after}", C::METHOD);
        self.prove::<C>(Proven::Changed);
        answer.value
    }

    /// Calls what reads with both, and is told the same.
    pub(crate) async fn reads<C: Call>(&self, call: C) -> C::Output {
        self.reads_as(&self.client, Some(self.settings.bot_token.clone()), call).await
    }

    /// The same with another token.
    pub(crate) async fn reads_as<C: Call>(&self, client: &SlackClient, token: Option<String>, call: C) -> C::Output {
        let arguments = call.invoke().expect("arguments").payload;
        let ours = client.call(call).await.unwrap_or_else(|error| panic!("{}: {error}", C::METHOD));
        let theirs = self.sdk(&Look { token, method: C::METHOD, arguments });
        assert_eq!(essence(ours.raw()), essence(&theirs), "{}", C::METHOD);
        self.prove::<C>(Proven::Alike);
        ours.value
    }

    /// Calls what changes something that only people see, and that was otherwise before.
    pub(crate) async fn shows<C: Call>(&self, call: C, holds: impl Fn(&SlackEmulator) -> bool) -> C::Output {
        assert!(!holds(self.emulator()), "{} has nothing to change", C::METHOD);
        let answer = self.ours(call).await;
        assert!(holds(self.emulator()), "nobody sees {}", C::METHOD);
        self.prove::<C>(Proven::Seen);
        answer
    }

    /// Notes that a method was proven by steps of its own.
    pub(crate) fn prove<C: Call>(&self, how: Proven) {
        self.proven.lock().unwrap().insert(C::METHOD, how);
    }
}

impl Look {
    /// Asks with another token; with none if it is `None`.
    pub(crate) fn by(self, token: Option<&str>) -> Self {
        Self { token: token.map(str::to_owned), ..self }
    }
}

/// An answer without notes about how the request was written, what is empty, and what differs from call to call.
fn essence(answer: &Value) -> Value {
    let Value::Object(fields) = answer else { return answer.clone() };
    let noted = ["warning", "warnings", "scopes", "acceptedScopes", "cache_ts", "args"];
    let fields = fields.iter().filter(|(name, _)| !noted.contains(&name.as_str()));
    let fields = fields.map(|(name, value)| match (name.as_str(), value) {
        ("response_metadata", value) => (name.clone(), essence(value)),
        ("url", Value::String(url)) => (name.clone(), json!(url.split("ticket=").next())),
        (_, value) => (name.clone(), value.clone()),
    });
    Value::Object(fields.filter(|(_, value)| !value.is_null() && *value != json!({})).collect::<Map<_, _>>())
}
