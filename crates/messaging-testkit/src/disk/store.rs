use std::{fmt, sync::Arc, time::Duration};

use async_trait::async_trait;
use messaging_core::{
    Secret, UnixMillis,
    capability::Verdict,
    id::{IntentId, MessageId},
    trace::{TimelineSpan, TraceFragment},
};
use messaging_store::{
    Abandoned, About, Admission, Admit, Answer, Arrival, Beat, Bill, Claim, Counts, Day, Decided, Decision, EndedReply,
    Erased, Erasure, EventId, Exported, Installation, Installations, Kept, Known, Lane, Lease, Letter, Live, Money,
    News, OptedOut, Record, Result, Seek, Settled, Shelf, Shelved, Slice, Spent, Store, StoreError, Subject, Tally,
    Traced, TurnEnd, Waits, Workspace, memory::Tables,
};
use tokio::{sync::oneshot, time::Instant};

use super::{
    Line, Sabotage,
    platter::{Entry, Shared, Verb},
    sabotage,
};

/// How far a cursor is ahead that should not be.
const AHEAD: Duration = Duration::from_secs(3_600);

/// One connection to the store on a [`Disk`](super::Disk); useless after a power cut.
#[derive(Clone)]
pub struct DiskStore {
    disk: Arc<Shared>,
    life: u64,
    line: Line,
}

impl DiskStore {
    pub(super) fn new(disk: Arc<Shared>, life: u64, line: Line) -> Self {
        Self { disk, life, line }
    }

    /// Does `verb` at once, answers when the log is durable up to everything `verb` has seen.
    async fn commit<T: Send>(&self, verb: impl Fn(&mut Tables, UnixMillis) -> T + Send + 'static) -> Result<T> {
        self.commit_torn(verb, None).await
    }

    /// Like [`commit`](Self::commit); `torn` is what is left of it if the power is cut just behind it.
    async fn commit_torn<T: Send>(
        &self,
        verb: impl Fn(&mut Tables, UnixMillis) -> T + Send + 'static,
        torn: Option<Verb>,
    ) -> Result<T> {
        self.line.there().await?;
        let answer = self.do_now(verb, torn)?;
        let (answer, synced) = answer;
        if let Some(synced) = synced {
            synced.await.map_err(|_| self.gone())?;
        }
        self.line.back()?;
        Ok(answer)
    }

    /// Does `verb`, and returns who tells when it is durable, if it is not yet.
    fn do_now<T>(
        &self,
        verb: impl Fn(&mut Tables, UnixMillis) -> T + Send + 'static,
        torn: Option<Verb>,
    ) -> Result<(T, Option<oneshot::Receiver<()>>)> {
        let mut platter = self.disk.lock();
        if platter.life != self.life {
            drop(platter);
            return Err(self.gone());
        }
        let now = self.disk.clock.millis();
        let answer = verb(&mut platter.tables, now);
        if platter.tables.was_written() {
            if platter.is_full() {
                // Nothing of it was done.
                platter.play_again(self.disk.model.hold_back);
                return Err(StoreError::Unavailable("the disk is full".into()));
            }
            let entry = move |tables: &mut Tables, at: UnixMillis| drop(verb(tables, at));
            platter.log.push(Entry { at: now, verb: Box::new(entry), torn });
            self.disk.work.notify_one();
        }
        let end = platter.log.len();
        if platter.durable >= end || self.sabotage() == Sabotage::AnswerBeforeSync {
            return Ok((answer, None));
        }
        let (waiter, synced) = oneshot::channel();
        platter.waiting.push((end, waiter));
        Ok((answer, Some(synced)))
    }

    /// Why this connection is of no use any more.
    fn gone(&self) -> StoreError {
        if self.disk.lock().broken.contains(&self.life) {
            return StoreError::Broken("a sync failed; start again".into());
        }
        StoreError::Unavailable("the power was cut".into())
    }

    fn sabotage(&self) -> Sabotage {
        self.disk.model.sabotage
    }

    /// The name under which the tables know a send.
    fn name_of(&self, intent: &IntentId) -> IntentId {
        self.disk.lock().memory.name_of(intent)
    }

    /// The lease as the tables are shown it.
    fn shown(&self, lease: &Lease) -> Lease {
        let mut lease = lease.clone();
        self.disk.lock().memory.spoil_lease(self.sabotage(), &mut lease);
        lease
    }
}

#[async_trait]
impl Store for DiskStore {
    async fn enroll(&self, node: &str) -> Result<u64> {
        let node = node.to_owned();
        self.commit(move |tables, _| tables.enroll(&node)).await
    }

    async fn secret(&self, name: &str, fresh: &Secret) -> Result<Secret> {
        let (name, fresh) = (name.to_owned(), fresh.clone());
        self.commit(move |tables, _| tables.secret(&name, &fresh)).await
    }

