//! The turns at work, so that people can stop them.

use std::{
    collections::BTreeMap,
    fmt,
    future::pending,
    sync::{Mutex, MutexGuard, PoisonError},
};

use messaging_core::{Event, EventKind, event::Stop, id::MessageId};
use messaging_store::{Arrival, Lane, Queued};
use tokio::sync::oneshot;

/// The turns at work on this node.
#[derive(Default)]
pub(crate) struct Stops {
    running: Mutex<Running>,
}

#[derive(Default)]
struct Running {
    born: u64,
    by_lane: BTreeMap<Lane, Vec<Turn>>,
}

struct Turn {
    id: u64,
    about: Vec<MessageId>,
    stop: oneshot::Sender<()>,
}

/// A turn that can be stopped; no longer once it is dropped.
pub(crate) struct Stoppable<'g> {
    stops: &'g Stops,
    lane: Lane,
    id: u64,
    stopped: oneshot::Receiver<()>,
}

impl Stops {
    fn lock(&self) -> MutexGuard<'_, Running> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets people stop a turn about `queued`.
    pub(crate) fn begin(&self, lane: &Lane, queued: &[Queued]) -> Stoppable<'_> {
        let about = queued.iter().filter_map(|queued| message_of(&queued.event)).collect();
        let (stop, stopped) = oneshot::channel();
        let mut running = self.lock();
        running.born += 1;
        let id = running.born;
        running.by_lane.entry(lane.clone()).or_default().push(Turn { id, about, stop });
        Stoppable { stops: self, lane: lane.clone(), id, stopped }
    }

    /// Stops what the events of a batch say is to be stopped.
    pub(crate) fn heed<'a>(&self, batch: impl Iterator<Item = &'a (Lane, Stop)>) {
        let mut running = self.lock();
        for (lane, stop) in batch {
            let Some(turns) = running.by_lane.get_mut(lane) else { continue };
            let is_meant = |turn: &Turn| stop.answer_to.as_ref().is_none_or(|message| turn.about.contains(message));
            let (stopped, go_on): (Vec<_>, Vec<_>) = std::mem::take(turns).into_iter().partition(is_meant);
            *turns = go_on;
            for turn in stopped {
                // A turn that has just ended hears nothing any more.
                let _ = turn.stop.send(());
            }
        }
    }
}

impl Stoppable<'_> {
    /// Waits until a person stops it.
    pub(crate) async fn stopped(&mut self) {
        if (&mut self.stopped).await.is_err() {
            pending::<()>().await;
        }
    }
}

impl Drop for Stoppable<'_> {
    fn drop(&mut self) {
        let mut running = self.stops.lock();
        if let Some(turns) = running.by_lane.get_mut(&self.lane) {
            turns.retain(|turn| turn.id != self.id);
            if turns.is_empty() {
                running.by_lane.remove(&self.lane);
            }
        }
    }
}

impl fmt::Debug for Stops {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stops").field("lanes", &self.lock().by_lane.len()).finish()
    }
}

/// The stop that each event of a batch tells, if it does.
pub(crate) fn stops(batch: &[Arrival]) -> Vec<Option<(Lane, Stop)>> {
    let stop = |arrival: &Arrival| match &arrival.event.kind {
        EventKind::Stopped(stop) => Some((arrival.lane.clone(), stop.clone())),
        _ => None,
    };
    batch.iter().map(stop).collect()
}

fn message_of(event: &Event) -> Option<MessageId> {
    match &event.kind {
        EventKind::MessageAdded(message) => Some(message.id.clone()),
        _ => None,
    }
}
