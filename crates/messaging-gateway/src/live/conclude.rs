use messaging_core::{SendMessage, message::Content, text};
use messaging_store::{Deed, Draft, Lane, Lease, Live, Result};

use super::answer::{Answered, LiveAnswer};
use crate::Gateway;

/// What a turn's end says about everything that was shown.
#[derive(Debug, Default)]
pub(crate) struct Conclusion {
    /// What messages that are there show in the end.
    pub(crate) finished: Vec<Draft>,
    /// What is still to be said.
    pub(crate) rest: Vec<Content>,
    /// What goes.
    pub(crate) discards: Vec<Draft>,
}

impl LiveAnswer<'_> {
    /// Says which message shows which part of the answer in the end, what is still to be said, and what goes.
    pub(crate) fn conclude(self, answered: Answered) -> Conclusion {
        let mut end = Conclusion::default();
        // Never shown anew: an edit or a deletion by an earlier turn may still be on its way there.
        let left = self.left.iter().map(|live| self.gateway.discard(&self.lease.lane, live));
        end.discards.extend(left);
        match answered {
            Answered::Stopped => self.leave(&mut end),
            Answered::Whole(contents) => self.finish(contents, &mut end),
        }
        end
    }

    /// Takes everything that was shown from people's screens.
    pub(crate) fn everything(&self) -> Vec<Draft> {
        let shown = self.left.iter().chain(self.segments.iter().map(|segment| &segment.live));
        shown.map(|live| self.gateway.discard(&self.lease.lane, live)).collect()
    }

    pub(crate) fn lane(&self) -> &Lane {
        &self.lease.lane
    }

    fn finish(self, contents: Vec<Content>, end: &mut Conclusion) {
        let mut contents = contents.into_iter();
        // What was shown is the beginning of the first message; one with more than text is not shown before the end.
        let first = contents.next();
        let streamed = first.as_ref().filter(|first| is_text(first) && !self.segments.is_empty());
        let Some(streamed) = streamed.cloned() else {
            let shown = self.segments.iter().map(|segment| &segment.live);
            end.discards.extend(shown.map(|live| self.gateway.discard(&self.lease.lane, live)));
            end.rest.extend(first.into_iter().chain(contents));
            return;
        };
        let steps_only = self.text.is_empty() && self.segments.iter().all(|segment| segment.taken.is_empty());
        let mut rest = if steps_only { streamed.text } else { self.text.clone() };
        // From the first message on that cannot be counted on, everything is said anew.
        let mut anew = Vec::new();
        for segment in &self.segments {
            let message = segment.live.message.clone().filter(|_| anew.is_empty() && !segment.spoiled);
            let text = match (&segment.closed, &message) {
                (Some(closed), _) => closed.clone(),
                (None, Some(_)) => take(&mut rest, self.max_text),
                (None, None) => String::new(),
            };
            if let Some(message) = message.filter(|_| !text.trim().is_empty()) {
                let deed = Deed::Finish { shown: segment.shows(&text), message };
                end.finished.push(self.draft(text).as_deed(deed));
            } else {
                end.discards.push(self.gateway.discard(&self.lease.lane, &segment.live));
                anew.extend(Some(text).filter(|text| !text.trim().is_empty()));
            }
        }
        anew.extend(Some(rest).filter(|rest| !rest.trim().is_empty()));
        if !anew.is_empty() {
            end.rest.push(Content::text(anew.join("\n")));
        }
        end.rest.extend(contents);
    }

    /// What is shown is the answer.
    fn leave(self, end: &mut Conclusion) {
        // What a message had shown beyond its end, when the answer went on in the next one: there it is said again.
        let mut beyond = String::new();
        for (at, segment) in self.segments.iter().enumerate() {
            // What may have been read already does not go again.
            let seen = segment.tried.as_ref().unwrap_or(&segment.taken);
            let again = std::mem::take(&mut beyond);
            let seen = if again.len() > seen.len() { again } else { seen.clone() };
            let goes_on = self.segments.get(at + 1).is_some_and(|next| next.live.message.is_some());
            let text = match segment.closed.clone().filter(|_| goes_on) {
                Some(closed) => {
                    seen.strip_prefix(closed.as_str()).unwrap_or_default().trim_start().clone_into(&mut beyond);
                    closed
                }
                None => seen,
            };
            match segment.live.message.clone().filter(|_| !text.trim().is_empty()) {
                Some(message) => {
                    let deed = Deed::Finish { message, shown: segment.shows(&text) };
                    end.finished.push(self.draft(text).as_deed(deed));
                }
                None => end.discards.push(self.gateway.discard(&self.lease.lane, &segment.live)),
            }
        }
    }

    fn draft(&self, text: String) -> Draft {
        self.gateway.draft(SendMessage::new(self.lease.lane.conversation.place().clone(), text))
    }
}

impl Gateway {
    /// Names a message that is to be sent.
    pub(super) fn draft(&self, message: SendMessage) -> Draft {
        Draft::new(format!("{:032x}", (self.parts.ids)()), message)
    }

    /// Takes what earlier turns left from people's screens.
    pub(crate) async fn left(&self, lease: &Lease) -> Result<Vec<Draft>> {
        let left = self.parts.store.live(lease).await?;
        Ok(left.iter().filter(|live| !live.beside).map(|live| self.discard(&lease.lane, live)).collect())
    }

    /// Takes a message from people's screens.
    pub(crate) fn discard(&self, lane: &Lane, live: &Live) -> Draft {
        let message = SendMessage::new(lane.conversation.place().clone(), live.text.as_str());
        let deed = Deed::Discard { message: live.message.clone(), live: live.id.clone(), since: live.since };
        self.draft(message).as_deed(deed)
    }
}

/// Takes off as much as one message holds.
fn take(rest: &mut String, max: usize) -> String {
    match text::first(rest, max) {
        Some((head, tail)) => {
            *rest = tail;
            head
        }
        None => std::mem::take(rest),
    }
}

fn is_text(content: &Content) -> bool {
    content.media.is_empty() && content.actions.is_empty() && content.native.is_none()
}
