use std::{
    future::Future,
    sync::atomic::{AtomicBool, Ordering},
};

use futures_util::{
    FutureExt,
    future::{join, join3},
};
use messaging_store::Side;

use crate::{Gateway, pump::Pump};

impl Gateway {
    /// Works until `stop`, then drains: begins no turn, ends or gives back those under way, and sends what they answered.
    ///
    /// Spawns nothing: run it once per core. Ends by itself when a later life of the same node has taken over.
    pub async fn run(&self, stop: impl Future<Output = ()> + Send) {
        self.tell_last().await;
        let stop = stop.shared();
        let turns_over = AtomicBool::new(false);
        let turns = Pump::new(self, Side::Turns, stop.clone(), &turns_over);
        let sends = Pump::new(self, Side::Sends, stop.clone(), &turns_over);
        let turning = async {
            turns.run().await;
            turns_over.store(true, Ordering::Release);
            self.wake(Side::Sends);
        };
        // Prices, and what was missed, are asked for as long as anything is under way, and nobody waits for one.
        let working = async {
            join(turning, sends.run()).await;
        };
        let listening = self.listen(stop.clone()).shared();
        tokio::pin!(working);
        tokio::select! {
            biased;
            () = &mut working => {
                // Stopped: connections are left in good order. Otherwise a later life is at work, and has its own.
                if stop.now_or_never().is_some() {
                    listening.await;
                }
            }
            _ = join3(self.bill(stop.clone()), self.catch_up(stop.clone()), listening.clone()) => working.await,
        }
    }
}
