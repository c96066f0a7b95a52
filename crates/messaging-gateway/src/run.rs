use std::future::Future;

use futures_util::{FutureExt, future::join};
use messaging_store::Side;

use crate::{Gateway, pump::Pump};

impl Gateway {
    /// Works until `stop`, then drains: claims nothing more, ends or gives back what is under way.
    ///
    /// Spawns nothing: run it once per core. Ends by itself when a later life of the same node has taken over.
    pub async fn run(&self, stop: impl Future<Output = ()> + Send) {
        let stop = stop.shared();
        let turns = Pump::new(self, Side::Turns, stop.clone());
        let sends = Pump::new(self, Side::Sends, stop.clone());
        join(turns.run(), sends.run()).await;
    }
}
