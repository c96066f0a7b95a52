use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::{SyncSender, TrySendError, sync_channel},
    },
    thread::JoinHandle,
    time::Duration,
};

use async_trait::async_trait;
use messaging_core::{
    Secret, UnixMillis,
    capability::Verdict,
    id::{IntentId, MessageId},
    trace::{TimelineSpan, TraceFragment},
};
use rusqlite::Connection;
use tokio::{sync::oneshot, time::Instant};

use super::{
    SqliteOptions,
    fault::Done,
    open::open,
    verbs::Verbs,
    writer::{Job, Reply, Writer},
};
use crate::{
    Abandoned, About, Admission, Admit, Answer, Arrival, Beat, Bill, Claim, Counts, Day, Decided, Decision, EndedReply,
    Erased, Erasure, EventId, Exported, Installations, Kept, Known, Lane, Lease, Letter, Live, Money, News, OptedOut,
    Record, Result, Seek, Settled, Shelf, Shelved, Slice, Spent, Store, StoreError, Subject, Tally, Traced, TurnEnd,
    Waits,
};

/// A store in one SQLite file, for one process. Clones share it; the last one to go closes the file.
///
/// Every call is part of a commit that is on disk before the call returns; calls that wait at the same time share one.
/// Once a commit has failed the store refuses everything, because nobody can tell what is on disk: start again.
#[derive(Clone)]
pub struct SqliteStore {
    shared: Arc<Shared>,
}

struct Shared {
    path: PathBuf,
    max_waiting: usize,
    waiting: Arc<AtomicUsize>,
    /// Taken away when the store goes.
    jobs: Option<SyncSender<Job>>,
    writer: Option<JoinHandle<()>>,
}

impl SqliteStore {
    /// Opens the file, or creates it; its folder must exist. Blocks for as long as that takes.
    ///
    /// # Errors
    /// [`InUse`](StoreError::InUse) if another process has it open; [`Open`](StoreError::Open) if it cannot be read,
    /// written or understood, with the next step.
    pub fn open(path: impl AsRef<Path>, options: SqliteOptions) -> Result<Self> {
        Self::open_with(path.as_ref(), options, |_| Ok(()))
    }

    /// Opens the file; `prepare` sees the connection before anybody else does.
    pub(super) fn open_with(
        path: &Path,
        options: SqliteOptions,
        prepare: impl FnOnce(&mut Connection) -> rusqlite::Result<()>,
    ) -> Result<Self> {
        let fail = |error: &dyn fmt::Display| StoreError::Open(format!("`{}`: {error}", path.display()));
        create_private(path);
        let mut connection = open(path)?;
        prepare(&mut connection).map_err(|error| fail(&error))?;
        let max_waiting = options.max_waiting.max(4);
        let waiting = Arc::new(AtomicUsize::new(0));
        let (jobs, taken) = sync_channel(max_waiting);
        let writer = Writer::new(connection, options, Arc::clone(&waiting)).map_err(|error| fail(&error))?;
        let thread = std::thread::Builder::new().name("messaging-sqlite".into());
        let writer = thread.spawn(move || writer.run(&taken)).map_err(|error| fail(&error))?;
        let (jobs, writer) = (Some(jobs), Some(writer));
        Ok(Self { shared: Arc::new(Shared { path: path.into(), max_waiting, waiting, jobs, writer }) })
    }

    /// Has `verb` done by the writer; answers once it is on disk.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&Verbs<'_>) -> Done<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |store| {
            let done = store.and_then(|verbs| in_savepoint(verbs, verb));
            let reply: Reply = Box::new(move |committed| {
                // Whoever has gone does not mind: the commit stands.
                let _ = answer.send(committed.and(done));
            });
            reply
        });
        self.send(job)?;
        answered.await.unwrap_or_else(|_| Err(gone()))
    }

    /// Hands a job to the writer, without waiting.
    pub(super) fn send(&self, job: Job) -> Result<()> {
        let Some(jobs) = &self.shared.jobs else { return Err(gone()) };
        self.shared.waiting.fetch_add(1, Ordering::Relaxed);
        jobs.try_send(job).map_err(|refused| {
            self.shared.waiting.fetch_sub(1, Ordering::Relaxed);
            match refused {
                TrySendError::Full(_) => busy(self.shared.max_waiting),
                TrySendError::Disconnected(_) => gone(),
            }
        })
    }

    /// How many calls wait for the writer.
    pub(super) fn waiting(&self) -> usize {
        self.shared.waiting.load(Ordering::Relaxed)
    }
}