    async fn accept(&self, mut batch: Vec<Arrival>) -> Result<Vec<Verdict>> {
        let now = self.disk.clock.millis();
        let known = self.disk.lock().memory.spoil_batch(self.sabotage(), now, &mut batch);
        if let Some(verdicts) = known {
            return Ok(verdicts);
        }
        let stored = self.commit(move |tables, now| tables.accept(now, batch.as_slice())).await;
        match stored {
            Err(StoreError::Unavailable(_)) if self.sabotage() == Sabotage::SwallowErrors => Ok(Vec::new()),
            stored => stored?,
        }
    }

    async fn claim_traced(&self, mut seek: Seek) -> Result<(Vec<Claim>, Vec<EndedReply>)> {
        sabotage::spoil_seek(self.sabotage(), &mut seek);
        let (asked, length) = (Instant::now(), seek.lease);
        let claim =
            move |tables: &mut Tables, now| tables.claim(now, &seek).map(|grants| (grants, tables.take_ended()));
        let (grants, ended) = self.commit(claim).await??;
        let mut claims: Vec<_> = grants.into_iter().map(|grant| grant.asked_at(asked, length)).collect();
        self.disk.lock().memory.spoil_claims(self.sabotage(), &mut claims);
        Ok((claims, ended))
    }

    async fn extend(&self, lease: &Lease, length: Duration) -> Result<Beat> {
        if self.sabotage() == Sabotage::NoHeartbeat && !length.is_zero() {
            return Ok(Beat { queued: 0, stopped: false });
        }
        let lease = self.shown(lease);
        self.commit(move |tables, now| tables.extend(now, &lease, length)).await?
    }

    async fn begin_live(&self, lease: &Lease, id: &IntentId, text: &str) -> Result<Live> {
        let (lease, id, text) = (self.shown(lease), id.clone(), text.to_owned());
        self.commit(move |tables, now| tables.begin_live(now, &lease, &id, &text)).await?
    }

    async fn name_live(&self, lease: &Lease, id: &IntentId, message: Option<&MessageId>) -> Result<()> {
        let (lease, id, message) = (self.shown(lease), id.clone(), message.cloned());
        self.commit(move |tables, _| tables.name_live(&lease, &id, message.as_ref())).await?
    }

    async fn live(&self, lease: &Lease) -> Result<Vec<Live>> {
        let lease = self.shown(lease);
        self.commit(move |tables, _| tables.leftovers(&lease)).await?
    }

    async fn finish(&self, lease: &Lease, mut turn: TurnEnd) -> Result<()> {
        let lease = self.shown(lease);
        let torn = sabotage::spoil_end(self.sabotage(), &lease, &mut turn);
        let others = self.disk.lock().memory.end_with(&lease);
        let finish = move |tables: &mut Tables, now| {
            let ended = tables.finish(now, &lease, &turn);
            for other in &others {
                drop(tables.extend(now, other, Duration::ZERO));
            }
            ended
        };
        self.commit_torn(finish, torn).await?
    }

    async fn timeline(&self, cursor: u64) -> Result<Option<Traced>> {
        self.commit(move |tables, _| tables.timeline(cursor)).await
    }

    async fn timelines(&self, limit: usize) -> Result<Vec<Traced>> {
        self.commit(move |tables, _| tables.timelines(limit)).await
    }

    async fn settle_traced(
        &self,
        lease: &Lease,
        intent: &IntentId,
        settled: Settled,
        spans: Vec<(EventId, TimelineSpan)>,
    ) -> Result<Vec<TraceFragment>> {
        let (lease, intent) = (self.shown(lease), self.name_of(intent));
        self.disk.lock().memory.note(&intent, &settled);
        self.commit(move |tables, now| tables.settle(now, &lease, &intent, &settled, &spans)).await?
    }

    async fn admit(&self, lease: &Lease, intent: &IntentId, admit: &Admit) -> Result<Admission> {
        let (lease, intent, admit) = (self.shown(lease), self.name_of(intent), admit.clone());
        self.commit(move |tables, now| tables.admit(now, &lease, &intent, &admit)).await?
    }

    async fn opt_out(&self, lane: &Lane, address: &str, why: &str) -> Result<()> {
        let (lane, address, why) = (lane.clone(), address.to_owned(), why.to_owned());
        self.commit(move |tables, now| tables.opt_out(now, &lane, &address, &why)).await
    }

    async fn abandon(&self, account: &str, first: &str, why: &str) -> Result<Abandoned> {
        let (account, first, why) = (account.to_owned(), first.to_owned(), why.to_owned());
        self.commit(move |tables, now| tables.abandon(now, &account, &first, &why)).await
    }

