use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode, header};
use messaging_core::{
    Error, ErrorKind, EventKind, PublicUrl,
    capability::{DecisionWording, Inline, Question, Received, Verdict, Wording},
    id::EventKey,
};
use messaging_store::{Acknowledged, Arrival, Charge, Lane, Side, StoreError};
use opentelemetry::KeyValue;
use tokio::time::Instant;

use crate::{
    Gateway, Point, Stage, account::Account, builder::no_account, following::Delivered, shed::Rank, stops::stops,
    within::within,
};

/// What a platform may hear. A yes to events needs proof that they are on disk; a no has no 2xx to give.
pub(crate) enum Answer {
    Stored(Acknowledged),
    Immediate(Response<Bytes>),
    No(StatusCode, String),
}

/// What a platform hears once its events are safe.
enum Then {
    Say(Wording),
    /// The turn's replies, if they come in time.
    Wait(Wording, Inline),
    /// What the application decides.
    Ask(Box<Question>, Duration, DecisionWording),
}

impl Gateway {
    /// Takes one webhook of `account` in; `rest` is what follows `/webhooks/{account}` in the path.
    ///
    /// Safe to drop at any await: either nothing was stored, or the platform's next try is a duplicate.
    pub async fn receive(&self, account: &str, rest: &str, request: &Request<Bytes>) -> Response<Bytes> {
        let started = Instant::now();
        let delivered = self.delivered(started);
        self.at(Point::Received).await;
        let (answer, events) = if let Some(account) = self.parts.accounts.get(account) {
            self.take_in(account, rest, request, delivered).await
        } else {
            // Whoever calls may be anybody: which accounts there are is for the log.
            let names = self.parts.accounts.keys().map(String::as_str);
            tracing::info!(reason = no_account(account, names), "webhook refused");
            let why = format!("no account is named `{account}`; check the URL that the platform was given");
            (Answer::No(StatusCode::NOT_FOUND, why), Vec::new())
        };
        let response = Response::from(answer);
        // Names of accounts come from the table, never from the path.
        let known = self.parts.accounts.get(account);
        if let Some(account) = known {
            account.meters.webhook(response.status().as_u16(), started.elapsed());
            self.trace_delivery(&account.name, &delivered, response.status(), &events);
        }
        let known = known.map_or("", |account| account.name.as_str());
        self.tell(Stage::Webhook, known, "", response.status(), events, started);
        response
    }

    /// Tells people who watch what became of a delivery, which is known as `id` where it holds no event.
    pub(crate) fn tell(
        &self,
        stage: Stage,
        account: &str,
        id: &str,
        status: StatusCode,
        events: Vec<Told>,
        started: Instant,
    ) {
        if !self.is_watched() {
            return;
        }
        let outcome = status.as_u16().to_string();
        if events.is_empty() {
            self.hop(stage, account, None, id.to_owned(), outcome.clone(), started.elapsed());
        }
        for told in events {
            let words = [Some(outcome.clone()), told.word.clone(), told.duplicate.then(|| "duplicate".into())];
            let outcome = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
            self.hop(stage, account, Some(told.conversation()), told.key(), outcome, started.elapsed());
        }
    }

    async fn take_in(
        &self,
        account: &Account,
        rest: &str,
        request: &Request<Bytes>,
        delivered: Delivered,
    ) -> (Answer, Vec<Told>) {
        let refused = |status, why: String| (Answer::No(status, why), Vec::new());
        let limits = &self.parts.settings.limits;
        if request.body().len() > limits.body {
            return refused(StatusCode::PAYLOAD_TOO_LARGE, format!("the body is larger than {} bytes", limits.body));
        }
        let Some(webhooks) = account.messenger.provider().webhooks() else {
            return refused(StatusCode::NOT_FOUND, format!("account `{}` takes no webhooks", account.name));
        };
        let base = &account.webhook_url;
        let url = base.called_with(rest, request.uri().query());
        let received = match webhooks.receive(request, &url, self.parts.clock.now()) {
            Ok(received) => received,
            Err(error) => {
                let status = match error.kind() {
                    ErrorKind::Unauthorized => webhooks.refusal(),
                    _ => StatusCode::BAD_REQUEST,
                };
                tracing::info!(account = account.name, %status, %error, "webhook refused");
                return refused(status, explain(&error, &account.name, base));
            }
        };
        self.stored(account, received, &delivered).await
    }

