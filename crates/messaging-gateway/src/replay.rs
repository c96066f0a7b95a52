//! What came in once, put to the gateway again.

use std::{panic::AssertUnwindSafe, time::Duration};

use futures_util::FutureExt;
use http::StatusCode;
use messaging_agent::AgentError;
use messaging_core::{Addressed, message::Content};
use messaging_store::{Arrival, EventId, Kept, Queued, Side};
use tokio::time::{Instant, timeout};

use crate::{Gateway, Stage, turn::run_id};

/// Longest time for the agent in a dry run: somebody is waiting.
const LONGEST: Duration = Duration::from_secs(120);

/// How something is replayed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Replay {
    /// As it came, through the same door: it shows that it is told apart as a duplicate.
    #[default]
    Original,
    /// Under a new id, to the agent alone: it shows what it would say. Nothing is stored, and nothing is sent.
    DryRun,
    /// Under a new id, as a message of its own: the agent is asked, and what it says is sent.
    Send,
}

/// What came of a replay.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Replayed {
    /// It was told apart: nothing happens.
    Duplicate {
        /// Of which event.
        of: EventId,
    },
    /// What the agent would say.
    DryRun {
        /// The event that was replayed.
        of: EventId,
        /// In order; none if it is silent on purpose.
        replies: Vec<Content>,
    },
    /// The agent was asked, and failed.
    Failed {
        /// The event that was replayed.
        of: EventId,
        /// Why.
        reason: String,
    },
    /// It was taken in, and waits for its turn.
    Accepted {
        /// The event that was replayed.
        of: EventId,
        /// The new one.
        id: String,
    },
}

impl Gateway {
    /// Replays an event that is kept, by any of its keys or its id; none if none is.
    ///
    /// # Errors
    /// The store did not answer, or is too full to take it in.
    pub async fn replay(&self, name: &str, how: Replay) -> messaging_store::Result<Option<Replayed>> {
        let Some(kept) = self.parts.store.event(name).await? else { return Ok(None) };
        let (started, lane, of) = (Instant::now(), kept.lane.clone(), kept.id);
        let replayed = match how {
            Replay::Original => self.let_in(of, Arrival::new(kept.lane, kept.event)).await?,
            Replay::DryRun => self.rehearse(&kept).await?,
            Replay::Send => {
                let mut event = kept.anew((self.parts.ids)());
                if event.addressed == Addressed::Ambient {
                    // Whoever replays it calls us.
                    event.addressed = Addressed::Mention;
                }
                self.let_in(of, Arrival::new(kept.lane, event)).await?
            }
        };
        let outcome = match &replayed {
            Replayed::Duplicate { .. } => "duplicate".into(),
            Replayed::DryRun { replies, .. } => format!("dry run: {} to send", replies.len()),
            // What follows may be the agent's own words about what people wrote.
            Replayed::Failed { reason, .. } => format!("failed: {}", reason.split(": ").next().unwrap_or_default()),
            Replayed::Accepted { id, .. } => format!("accepted as {id}"),
        };
        let place = lane.conversation.to_string();
        self.hop(Stage::Replay, lane.conversation.account(), Some(place), of.to_string(), outcome, started.elapsed());
        Ok(Some(replayed))
    }

    async fn let_in(&self, of: EventId, arrival: Arrival) -> messaging_store::Result<Replayed> {
        let delivered = self.delivered(Instant::now());
        let arrival = delivered.follow(arrival);
        let mut told = self.told(&arrival);
        let committed = self.parts.inbox.accept(vec![arrival]).await?;
        self.wake(Side::Turns);
        if let Some(verdict) = committed.verdicts().first() {
            told.stored(verdict, delivered.begun.started);
            let account = told.lane.conversation.account().to_owned();
            self.trace_delivery(&account, &delivered, StatusCode::OK, &[told]);
        }
        Ok(match committed.verdicts().first() {
            Some(verdict) if !verdict.duplicate => Replayed::Accepted { of, id: verdict.id.clone() },
            _ => Replayed::Duplicate { of },
        })
    }

    /// Asks the agent what it would say, knowing what was said before the original.
    async fn rehearse(&self, kept: &Kept) -> messaging_store::Result<Replayed> {
        let (of, event) = (kept.id, kept.anew((self.parts.ids)()));
        let (arrived, timeline, interrupted) = (self.parts.clock.millis(), None, None);
        let queued = vec![Queued {
            id: of,
            event,
            tries: 0,
            crashes: 0,
            failing: None,
            stopped: false,
            cursor: of,
            arrived,
            timeline,
            interrupted,
        }];
        let run = run_id(&kept.lane, &queued);
        let mut turn = self.prepare(&kept.lane, &run, 0, queued).await?;
        turn.deadline = turn.deadline.min(LONGEST);
        let deadline = turn.deadline;
        let asked = AssertUnwindSafe(self.parts.agent.reply(turn)).catch_unwind();
        let answer = match timeout(deadline, asked).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(AgentError::retry("the agent panicked")),
            Err(_) => Err(AgentError::retry(format!("the agent did not answer within {deadline:?}"))),
        };
        Ok(match answer {
            Ok(replies) => Replayed::DryRun { of, replies },
            Err(error) => Replayed::Failed { of, reason: error.to_string() },
        })
    }
}
