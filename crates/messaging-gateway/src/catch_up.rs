//! What was said while nobody listened: looked for after a start and every while, and taken in through the same door as
//! what webhooks and connections bring.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    future::Future,
    panic::AssertUnwindSafe,
    time::Duration,
};

use futures_util::FutureExt;
use messaging_core::{
    Context, Error, ErrorKind, Event, ListMissed, Missed, Place, Result, UnixMillis,
    capability::{Received, Reply},
};
use messaging_store::{Known, StoreError};
use tokio::time::{Instant, sleep, timeout};

use crate::{Gateway, Stage, account::Account, backlog::Look};

/// Most lanes of one account that are looked at in one round; the others come first in the next.
const LANES: usize = 500;

/// Most pages of one account that are read in one round.
const PAGES: usize = 2_000;

/// What is said may be dated by another clock than ours, and told a little later than it was said.
const SKEW: Duration = Duration::from_secs(60);

/// How long a platform may go on telling a message before it gives up: what was said so long before the first message
/// that was heard of a conversation may be missing.
const BEFORE: Duration = Duration::from_secs(10 * 60);

/// Longest time for one page.
const PATIENCE: Duration = Duration::from_secs(30);

/// Tries of one page of which the provider says that it was asked for too soon.
const TRIES: usize = 5;

impl Gateway {
    /// Looks for what was missed until `stop`: at once, and every while. Where several run side by side, one looks.
    pub(crate) async fn catch_up(&self, stop: impl Future<Output = ()>) {
        let every = self.parts.settings.catch_up.every;
        let can = |account: &Account| account.messenger.provider().catch_up().is_some();
        if every.is_zero() || !self.parts.accounts.values().any(can) {
            return;
        }
        let rounds = async {
            let _only = self.parts.catching_up.lock().await;
            loop {
                let begun = Instant::now();
                let accounts = self.parts.accounts.values().filter(|account| can(account));
                // One account that is slow to answer keeps no other waiting.
                futures_util::future::join_all(accounts.map(|account| self.look_through(account, begun + every))).await;
                tokio::time::sleep_until(begun + every).await;
            }
        };
        tokio::select! {
            biased;
            () = stop => {}
            () = rounds => {}
        }
    }

    /// Looks through the lanes of one account, until `end` at the latest.
    async fn look_through(&self, account: &Account, end: Instant) {
        let now = self.parts.clock.millis();
        let oldest = now.minus(self.parts.settings.catch_up.window);
        let known = match self.parts.store.known(&account.name, oldest, LANES).await {
            Ok(known) => known,
            Err(error) => {
                tracing::warn!(account = account.name, %error, "what was missed could not be looked for");
                return;
            }
        };
        // Later than the last round has looked: nobody has ever looked there.
        let last = now.minus(self.parts.settings.catch_up.every).minus(SKEW);
        let complete = |known: &Known| {
            let since = if known.complete > last { known.complete.minus(BEFORE) } else { known.complete };
            since.max(oldest)
        };
        // What several lanes are listed in is looked at once, as far back as the least complete of them.
        let mut lanes: BTreeMap<Place, Vec<&Known>> = BTreeMap::new();
        let mut looks = VecDeque::new();
        for known in &known {
            let place = listed_in(account, known.lane.conversation.place());
            let together = lanes.entry(place.clone()).or_default();
            if together.is_empty() {
                looks.push_back(Look { place, since: complete(known) });
            }
            together.push(known);
        }
        let mut seen: BTreeSet<_> = lanes.keys().cloned().collect();
        // What nobody has ever told of has no row of its own: it is looked at as far back as anything here is. Where
        // nothing is known, everything would be answered that was said before this store was there.
        if let Some(since) = known.first().map(complete) {
            let listings = self.listings(account).await.into_iter().map(|place| Look { place, since });
            let left = account.backlog.take();
            looks.extend(left.into_iter().chain(listings).filter(|look| seen.insert(look.place.clone())));
        }
        let mut pages = 0;
        while let Some(look) = looks.pop_front() {
            if pages >= PAGES || seen.len() > 2 * LANES || Instant::now() >= end {
                tracing::info!(account = account.name, left = looks.len() + 1, "the next round looks at the rest");
                // Known lanes keep how far they are complete; of others nothing else is left.
                let of_none = |look: &Look| look.since >= oldest && !lanes.contains_key(&look.place);
                let rest = std::iter::once(look).chain(looks).filter(of_none);
                account.backlog.leave(rest.take(LANES).collect());
                return;
            }
            let lanes = lanes.get(&look.place).map(Vec::as_slice).unwrap_or_default();
            match self.look_at(account, &look, lanes, now, end, &mut pages).await {
                Ok(places) => {
                    let new = places.into_iter().filter(|place| seen.insert(place.clone()));
                    looks.extend(new.map(|place| Look { place, since: look.since }).collect::<Vec<_>>());
                }
                Err(error) => {
                    tracing::info!(account = account.name, place = %look.place, %error, "nobody knows what was missed");
                }
            }
        }
    }

