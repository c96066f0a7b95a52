//! An app in many workspaces, over a scripted Slack and a clock that is moved by hand.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::SystemTime,
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_core::{
    Clock, Messenger, Provider, PublicUrl, UnixMillis,
    capability::{Attachment, Endpoints},
};
use messaging_http::{Transport, TransportError};
use messaging_slack::{Slack, SlackConfig};
use serde_json::{Value, json};

use crate::shelf::Shelf;

/// When every test begins.
pub(crate) const START: i64 = 1_795_176_000_000;

/// What was asked: the method, whose credentials, the form or the JSON.
pub(crate) type Asked = (String, String, String);

/// One app, its store, its clock, and what Slack is to answer.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) slack: Arc<Slack>,
    pub(crate) shelf: Shelf,
    now: Arc<AtomicI64>,
    answers: Arc<Mutex<VecDeque<Result<Value, TransportError>>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl World {
    pub(crate) fn new() -> Self {
        Self::with(SlackConfig::installable("1.2", "client-canary", "signing-canary"))
    }

    pub(crate) fn with(config: SlackConfig) -> Self {
        Self::over(config, Shelf::default(), &Arc::new(AtomicI64::new(START)))
    }

    fn over(config: SlackConfig, shelf: Shelf, now: &Arc<AtomicI64>) -> Self {
        let (answers, asked) = (Arc::new(Mutex::new(VecDeque::new())), Arc::new(Mutex::new(Vec::new())));
        let (script, log) = (Arc::clone(&answers), Arc::clone(&asked));
        let transport = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let method = request.uri().path().trim_start_matches("/api/").to_owned();
            let whose = request.headers()["authorization"].to_str().unwrap().to_owned();
            let body = String::from_utf8(request.body().to_vec()).unwrap();
            log.lock().unwrap().push((method.clone(), whose, body));
            let answer: Option<Result<Value, TransportError>> = script.lock().unwrap().pop_front();
            async move {
                // Others get their turn while Slack thinks.
                tokio::task::yield_now().await;
                let answer = answer.unwrap_or_else(|| panic!("nobody told what to answer to {method}"));
                answer.map(|body| Response::new(body.to_string().into()))
            }
        }));
        let slack = Arc::new(Slack::new(config.with_base_url("http://slack.test"), transport).unwrap());
        let world = Self { slack, shelf, now: Arc::clone(now), answers, asked };
        let now = Arc::clone(now);
        let clock = Clock::new(move || UnixMillis(now.load(Ordering::Relaxed)).into());
        let url = PublicUrl::new("https://bot.test/slack");
        let attachment = Attachment::new(Arc::new(world.shelf.clone()), url, clock);
        world.slack.installs().unwrap().attach(attachment);
        world
    }

    /// The same app in a new process, which remembers nothing that was not stored.
    pub(crate) fn restarted(&self) -> Self {
        Self::over(SlackConfig::installable("1.2", "client-canary", "signing-canary"), self.shelf.clone(), &self.now)
    }

    /// Answers the next request.
    pub(crate) fn says(&self, body: Value) -> &Self {
        self.answers.lock().unwrap().push_back(Ok(body));
        self
    }

    pub(crate) fn fails(&self, error: TransportError) -> &Self {
        self.answers.lock().unwrap().push_back(Err(error));
        self
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.now.fetch_add(seconds * 1_000, Ordering::Relaxed);
    }

    pub(crate) fn now(&self) -> SystemTime {
        UnixMillis(self.now.load(Ordering::Relaxed)).into()
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }

    pub(crate) fn messenger(&self) -> Messenger {
        Messenger::from_arc(Arc::clone(&self.slack) as Arc<dyn Provider>)
    }

    /// Opens an endpoint in a browser that holds `cookie`.
    pub(crate) async fn open(&self, path: &str, cookie: Option<&str>) -> Response<Bytes> {
        let mut request = Request::get(path);
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        let name = path.trim_start_matches("/slack/").split('?').next().unwrap();
        Endpoints::answer(&*self.slack, name, request.body(Bytes::new()).unwrap(), self.now()).await
    }

    /// Begins an install; returns the state and the cookie.
    pub(crate) async fn begin(&self) -> (String, String) {
        let response = self.open("/slack/install", None).await;
        assert_eq!(response.status(), 302);
        let to = response.headers()["location"].to_str().unwrap();
        let query = to.split_once('?').unwrap().1;
        let state = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == "state").unwrap().1.into_owned();
        let cookie = response.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        (state, cookie)
    }

    /// Installs the app: Slack answers the code with `grant`.
    pub(crate) async fn install(&self, grant: Value) -> Response<Bytes> {
        let (state, cookie) = self.begin().await;
        self.says(grant);
        self.open(&format!("/slack/oauth?code=c0de&state={state}"), Some(&cookie)).await
    }
}

/// What Slack answers to a code.
pub(crate) fn granted(team: &str, token: &str) -> Value {
    json!({
        "ok": true, "access_token": token, "token_type": "bot", "scope": "chat:write", "bot_user_id": "U0BOT",
        "app_id": "A111", "team": { "id": team, "name": format!("<{team}>") }, "enterprise": null,
        "is_enterprise_install": false, "authed_user": { "id": "U1" },
    })
}

/// The same, with tokens that rotate.
pub(crate) fn rotating(team: &str, token: &str, refresh: &str) -> Value {
    let mut answer = granted(team, token);
    answer["refresh_token"] = refresh.into();
    answer["expires_in"] = 43_200.into();
    answer
}
