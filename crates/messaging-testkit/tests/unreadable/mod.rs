//! A store that does not answer everything.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
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
    Erased, Erasure, EventId, Exported, Installations, Kept, Known, Lane, Lease, Letter, Live, MemoryStore, Money,
    News, OptedOut, Record, Result, Seek, Settled, Shelf, Shelved, Slice, Spent, Store, StoreError, Subject, Tally,
    Traced, TurnEnd, Waits,
};
use tokio::time::{Instant, timeout};

/// A store whose records cannot be read.
#[derive(Debug)]
pub(crate) struct Unreadable {
    pub(crate) inner: MemoryStore,
    pub(crate) reads: Arc<AtomicU32>,
    /// From when on it does not answer any more whether there is something to do.
    pub(crate) silent_from: Option<Instant>,
}

#[async_trait]
impl Store for Unreadable {
    async fn enroll(&self, node: &str) -> Result<u64> {
        self.inner.enroll(node).await
    }

    async fn secret(&self, name: &str, fresh: &Secret) -> Result<Secret> {
        self.inner.secret(name, fresh).await
    }

    async fn accept(&self, batch: Vec<Arrival>) -> Result<Vec<Verdict>> {
        self.inner.accept(batch).await
    }

    async fn claim_traced(&self, seek: Seek) -> Result<(Vec<Claim>, Vec<EndedReply>)> {
        if self.silent_from.is_some_and(|from| Instant::now() >= from) {
            std::future::pending::<()>().await;
        }
        self.inner.claim_traced(seek).await
    }

    async fn extend(&self, lease: &Lease, length: Duration) -> Result<Beat> {
        self.inner.extend(lease, length).await
    }

    async fn begin_live(&self, lease: &Lease, id: &IntentId, text: &str) -> Result<Live> {
        self.inner.begin_live(lease, id, text).await
    }

    async fn name_live(&self, lease: &Lease, id: &IntentId, message: Option<&MessageId>) -> Result<()> {
        self.inner.name_live(lease, id, message).await
    }

    async fn live(&self, lease: &Lease) -> Result<Vec<Live>> {
        self.inner.live(lease).await
    }

    async fn finish(&self, lease: &Lease, turn: TurnEnd) -> Result<()> {
        self.inner.finish(lease, turn).await
    }

    async fn settle_traced(
        &self,
        lease: &Lease,
        intent: &IntentId,
        settled: Settled,
        spans: Vec<(EventId, TimelineSpan)>,
    ) -> Result<Vec<TraceFragment>> {
        self.inner.settle_traced(lease, intent, settled, spans).await
    }

    async fn timeline(&self, cursor: u64) -> Result<Option<Traced>> {
        self.inner.timeline(cursor).await
    }

    async fn timelines(&self, limit: usize) -> Result<Vec<Traced>> {
        self.inner.timelines(limit).await
    }

    async fn admit(&self, lease: &Lease, intent: &IntentId, admit: &Admit) -> Result<Admission> {
        self.inner.admit(lease, intent, admit).await
    }

    async fn opt_out(&self, lane: &Lane, address: &str, why: &str) -> Result<()> {
        self.inner.opt_out(lane, address, why).await
    }

    async fn abandon(&self, account: &str, first: &str, why: &str) -> Result<Abandoned> {
        self.inner.abandon(account, first, why).await
    }

    async fn bills(&self, limit: usize) -> Result<Vec<Bill>> {
        self.inner.bills(limit).await
    }

    async fn billed(&self, bill: u64, price: Option<Money>) -> Result<()> {
        self.inner.billed(bill, price).await
    }

    async fn spent(&self, since: Day) -> Result<Vec<Spent>> {
        self.inner.spent(since).await
    }

    async fn opted_out(&self, limit: usize) -> Result<Vec<OptedOut>> {
        self.inner.opted_out(limit).await
    }

    async fn records(&self, _: &Lane, _: Slice, _: usize) -> Result<Vec<Record>> {
        // A store that answers at once would let the loop starve the test's own clock.
        let _ = timeout(Duration::from_millis(1), std::future::pending::<()>()).await;
        self.reads.fetch_add(1, Ordering::Relaxed);
        Err(StoreError::Unavailable("a damaged row".into()))
    }

    async fn news(&self, lane: &Lane, after: u64, limit: usize) -> Result<Vec<News>> {
        self.inner.news(lane, after, limit).await
    }

    async fn about(&self, lane: &Lane) -> Result<About> {
        self.inner.about(lane).await
    }

    async fn answer(&self, event: EventId) -> Result<Option<Answer>> {
        self.inner.answer(event).await
    }

    async fn event(&self, name: &str) -> Result<Option<Kept>> {
        self.inner.event(name).await
    }

    async fn letter(&self, id: &str) -> Result<Option<Letter>> {
        self.inner.letter(id).await
    }

    async fn decide(&self, id: &str, decision: Decision) -> Result<Decided> {
        self.inner.decide(id, decision).await
    }

    async fn shelved(&self, shelf: Shelf, limit: usize) -> Result<Vec<Shelved>> {
        self.inner.shelved(shelf, limit).await
    }

    async fn export(&self, subject: &Subject) -> Result<Vec<Exported>> {
        self.inner.export(subject).await
    }

    async fn erase(&self, erasure: Erasure) -> Result<Erased> {
        self.inner.erase(erasure).await
    }

    async fn known(&self, account: &str, since: UnixMillis, limit: usize) -> Result<Vec<Known>> {
        self.inner.known(account, since, limit).await
    }

    async fn caught_up(&self, lane: &Lane, to: UnixMillis) -> Result<()> {
        self.inner.caught_up(lane, to).await
    }

    fn installations(&self) -> &dyn Installations {
        self.inner.installations()
    }

    async fn counts(&self) -> Result<Counts> {
        self.inner.counts().await
    }

    async fn tally(&self) -> Result<Tally> {
        self.inner.tally().await
    }

    async fn waits(&self) -> Result<Waits> {
        self.inner.waits().await
    }
}
