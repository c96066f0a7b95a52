use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode, header};
use messaging_core::{ConversationRef, Error, ErrorKind, Event, PublicUrl, capability::Received};
use messaging_store::{Acknowledged, Arrival, Lane, Side};
use tokio::time::Instant;

use crate::{Gateway, Point, Stage, account::Account, builder::no_account};

/// What a platform may hear. A yes to events needs proof that they are on disk; a no has no 2xx to give.
enum Answer {
    Stored(Acknowledged),
    Immediate(Response<Bytes>),
    No(StatusCode, String),
}

impl Gateway {
    /// Takes one webhook of `account` in; `rest` is what follows `/webhooks/{account}` in the path.
    ///
    /// Safe to drop at any await: either nothing was stored, or the platform's next try is a duplicate.
    pub async fn receive(&self, account: &str, rest: &str, request: &Request<Bytes>) -> Response<Bytes> {
        let started = Instant::now();
        self.at(Point::Received).await;
        let (answer, events) = if let Some(account) = self.parts.accounts.get(account) {
            self.take_in(account, rest, request).await
        } else {
            // Whoever calls may be anybody: which accounts there are is for the log.
            let names = self.parts.accounts.keys().map(String::as_str);
            tracing::info!(reason = no_account(account, names), "webhook refused");
            let why = format!("no account is named `{account}`; check the URL that the platform was given");
            (Answer::No(StatusCode::NOT_FOUND, why), Vec::new())
        };
        let response = Response::from(answer);
        // Names of accounts come from the table, never from the path.
        let known = self.parts.accounts.get(account).map_or("", |account| account.name.as_str());
        let outcome = response.status().as_u16().to_string();
        if events.is_empty() {
            self.hop(Stage::Webhook, known, None, String::new(), outcome.clone(), started.elapsed());
        }
        for (conversation, key, duplicate) in events {
            let outcome = if duplicate { format!("{outcome} duplicate") } else { outcome.clone() };
            self.hop(Stage::Webhook, known, Some(conversation), key, outcome, started.elapsed());
        }
        response
    }

    async fn take_in(
        &self,
        account: &Account,
        rest: &str,
        request: &Request<Bytes>,
    ) -> (Answer, Vec<(String, String, bool)>) {
        let refused = |status, why: String| (Answer::No(status, why), Vec::new());
        let limits = &self.parts.settings.limits;
        if request.body().len() > limits.body {
            return refused(StatusCode::PAYLOAD_TOO_LARGE, format!("the body is larger than {} bytes", limits.body));
        }
        let Some(webhooks) = account.messenger.provider().webhooks() else {
            return refused(StatusCode::NOT_FOUND, format!("account `{}` takes no webhooks", account.name));
        };
        let base = webhooks.configured_url().map_or_else(
            || PublicUrl::new(format!("{}/webhooks/{}", self.parts.public_url, account.name)),
            PublicUrl::new,
        );
        let url = base.called_with(rest, request.uri().query());
        let received = match webhooks.receive(request, &url, self.parts.clock.now()) {
            Ok(received) => received,
            Err(error) => {
                let status = match error.kind() {
                    ErrorKind::Unauthorized => webhooks.refusal(),
                    _ => StatusCode::BAD_REQUEST,
                };
                tracing::info!(account = account.name, %status, %error, "webhook refused");
                return refused(status, explain(&error, &account.name, &base));
            }
        };
        self.at(Point::Verified).await;
        let (events, reply) = match received {
            Received::Store { events, reply } => (events, reply),
            Received::Immediate(response) => return (Answer::Immediate(response), Vec::new()),
            _ => return refused(StatusCode::NOT_IMPLEMENTED, "this gateway cannot answer that yet".into()),
        };
        let Some(_slot) = Slot::take(&self.parts.accepting, limits.accepting) else {
            return refused(StatusCode::SERVICE_UNAVAILABLE, "too many webhooks at once; come back".into());
        };
        let batch: Vec<_> = events.into_iter().map(|event| arrival(account, event)).collect();
        let names: Vec<_> = batch.iter().map(name).collect();
        let lanes: Vec<_> = batch.iter().map(|arrival| arrival.lane.clone()).collect();
        let may_prove = batch.iter().any(|arrival| !arrival.event.wants_turn());
        match tokio::time::timeout(limits.accept, self.parts.inbox.accept(batch)).await {
            Ok(Ok(committed)) => {
                // Wake first: if this call is dropped at the next await, the work is found without the poll.
                self.wake(Side::Turns);
                if may_prove {
                    // A send that is proven frees the way for the next one.
                    self.wake(Side::Sends);
                }
                for lane in &lanes {
                    self.announce(lane);
                }
                self.at(Point::Committed).await;
                let verdicts = committed.verdicts();
                let hops = names.into_iter().zip(verdicts).map(|((place, key), v)| (place, key, v.duplicate)).collect();
                (Answer::Stored(committed.acknowledge(reply)), hops)
            }
            Ok(Err(error)) => {
                tracing::warn!(account = account.name, %error, "webhook not stored");
                refused(StatusCode::SERVICE_UNAVAILABLE, "the event could not be stored; send it again".into())
            }
            Err(_) => refused(StatusCode::SERVICE_UNAVAILABLE, "the store is too slow; send it again".into()),
        }
    }
}

fn arrival(account: &Account, event: Event) -> Arrival {
    let conversation = ConversationRef::new(account.name.as_str(), event.conversation.clone());
    Arrival { lane: Lane::new(conversation), event }
}

fn name(arrival: &Arrival) -> (String, String) {
    let key = arrival.event.keys.first().map(ToString::to_string).unwrap_or_default();
    (arrival.lane.conversation.to_string(), key)
}

fn explain(error: &Error, account: &str, url: &PublicUrl) -> String {
    match error.kind() {
        ErrorKind::Unauthorized => {
            format!("{error}. Check the secret of account `{account}`, and that the platform calls exactly {url}")
        }
        _ => error.to_string(),
    }
}

/// A place among the webhooks being stored; given back on drop.
struct Slot<'g>(&'g AtomicUsize);

impl<'g> Slot<'g> {
    fn take(taken: &'g AtomicUsize, most: usize) -> Option<Self> {
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
