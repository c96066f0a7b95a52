//! Group commit, and what happens when it fails.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc,
    },
};

use messaging_core::{
    ConversationRef, Event, EventKind, Place,
    message::{Author, Message},
};

use super::{SqliteOptions, SqliteStore};
use crate::{Arrival, Lane, Store, StoreError, suite::run};

/// A store whose commits are counted, and refused on demand, by SQLite's own hook.
struct Watched {
    store: SqliteStore,
    commits: Arc<AtomicUsize>,
    refuse: Arc<AtomicBool>,
    folder: PathBuf,
}

impl Watched {
    fn open(name: &str, options: SqliteOptions) -> Self {
        let folder = std::env::temp_dir().join(format!("messaging-store-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (commits, refuse) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let (counted, refused) = (Arc::clone(&commits), Arc::clone(&refuse));
        let hook = move || {
            counted.fetch_add(1, Ordering::SeqCst);
            refused.load(Ordering::SeqCst)
        };
        let prepare = |connection: &mut rusqlite::Connection| connection.commit_hook(Some(hook));
        let store = SqliteStore::open_with(&folder.join("messaging.db"), options, prepare).unwrap();
        Self { store, commits, refuse, folder }
    }

    /// Keeps the writer busy until the sender is dropped; returns once it is.
    fn hold(&self) -> mpsc::Sender<()> {
        let (release, released) = mpsc::channel();
        let (busy, is_busy) = mpsc::channel();
        let job = move |_: Result<&super::verbs::Verbs<'_>, StoreError>| -> super::writer::Reply {
            busy.send(()).unwrap();
            let _ = released.recv();
            Box::new(|_| ())
        };
        self.store.send(Box::new(job)).unwrap();
        is_busy.recv().unwrap();
        release
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).unwrap();
    }
}

fn said(text: &str) -> Vec<Arrival> {
    let place = Place::new("chat", [text]);
    let message = Message::new(text, Author::new("ada"), text);
    let event = Event::new(text, place.clone(), EventKind::MessageAdded(message));
    vec![Arrival::new(Lane::new(ConversationRef::new("suite", place)), event)]
}

/// Starts as many calls as there are texts while the writer is held, then lets it go; returns their answers.
async fn together<T: Send + 'static, F: Future<Output = T> + Send + 'static>(
    watched: &Watched,
    calls: impl IntoIterator<Item = F>,
) -> Vec<T> {
    let held = watched.hold();
    let calls: Vec<_> = calls.into_iter().map(tokio::spawn).collect();
    while watched.store.waiting() < calls.len() {
        tokio::task::yield_now().await;
    }
    drop(held);
    let mut answers = Vec::new();
    for call in calls {
        answers.push(call.await.unwrap());
    }
    answers
}

#[test]
fn calls_that_wait_share_a_commit() {
    run(async {
        let watched = Watched::open("share", SqliteOptions::default());
        let accepts = (0..256).map(|number| {
            let store = watched.store.clone();
            async move { store.accept(said(&format!("n{number}"))).await }
        });
        let before = watched.commits.load(Ordering::SeqCst);
        let answers = together(&watched, accepts).await;
        assert!(answers.iter().all(|answer| answer.as_ref().is_ok_and(|verdicts| !verdicts[0].duplicate)));
        let commits = watched.commits.load(Ordering::SeqCst) - before;
        assert!((1..=2).contains(&commits), "{commits} commits for 256 calls");
    });
}

#[test]
fn what_only_reads_costs_no_commit() {
    run(async {
        let watched = Watched::open("read", SqliteOptions::default());
        watched.store.accept(said("one")).await.unwrap();
        let before = watched.commits.load(Ordering::SeqCst);
        watched.store.counts().await.unwrap();
        watched.store.shelved(crate::Shelf::Dead, 10).await.unwrap();
        assert_eq!(watched.commits.load(Ordering::SeqCst), before);
    });
}

#[test]
fn a_call_that_fails_harms_no_other_in_its_group() {
    run(async {
        let watched = Watched::open("poison", SqliteOptions { max_in_flight: 3, ..SqliteOptions::default() });
        let batches = [said("one"), [said("two"), said("three"), said("four")].concat(), said("five")];
        let accepts = batches.map(|batch| {
            let store = watched.store.clone();
            async move { store.accept(batch).await }
        });
        let answers = together(&watched, accepts).await;
        assert!(matches!(answers.as_slice(), [Ok(_), Err(StoreError::Full(_)), Ok(_)]), "{answers:?}");
        let counts = watched.store.counts().await.unwrap();
        assert_eq!((counts.accepted, counts.in_flight), (2, 2), "nothing of the second batch is there");
        let again = watched.store.accept(said("one")).await.unwrap();
        assert!(again[0].duplicate, "a duplicate is welcome in a full store");
    });
}

#[test]
fn a_commit_that_failed_is_told_to_all_and_never_tried_again() {
    run(async {
        let watched = Watched::open("broken", SqliteOptions::default());
        watched.store.accept(said("kept")).await.unwrap();
        watched.refuse.store(true, Ordering::SeqCst);
        let accepts = ["one", "two"].map(|text| {
            let store = watched.store.clone();
            async move { store.accept(said(text)).await }
        });
        for answer in together(&watched, accepts).await {
            assert!(matches!(&answer, Err(StoreError::Broken(why)) if why.contains("commit")), "{answer:?}");
        }
        watched.refuse.store(false, Ordering::SeqCst);
        let commits = watched.commits.load(Ordering::SeqCst);
        let refused = watched.store.counts().await;
        assert!(matches!(&refused, Err(StoreError::Broken(why)) if why.contains("start again")), "{refused:?}");
        assert_eq!(watched.commits.load(Ordering::SeqCst), commits);
    });
}

#[test]
fn a_call_nobody_waits_for_stands() {
    run(async {
        let watched = Watched::open("dropped", SqliteOptions::default());
        let held = watched.hold();
        let store = watched.store.clone();
        let call = tokio::spawn(async move { store.accept(said("one")).await });
        while watched.store.waiting() == 0 {
            tokio::task::yield_now().await;
        }
        call.abort();
        assert!(call.await.unwrap_err().is_cancelled());
        drop(held);
        assert!(watched.store.accept(said("one")).await.unwrap()[0].duplicate);
    });
}

#[test]
fn new_events_are_refused_before_work_under_way() {
    run(async {
        let watched = Watched::open("full", SqliteOptions { max_waiting: 8, ..SqliteOptions::default() });
        let held = watched.hold();
        let counts = (0..6).map(|_| {
            let store = watched.store.clone();
            tokio::spawn(async move { store.counts().await })
        });
        let counts: Vec<_> = counts.collect();
        while watched.store.waiting() < 6 {
            tokio::task::yield_now().await;
        }
        let refused = watched.store.accept(said("one")).await;
        assert!(matches!(refused, Err(StoreError::Full(_))), "{refused:?}");
        drop(held);
        for call in counts {
            call.await.unwrap().unwrap();
        }
        watched.store.accept(said("one")).await.unwrap();
    });
}
