use messaging_store::Counts;
use messaging_telemetry::Census;

use crate::Gateway;

impl Gateway {
    /// Asks the store where every message is, and shows it in the metrics. Does nothing unless something is measured.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn measure(&self) -> messaging_store::Result<()> {
        if !self.parts.meters.is_on() {
            return Ok(());
        }
        let counts = self.parts.store.counts().await?;
        self.parts.meters.census([("*".to_owned(), "*".to_owned(), census(&counts))]);
        Ok(())
    }
}

fn census(counts: &Counts) -> Census {
    Census {
        accepted: counts.accepted,
        answered: counts.answered,
        silent: counts.silent,
        rejected: counts.rejected,
        dropped: counts.dropped,
        erased: counts.erased,
        dead: counts.dead,
        unknown: counts.held,
        in_flight: counts.in_flight,
    }
}
