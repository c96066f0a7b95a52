use messaging_core::SendMessage;
use messaging_store::{Ending, Lease, Side, TurnEnd};

use super::{
    answer::{Answered, LiveAnswer},
    conclude::Conclusion,
};
use crate::{Gateway, Point};

impl LiveAnswer<'_> {
    /// Whether this turn has shown anything.
    pub(crate) fn is_shown(&self) -> bool {
        !self.segments.is_empty()
    }

    /// Leaves what is shown where it is, and says that nothing follows.
    fn cut_off(self) -> Conclusion {
        let mark = self.gateway.parts.settings.streams.stopped.clone();
        let (max_text, gateway) = (self.max_text, self.gateway);
        let place = self.lease.lane.conversation.place().clone();
        let mut end = self.conclude(Answered::Stopped);
        let Some(last) = end.finished.last_mut().filter(|_| !mark.is_empty()) else { return end };
        let shown = &mut last.message.content.text;
        let gap = if shown.ends_with(char::is_whitespace) { "" } else { " " };
        if shown.chars().count() + gap.len() + mark.chars().count() <= max_text {
            shown.push_str(gap);
            shown.push_str(&mark);
        } else {
            end.finished.push(gateway.draft(SendMessage::new(place, mark)));
        }
        end
    }
}

impl Gateway {
    /// Gives a lane back because a newer message came. What people saw of the answer stays, marked as stopped: that is
    /// one commit with the end of the lease, and no event waits for it.
    pub(crate) async fn supersede(&self, lease: &Lease, live: LiveAnswer<'_>) {
        self.at(Point::Superseded).await;
        let Conclusion { finished, rest: _, discards } = live.cut_off();
        let end = TurnEnd::new(Vec::new(), Ending::Replied(finished)).discarding(discards);
        match self.parts.store.finish(lease, end).await {
            Ok(()) => self.wake(Side::Sends),
            Err(error) => {
                tracing::warn!(lane = %lease.lane, %error, "a lane was not given back; its lease ends by itself");
            }
        }
    }
}
