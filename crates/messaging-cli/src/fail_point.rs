//! Where a test wants the process to end: `MESSAGING_FAIL_POINT=turn.claimed:3`.

use async_trait::async_trait;
use messaging::{
    gateway::{Point, Probe},
    store::fail_point::{STORE, arm, pass},
};

use crate::exit::{Failure, config};

const VARIABLE: &str = "MESSAGING_FAIL_POINT";

/// Tells the gateway's points to whoever may end the process there.
pub(crate) struct FailPoints;

/// Reads what the test wants; nothing unless it says so.
pub(crate) fn armed() -> Result<FailPoints, Failure> {
    let Ok(told) = std::env::var(VARIABLE) else { return Ok(FailPoints) };
    let known = |name: &str| STORE.contains(&name) || Point::ALL.iter().any(|point| point.name() == name);
    let read = told.split_once(':').filter(|(name, _)| known(name));
    match read.and_then(|(name, passage)| Some((name, passage.parse().ok().filter(|passage| *passage > 0)?))) {
        Some((name, passage)) if arm(name, passage) => Ok(FailPoints),
        Some(_) => Err(config(format!("`{VARIABLE}` was read twice"))),
        None => {
            let wanted =
                format!("`{VARIABLE}` is `{told}`: it must be a point and a passage from 1, as `send.claimed:3`");
            Err(config(wanted))
        }
    }
}

#[async_trait]
impl Probe for FailPoints {
    async fn at(&self, point: Point) {
        pass(point.name());
    }
}