    async fn bills(&self, limit: usize) -> Result<Vec<Bill>> {
        self.commit(move |tables, now| tables.bills(now, limit)).await
    }

    async fn billed(&self, bill: u64, price: Option<Money>) -> Result<()> {
        self.commit(move |tables, _| tables.billed(bill, price.as_ref())).await
    }

    async fn spent(&self, since: Day) -> Result<Vec<Spent>> {
        self.commit(move |tables, _| tables.spent(since)).await
    }

    async fn opted_out(&self, limit: usize) -> Result<Vec<OptedOut>> {
        self.commit(move |tables, _| tables.opted_out(limit)).await
    }

    async fn records(&self, lane: &Lane, slice: Slice, limit: usize) -> Result<Vec<Record>> {
        let lane = lane.clone();
        self.commit(move |tables, _| tables.records(&lane, slice, limit)).await
    }

    async fn news(&self, lane: &Lane, after: u64, limit: usize) -> Result<Vec<News>> {
        let lane = lane.clone();
        self.commit(move |tables, _| tables.news(&lane, after, limit)).await
    }

    async fn about(&self, lane: &Lane) -> Result<About> {
        let lane = lane.clone();
        self.commit(move |tables, _| tables.about(&lane)).await
    }

    async fn answer(&self, event: EventId) -> Result<Option<Answer>> {
        self.commit(move |tables, now| tables.hand_out(now, event)).await
    }

    async fn shelved(&self, shelf: Shelf, limit: usize) -> Result<Vec<Shelved>> {
        self.commit(move |tables, _| tables.shelved(shelf, limit)).await
    }

    async fn event(&self, name: &str) -> Result<Option<Kept>> {
        let name = name.to_owned();
        self.commit(move |tables, _| tables.event(&name)).await
    }

    async fn letter(&self, id: &str) -> Result<Option<Letter>> {
        let id = id.to_owned();
        self.commit(move |tables, _| tables.letter(&id)).await
    }

    async fn decide(&self, id: &str, decision: Decision) -> Result<Decided> {
        let id = id.to_owned();
        self.disk.lock().memory.spoil_decision(self.sabotage(), &id, decision);
        self.commit(move |tables, now| tables.decide(now, &id, decision)).await?
    }

    async fn export(&self, subject: &Subject) -> Result<Vec<Exported>> {
        let subject = subject.clone();
        self.commit(move |tables, _| tables.export(&subject)).await?
    }

    async fn erase(&self, erasure: Erasure) -> Result<Erased> {
        self.disk.lock().memory.erased = true;
        self.commit(move |tables, now| tables.erase(now, &erasure)).await
    }

    async fn known(&self, account: &str, since: UnixMillis, limit: usize) -> Result<Vec<Known>> {
        let account = account.to_owned();
        self.commit(move |tables, _| tables.known(&account, since, limit)).await
    }

    async fn caught_up(&self, lane: &Lane, to: UnixMillis) -> Result<()> {
        let lane = lane.clone();
        let to = if self.sabotage() == Sabotage::CursorAhead { to.plus(AHEAD) } else { to };
        self.commit(move |tables, _| tables.caught_up(&lane, to)).await
    }

    fn installations(&self) -> &dyn Installations {
        self
    }

    async fn counts(&self) -> Result<Counts> {
        self.commit(|tables, _| tables.counts()).await
    }

    async fn tally(&self) -> Result<Tally> {
        self.commit(|tables, _| tables.tally()).await
    }

    async fn waits(&self) -> Result<Waits> {
        self.commit(|tables, now| tables.waits(now)).await
    }
}

#[async_trait]
impl Installations for DiskStore {
    async fn keep(&self, row: Installation, seen: Option<u64>) -> Result<bool> {
        self.commit(move |tables, _| tables.keep_installation(row.clone(), seen)).await?
    }

    async fn find(&self, workspace: &Workspace) -> Result<Option<Installation>> {
        let workspace = workspace.clone();
        self.commit(move |tables, _| tables.installation(&workspace)).await
    }

    async fn list(&self, account: &str, limit: usize) -> Result<Vec<Installation>> {
        let account = account.to_owned();
        self.commit(move |tables, _| tables.installations_of(&account, limit)).await
    }

    async fn forget(&self, workspace: &Workspace) -> Result<bool> {
        let workspace = workspace.clone();
        self.commit(move |tables, _| tables.forget_installation(&workspace)).await
    }

    async fn spend(&self, account: &str, word: &str, until: UnixMillis) -> Result<bool> {
        let (account, word) = (account.to_owned(), word.to_owned());
        self.commit(move |tables, now| tables.spend_word(now, &account, &word, until)).await?
    }
}

impl fmt::Debug for DiskStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DiskStore").field("life", &self.life).finish_non_exhaustive()
    }
}
