use std::future::Future;

use messaging::{
    UnixMillis,
    gateway::{Gateway, Hop, Stage},
};
use tokio::sync::broadcast::error::RecvError;

use crate::{output, paint::Paint};

/// Prints a line for every hop of every message, for as long as it is polled.
pub(crate) fn watch(gateway: &Gateway, paint: Paint) -> impl Future<Output = ()> + Send + 'static {
    let mut hops = gateway.hops();
    async move {
        loop {
            match hops.recv().await {
                Ok(hop) => output::line(&line(&hop, paint)),
                Err(RecvError::Lagged(missed)) => output::line(&format!("… {missed} lines were too fast to print")),
                Err(RecvError::Closed) => return,
            }
        }
    }
}

fn line(hop: &Hop, paint: Paint) -> String {
    let stage = match hop.stage {
        Stage::Webhook => "in",
        Stage::Turn => "agent",
        Stage::Send => "out",
        Stage::Look => "look up",
        _ => "",
    };
    let place = hop.conversation.as_deref().unwrap_or_default();
    let id: String = hop.id.chars().take(36).collect();
    let ms = hop.took.as_secs_f64() * 1_000.0;
    format!(
        "{} {:<8} {stage:<7} {:<12} {ms:>7.1} ms  {id:<36} {}",
        paint.dim(&clock(hop.at)),
        hop.account,
        hop.outcome,
        paint.dim(place)
    )
}

/// The time of day, UTC: `12:01:04.118`.
fn clock(at: UnixMillis) -> String {
    let ms = at.0.rem_euclid(86_400_000);
    format!("{:02}:{:02}:{:02}.{:03}", ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60, ms % 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_day_is_read_off_the_moment() {
        assert_eq!(clock(UnixMillis(0)), "00:00:00.000");
        assert_eq!(clock(UnixMillis(1_795_176_064_118)), "12:01:04.118");
        assert_eq!(clock(UnixMillis(-1)), "23:59:59.999");
    }
}
