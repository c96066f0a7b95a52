//! What was acknowledged is still there: after a restart, and after a crash at any moment.
#![cfg(feature = "sqlite")]
#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "it is a test, and shares a folder with others"
)]

mod temporary;

use std::{path::Path, time::Duration};

use messaging_core::{
    ConversationRef, Event, EventKind, Keyword, Place, Secret, SendMessage,
    message::{Author, Message},
};
use messaging_store::{
    Admission, Admit, Arrival, Charge, Day, Draft, Ending, Lane, Seek, Sender, Settled, Side, Slice, SqliteStore,
    Store, StoreError, TurnEnd, Work,
    suite::{HandClock, run},
};
use temporary::{Folder, options};

const LEASE: Duration = Duration::from_secs(30);

fn lane() -> Lane {
    Lane::new(ConversationRef::new("suite", Place::new("chat", ["c"])))
}

fn said(text: &str) -> Vec<Arrival> {
    let message = Message::new(text, Author::new("ada"), text);
    let event = Event::new(text, lane().conversation.place().clone(), EventKind::MessageAdded(message));
    vec![Arrival::new(lane(), event)]
}

fn seek(life: u64, side: Side) -> Seek {
    Seek {
        node: "node".into(),
        life,
        side,
        lanes: 16,
        turns: 1,
        events: 16,
        suspect_after: u32::MAX,
        suspects: usize::MAX,
        lease: LEASE,
        window: Duration::ZERO,
        held: messaging_store::Held::default(),
    }
}

/// Answers everything that waits with one reply named `name`.
async fn reply(store: &SqliteStore, life: u64, name: &str) {
    let mut claims = store.claim(seek(life, Side::Turns)).await.unwrap();
    let claim = claims.remove(0);
    let Work::Turn(queued) = claim.work else { panic!("a turn") };
    let message = SendMessage::new(lane().conversation.place().clone(), name);
    let ending = Ending::Replied(vec![Draft::new(name, message)]);
    let consumed = queued.iter().map(|queued| queued.id).collect();
    store.finish(&claim.lease, TurnEnd::new(consumed, ending)).await.unwrap();
}

/// Copies what a crash would leave behind: the file and its log, as they are at this moment.
fn crash(from: &Path, to: &Path) {
    for ending in ["", "-wal"] {
        let with = |path: &Path| format!("{}{ending}", path.display());
        std::fs::copy(with(from), with(to)).unwrap();
    }
}

#[test]
fn everything_is_still_there_after_a_restart() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        let life = store.enroll("node").await.unwrap();
        let first = store.accept(said("one")).await.unwrap();
        reply(&store, life, "answer").await;
        store.claim(seek(life, Side::Sends)).await.unwrap();
        let before = store.counts().await.unwrap();
        drop(store);
        assert!(!folder.file("messaging.db-wal").exists(), "the log was copied into the file");

        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        assert_eq!(store.counts().await.unwrap(), before);
        let again = store.accept(said("one")).await.unwrap();
        assert_eq!((again[0].duplicate, &again[0].id, again[0].cursor), (true, &first[0].id, first[0].cursor));
        assert!(
            store.accept(said("two")).await.unwrap()[0].cursor > first[0].cursor + 1,
            "cursors are never used twice"
        );
        let next = store.enroll("node").await.unwrap();
        assert!(next > life);
        assert_eq!(store.claim(seek(life, Side::Sends)).await.map(|claims| claims.len()), Err(StoreError::Fenced));
        let mut claims = store.claim(seek(next, Side::Sends)).await.unwrap();
        let claim = claims.remove(0);
        let Work::Send(intent) = claim.work else { panic!("a send") };
        let doubt = intent.doubt.expect("the first life may have sent it");
        assert_eq!(doubt.since, hand.millis().plus(LEASE));
        store.settle(&claim.lease, &intent.id, Settled::in_doubt(LEASE, "fog")).await.unwrap();
    });
}

#[test]
fn a_burst_is_waited_for_over_a_restart() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        let patient = |life| Seek { window: Duration::from_secs(2), ..seek(life, Side::Turns) };
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        let life = store.enroll("node").await.unwrap();
        store.accept(said("one")).await.unwrap();
        hand.advance(Duration::from_millis(1_500));
        store.accept(said("two")).await.unwrap();
        assert!(store.claim(patient(life)).await.unwrap().is_empty());
        drop(store);
        hand.advance(Duration::from_millis(1_999));
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        let life = store.enroll("node").await.unwrap();
        assert!(store.claim(patient(life)).await.unwrap().is_empty());
        hand.advance(Duration::from_millis(1));
        let claim = store.claim(patient(life)).await.unwrap().remove(0);
        let Work::Turn(queued) = claim.work else { panic!("a turn") };
        assert_eq!(queued.len(), 2, "the restart did not begin the wait anew");
    });
}

#[test]
fn a_secret_outlives_a_crash_and_a_restart() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let (file, copy) = (folder.file("messaging.db"), folder.file("copy.db"));
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        assert_eq!(store.secret("media", &Secret::new("first")).await.unwrap().expose(), "first");
        crash(&file, &copy);
        drop(store);
        for file in [file, copy] {
            let store = SqliteStore::open(&file, options(&hand)).unwrap();
            assert_eq!(store.secret("media", &Secret::new("second")).await.unwrap().expose(), "first");
        }
    });
}

