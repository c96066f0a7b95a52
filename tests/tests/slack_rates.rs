//! 200 workspaces with 50 channels each, all writing as fast as they may: nearly everything that Slack permits is used,
//! nothing is refused, and no channel is left behind.
//!
//! The Slack that counts is the emulator: whatever it answers with 429 it would have taken later, so each is avoidable.
//! 40 workspaces are run; all 200 with `MESSAGING_FULL=1`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::{
    collections::{BTreeMap, HashMap},
    time::Duration,
};

use async_trait::async_trait;
use messaging_core::{
    Context, Descriptor, Messenger, Operation, Provider, Result, SendMessage,
    capability::{Limit, Rates},
    message::Receipt,
};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackSettings, SlackTeam, SlackThrottled};
use messaging_resilience::{Policy, standard};
use messaging_slack::{Slack, SlackConfig, channel};
use tokio::{
    task::JoinSet,
    time::{Instant, timeout_at},
};

const MINUTES: usize = 5;
/// Senders at once in the first channel of each workspace; the other channels have one each.
const HOT: usize = 10;
const SEED: u64 = 7;

/// One app in many workspaces.
#[derive(Debug)]
struct Grid(HashMap<String, Slack>, Slack);

impl Grid {
    fn new(emulator: &SlackEmulator) -> Self {
        let settings = emulator.settings();
        let open = |token: &str| {
            let config = SlackConfig::new(token, &settings.signing_secret).with_base_url("http://slack.test");
            Slack::new(config, emulator.api()).unwrap()
        };
        let teams = settings.teams.iter();
        let teams = teams.map(|team| (team.team_id.clone(), open(team.bot_token.as_deref().unwrap())));
        Self(teams.collect(), open(&settings.bot_token))
    }
}

#[async_trait]
impl Provider for Grid {
    fn descriptor(&self) -> &Descriptor {
        self.1.descriptor()
    }

    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        self.0[&request.to.parts()[0]].send(context, request).await
    }

    fn rates(&self) -> Option<&dyn Rates> {
        Some(self)
    }
}

impl Rates for Grid {
    fn limits(&self, operation: &Operation) -> Vec<Limit> {
        self.1.rates().unwrap().limits(operation)
    }
}

/// What Slack took and what it refused.
struct Counted {
    posts: BTreeMap<String, usize>,
    throttled: Vec<SlackThrottled>,
}

/// Writes everywhere without a pause, and returns what came of it.
async fn flood(teams: u64, channels: usize) -> Counted {
    let mut settings = SlackSettings::generated(SEED);
    settings.teams = (1..=teams).map(|team| SlackTeam::generated(SEED + team, channels)).collect();
    let emulator = SlackEmulator::new(settings, FaultPlan::default(), SEED, Journal::new());
    let client = standard(Messenger::new(Grid::new(&emulator)), &Policy::default().with_seed(SEED));
    let end = Instant::now() + Duration::from_secs(60) * u32::try_from(MINUTES).unwrap();
    let mut senders = JoinSet::new();
    for team in &emulator.settings().teams {
        for (number, (id, _)) in team.channels.iter().enumerate() {
            for _ in 0..if number == 0 { HOT } else { 1 } {
                let (client, to) = (client.clone(), channel(&team.team_id, id));
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
    let mut posts = BTreeMap::new();
    for shown in emulator.truth().shown {
        *posts.entry(shown.place).or_default() += 1;
    }
    assert_eq!(emulator.warnings(), [""; 0]);
    Counted { posts, throttled: emulator.throttled() }
}

#[tokio::test(start_paused = true)]
async fn workspaces_at_their_limits_use_them_up_without_a_refusal() {
    let (teams, channels) = (if std::env::var("MESSAGING_FULL").is_ok_and(|full| full == "1") { 200 } else { 40 }, 50);
    let Counted { posts, throttled } = flood(teams, channels).await;
    let all = usize::try_from(teams).unwrap();
    let permitted = all * MINUTES * usize::try_from(SlackSettings::generated(SEED).limits.posts_per_minute).unwrap();
    let used: usize = posts.values().sum();
    let permille = used * 1_000 / permitted;
    let (least, most) = (posts.values().min().unwrap(), posts.values().max().unwrap());
    println!(
        "{teams} workspaces x {channels} channels: {used} of {permitted} posts in {MINUTES} minutes ({}.{} %), {} \
         refused; {least} to {most} in a channel",
        permille / 10,
        permille % 10,
        throttled.len()
    );
    assert_eq!(throttled, []);
    assert!(permille >= 950, "{permille}");
    assert_eq!(posts.len(), all * channels, "every channel got through");
    assert!(*least * 10 >= *most * 8, "a hot channel takes no more than its turn: {least} to {most}");
}

#[tokio::test(start_paused = true)]
async fn channels_at_their_limits_use_them_up_without_a_refusal() {
    let (teams, channels) = (20, 4);
    let Counted { posts, throttled } = flood(teams, channels).await;
    let burst = SlackSettings::generated(SEED).limits.post_burst;
    let each = MINUTES * 60 + usize::try_from(burst).unwrap();
    let least = *posts.values().min().unwrap();
    println!("{least} of {each} posts in {MINUTES} minutes in the slowest channel, {} refused", throttled.len());
    assert_eq!((throttled, posts.len()), (Vec::new(), usize::try_from(teams).unwrap() * channels));
    assert!(least * 100 >= each * 95, "{least} of {each}");
}
