//! What the gateway does with a connection, frame by frame, against a scripted other end.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response, Uri};
use messaging_agent::EchoPlus;
use messaging_core::Messenger;
use messaging_gateway::{AccountState, Gateway, Running, Settings, StartError};
use messaging_http::{
    Transport, TransportError,
    duplex::{Dialer, Duplex, Frame},
};
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{MemoryOptions, MemoryStore};
use serde_json::{Value, json};
use tokio::{
    sync::mpsc,
    time::{Instant, sleep, timeout},
};

/// A gateway with one connection, and the ends that it dials, one after the other.
struct Scripted {
    running: Running,
    dialled: mpsc::Receiver<Duplex>,
}

impl Scripted {
    async fn start(open: Value) -> Self {
        // The check at the start is answered well.
        let opened = Arc::new(Mutex::new(json!({ "ok": true, "url": "wss://wss.slack.test/link/?ticket=check" })));
        let answered = Arc::clone(&opened);
        let transport = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let answer = match request.uri().path() {
                "/api/apps.connections.open" => answered.lock().unwrap().clone(),
                "/api/auth.test" => json!({ "ok": true, "user_id": "U0BOT", "bot_id": "B0BOT", "team_id": "T111" }),
                _ => json!({ "ok": true, "channel": "D111", "ts": "1.000001" }),
            };
            async move { Ok::<_, TransportError>(Response::new(Bytes::from(answer.to_string()))) }
        }));
        let (give, dialled) = mpsc::channel(64);
        let dialer = Dialer::new(tower::service_fn(move |_: Uri| {
            let (here, there) = Duplex::pair(64);
            let given = give.try_send(there).map_err(|_| TransportError::not_sent("nobody is there"));
            async move { given.map(|()| here) }
        }));
        let config = SlackConfig::socket_mode("xoxb-1", "xapp-1").with_base_url("http://slack.test");
        let slack = Slack::new(config, transport).unwrap().with_dialer(dialer);
        let mut settings = Settings::default();
        settings.sockets.connections = 1;
        let ids = Mutex::new(fastrand::Rng::with_seed(7));
        let gateway = Gateway::builder(Arc::new(MemoryStore::new(MemoryOptions::default())), EchoPlus)
            .account("slack", Messenger::new(slack))
            .settings(settings)
            .ids(move || ids.lock().unwrap().u128(..))
            .build()
            .unwrap();
        let running = gateway.start().await.unwrap();
        *opened.lock().unwrap() = open;
        Self { running, dialled }
    }

    async fn working() -> Self {
        Self::start(json!({ "ok": true, "url": "wss://wss.slack.test/link/?ticket=canary" })).await
    }

    async fn dialled(&mut self) -> Duplex {
        timeout(Duration::from_secs(60), self.dialled.recv()).await.expect("nobody dialled").unwrap()
    }

    async fn greeted(&mut self) -> Duplex {
        let end = self.dialled().await;
        say(&end, &json!({ "type": "hello" })).await;
        end
    }

    fn status(&self) -> messaging_gateway::AccountStatus {
        self.running.gateway().accounts().remove(0)
    }
}

async fn say(end: &Duplex, frame: &Value) {
    end.send(Frame::Text(frame.to_string())).await.unwrap();
}

/// The next words; none if the gateway left.
async fn words(end: &mut Duplex) -> Option<Value> {
    loop {
        match end.receive().await? {
            Frame::Text(text) => return Some(serde_json::from_str(&text).unwrap()),
            Frame::Close(_) => return None,
            _ => {}
        }
    }
}

fn message(envelope: &str, event: &str) -> Value {
    json!({
        "envelope_id": envelope, "type": "events_api", "accepts_response_payload": false,
        "payload": {
            "type": "event_callback", "team_id": "T111", "api_app_id": "A111", "event_id": event,
            "event": { "type": "message", "user": "W111", "text": "Hi", "ts": format!("16102616{}.001400", &event[2..]),
                "channel": "D111", "channel_type": "im" }
        }
    })
}

