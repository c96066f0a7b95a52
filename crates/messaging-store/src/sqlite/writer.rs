use std::{
    sync::{
        Arc,
        atomic::{AtomicI32, AtomicUsize, Ordering},
        mpsc::Receiver,
    },
    time::Duration,
};

use messaging_core::UnixMillis;
use rusqlite::{Connection, config::DbConfig};

use super::{SqliteOptions, retention::EVERY, verbs::Verbs};
use crate::StoreError;

/// Most calls in one commit.
const GROUP: usize = 1_024;

/// The log is copied into the file from this many pages on, when nobody is waiting; from the second many, in any case.
const CHECKPOINT: (i32, i32) = (1_000, 4_000);

/// How long after writing the file anew has failed it is tried again.
const AGAIN: Duration = Duration::from_secs(5);

/// A call on its way to the disk. It does its work, if it gets a store, and returns how to answer.
pub(super) type Job = Box<dyn FnOnce(Result<&Verbs<'_>, StoreError>) -> Reply + Send>;

/// Answers a call, once it is known whether the group was committed.
pub(super) type Reply = Box<dyn FnOnce(Result<(), StoreError>)>;

/// The one thread that touches the file.
pub(super) struct Writer {
    connection: Connection,
    options: SqliteOptions,
    waiting: Arc<AtomicUsize>,
    /// Pages in the log.
    pages: Arc<AtomicI32>,
    /// Why nothing is written any more.
    broken: Option<StoreError>,
    forget_at: UnixMillis,
    /// Not before then the file is written anew once more.
    scrub_at: UnixMillis,
}

impl Writer {
    pub(super) fn new(
        mut connection: Connection,
        options: SqliteOptions,
        waiting: Arc<AtomicUsize>,
    ) -> rusqlite::Result<Self> {
        let pages = Arc::new(AtomicI32::new(0));
        let counted = Arc::clone(&pages);
        // This takes the place of SQLite's own checkpoints, which would run while callers wait for their commit.
        connection.wal_hook(Some(move |_: &mut rusqlite::hooks::Wal, now: i32| {
            counted.store(now, Ordering::Relaxed);
            Ok(())
        }))?;
        let forget_at = options.clock.millis();
        Ok(Self { connection, options, waiting, pages, broken: None, forget_at, scrub_at: forget_at })
    }

    /// Works until every sender is gone, then copies the log into the file.
    pub(super) fn run(mut self, jobs: &Receiver<Job>) {
        while let Ok(first) = jobs.recv() {
            let group: Vec<_> = std::iter::once(first).chain(jobs.try_iter()).take(GROUP).collect();
            self.waiting.fetch_sub(group.len(), Ordering::Relaxed);
            let (replies, outcome) = self.commit(group);
            for reply in replies {
                reply(outcome.clone());
            }
            self.tidy();
        }
        if self.broken.is_some() {
            // Whatever the last sync left behind, another one would only pretend to have mended it.
            let _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
        }
        if let Err((_, error)) = self.connection.close() {
            tracing::warn!(%error, "the SQLite file was not closed cleanly; nothing that was answered is lost");
        }
    }

    /// Does a group's work in one transaction.
    fn commit(&mut self, group: Vec<Job>) -> (Vec<Reply>, Result<(), StoreError>) {
        let begun = match &self.broken {
            Some(reason) => Err(reason.clone()),
            None => self.connection.execute_batch("BEGIN").map_err(|error| self.fail("begin", &error)),
        };
        if let Err(reason) = begun {
            let replies = group.into_iter().map(|job| job(Err(reason.clone()))).collect();
            self.broken = Some(reason.clone());
            return (replies, Err(reason));
        }
        let mut replies = Vec::with_capacity(group.len());
        for job in group {
            // SQLite may have undone the whole transaction, such as on a full disk: nothing of it may be answered.
            let undone = self.connection.is_autocommit();
            let verbs = self.verbs();
            replies.push(if undone { job(Err(undone_with())) } else { job(Ok(&verbs)) });
        }
        if self.connection.is_autocommit() {
            return (replies, Err(undone_with()));
        }
        #[cfg(feature = "fail-points")]
        crate::fail_point::pass(crate::fail_point::WRITING);
        let committed = self.connection.execute_batch("COMMIT").map_err(|error| self.refuse_commit(&error));
        #[cfg(feature = "fail-points")]
        crate::fail_point::pass(crate::fail_point::COMMITTED);
        self.broken = committed.clone().err().filter(|error| matches!(error, StoreError::Broken(_)));
        if committed.is_ok() {
            self.scrub();
        }
        (replies, committed)
    }

    fn verbs(&self) -> Verbs<'_> {
        let SqliteOptions { hold_back, max_in_flight, clock, .. } = &self.options;
        let (now, hold_back, max_in_flight) = (clock.millis(), *hold_back, *max_in_flight);
        Verbs::new(&self.connection, now, hold_back, max_in_flight)
    }

    /// Names what broke the store for good. A sync that failed cannot be repeated: the pages may be gone already.
    fn fail(&self, step: &str, error: &rusqlite::Error) -> StoreError {
        let file = self.connection.path().unwrap_or_default();
        tracing::error!(
            file,
            step,
            %error,
            "the SQLite file failed at this step; the store refuses everything from now on: check the disk, then start again"
        );
        let message = format!("`{file}` failed at {step}: {error}; check the disk, then start again");
        StoreError::Broken(message)
    }

    /// Names what kept a group from being committed. A full disk does before anything is synced: there may be room later.
    fn refuse_commit(&self, error: &rusqlite::Error) -> StoreError {
        if is_full(error) && (self.connection.is_autocommit() || self.connection.execute_batch("ROLLBACK").is_ok()) {
            tracing::error!(%error, "the disk is full; nothing is accepted until there is room");
            return StoreError::Unavailable("the disk is full; make room, the store goes on by itself".into());
        }
        self.fail("commit", error)
    }

    /// Writes the file anew without what was erased, before anybody hears that it is. Takes as long as copying the file
    /// does; what fails is tried again with a later commit.
    fn scrub(&mut self) {
        let now = self.options.clock.millis();
        if now < self.scrub_at || !self.verbs().is_to_scrub().unwrap_or_default() {
            return;
        }
        match self.write_anew() {
            Ok(()) => self.pages.store(0, Ordering::Relaxed),
            Err(error) => {
                tracing::error!(%error, "bytes of what was erased may still be in the SQLite file");
                self.scrub_at = now.plus(AGAIN);
            }
        }
    }

    fn write_anew(&self) -> rusqlite::Result<()> {
        // The copy holds nothing of what was erased: it need not be in memory.
        self.connection.execute_batch("PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY")?;
        let busy = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0))?;
        // Only now, so that a crash before this has it done once more.
        if busy { Ok(()) } else { self.connection.execute_batch("UPDATE tally SET scrub = 0") }
    }

    /// What nobody waits for: copies the log into the file, forgets what is old.
    fn tidy(&mut self) {
        if self.broken.is_some() {
            return;
        }
        let idle = self.waiting.load(Ordering::Relaxed) == 0;
        let now = self.options.clock.millis();
        // Under a load that never pauses it happens all the same, only less often.
        if self.forget_at <= now && (idle || self.forget_at.plus(EVERY * 10) <= now) {
            let more = self.forget(now);
            self.forget_at = if more { now } else { now.plus(EVERY) };
        }
        let pages = self.pages.load(Ordering::Relaxed);
        let enough = if idle { CHECKPOINT.0 } else { CHECKPOINT.1 };
        if self.broken.is_none() && pages >= enough {
            let done = self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
            // The next commit counts them again.
            self.pages.store(0, Ordering::Relaxed);
            match done {
                Ok(()) => {}
                // Nothing of the file was synced, and the log still has everything: there may be room later.
                Err(error) if is_full(&error) => {
                    tracing::warn!(%error, "the log is not copied into the file; make room");
                }
                Err(error) => self.broken = Some(self.fail("checkpoint", &error)),
            }
        }
    }

    fn forget(&mut self, now: UnixMillis) -> bool {
        let before = now.minus(self.options.keep.max(Duration::from_secs(1)));
        let forgotten = match self.connection.execute_batch("BEGIN") {
            Ok(()) => self.verbs().forget(before).map_err(StoreError::from),
            Err(error) => Err(self.fail("begin", &error)),
        };
        let ended = self.connection.execute_batch(if forgotten.is_ok() { "COMMIT" } else { "ROLLBACK" });
        match (forgotten, ended) {
            (Ok(more), Ok(())) => more,
            (Ok(_), Err(error)) => {
                self.broken = Some(self.refuse_commit(&error)).filter(|why| matches!(why, StoreError::Broken(_)));
                false
            }
            (Err(error), _) => {
                tracing::warn!(%error, "old rows were not removed; they are tried again later");
                false
            }
        }
    }
}

fn is_full(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull)
}

fn undone_with() -> StoreError {
    let cause = "SQLite undid the whole commit, as it does when the disk is full or fails";
    StoreError::Unavailable(format!("{cause}; nothing was written; check the disk"))
}
