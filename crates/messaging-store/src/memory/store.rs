use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use messaging_core::{
    Clock, Secret, UnixMillis,
    capability::Verdict,
    id::{IntentId, MessageId},
    trace::{TimelineSpan, TraceFragment},
};
use tokio::time::Instant;

use super::{MemoryOptions, Tables};
use crate::{
    Abandoned, About, Admission, Admit, Answer, Arrival, Beat, Bill, Claim, Counts, Day, Decided, Decision, EndedReply,
    Erased, Erasure, EventId, Exported, Installation, Installations, Kept, Known, Lane, Lease, Letter, Live, Money,
    News, OptedOut, Record, Result, Seek, Settled, Shelf, Shelved, Slice, Spent, Store, Subject, Tally, Traced,
    TurnEnd, Waits, Workspace,
};

/// A store in memory: plain, bounded, and gone with its process. For tests and for `dev`.
///
/// What has ended is remembered up to a bound ([`MemoryOptions`]), the oldest goes first: an event told again after
/// that many others counts as new. Clones share one store.
#[derive(Clone)]
pub struct MemoryStore {
    tables: Arc<Mutex<Tables>>,
    clock: Clock,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new(options: MemoryOptions) -> Self {
        let tables = Tables::with_limits(options.hold_back, options.limits());
        Self { tables: Arc::new(Mutex::new(tables)), clock: options.clock }
    }

    /// Never held across an await. A poisoned lock is no worse than a lock: no verb leaves its tables half-changed.
    fn lock(&self) -> MutexGuard<'_, Tables> {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> UnixMillis {
        self.clock.millis()
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new(MemoryOptions::default())
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore").field("counts", &self.lock().counts()).finish_non_exhaustive()
    }
}

#[async_trait]
impl Store for MemoryStore {
    async fn enroll(&self, node: &str) -> Result<u64> {
        Ok(self.lock().enroll(node))
    }

    async fn secret(&self, name: &str, fresh: &Secret) -> Result<Secret> {
        Ok(self.lock().secret(name, fresh))
    }

    async fn accept(&self, batch: Vec<Arrival>) -> Result<Vec<Verdict>> {
        self.lock().accept(self.now(), batch)
    }

    async fn claim_traced(&self, seek: Seek) -> Result<(Vec<Claim>, Vec<EndedReply>)> {
        let asked = Instant::now();
        let mut tables = self.lock();
        let grants = tables.claim(self.now(), &seek)?;
        let claims = grants.into_iter().map(|grant| grant.asked_at(asked, seek.lease)).collect();
        Ok((claims, tables.take_ended()))
    }

    async fn extend(&self, lease: &Lease, length: Duration) -> Result<Beat> {
        self.lock().extend(self.now(), lease, length)
    }

    async fn begin_live(&self, lease: &Lease, id: &IntentId, text: &str) -> Result<Live> {
        self.lock().begin_live(self.now(), lease, id, text)
    }

    async fn name_live(&self, lease: &Lease, id: &IntentId, message: Option<&MessageId>) -> Result<()> {
        self.lock().name_live(lease, id, message)
    }

    async fn live(&self, lease: &Lease) -> Result<Vec<Live>> {
        self.lock().leftovers(lease)
    }

    async fn finish(&self, lease: &Lease, turn: TurnEnd) -> Result<()> {
        self.lock().finish(self.now(), lease, &turn)
    }

    async fn settle_traced(
        &self,
        lease: &Lease,
        intent: &IntentId,
        settled: Settled,
        spans: Vec<(EventId, TimelineSpan)>,
    ) -> Result<Vec<TraceFragment>> {
        self.lock().settle(self.now(), lease, intent, &settled, &spans)
    }

    async fn admit(&self, lease: &Lease, intent: &IntentId, admit: &Admit) -> Result<Admission> {
        self.lock().admit(self.now(), lease, intent, admit)
    }

    async fn opt_out(&self, lane: &Lane, address: &str, why: &str) -> Result<()> {
        self.lock().opt_out(self.now(), lane, address, why);
        Ok(())
    }