#[test]
fn whatever_was_answered_before_a_crash_is_there_after_it() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        let life = store.enroll("node").await.unwrap();
        for number in 0..40_u64 {
            store.accept(said(&format!("n{number}"))).await.unwrap();
            if number % 3 == 0 {
                reply(&store, life, &format!("r{number}")).await;
            }
            if number % 8 != 0 {
                continue;
            }
            let counts = store.counts().await.unwrap();
            let copy = folder.file(&format!("copy-{number}.db"));
            crash(&file, &copy);
            let survivor = SqliteStore::open(&copy, options(&hand)).unwrap();
            assert_eq!(survivor.counts().await.unwrap(), counts);
            for known in 0..=number {
                assert!(survivor.accept(said(&format!("n{known}"))).await.unwrap()[0].duplicate, "n{known}");
            }
            let records = survivor.records(&lane(), Slice::After(0), 100).await.unwrap();
            assert_eq!(records.len() as u64, number + 1);
        }
    });
}

#[test]
fn a_crash_among_many_callers_keeps_every_answer() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        let calls: Vec<_> = (0..200)
            .map(|number| {
                let (store, name) = (store.clone(), format!("n{number}"));
                tokio::spawn(async move { store.accept(said(&name)).await.map(|_| name) })
            })
            .collect();
        let mut answered = Vec::new();
        for call in calls {
            answered.push(call.await.unwrap().unwrap());
            if answered.len() == 100 {
                break;
            }
        }
        let copy = folder.file("copy.db");
        crash(&file, &copy);
        let survivor = SqliteStore::open(&copy, options(&hand)).unwrap();
        for name in answered {
            assert!(survivor.accept(said(&name)).await.unwrap()[0].duplicate, "{name}");
        }
        assert!(survivor.counts().await.unwrap().balance());
    });
}

#[test]
fn what_is_old_is_forgotten_and_what_is_in_flight_never() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        let life = store.enroll("node").await.unwrap();
        store.accept(said("ended")).await.unwrap();
        reply(&store, life, "answer").await;
        let mut claims = store.claim(seek(life, Side::Sends)).await.unwrap();
        let claim = claims.remove(0);
        let sent = Settled::Sent(messaging_core::message::Receipt::of("m"));
        store.settle(&claim.lease, &"answer".into(), sent).await.unwrap();
        store.accept(said("waiting")).await.unwrap();
        let before = store.counts().await.unwrap();
        hand.advance(Duration::from_secs(8 * 24 * 3_600));
        // The writer tidies up once it has answered, when nobody waits; it ends after that.
        store.counts().await.unwrap();
        drop(store);
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        assert_eq!(store.counts().await.unwrap(), before, "what became of everything is still known");
        assert!(store.accept(said("waiting")).await.unwrap()[0].duplicate);
        assert!(!store.accept(said("ended")).await.unwrap()[0].duplicate);
        let records = store.records(&lane(), Slice::After(0), 10).await.unwrap();
        assert_eq!(records.iter().map(|record| record.content.text.as_str()).collect::<Vec<_>>(), ["ended"]);
    });
}

#[test]
fn a_stop_that_was_answered_outlives_a_crash() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        let life = store.enroll("node").await.unwrap();
        let by_ada = |text: &str| {
            let sender = Sender { address: "+15550100777".into(), alone: true };
            said(text).remove(0).from_sender(sender)
        };
        store.accept(vec![by_ada("hi")]).await.unwrap();
        reply(&store, life, "waiting").await;
        let mut stop = by_ada("stop");
        stop.event = stop.event.with_keyword(Keyword::Stop);
        store.accept(vec![stop.clone()]).await.unwrap();
        let copy = folder.file("copy.db");
        crash(&file, &copy);

        let survivor = SqliteStore::open(&copy, options(&hand)).unwrap();
        let out = survivor.opted_out(10).await.unwrap();
        assert_eq!(out.iter().map(|one| one.address.as_str()).collect::<Vec<_>>(), ["+15550100777"]);
        let counts = survivor.counts().await.unwrap();
        assert_eq!((counts.rejected, counts.in_flight, counts.balance()), (1, 0, true));
        assert!(survivor.accept(vec![stop]).await.unwrap()[0].duplicate);
        let life = survivor.enroll("node").await.unwrap();
        survivor.accept(vec![by_ada("and now?")]).await.unwrap();
        reply(&survivor, life, "unwanted").await;
        let claim = survivor.claim(seek(life, Side::Sends)).await.unwrap().remove(0);
        let charge = Charge { country: None, channel: "sms".into(), units: 1, cost: None };
        let (address, limits) = (Some("+15550100777".into()), Vec::new());
        let asked = Admit { address, window: None, charge, limits, billed: false, instead: None };
        let told = survivor.admit(&claim.lease, &"unwanted".into(), &asked).await.unwrap();
        assert!(matches!(told, Admission::OptedOut { .. }), "{told:?}");
    });
}

#[test]
fn spending_is_kept_for_400_days_and_consent_for_ever() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        let charge = Charge { country: None, channel: "sms".into(), units: 1, cost: None };
        let mut stop = said("stop").remove(0).charged(charge);
        stop.event = stop.event.with_keyword(Keyword::Stop);
        stop = stop.from_sender(Sender { address: "ada".into(), alone: true });
        store.accept(vec![stop]).await.unwrap();
        for (days, left) in [(399, 1), (2, 0)] {
            hand.advance(Duration::from_secs(days * 24 * 3_600));
            // The writer tidies up once it has answered, when nobody waits; the next call comes after that.
            store.counts().await.unwrap();
            store.counts().await.unwrap();
            assert_eq!(store.spent(Day(0)).await.unwrap().len(), left, "after {days} more days");
        }
        assert_eq!(store.opted_out(10).await.unwrap().len(), 1);
    });
}
