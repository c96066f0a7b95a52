//! 200 workspaces with 50 channels each, all writing as fast as they may: nearly everything that Slack permits is used,
//! nothing is refused, and no channel is left behind.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use messaging_core::{
    Context, Descriptor, Messenger, Operation, Provider, Result, SendMessage,
    capability::{Limit, Rates},
    message::Receipt,
};
use messaging_http::{Transport, TransportError};
use messaging_resilience::{Policy, standard};
use messaging_slack::{Slack, SlackConfig, channel};
use serde_json::{Value, json};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep, timeout_at},
};

const MINUTE: Duration = Duration::from_secs(60);
const RUN: Duration = Duration::from_secs(300);
/// What one workspace takes in a minute, and what one channel takes at once; it takes one a second after that.
const POSTS: usize = 300;
const BURST: u32 = 5;
/// Senders at once in the first channel of each workspace; the other channels have one each.
const HOT: usize = 10;

/// Counts as Slack does, and refuses what is too much.
#[derive(Debug, Default)]
struct Counter {
    windows: HashMap<String, (Option<Instant>, usize)>,
    full_at: HashMap<String, Instant>,
    posts: HashMap<String, usize>,
    refused: usize,
    number: u64,
}

impl Counter {
    /// Takes a post, or says how long to wait.
    fn post(&mut self, team: &str, channel: &str) -> std::result::Result<u64, Duration> {
        let now = Instant::now();
        let window = self.windows.entry(team.to_owned()).or_default();
        if window.0.is_none_or(|since| now - since >= MINUTE) {
            *window = (Some(now), 0);
        }
        if window.1 >= POSTS {
            self.refused += 1;
            return Err(window.0.map_or(MINUTE, |since| (since + MINUTE) - now));
        }
        let place = format!("{team},{channel}");
        let full_at = self.full_at.entry(place.clone()).or_insert(now);
        let after = (*full_at).max(now) + Duration::from_secs(1);
        if after > now + Duration::from_secs(BURST.into()) {
            self.refused += 1;
            return Err((after - now).saturating_sub(Duration::from_secs(BURST.into())));
        }
        *full_at = after;
        window.1 += 1;
        *self.posts.entry(place).or_default() += 1;
        self.number += 1;
        Ok(self.number)
    }
}

fn slack_of(counter: &Arc<Mutex<Counter>>, rng: &Arc<Mutex<fastrand::Rng>>) -> Transport {
    let (counter, rng) = (Arc::clone(counter), Arc::clone(rng));
    Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let (counter, under_way) = (Arc::clone(&counter), Duration::from_millis(rng.lock().unwrap().u64(5..=50)));
        async move {
            sleep(under_way).await;
            assert_eq!(request.uri().path(), "/api/chat.postMessage");
            let team =
                request.headers()["authorization"].to_str().unwrap().trim_start_matches("Bearer xoxb-").to_owned();
            let body: Value = serde_json::from_slice(request.body()).unwrap();
            let channel = body["channel"].as_str().unwrap();
            let answer = match counter.lock().unwrap().post(&team, channel) {
                Ok(number) => Response::new(json!({ "ok": true, "channel": channel, "ts": format!("1.{number:06}") })),
                Err(wait) => {
                    let response = Response::builder().status(429).header("retry-after", wait.as_secs() + 1);
                    response.body(json!({ "ok": false, "error": "ratelimited" })).unwrap()
                }
            };
            Ok::<_, TransportError>(answer.map(|body| Bytes::from(body.to_string())))
        }
    }))
}

/// One app in many workspaces.
#[derive(Debug)]
struct Grid(Vec<Slack>);

impl Grid {
    fn new(teams: usize, transport: &Transport) -> Self {
        let open = |team| {
            let config = SlackConfig::new(format!("xoxb-T{team}"), "secret").with_base_url("http://slack.test");
            Slack::new(config, transport.clone()).unwrap()
        };
        Self((0..teams).map(open).collect())
    }
}

#[async_trait]
impl Provider for Grid {
    fn descriptor(&self) -> &Descriptor {
        self.0[0].descriptor()
    }

    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        let team: usize = request.to.parts()[0].trim_start_matches('T').parse().unwrap();
        self.0[team].send(context, request).await
    }

    fn rates(&self) -> Option<&dyn Rates> {
        Some(self)
    }
}

impl Rates for Grid {
    fn limits(&self, operation: &Operation) -> Vec<Limit> {
        self.0[0].rates().unwrap().limits(operation)
    }
}

/// Writes everywhere without a pause, and returns what came of it.
async fn flood(teams: usize, channels: usize) -> Counter {
    let counter = Arc::new(Mutex::new(Counter::default()));
    let rng = Arc::new(Mutex::new(fastrand::Rng::with_seed(7)));
    let grid = Grid::new(teams, &slack_of(&counter, &rng));
    let client = standard(Messenger::new(grid), &Policy::default().with_seed(7));
    let end = Instant::now() + RUN;
    let mut senders = JoinSet::new();
    for team in 0..teams {
        for number in 0..channels {
            for _ in 0..if number == 0 { HOT } else { 1 } {
                let (client, to) = (client.clone(), channel(&format!("T{team}"), &format!("C{number}")));
                senders.spawn(async move {
                    while let Ok(sent) = timeout_at(end, client.send(SendMessage::new(to.clone(), "hi"))).await {
                        sent.unwrap();
                    }
                });
            }
        }
    }
    while let Some(ended) = senders.join_next().await {
        ended.unwrap();
    }
    drop(client);
    Arc::into_inner(counter).map_or_else(Counter::default, |counter| counter.into_inner().unwrap())
}

#[tokio::test(start_paused = true)]
async fn workspaces_at_their_limits_use_them_up_without_a_refusal() {
    let (teams, channels) = (200, 50);
    let counter = flood(teams, channels).await;
    let permitted = teams * POSTS * 5;
    let used: usize = counter.posts.values().sum();
    let permille = used * 1_000 / permitted;
    let (least, most) = (counter.posts.values().min().unwrap(), counter.posts.values().max().unwrap());
    println!(
        "{used} of {permitted} posts in 5 minutes ({}.{} %), {} refused; {least} to {most} in a channel",
        permille / 10,
        permille % 10,
        counter.refused
    );
    assert_eq!(counter.refused, 0);
    assert!(permille >= 950, "{permille}");
    assert_eq!(counter.posts.len(), teams * channels, "every channel got through");
    assert!(*least * 10 >= *most * 8, "a hot channel takes no more than its turn: {least} to {most}");
}

#[tokio::test(start_paused = true)]
async fn channels_at_their_limits_use_them_up_without_a_refusal() {
    let (teams, channels) = (20, 4);
    let counter = flood(teams, channels).await;
    let each = 300 + usize::try_from(BURST).unwrap();
    let least = *counter.posts.values().min().unwrap();
    println!("{least} of {each} posts in 5 minutes in the slowest channel, {} refused", counter.refused);
    assert_eq!((counter.refused, counter.posts.len()), (0, teams * channels));
    assert!(least * 100 >= each * 95, "{least} of {each}");
}
