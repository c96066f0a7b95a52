use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use fastrand::Rng;
use messaging_core::Clock;
use messaging_emulator::Journal;
use messaging_gateway::{Point, Probe, Settings};
use tokio::time::{sleep, timeout};

use crate::workspace::{answers, emulated, gateway};

const SEED: u64 = 20_261_129;
const DISCONNECTS: usize = 500;

/// Takes its time before and after a commit, so that connections break there.
struct Slow(Mutex<Rng>);

#[async_trait]
impl Probe for Slow {
    async fn at(&self, point: Point) {
        if matches!(point, Point::Verified | Point::Committed) {
            let wait = self.0.lock().unwrap().u64(..120);
            sleep(Duration::from_millis(wait)).await;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn five_hundred_disconnects_in_the_middle_of_traffic_lose_and_double_nothing() {
    println!("seed {SEED}");
    let journal = Journal::new();
    let wall = journal.clone();
    let slack = emulated(SEED, "http://slack.test", journal);
    let mut settings = Settings::default();
    settings.sockets.retry_most = Duration::from_secs(2);
    let clock = Clock::new(move || wall.wall());
    let gateway = gateway(&slack, Some(slack.dialer()), SEED, clock)
        .settings(settings)
        .probe(Arc::new(Slow(Mutex::new(Rng::with_seed(SEED)))))
        .build()
        .unwrap();
    let running = gateway.start().await.unwrap();

    let (mut dice, mut broken, mut refreshed, mut markers) = (Rng::with_seed(SEED), 0, 0, Vec::new());
    while broken < DISCONNECTS {
        // In the middle of what was just written, or some time later.
        let marker = format!("m{:05}", markers.len());
        let place = slack.settings().dm_channel.clone();
        slack.write(&slack.settings().user_id, &place, &marker, None).unwrap();
        markers.push(marker);
        sleep(Duration::from_millis(dice.u64(..150))).await;
        if dice.u8(..10) < 8 {
            broken += slack.connections();
            slack.cut_connections();
        } else {
            refreshed += slack.connections();
            slack.refresh_connections();
        }
        // Slack opens 50 connections a minute at most.
        sleep(Duration::from_millis(dice.u64(1_500..5_000))).await;
    }
    let over = async {
        loop {
            let counts = gateway.counts().await.unwrap();
            if slack.truth().open == 0 && counts.in_flight == 0 {
                return counts;
            }
            sleep(Duration::from_secs(1)).await;
        }
    };
    let counts = timeout(Duration::from_secs(3_600), over).await.expect("traffic comes to an end");
    let sockets = gateway.accounts()[0].sockets.clone().unwrap();
    println!(
        "{broken} connections broken and {refreshed} refreshed, {} opened; {} messages, {} deliveries told again",
        sockets.opened,
        markers.len(),
        counts.duplicates,
    );
    let wrong: Vec<_> =
        markers.iter().map(|marker| (marker, answers(&slack, marker))).filter(|(_, n)| *n != 1).collect();
    assert!(wrong.is_empty(), "answered otherwise than once: {wrong:?}");
    assert!(counts.balance() && counts.answered == u64::try_from(markers.len()).unwrap(), "{counts:?}");
    assert!(counts.duplicates > 0, "nothing was told again, so nothing was broken in the middle");
    assert!(refreshed > 0 && sockets.open == 2, "{sockets:?}");
    let truth = slack.truth();
    let unheard: Vec<_> = markers.iter().filter(|marker| truth.written[*marker].acknowledged.is_none()).collect();
    assert!(unheard.is_empty(), "never acknowledged: {unheard:?}");
    running.drain().await;
    sleep(Duration::from_secs(1)).await;
    assert_eq!(slack.connections(), 0, "a drained gateway leaves no connection behind");
}