    async fn abandon(&self, account: &str, first: &str, why: &str) -> Result<Abandoned> {
        Ok(self.lock().abandon(self.now(), account, first, why))
    }

    async fn bills(&self, limit: usize) -> Result<Vec<Bill>> {
        Ok(self.lock().bills(self.now(), limit))
    }

    async fn billed(&self, bill: u64, price: Option<Money>) -> Result<()> {
        self.lock().billed(bill, price.as_ref());
        Ok(())
    }

    async fn spent(&self, since: Day) -> Result<Vec<Spent>> {
        Ok(self.lock().spent(since))
    }

    async fn opted_out(&self, limit: usize) -> Result<Vec<OptedOut>> {
        Ok(self.lock().opted_out(limit))
    }

    async fn records(&self, lane: &Lane, slice: Slice, limit: usize) -> Result<Vec<Record>> {
        Ok(self.lock().records(lane, slice, limit))
    }

    async fn news(&self, lane: &Lane, after: u64, limit: usize) -> Result<Vec<News>> {
        Ok(self.lock().news(lane, after, limit))
    }

    async fn about(&self, lane: &Lane) -> Result<About> {
        Ok(self.lock().about(lane))
    }

    async fn answer(&self, event: EventId) -> Result<Option<Answer>> {
        Ok(self.lock().hand_out(self.now(), event))
    }

    async fn shelved(&self, shelf: Shelf, limit: usize) -> Result<Vec<Shelved>> {
        Ok(self.lock().shelved(shelf, limit))
    }

    async fn event(&self, name: &str) -> Result<Option<Kept>> {
        Ok(self.lock().event(name))
    }

    async fn timeline(&self, cursor: u64) -> Result<Option<Traced>> {
        Ok(self.lock().timeline(cursor))
    }

    async fn timelines(&self, limit: usize) -> Result<Vec<Traced>> {
        Ok(self.lock().timelines(limit))
    }

    async fn letter(&self, id: &str) -> Result<Option<Letter>> {
        Ok(self.lock().letter(id))
    }

    async fn decide(&self, id: &str, decision: Decision) -> Result<Decided> {
        self.lock().decide(self.now(), id, decision)
    }

    async fn export(&self, subject: &Subject) -> Result<Vec<Exported>> {
        self.lock().export(subject)
    }

    async fn erase(&self, erasure: Erasure) -> Result<Erased> {
        Ok(self.lock().erase(self.now(), &erasure))
    }

    async fn known(&self, account: &str, since: UnixMillis, limit: usize) -> Result<Vec<Known>> {
        Ok(self.lock().known(account, since, limit))
    }

    async fn caught_up(&self, lane: &Lane, to: UnixMillis) -> Result<()> {
        self.lock().caught_up(lane, to);
        Ok(())
    }

    fn installations(&self) -> &dyn Installations {
        self
    }

    async fn counts(&self) -> Result<Counts> {
        Ok(self.lock().counts())
    }

    async fn tally(&self) -> Result<Tally> {
        Ok(self.lock().tally())
    }

    async fn waits(&self) -> Result<Waits> {
        Ok(self.lock().waits(self.now()))
    }
}

#[async_trait]
impl Installations for MemoryStore {
    async fn keep(&self, row: Installation, seen: Option<u64>) -> Result<bool> {
        self.lock().keep_installation(row, seen)
    }

    async fn find(&self, workspace: &Workspace) -> Result<Option<Installation>> {
        Ok(self.lock().installation(workspace))
    }

    async fn list(&self, account: &str, limit: usize) -> Result<Vec<Installation>> {
        Ok(self.lock().installations_of(account, limit))
    }

    async fn forget(&self, workspace: &Workspace) -> Result<bool> {
        Ok(self.lock().forget_installation(workspace))
    }

    async fn spend(&self, account: &str, word: &str, until: UnixMillis) -> Result<bool> {
        self.lock().spend_word(self.now(), account, word, until)
    }
}