/// Makes a new file one that only its owner may read: it will hold what people wrote. SQLite's other files follow it.
fn create_private(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    if path != Path::new(":memory:") {
        // What is wrong with the path is for SQLite to say; a file that is there keeps its mode.
        drop(options.open(path));
    }
}

/// Does one verb so that its failure leaves nothing behind and harms nobody else in the group.
fn in_savepoint<T>(verbs: &Verbs<'_>, verb: impl FnOnce(&Verbs<'_>) -> Done<T>) -> Result<T> {
    let step = |sql: &str| verbs.run(sql, []).map_err(StoreError::from);
    step("SAVEPOINT verb")?;
    let done = verb(verbs).map_err(StoreError::from);
    // If SQLite has undone the whole transaction, there is no savepoint to go back to; the writer notices that.
    if verbs.connection.is_autocommit() {
        return done;
    }
    let back = if done.is_err() { step("ROLLBACK TO verb") } else { Ok(0) };
    if let Err(error) = back.and_then(|_| step("RELEASE verb")) {
        // Half a verb must not be committed: the whole group goes, and the writer tells everybody in it.
        step("ROLLBACK")?;
        return Err(error);
    }
    done
}

fn busy(waiting: usize) -> StoreError {
    StoreError::Full(format!("{waiting} calls are waiting for the disk; try again later"))
}

fn gone() -> StoreError {
    StoreError::Unavailable("the writer has ended; open the file again".into())
}

impl Drop for Shared {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(Err(_)) = self.writer.take().map(JoinHandle::join) {
            tracing::error!(path = %self.path.display(), "the SQLite writer died; nothing that was answered is lost");
        }
    }
}

