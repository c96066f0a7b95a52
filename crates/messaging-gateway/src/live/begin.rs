use std::time::Duration;

use messaging_core::{
    Result, SendMessage, Verb,
    id::{IntentId, MessageId},
    message::{DeleteMessage, DiscardStream, FindSend, FindStream, Found, Receipt, StartStream},
};
use messaging_store::Live;
use tokio::time::{Instant, sleep};

use super::{answer::LiveAnswer, beside::could_be, segment::Segment, way::Way};
use crate::{Point, account::Account, anew::is_gone};

/// How long to wait before a beginning that was not answered is looked for, once: most are there by then.
const LOOK: Duration = Duration::from_secs(1);

impl LiveAnswer<'_> {
    /// Reads what earlier turns left, and looks for what nobody heard about. Where something may still come of that,
    /// nothing is shown before the end: it could be there beside it.
    pub(crate) async fn recall(&mut self) -> messaging_store::Result<()> {
        let (Some(_), Some(account)) = (self.possible, self.account) else { return Ok(()) };
        let begun = self.gateway.parts.store.live(self.lease).await?;
        self.left = begun.into_iter().filter(|live| !live.beside).collect();
        for at in 0..self.left.len() {
            let Some(live) = self.left.get(at).filter(|live| live.message.is_none()).cloned() else { continue };
            let found = self.find(account, &live).await;
            if let (Some(message), Some(live)) = (found, self.left.get_mut(at)) {
                live.message = Some(message.clone());
                self.gateway.parts.store.name_live(self.lease, &live.id, Some(&message)).await?;
            }
        }
        if self.private || self.left.iter().any(|live| live.message.is_none()) {
            self.way = None;
        }
        Ok(())
    }

    /// Takes what earlier turns left from people's screens, so that another answer may grow there; whether all of it is
    /// certainly gone.
    pub(super) async fn make_room(&mut self, account: &Account) -> bool {
        while let Some(live) = self.left.first().cloned() {
            let Some(id) = live.message else {
                self.way = None;
                return false;
            };
            let conversation = self.lease.lane.conversation.place().clone();
            let gone = if Verb::DiscardStream.is_offered_by(account.messenger.provider()) {
                self.call(account, None, DiscardStream { conversation, id }).await
            } else {
                self.call(account, None, DeleteMessage { conversation, id }).await
            };
            self.gateway.at(Point::LiveGrown).await;
            if let Err(error) = gone.or_else(|error| if is_gone(&error) { Ok(()) } else { Err(error) }) {
                tracing::debug!(lane = %self.lease.lane, %error, "what an earlier turn showed is still there");
                if !self.put_off(&error) {
                    self.way = None;
                }
                return false;
            }
            if self.gateway.parts.store.name_live(self.lease, &live.id, None).await.is_err() {
                self.way = None;
                return false;
            }
            self.left.remove(0);
        }
        true
    }

    /// Begins a message that shows `target`.
    pub(super) async fn begin(&mut self, account: &Account, way: Way, target: String) {
        let store = &self.gateway.parts.store;
        let id = IntentId::from(format!("{:032x}", (self.gateway.parts.ids)()));
        let live = match store.begin_live(self.lease, &id, &target).await {
            Ok(live) => live,
            Err(error) => {
                tracing::debug!(lane = %self.lease.lane, %error, "nothing is shown before the end");
                self.way = None;
                return;
            }
        };
        self.segments.push(Segment::new(live.clone(), Instant::now()));
        self.gateway.at(Point::LiveBegun).await;
        let answer = self.start(account, way, &id, &target).await;
        self.gateway.at(Point::LiveReturned).await;
        let message = match answer {
            Ok(receipt) => receipt.parts.into_iter().next(),
            Err(error) if error.may_have_been_sent() => {
                tracing::debug!(lane = %self.lease.lane, %error, "nobody heard whether a message was begun");
                sleep(LOOK).await;
                self.find(account, &live).await
            }
            Err(error) => {
                self.segments.pop();
                let forgotten = store.name_live(self.lease, &id, None).await;
                if forgotten.is_err() || !self.put_off(&error) {
                    tracing::debug!(lane = %self.lease.lane, %error, "nothing is shown before the end");
                    self.way = None;
                }
                return;
            }
        };
        let Some(message) = message else {
            self.way = None;
            return;
        };
        if let Some(segment) = self.segments.last_mut() {
            segment.live.message = Some(message.clone());
            (segment.taken, segment.certain) = (target, true);
        }
        self.progress.clear();
        // It is ours all the same: the end of the turn names it.
        if store.name_live(self.lease, &id, Some(&message)).await.is_err() {
            self.way = None;
        }
    }

    async fn start(&mut self, account: &Account, way: Way, id: &IntentId, target: &str) -> Result<Receipt> {
        let place = self.lease.lane.conversation.place().clone();
        self.not_before = Instant::now() + way.limits().interval;
        match way {
            Way::Stream(_) => {
                let mut request = StartStream::new(place, target).with_progress(self.progress.clone());
                if let Some(answers) = self.answers.clone() {
                    request = request.answering(answers);
                }
                self.call(account, Some(id.clone()), request).await
            }
            Way::Edits(_) => self.call(account, Some(id.clone()), SendMessage::new(place, target)).await,
        }
    }

    /// Looks once for a message whose beginning nobody heard about.
    async fn find(&self, account: &Account, live: &Live) -> Option<MessageId> {
        let place = self.lease.lane.conversation.place().clone();
        let ours = self.left.iter().chain(self.segments.iter().map(|segment| &segment.live));
        let beside = self.gateway.beside(self.lease).await.ok()?;
        let known = ours.chain(&beside).filter_map(|live| live.message.clone()).collect();
        let (intent, not_before) = (live.id.clone(), live.since);
        let found = if Verb::FindStream.is_offered_by(account.messenger.provider()) {
            let request = FindStream { conversation: place, text: live.text.clone(), intent, not_before, known };
            self.call(account, None, request).await
        } else {
            let message = SendMessage::new(place, live.text.as_str());
            self.call(account, None, FindSend { intent, message, not_before, known }).await
        };
        let message = match found {
            Ok(Found::Happened(receipt)) => receipt.parts.into_iter().next()?,
            _ => return None,
        };
        // Read again: a turn beside this one may have begun it meanwhile.
        let beside = self.gateway.beside(self.lease).await.ok()?;
        (!beside.iter().any(|theirs| could_be(theirs, &message, &live.text))).then_some(message)
    }
}
