use std::{panic::AssertUnwindSafe, time::Duration};

use futures_util::FutureExt;
use messaging_core::{
    Context, Error, ErrorKind, Request, Result,
    command::Priority,
    id::{IntentId, MessageId},
    message::{AppendStream, Content, EditMessage, FinishStream},
    text,
};
use tokio::time::{Instant, timeout};

use super::{
    answer::{LiveAnswer, STEP},
    way::Way,
};
use crate::{Point, account::Account, anew::is_gone};

/// Steps that may fail in one turn before the rest is left to its end.
const FAILURES: u32 = 8;

/// The pause after a step that the platform did not take.
const PAUSE: Duration = Duration::from_secs(1);

impl LiveAnswer<'_> {
    /// Shows what there is and was not shown.
    pub(super) async fn grow(&mut self, way: Way) {
        let Some(account) = self.account else { return };
        let old = self.open().is_some_and(|segment| segment.begun.elapsed() >= way.limits().lifetime);
        if old {
            self.close();
        }
        let (target, rest) = self.target(way);
        let Some(segment) = self.segments.last_mut().filter(|segment| segment.closed.is_none()) else {
            let anything = !target.trim().is_empty() || !self.progress.is_empty();
            if anything && self.make_room(account).await {
                self.begin(account, way, target).await;
            }
            return;
        };
        let Some(id) = segment.live.message.clone() else { return };
        if let Some(missing) = target.strip_prefix(&segment.taken) {
            if missing.is_empty() && self.progress.is_empty() {
                return;
            }
            // What comes of it is only known once it is answered, and whoever waits may be dropped.
            (segment.certain, segment.spoiled) = (false, matches!(way, Way::Edits(_)));
            segment.tried = Some(target.clone());
            let missing = missing.to_owned();
            let answer = self.add(account, way, id.clone(), &target, missing).await;
            self.gateway.at(Point::LiveGrown).await;
            if answer.as_ref().is_err_and(is_gone) {
                return self.begin_anew().await;
            }
            let lost = answer.as_ref().is_err_and(Error::may_have_been_sent);
            let healed = lost && matches!(way, Way::Stream(_)) && self.heal(account, id, &target).await;
            if !self.grown(if healed { Ok(()) } else { answer }, target) {
                return;
            }
            if healed && rest.is_none() {
                self.close();
                self.waiting = Some(Instant::now());
            }
        }
        if let (Some((head, rest)), Some(segment)) = (rest, self.segments.last_mut()) {
            segment.closed = Some(head);
            self.text = rest;
            self.waiting = Some(Instant::now());
        }
    }

    /// Forgets the open message, which somebody has deleted: the answer is shown in another one, as nothing of it is
    /// there.
    async fn begin_anew(&mut self) {
        self.failures += 1;
        let Some(segment) = self.segments.last_mut() else { return };
        (segment.certain, segment.spoiled, segment.tried) = (false, false, None);
        let id = segment.live.id.clone();
        let forgotten = self.gateway.parts.store.name_live(self.lease, &id, None).await;
        if forgotten.is_err() || self.failures > FAILURES {
            // The end of the turn finds that it is gone.
            self.way = None;
            return;
        }
        self.segments.pop();
        self.waiting = Some(Instant::now());
    }

    /// What the open message is to show now, and where it is full: all it will ever show, and what comes after that.
    fn target(&self, way: Way) -> (String, Option<(String, String)>) {
        match text::first(&self.text, way.limits().max_text) {
            Some((head, rest)) => (head.clone(), Some((head, rest))),
            None => (self.text.get(..text::whole(&self.text)).unwrap_or_default().to_owned(), None),
        }
    }

    async fn add(&mut self, account: &Account, way: Way, id: MessageId, target: &str, missing: String) -> Result<()> {
        let place = self.lease.lane.conversation.place().clone();
        match way {
            Way::Stream(limits) => {
                self.not_before = Instant::now() + limits.interval;
                let progress = self.progress.clone();
                let request = AppendStream::new(place, id, missing).with_progress(progress);
                self.call(account, None, request).await
            }
            Way::Edits(limits) => {
                let edits = account.messenger.provider().edits();
                let channel = edits.map_or_else(|| place.to_string(), |edits| edits.budget(&place));
                if let Some(then) = self.gateway.parts.budget.take(&account.name, channel, limits.interval) {
                    let wait = then.saturating_duration_since(Instant::now());
                    return Err(
                        Error::new(ErrorKind::RateLimited, "the channel is edited enough").with_retry_after(wait)
                    );
                }
                self.not_before = Instant::now() + limits.interval;
                let request = EditMessage { conversation: place, id, content: Content::text(target) };
                self.call(account, None, request).await.map(drop)
            }
        }
    }

    /// Ends a stream of which nobody knows what it shows, with what it is to show: the answer goes on in another message.
    async fn heal(&mut self, account: &Account, id: MessageId, target: &str) -> bool {
        self.failures += 1;
        if self.failures > FAILURES {
            return false;
        }
        let request = FinishStream::new(self.lease.lane.conversation.place().clone(), id, target);
        let ended = self.call(account, None, request).await;
        // What nobody heard the end of would undo what the end of the turn makes of the message.
        if let (Some(segment), true) = (self.segments.last_mut(), ended.as_ref().is_err_and(Error::may_have_been_sent))
        {
            segment.spoiled = true;
        }
        ended.is_ok()
    }

    /// Notes what came of a piece; whether it is shown.
    fn grown(&mut self, answer: Result<()>, target: String) -> bool {
        let Some(segment) = self.segments.last_mut() else { return false };
        let error = match answer {
            Ok(()) => {
                (segment.certain, segment.spoiled, segment.taken, segment.tried) = (true, false, target, None);
                self.progress.clear();
                return true;
            }
            Err(error) => error,
        };
        tracing::debug!(message = ?segment.live.message, %error, "a piece of an answer was not shown");
        if error.may_have_been_sent() {
            // Nobody knows what is on the screen: the end of the turn puts it right.
            self.way = None;
            return false;
        }
        (segment.certain, segment.spoiled, segment.tried) = (true, false, None);
        if !self.put_off(&error) && self.way.is_some() {
            // The platform has closed it: the answer goes on in another message.
            self.close();
            self.waiting = Some(Instant::now());
        }
        false
    }

    /// Whether a step that was not taken may be made again later; none may once too many were not.
    pub(super) fn put_off(&mut self, error: &Error) -> bool {
        let limited = error.kind() == ErrorKind::RateLimited;
        self.failures += u32::from(!limited);
        if error.kind() == ErrorKind::Stopped {
            self.stopped = true;
        } else if self.failures > FAILURES {
            self.way = None;
        } else if error.is_transient() {
            self.not_before = Instant::now() + error.retry_after().unwrap_or_default().max(PAUSE);
            self.waiting = Some(Instant::now());
            return true;
        }
        false
    }

    /// Ends the open message with what it shows; the answer goes on in another one.
    fn close(&mut self) {
        let Some(segment) = self.segments.last_mut().filter(|segment| segment.closed.is_none()) else { return };
        let (head, rest) = text::cut(&self.text, segment.taken.len());
        segment.closed = Some(head);
        self.text = rest;
    }

    /// One step, under the lease and for no longer than a step may take.
    pub(super) async fn call<R: Request>(
        &self,
        account: &Account,
        intent: Option<IntentId>,
        request: R,
    ) -> Result<R::Output> {
        let mut context = Context::default();
        context.intent = intent;
        context.tenant = Some(self.lease.lane.tenant.clone());
        context.not_after = Some(self.end.not_after());
        // Whatever grows waits for answers that are whole.
        context.extensions.insert(Priority::Progress);
        // A panic in a provider is an answer that nobody got, not the end of the turn.
        let call = AssertUnwindSafe(account.messenger.call_in(context, request)).catch_unwind();
        match timeout(STEP, call).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(Error::new(ErrorKind::Unexpected, "the provider panicked")),
            Err(_) => Err(Error::new(ErrorKind::Timeout, "no answer in time")),
        }
    }
}