    /// Reads one conversation to its end, page by page; names further places.
    async fn look_at(
        &self,
        account: &Account,
        look: &Look,
        lanes: &[&Known],
        now: UnixMillis,
        end: Instant,
        pages: &mut usize,
    ) -> Result<Vec<Place>> {
        let mut request = ListMissed::of(look.place.clone(), look.since);
        let mut places = Vec::new();
        loop {
            *pages += 1;
            let page = self.page(account, &request, end).await?;
            let last = page.events.iter().rev().find_map(|event| event.occurred_at);
            self.take_over(account, page.events).await?;
            places.extend(page.places);
            let complete = if page.next.is_some() { last } else { Some(now.minus(SKEW)) };
            if let Some(complete) = complete {
                let noted = lanes.iter().map(|known| self.parts.store.caught_up(&known.lane, complete));
                futures_util::future::try_join_all(noted).await.map_err(failed)?;
            }
            match page.next {
                Some(next) if *pages < PAGES => request.cursor = Some(next),
                _ => return Ok(places),
            }
        }
    }

    /// Asks for one page, and waits where the provider says so.
    async fn page(&self, account: &Account, request: &ListMissed, end: Instant) -> Result<Missed> {
        let mut tries = 0;
        loop {
            let call = AssertUnwindSafe(account.messenger.call(request.clone())).catch_unwind();
            let answer = match timeout(PATIENCE, call).await {
                Ok(Ok(answer)) => answer,
                Ok(Err(_)) => return Err(Error::new(ErrorKind::Unexpected, "the provider panicked")),
                Err(_) => return Err(Error::new(ErrorKind::Timeout, "no answer in time")),
            };
            tries += 1;
            match answer {
                Err(error) if error.kind() == ErrorKind::RateLimited && tries < TRIES => {
                    let wait = error.retry_after().unwrap_or(SKEW);
                    if Instant::now() + wait >= end {
                        return Err(error);
                    }
                    sleep(wait).await;
                }
                answer => return answer,
            }
        }
    }

    /// Takes events in as if a callback had told them: what is known already is told apart by its keys.
    async fn take_over(&self, account: &Account, events: Vec<Event>) -> Result<()> {
        if events.is_empty() {
            return Ok(());
        }
        let started = Instant::now();
        let delivered = self.delivered(started);
        let (answer, told) = self.stored(account, Received::store(events, Reply::empty()), &delivered).await;
        let status = answer.status();
        self.trace_delivery(&account.name, &delivered, status, &told);
        answer.yes().map_err(|status| {
            Error::new(
                ErrorKind::Unavailable,
                format!("what was missed was not stored ({status}); the next round asks"),
            )
        })?;
        for told in told.into_iter().filter(|told| !told.duplicate) {
            let (place, key) = (Some(told.conversation()), told.key());
            self.hop(Stage::Webhook, &account.name, place, key, "missed".into(), started.elapsed());
        }
        Ok(())
    }

    /// Where conversations are listed that nobody may have told of.
    async fn listings(&self, account: &Account) -> Vec<Place> {
        let Some(catch_up) = account.messenger.provider().catch_up() else { return Vec::new() };
        let context = Context::default();
        let listings = AssertUnwindSafe(catch_up.listings(&context)).catch_unwind();
        let why = match timeout(PATIENCE, listings).await {
            Ok(Ok(Ok(places))) => return places,
            Ok(Ok(Err(error))) => error.to_string(),
            Ok(Err(_)) => "the provider panicked".to_owned(),
            Err(_) => "no answer in time".to_owned(),
        };
        tracing::info!(account = account.name, why, "nobody knows which conversations are new");
        Vec::new()
    }
}

/// Where what was said in `place` is listed.
fn listed_in(account: &Account, place: &Place) -> Place {
    let listing = account.messenger.provider().catch_up().and_then(|catch_up| catch_up.listed_in(place));
    listing.unwrap_or_else(|| place.clone())
}

fn failed(error: StoreError) -> Error {
    Error::new(ErrorKind::Unavailable, error.to_string()).with_source(error)
}
