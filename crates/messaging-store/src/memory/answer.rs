use messaging_core::{UnixMillis, id::IntentId};

use super::Tables;
use crate::{
    Admission, Answer, Draft, EventId, Inline, Lane, Side,
    attempts::{Attempts, Trace},
};

/// An answer to a webhook, and what it says.
#[derive(Debug)]
pub(super) struct Said {
    lane: Lane,
    intents: Vec<IntentId>,
    inline: Inline,
}

impl Tables {
    /// Says a turn's replies inside the answer to a webhook, if nothing is to be said before them and all of them may
    /// leave. Whoever was to hear the answer may have heard it from now on.
    pub(super) fn say(&mut self, now: UnixMillis, lane: &Lane, replies: &[Draft], inline: &Inline) {
        if !self.may_say(now, lane, replies, inline) {
            return;
        }
        let intents: Vec<_> = replies.iter().map(|draft| draft.id.clone()).collect();
        for id in &intents {
            if let Some(row) = self.intents.get_mut(id) {
                row.answer = Some(inline.event);
            }
        }
        self.answers.insert(inline.event, Said { lane: lane.clone(), intents, inline: inline.clone() });
        self.doubt_answer(now, inline.event);
    }

    fn may_say(&mut self, now: UnixMillis, lane: &Lane, replies: &[Draft], inline: &Inline) -> bool {
        let waiting = self.sends.get(lane).map_or(0, |row| row.queue.len());
        if replies.is_empty() || waiting > replies.len() || self.is_closed(lane) {
            return false;
        }
        replies.iter().zip(&inline.admits).all(|(draft, admit)| {
            admit.instead.is_none() && self.let_out(now, lane, &draft.id, admit) == Admission::Granted
        })
    }

    /// Everything an answer says may be said from now on, for as long as the platform takes it.
    fn doubt_answer(&mut self, now: UnixMillis, event: EventId) {
        let Some(Said { lane, intents, inline }) = self.answers.get(&event) else { return };
        let (lane, since, first) = (lane.clone(), now.plus(inline.taken_within), now);
        let look = since.plus(inline.look);
        for id in intents {
            if let Some(row) = self.intents.get_mut(id) {
                let first = row.attempts.first.or(Some(first));
                row.attempts = Attempts { trace: Trace::Doubted, first, since, looks: 0, ..row.attempts };
            }
        }
        let fence = self.next_fence();
        if let Some(row) = self.sends.get_mut(&lane) {
            // Whoever looked meanwhile saw too little.
            row.hold.free(fence);
            row.hold.hold_up(look);
        }
        self.index(Side::Sends, &lane);
    }

    /// Hands an answer out, as [`Store::answer`](crate::Store::answer).
    pub fn hand_out(&mut self, now: UnixMillis, event: EventId) -> Option<Answer> {
        let answer = self.answers.get(&event)?.inline.answer.clone();
        self.written = true;
        self.doubt_answer(now, event);
        Some(answer)
    }

    /// Gives no answer in a lane any more: its person wants nothing from us.
    pub(super) fn forget_answers(&mut self, lane: &Lane) {
        let waiting = self.sends.get(lane).into_iter().flat_map(|row| row.queue.values());
        let said: Vec<_> = waiting.filter_map(|(_, id)| self.intents.get(id)?.answer).collect();
        for event in said {
            self.forget_answer(Some(event));
        }
    }

    /// Keeps an answer for itself from now on: what it says was decided on.
    pub(super) fn forget_answer(&mut self, event: Option<EventId>) {
        if let Some(said) = event.and_then(|event| self.answers.remove(&event)) {
            for id in &said.intents {
                if let Some(row) = self.intents.get_mut(id) {
                    row.answer = None;
                }
            }
        }
    }
}