#[tokio::test(start_paused = true)]
async fn what_is_stored_is_acknowledged_and_what_is_told_again_too() {
    let mut scripted = Scripted::working().await;
    let mut end = scripted.greeted().await;
    for envelope in ["e1", "e2"] {
        say(&end, &message(envelope, "Ev59")).await;
        assert_eq!(words(&mut end).await, Some(json!({ "envelope_id": envelope })));
    }
    let counts = scripted.running.gateway().counts().await.unwrap();
    assert_eq!((counts.accepted, counts.duplicates), (1, 1));
    // What cannot be read is not acknowledged, and does no harm.
    for text in ["nonsense", r#"{"envelope_id":"e3","type":"events_api","payload":{"type":"event_callback"}}"#] {
        end.send(Frame::Text(text.into())).await.unwrap();
    }
    say(&end, &message("e4", "Ev60")).await;
    assert_eq!(words(&mut end).await, Some(json!({ "envelope_id": "e4" })));
    scripted.running.drain().await;
    assert_eq!(words(&mut end).await, None);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_taken_in_before_the_hello() {
    let mut scripted = Scripted::working().await;
    let mut end = scripted.dialled().await;
    say(&end, &message("e1", "Ev59")).await;
    assert!(timeout(Duration::from_secs(10), words(&mut end)).await.is_err());
    assert_eq!(scripted.running.gateway().counts().await.unwrap().accepted, 0);
    // It never comes: another connection is tried.
    assert_eq!(words(&mut end).await, None);
    scripted.greeted().await;
}

#[tokio::test(start_paused = true)]
async fn a_refresh_opens_the_next_one_before_the_old_one_is_left() {
    for reason in ["warning", "refresh_requested"] {
        let mut scripted = Scripted::working().await;
        let mut old = scripted.greeted().await;
        sleep(Duration::from_secs(1)).await;
        say(&old, &json!({ "type": "disconnect", "reason": reason })).await;
        let new = scripted.dialled().await;
        // The next one is not in use yet: the old one is.
        say(&old, &message("e1", "Ev59")).await;
        assert_eq!(words(&mut old).await, Some(json!({ "envelope_id": "e1" })));
        say(&new, &json!({ "type": "hello" })).await;
        assert_eq!(words(&mut old).await, None, "the old one is left");
        let mut new = new;
        say(&new, &message("e2", "Ev60")).await;
        assert_eq!(words(&mut new).await, Some(json!({ "envelope_id": "e2" })));
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_is_silent_or_without_pings_is_dead() {
    // Takes everything and says nothing.
    let mut scripted = Scripted::working().await;
    let end = scripted.greeted().await;
    let started = Instant::now();
    let next = scripted.dialled().await;
    assert!((15..20).contains(&started.elapsed().as_secs()), "{:?}", started.elapsed());
    drop(end);
    // Answers pings and sends none of its own, as no Slack does.
    say(&next, &json!({ "type": "hello" })).await;
    let started = Instant::now();
    let answering = tokio::spawn(async move {
        let mut next = next;
        while next.receive().await.is_some() {}
    });
    scripted.dialled().await;
    assert!((29..40).contains(&started.elapsed().as_secs()), "{:?}", started.elapsed());
    answering.abort();
}

#[tokio::test(start_paused = true)]
async fn trouble_shows_in_the_account_and_is_not_tried_without_a_pause() {
    let scripted = Scripted::start(json!({ "ok": false, "error": "invalid_auth" })).await;
    sleep(Duration::from_secs(5)).await;
    let AccountState::Degraded(reason) = scripted.status().state else { panic!("{:?}", scripted.status()) };
    assert!(reason.contains("SLACK_APP_TOKEN") && reason.contains("invalid_auth"), "{reason}");

    let mut scripted = Scripted::working().await;
    let end = scripted.greeted().await;
    sleep(Duration::from_secs(1)).await;
    assert!(matches!(scripted.status().state, AccountState::Ready(_)), "{:?}", scripted.status());
    say(&end, &json!({ "type": "disconnect", "reason": "link_disabled" })).await;
    sleep(Duration::from_secs(1)).await;
    let AccountState::Degraded(reason) = scripted.status().state else { panic!("{:?}", scripted.status()) };
    assert!(reason.contains("link_disabled") && reason.contains("switched off"), "{reason}");
    let started = Instant::now();
    scripted.greeted().await;
    assert!(started.elapsed() >= Duration::from_secs(25), "{:?}", started.elapsed());
    sleep(Duration::from_millis(1)).await;
}

#[tokio::test(start_paused = true)]
async fn a_server_that_hangs_up_at_once_is_not_dialled_in_a_loop() {
    let mut scripted = Scripted::working().await;
    let started = Instant::now();
    for _ in 0..40 {
        drop(scripted.greeted().await);
    }
    assert!(started.elapsed() > Duration::from_secs(120), "40 connections in {:?}", started.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_refused_app_token_does_not_start_and_an_unreachable_slack_does() {
    for (code, is_refused) in [("invalid_auth", true), ("not_allowed_token_type", true), ("internal_error", false)] {
        let transport = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let answer = match request.uri().path() {
                "/api/apps.connections.open" => json!({ "ok": false, "error": code }),
                _ => json!({ "ok": true, "user_id": "U0BOT", "bot_id": "B0BOT", "team_id": "T111" }),
            };
            async move { Ok::<_, TransportError>(Response::new(Bytes::from(answer.to_string()))) }
        }));
        let config = SlackConfig::socket_mode("xoxb-1", "xapp-1").with_base_url("http://slack.test");
        let slack = Slack::new(config, transport).unwrap();
        let gateway = Gateway::builder(Arc::new(MemoryStore::new(MemoryOptions::default())), EchoPlus)
            .account("slack", Messenger::new(slack))
            .build()
            .unwrap();
        match gateway.start().await {
            Err(StartError::Credentials { account, reason }) if is_refused => {
                assert_eq!(account, "slack");
                assert!(reason.contains("SLACK_APP_TOKEN") && reason.contains(code), "{reason}");
            }
            Ok(running) if !is_refused => {
                assert!(matches!(running.gateway().accounts()[0].state, AccountState::Degraded(_)));
                running.drain().await;
            }
            other => panic!("{code}: {other:?}"),
        }
    }
}