impl fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Shared { path, .. } = &*self.shared;
        f.debug_struct("SqliteStore").field("path", path).field("waiting", &self.waiting()).finish_non_exhaustive()
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn enroll(&self, node: &str) -> Result<u64> {
        let node = node.to_owned();
        self.ask(move |verbs| verbs.enroll(&node)).await
    }

    async fn secret(&self, name: &str, fresh: &Secret) -> Result<Secret> {
        let (name, fresh) = (name.to_owned(), fresh.clone());
        self.ask(move |verbs| verbs.secret(&name, &fresh)).await
    }

    async fn accept(&self, batch: Vec<Arrival>) -> Result<Vec<Verdict>> {
        // The last quarter of the queue is for work under way: a send that cannot be settled becomes a doubt.
        let most = self.shared.max_waiting / 4 * 3;
        if self.waiting() >= most {
            return Err(busy(most));
        }
        self.ask(move |verbs| verbs.accept(&batch)).await
    }

    async fn claim_traced(&self, seek: Seek) -> Result<(Vec<Claim>, Vec<EndedReply>)> {
        let asked = Instant::now();
        let lease = seek.lease;
        let (grants, ended) = self.ask(move |verbs| Ok((verbs.claim(&seek)?, verbs.take_ended()?))).await?;
        Ok((grants.into_iter().map(|grant| grant.asked_at(asked, lease)).collect(), ended))
    }

    async fn extend(&self, lease: &Lease, length: Duration) -> Result<Beat> {
        let lease = lease.clone();
        self.ask(move |verbs| verbs.extend(&lease, length)).await
    }

    async fn begin_live(&self, lease: &Lease, id: &IntentId, text: &str) -> Result<Live> {
        let (lease, id, text) = (lease.clone(), id.clone(), text.to_owned());
        self.ask(move |verbs| verbs.begin_live(&lease, &id, &text)).await
    }

    async fn name_live(&self, lease: &Lease, id: &IntentId, message: Option<&MessageId>) -> Result<()> {
        let (lease, id, message) = (lease.clone(), id.clone(), message.cloned());
        self.ask(move |verbs| verbs.name_live(&lease, &id, message.as_ref())).await
    }

    async fn live(&self, lease: &Lease) -> Result<Vec<Live>> {
        let lease = lease.clone();
        self.ask(move |verbs| verbs.live(&lease)).await
    }

    async fn finish(&self, lease: &Lease, turn: TurnEnd) -> Result<()> {
        let lease = lease.clone();
        self.ask(move |verbs| verbs.finish(&lease, &turn)).await
    }

    async fn settle_traced(
        &self,
        lease: &Lease,
        intent: &IntentId,
        settled: Settled,
        spans: Vec<(EventId, TimelineSpan)>,
    ) -> Result<Vec<TraceFragment>> {
        let (lease, intent) = (lease.clone(), intent.clone());
        self.ask(move |verbs| verbs.settle(&lease, &intent, &settled, &spans)).await
    }

    async fn admit(&self, lease: &Lease, intent: &IntentId, admit: &Admit) -> Result<Admission> {
        let (lease, intent, admit) = (lease.clone(), intent.clone(), admit.clone());
        self.ask(move |verbs| verbs.admit(&lease, &intent, &admit)).await
    }

    async fn opt_out(&self, lane: &Lane, address: &str, why: &str) -> Result<()> {
        let (lane, address, why) = (lane.clone(), address.to_owned(), why.to_owned());
        self.ask(move |verbs| verbs.opt_out(&lane, &address, &why)).await
    }

    async fn abandon(&self, account: &str, first: &str, why: &str) -> Result<Abandoned> {
        let (account, first, why) = (account.to_owned(), first.to_owned(), why.to_owned());
        self.ask(move |verbs| verbs.abandon(&account, &first, &why)).await
    }

    async fn bills(&self, limit: usize) -> Result<Vec<Bill>> {
        self.ask(move |verbs| verbs.bills(limit)).await
    }

    async fn billed(&self, bill: u64, price: Option<Money>) -> Result<()> {
        self.ask(move |verbs| verbs.billed(bill, price.as_ref())).await
    }

    async fn spent(&self, since: Day) -> Result<Vec<Spent>> {
        self.ask(move |verbs| verbs.spent(since)).await
    }

    async fn opted_out(&self, limit: usize) -> Result<Vec<OptedOut>> {
        self.ask(move |verbs| verbs.opted_out(limit)).await
    }

    async fn records(&self, lane: &Lane, slice: Slice, limit: usize) -> Result<Vec<Record>> {
        let lane = lane.clone();
        self.ask(move |verbs| verbs.records(&lane, slice, limit)).await
    }

    async fn news(&self, lane: &Lane, after: u64, limit: usize) -> Result<Vec<News>> {
        let lane = lane.clone();
        self.ask(move |verbs| verbs.news(&lane, after, limit)).await
    }

    async fn about(&self, lane: &Lane) -> Result<About> {
        let lane = lane.clone();
        self.ask(move |verbs| verbs.about(&lane)).await
    }

    async fn answer(&self, event: EventId) -> Result<Option<Answer>> {
        self.ask(move |verbs| verbs.hand_out(event)).await
    }

    async fn shelved(&self, shelf: Shelf, limit: usize) -> Result<Vec<Shelved>> {
        self.ask(move |verbs| verbs.shelved(shelf, limit)).await
    }

    async fn event(&self, name: &str) -> Result<Option<Kept>> {
        let name = name.to_owned();
        self.ask(move |verbs| verbs.event(&name)).await
    }

    async fn timeline(&self, cursor: u64) -> Result<Option<Traced>> {
        self.ask(move |verbs| verbs.timeline(cursor)).await
    }

    async fn timelines(&self, limit: usize) -> Result<Vec<Traced>> {
        self.ask(move |verbs| verbs.timelines(limit)).await
    }

    async fn letter(&self, id: &str) -> Result<Option<Letter>> {
        let id = id.to_owned();
        self.ask(move |verbs| verbs.letter(&id)).await
    }

    async fn decide(&self, id: &str, decision: Decision) -> Result<Decided> {
        let id = id.to_owned();
        self.ask(move |verbs| verbs.decide(&id, decision)).await
    }

    async fn export(&self, subject: &Subject) -> Result<Vec<Exported>> {
        let subject = subject.clone();
        self.ask(move |verbs| verbs.export(&subject)).await
    }

    #[allow(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough")]
    async fn erase(&self, erasure: Erasure) -> Result<Erased> {
        let erased = self.ask(move |verbs| verbs.erase(&erasure)).await?;
        self.ask(|verbs| verbs.check_scrubbed()).await?;
        Ok(erased)
    }

    async fn known(&self, account: &str, since: UnixMillis, limit: usize) -> Result<Vec<Known>> {
        let account = account.to_owned();
        self.ask(move |verbs| verbs.known_lanes(&account, since, limit)).await
    }

    async fn caught_up(&self, lane: &Lane, to: UnixMillis) -> Result<()> {
        let lane = lane.clone();
        self.ask(move |verbs| verbs.caught_up(&lane, to)).await
    }

    fn installations(&self) -> &dyn Installations {
        self
    }

    #[allow(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough")]
    async fn counts(&self) -> Result<Counts> {
        self.ask(|verbs| verbs.counts()).await
    }

    #[allow(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough")]
    async fn tally(&self) -> Result<Tally> {
        self.ask(|verbs| verbs.tally()).await
    }

    #[allow(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough")]
    async fn waits(&self) -> Result<Waits> {
        self.ask(|verbs| verbs.waits()).await
    }
}
