//! Whoever captured signed requests and sends them again makes nothing happen a second time.

use std::time::Duration;

use fastrand::Rng;

use crate::{door::Door, site::Site};

const SEED: u64 = 0x00ca_b7ed;

const DOORS: [Door; 9] = [
    Door::TwilioMessage,
    Door::TwilioInline,
    Door::TwilioGet,
    Door::TwilioStatus,
    Door::TwilioConversations,
    Door::TwilioJson,
    Door::SlackEvent,
    Door::SlackInteraction,
    Door::SlackCommand,
];

/// 2,000 captured requests, each sent again three times; 10,000 with `MESSAGING_FULL=1`.
#[tokio::test(start_paused = true)]
async fn what_is_sent_again_does_nothing_again() {
    let captured = if std::env::var("MESSAGING_FULL").is_ok_and(|full| full == "1") { 10_000 } else { 2_000 };
    println!("seed {SEED:#x}, {captured} captured requests");
    let (site, mut rng, mut drafts) = (Site::open(7).await, Rng::with_seed(SEED), Vec::new());
    for number in 0..captured {
        let mut draft = rng.choice(&DOORS).unwrap().honest(&site, number).await;
        site.keys.seal(&mut draft);
        let answer = site.ask(draft.door, draft.request().unwrap()).await;
        assert_eq!(answer.status(), 200, "{draft:?}");
        drafts.push(draft);
    }
    // Within the five minutes in which Slack's are good.
    rest(100).await;
    let (before, runs) = (site.counts().await, site.runs());
    assert_eq!(before.accepted + before.noted, captured, "{before:?}");
    assert!(runs > captured / 2, "{runs}");
    for round in 0..3 {
        rng.shuffle(&mut drafts);
        for draft in &drafts {
            let answer = site.ask(draft.door, draft.request().unwrap()).await;
            assert_eq!(answer.status(), 200, "round {round}: {draft:?}");
        }
    }
    // A number sends one text a second.
    rest(3_600).await;
    let after = site.counts().await;
    println!("{runs} runs, {} of {} replays told apart", after.duplicates - before.duplicates, captured * 3);
    assert_eq!((after.accepted, after.noted, site.runs()), (before.accepted, before.noted, runs), "{after:?}");
    assert_eq!(after.duplicates - before.duplicates, captured * 3, "{after:?}");
    assert_eq!((after.in_flight, after.balance()), (0, true), "{after:?}");
}

/// Lets everything end that is under way.
async fn rest(seconds: u64) {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
}