    /// Takes in what a platform has delivered, by a webhook or over a connection of ours, and what it was asked for
    /// because nobody had listened.
    ///
    /// What was told is stored first, and only then is said what the platform waits for.
    pub(crate) async fn stored(
        &self,
        account: &Account,
        received: Received,
        delivered: &Delivered,
    ) -> (Answer, Vec<Told>) {
        let started = delivered.begun.started;
        self.at(Point::Verified).await;
        let refused = |status, why: String| (Answer::No(status, why), Vec::new());
        let limits = &self.parts.settings.limits;
        let slot = |rank: Rank| Slot::take(&self.parts.accepting, self.parts.room.share(rank, limits.accepting));
        let (events, then) = match received {
            Received::Store { events, reply } => (events, Then::Say(reply)),
            Received::Inline { events, reply, inline } => (events, Then::Wait(reply, inline)),
            Received::Decide { events, question, deadline, reply } => {
                (events, Then::Ask(Box::new(question), deadline, reply))
            }
            Received::Immediate(response) => return (Answer::Immediate(response), Vec::new()),
            Received::Ask(asked) => {
                let answer = match slot(Rank::ToldOnce) {
                    // Boxed, like all that is rare: every delivery would make room for it.
                    Some(_slot) => Answer::Immediate(Box::pin(self.decide(&account.name, asked)).await),
                    None => Answer::busy(),
                };
                return (answer, Vec::new());
            }
            _ => return refused(StatusCode::NOT_IMPLEMENTED, "this gateway cannot answer that yet".into()),
        };
        let rank = Rank::of(account, &events);
        let Some(slot) = slot(rank) else { return (Answer::busy(), Vec::new()) };
        let batch: Vec<_> = match self.arrivals(account, events).await {
            Ok(batch) => {
                let batch = batch.into_iter().map(|arrival| delivered.follow(arrival));
                if rank == Rank::ToldOnce { batch.map(Arrival::told_once).collect() } else { batch.collect() }
            }
            Err(error) => {
                tracing::warn!(account = account.name, %error, "webhook not stored");
                return refused(StatusCode::SERVICE_UNAVAILABLE, "the event could not be stored; send it again".into());
            }
        };
        let mut told: Vec<_> = batch.iter().map(|arrival| self.told(arrival)).collect();
        // Before the commit: the turn may be over sooner than we hear of it.
        let (seat, asked, then) = match then {
            Then::Wait(reply, inline) => {
                let asked = asked(&batch);
                let sit = |(_, name): &(usize, (Lane, EventKey))| {
                    self.parts.waiters.sit(limits.accepting, name.clone(), started, inline)
                };
                (asked.as_ref().and_then(sit), asked, Then::Say(reply))
            }
            then => (None, None, then),
        };
        let stops = stops(&batch);
        let may_prove = batch.iter().any(|arrival| !arrival.event.wants_turn());
        let begun = Instant::now();
        let committed = within(limits.accept, self.parts.inbox.accept(batch)).await;
        let is_full = matches!(committed, Ok(Err(StoreError::Full(_))));
        self.parts.room.learn(begun, limits.accepting, rank, is_full);
        match committed {
            Ok(Ok(committed)) => {
                // Wake first: if this call is dropped at the next await, the work is found without the poll.
                self.wake(Side::Turns);
                if may_prove {
                    // A send that is proven frees the way for the next one.
                    self.wake(Side::Sends);
                }
                // Told again, a stop is not about what has begun since.
                let new = stops.iter().zip(committed.verdicts()).filter(|(_, verdict)| !verdict.duplicate);
                self.parts.stops.heed(new.filter_map(|(stop, _)| stop.as_ref()));
                for told in &told {
                    self.announce(&told.lane);
                }
                self.at(Point::Committed).await;
                for (told, verdict) in told.iter_mut().zip(committed.verdicts()) {
                    told.stored(verdict, begun);
                }
                account.measure_stored(&told);
                // What waits for a turn is stored, and keeps nobody else out; a hook is asked by so many at once only.
                let _slot = matches!(then, Then::Ask(..)).then_some(slot);
                let asked = asked.and_then(|(at, _)| committed.verdicts().get(at).cloned());
                let answer = match asked {
                    Some(verdict) => Box::pin(self.answered(seat, &verdict)).await,
                    None => None,
                };
                let stored = match (answer, then) {
                    (Some(answer), _) => committed.answered(answer),
                    (None, Then::Say(reply) | Then::Wait(reply, _)) => committed.acknowledge(reply),
                    (None, Then::Ask(question, deadline, reply)) => {
                        let left = deadline.saturating_sub(started.elapsed());
                        let reply = Box::pin(self.worded(&account.name, *question, left, reply)).await;
                        committed.acknowledge(|_| reply)
                    }
                };
                (Answer::Stored(stored), told)
            }
            Ok(Err(error)) => {
                tracing::warn!(account = account.name, %error, "webhook not stored");
                refused(StatusCode::SERVICE_UNAVAILABLE, "the event could not be stored; send it again".into())
            }
            Err(_) => refused(StatusCode::SERVICE_UNAVAILABLE, "the store is too slow; send it again".into()),
        }
    }
}

