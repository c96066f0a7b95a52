use std::time::Duration;

use bytes::Bytes;
use messaging_core::capability::ReplyStatus;

use super::{
    fault::Done,
    verbs::{NEVER, Verbs},
};
use crate::{Admission, Answer, Draft, EventId, Inline, Side};

impl Verbs<'_> {
    /// Says a turn's replies inside the answer to a webhook, if nothing is to be said before them and all of them may
    /// leave. Whoever was to hear the answer may have heard it from now on.
    pub(super) fn say(&self, conversation: i64, replies: &[Draft], inline: &Inline) -> Done {
        if !self.may_say(conversation, replies, inline)? {
            return Ok(());
        }
        for draft in replies {
            self.run("UPDATE intent SET answer = ?2 WHERE id = ?1", (draft.id.as_str(), inline.event))?;
        }
        let Inline { event, answer, taken_within, look, .. } = inline;
        let sql = "INSERT OR REPLACE INTO answer (event, conversation, accepted, content_type, body, within_ms, look_ms) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let accepted = answer.status == ReplyStatus::Accepted;
        let (within, look) = (millis(*taken_within), millis(*look));
        self.run(sql, (event, conversation, accepted, &answer.content_type, &*answer.body, within, look))?;
        self.doubt_answer(*event)
    }

    fn may_say(&self, conversation: i64, replies: &[Draft], inline: &Inline) -> Done<bool> {
        let sql = "SELECT count(*) FROM intent WHERE conversation = ?1 AND trace < 3";
        let waiting = self.one(sql, [conversation], |row| row.get::<_, usize>(0))?.unwrap_or_default();
        if replies.is_empty() || waiting > replies.len() || self.is_closed(conversation)? {
            return Ok(false);
        }
        let owner = self.owner_of(conversation)?;
        for (draft, admit) in replies.iter().zip(&inline.admits) {
            if admit.instead.is_some() || self.let_out(owner, &draft.id, admit)? != Admission::Granted {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Everything an answer says may be said from now on, for as long as the platform takes it.
    fn doubt_answer(&self, event: EventId) -> Done {
        let sql = "SELECT conversation, within_ms, look_ms FROM answer WHERE event = ?1";
        let found =
            self.one(sql, [event], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, u64>(1)?, row.get::<_, u64>(2)?)))?;
        let Some((conversation, within, look)) = found else { return Ok(()) };
        let since = self.now.plus(Duration::from_millis(within));
        let sql = "UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, ?2), since_ms = ?3, looks = 0 \
                   WHERE answer = ?1";
        self.run(sql, (event, self.now.0, since.0))?;
        let mut row = self.side(conversation, Side::Sends)?;
        // Whoever looked meanwhile saw too little.
        (row.fence, row.until) = (self.next_fence()?, NEVER);
        row.not_before = since.plus(Duration::from_millis(look));
        self.store(&row)
    }

    /// Hands an answer out.
    pub(super) fn hand_out(&self, event: EventId) -> Done<Option<Answer>> {
        let sql = "SELECT accepted, content_type, body FROM answer WHERE event = ?1";
        let answer = self.one(sql, [event], |row| {
            let status = if row.get(0)? { ReplyStatus::Accepted } else { ReplyStatus::Ok };
            Ok(Answer { status, content_type: row.get(1)?, body: Bytes::from(row.get::<_, Vec<u8>>(2)?) })
        })?;
        if answer.is_some() {
            self.doubt_answer(event)?;
        }
        Ok(answer)
    }

    /// Gives no answer in a conversation any more: its person wants nothing from us.
    pub(super) fn forget_answers(&self, conversation: i64) -> Done {
        let sql = "SELECT DISTINCT answer FROM intent WHERE conversation = ?1 AND trace < 3 AND answer IS NOT NULL";
        for event in self.all(sql, [conversation], |row| row.get::<_, EventId>(0))? {
            self.forget_answer(Some(event))?;
        }
        Ok(())
    }

    /// Keeps an answer for itself from now on: what it says was decided on.
    pub(super) fn forget_answer(&self, event: Option<EventId>) -> Done {
        if let Some(event) = event {
            self.run("UPDATE intent SET answer = NULL WHERE answer = ?1", [event])?;
            self.run("DELETE FROM answer WHERE event = ?1", [event])?;
        }
        Ok(())
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX).min(i64::MAX.unsigned_abs())
}
