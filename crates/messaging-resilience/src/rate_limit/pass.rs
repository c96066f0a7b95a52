use std::time::Duration;

use messaging_core::command::Priority;

use super::{
    Key,
    limiter::{Asker, Shared, TooLong, Turn},
};
use crate::waited::Waited;

/// Passes every gate, the most specific first, and starts at all of them in one moment; returns how many more the
/// tightest of them would let start now.
///
/// The turn at a gate is kept until the command starts, so that at most one command of each key waits at the gates
/// behind it: the keys there take turns, and a key with a long line slows nobody else. Nothing is counted before the
/// start, or a wait at a later gate would let two commands of an earlier one start closer together than it allows.
pub(super) async fn pass(
    gates: &[(Shared, Key)],
    priority: Priority,
    waited: &Waited,
    max_wait: Duration,
) -> Result<u64, TooLong> {
    let mut gave_back = false;
    'again: loop {
        let mut turns: Vec<Turn> = Vec::with_capacity(gates.len());
        for (limiter, key) in gates {
            turns.push(limiter.turn(key, Asker { priority, gave_back, waited, max_wait }).await?);
            while let Some(TooLong { wait, paused }) = closed(&turns) {
                if !waited.has_room(wait, max_wait) {
                    return Err(TooLong { wait, paused });
                }
                tokio::time::sleep(wait).await;
                waited.add(wait);
                if priority != Priority::Answer && turns.iter().any(|turn| turn.limiter.has_answers(&turn.key)) {
                    gave_back = true;
                    continue 'again;
                }
            }
        }
        let left = turns.iter().map(|turn| turn.limiter.start(&turn.key));
        return Ok(left.min().unwrap_or_default());
    }
}

/// What of the gates that we have the turn at is closed for longest; none if all are open.
fn closed(turns: &[Turn]) -> Option<TooLong> {
    let longest = turns.iter().map(|turn| turn.limiter.closed(&turn.key)).max_by_key(|closed| closed.wait)?;
    (!longest.wait.is_zero()).then_some(longest)
}