/// The one event of a batch that a turn is to answer, and how it is known; none if there are several.
fn asked(batch: &[Arrival]) -> Option<(usize, (Lane, EventKey))> {
    let mut asked = batch.iter().enumerate().filter(|(_, arrival)| arrival.event.wants_turn());
    let (at, arrival) = asked.next().filter(|_| asked.next().is_none())?;
    Some((at, (arrival.lane.clone(), arrival.event.keys.first()?.clone())))
}

/// What people who watch are told of an event.
pub(crate) struct Told {
    pub(crate) lane: Lane,
    key: Option<EventKey>,
    /// What it says, where that is one word and no person's.
    word: Option<String>,
    /// What a span says of how far a reply got, in a word of ours.
    pub(crate) receipt: &'static str,
    pub(crate) duplicate: bool,
    pub(crate) wants_turn: bool,
    /// What a span says of it.
    pub(crate) known: Vec<KeyValue>,
    /// What the store made of it.
    pub(crate) verdict: Option<Verdict>,
    pub(crate) storing: Storing,
    pub(crate) charge: Option<Charge>,
}

/// The commit that stored something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Storing {
    pub(crate) start: Instant,
    pub(crate) took: Duration,
}

impl Gateway {
    /// What is told of something that came in.
    pub(crate) fn told(&self, arrival: &Arrival) -> Told {
        let said = if self.is_traced() { arrival.event.said() } else { None };
        let known = self.about_text(&arrival.lane, said.as_ref().map(|message| message.content.text.as_str()));
        drop(said);
        let receipt = match &arrival.event.kind {
            EventKind::Delivery(delivery) => delivery.status.word(),
            _ => "echoed",
        };
        let word = match &arrival.event.kind {
            EventKind::Delivery(delivery) => serde_json::to_value(&delivery.status).ok(),
            EventKind::ConversationState(state) => serde_json::to_value(state).ok(),
            _ => None,
        };
        Told {
            lane: arrival.lane.clone(),
            key: arrival.event.keys.first().cloned(),
            word: word.as_ref().and_then(|word| word.as_str()).map(|word| word.chars().take(40).collect()),
            receipt,
            duplicate: false,
            wants_turn: arrival.event.wants_turn(),
            known,
            verdict: None,
            storing: Storing { start: Instant::now(), took: Duration::ZERO },
            charge: arrival.charge.clone(),
        }
    }
}

impl Told {
    /// The store has said what it made of it, in a commit that began at `start`.
    pub(crate) fn stored(&mut self, verdict: &Verdict, start: Instant) {
        self.duplicate = verdict.duplicate;
        (self.verdict, self.storing) = (Some(verdict.clone()), Storing { start, took: start.elapsed() });
    }

    /// Where it happened.
    pub(crate) fn conversation(&self) -> String {
        self.lane.conversation.to_string()
    }

    /// What it is known as.
    pub(crate) fn key(&self) -> String {
        self.key.as_ref().map(ToString::to_string).unwrap_or_default()
    }
}

fn explain(error: &Error, account: &str, url: &PublicUrl) -> String {
    match error.kind() {
        ErrorKind::Unauthorized => {
            format!("{error}. Check the secret of account `{account}`, and that the platform calls exactly {url}")
        }
        _ => error.to_string(),
    }
}

/// A place among the deliveries being stored; given back on drop.
pub(crate) struct Slot<'g>(&'g AtomicUsize);

impl<'g> Slot<'g> {
    pub(crate) fn take(taken: &'g AtomicUsize, most: usize) -> Option<Self> {
        let slot = Self(taken);
        // On the way out through `None` the drop gives the place back.
        (taken.fetch_add(1, Ordering::Relaxed) < most).then_some(slot)
    }
}

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Answer {
    /// Too much comes in at once.
    pub(crate) fn busy() -> Self {
        Self::No(StatusCode::SERVICE_UNAVAILABLE, "too many webhooks at once; come back".to_owned())
    }

    /// The status that the platform hears.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Stored(acknowledged) => acknowledged.status(),
            Self::Immediate(response) => response.status(),
            Self::No(status, _) => *status,
        }
    }

    /// The words of a yes: there is none without proof that what came is stored, or that nothing was to be stored.
    pub(crate) fn yes(self) -> Result<Response<Bytes>, StatusCode> {
        match self {
            Self::Stored(acknowledged) => Ok(acknowledged.into()),
            Self::Immediate(response) if response.status().is_success() => Ok(response),
            Self::Immediate(response) => Err(response.status()),
            Self::No(status, _) => Err(status),
        }
    }
}

impl From<Answer> for Response<Bytes> {
    fn from(answer: Answer) -> Self {
        let (status, why) = match answer {
            Answer::Stored(acknowledged) => return acknowledged.into(),
            Answer::Immediate(response) => return response,
            Answer::No(status, why) => (status, why),
        };
        let mut response = Response::new(why.into());
        *response.status_mut() = status;
        let text = HeaderValue::from_static("text/plain; charset=utf-8");
        response.headers_mut().insert(header::CONTENT_TYPE, text);
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}
