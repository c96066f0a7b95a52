//! A SQLite store in a folder of its own that goes with it.

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use async_trait::async_trait;
use messaging_core::{
    Secret, UnixMillis,
    capability::Verdict,
    id::{IntentId, MessageId},
    trace::{TimelineSpan, TraceFragment},
};
use messaging_store::{
    Abandoned, About, Admission, Admit, Answer, Arrival, Beat, Bill, Claim, Counts, Day, Decided, Decision, EndedReply,
    Erased, Erasure, EventId, Exported, Installations, Kept, Known, Lane, Lease, Letter, Live, Money, News, OptedOut,
    Record, Result, Seek, Settled, Shelf, Shelved, Slice, Spent, SqliteOptions, SqliteStore, Store, Subject, Tally,
    Traced, TurnEnd, Waits, suite::HandClock,
};

/// A folder that is removed when it is dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("store-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

pub fn options(hand: &HandClock) -> SqliteOptions {
    SqliteOptions { clock: hand.clock(), ..SqliteOptions::default() }
}

/// The store is dropped before its folder.
#[derive(Debug)]
pub struct Temporary {
    store: SqliteStore,
    _folder: Folder,
}

impl Temporary {
    pub fn open() -> (Self, HandClock) {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let store = SqliteStore::open(folder.file("messaging.db"), options(&hand)).unwrap();
        (Self { store, _folder: folder }, hand)
    }
}

#[async_trait]
impl Store for Temporary {
    async fn enroll(&self, node: &str) -> Result<u64> {
        self.store.enroll(node).await
    }

    async fn secret(&self, name: &str, fresh: &Secret) -> Result<Secret> {
        self.store.secret(name, fresh).await
    }

    async fn accept(&self, batch: Vec<Arrival>) -> Result<Vec<Verdict>> {
        self.store.accept(batch).await
    }

    async fn claim_traced(&self, seek: Seek) -> Result<(Vec<Claim>, Vec<EndedReply>)> {
        self.store.claim_traced(seek).await
    }

    async fn extend(&self, lease: &Lease, length: Duration) -> Result<Beat> {
        self.store.extend(lease, length).await
    }

    async fn begin_live(&self, lease: &Lease, id: &IntentId, text: &str) -> Result<Live> {
        self.store.begin_live(lease, id, text).await
    }

    async fn name_live(&self, lease: &Lease, id: &IntentId, message: Option<&MessageId>) -> Result<()> {
        self.store.name_live(lease, id, message).await
    }

    async fn live(&self, lease: &Lease) -> Result<Vec<Live>> {
        self.store.live(lease).await
    }

    async fn finish(&self, lease: &Lease, turn: TurnEnd) -> Result<()> {
        self.store.finish(lease, turn).await
    }

    async fn settle_traced(
        &self,
        lease: &Lease,
        intent: &IntentId,
        settled: Settled,
        spans: Vec<(EventId, TimelineSpan)>,
    ) -> Result<Vec<TraceFragment>> {
        self.store.settle_traced(lease, intent, settled, spans).await
    }

    async fn timeline(&self, cursor: u64) -> Result<Option<Traced>> {
        self.store.timeline(cursor).await
    }

    async fn timelines(&self, limit: usize) -> Result<Vec<Traced>> {
        self.store.timelines(limit).await
    }

    async fn admit(&self, lease: &Lease, intent: &IntentId, admit: &Admit) -> Result<Admission> {
        self.store.admit(lease, intent, admit).await
    }

    async fn opt_out(&self, lane: &Lane, address: &str, why: &str) -> Result<()> {
        self.store.opt_out(lane, address, why).await
    }

    async fn abandon(&self, account: &str, first: &str, why: &str) -> Result<Abandoned> {
        self.store.abandon(account, first, why).await
    }

    async fn bills(&self, limit: usize) -> Result<Vec<Bill>> {
        self.store.bills(limit).await
    }

    async fn billed(&self, bill: u64, price: Option<Money>) -> Result<()> {
        self.store.billed(bill, price).await
    }

    async fn spent(&self, since: Day) -> Result<Vec<Spent>> {
        self.store.spent(since).await
    }

    async fn opted_out(&self, limit: usize) -> Result<Vec<OptedOut>> {
        self.store.opted_out(limit).await
    }

    async fn records(&self, lane: &Lane, slice: Slice, limit: usize) -> Result<Vec<Record>> {
        self.store.records(lane, slice, limit).await
    }

    async fn news(&self, lane: &Lane, after: u64, limit: usize) -> Result<Vec<News>> {
        self.store.news(lane, after, limit).await
    }

    async fn about(&self, lane: &Lane) -> Result<About> {
        self.store.about(lane).await
    }

    async fn answer(&self, event: EventId) -> Result<Option<Answer>> {
        self.store.answer(event).await
    }

    async fn shelved(&self, shelf: Shelf, limit: usize) -> Result<Vec<Shelved>> {
        self.store.shelved(shelf, limit).await
    }

    async fn event(&self, name: &str) -> Result<Option<Kept>> {
        self.store.event(name).await
    }

    async fn letter(&self, id: &str) -> Result<Option<Letter>> {
        self.store.letter(id).await
    }

    async fn decide(&self, id: &str, decision: Decision) -> Result<Decided> {
        self.store.decide(id, decision).await
    }

    async fn export(&self, subject: &Subject) -> Result<Vec<Exported>> {
        self.store.export(subject).await
    }

    async fn erase(&self, erasure: Erasure) -> Result<Erased> {
        self.store.erase(erasure).await
    }

    async fn known(&self, account: &str, since: UnixMillis, limit: usize) -> Result<Vec<Known>> {
        self.store.known(account, since, limit).await
    }

    async fn caught_up(&self, lane: &Lane, to: UnixMillis) -> Result<()> {
        self.store.caught_up(lane, to).await
    }

    fn installations(&self) -> &dyn Installations {
        self.store.installations()
    }

    async fn counts(&self) -> Result<Counts> {
        self.store.counts().await
    }

    async fn tally(&self) -> Result<Tally> {
        self.store.tally().await
    }

    async fn waits(&self) -> Result<Waits> {
        self.store.waits().await
    }
}
