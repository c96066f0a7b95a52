use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use messaging_emulator::Journal;
use messaging_store::{Decision, Shelf, Store};
use tokio::time::sleep;

use super::text;
use crate::Disk;

/// How often the person looks.
const EVERY: Duration = Duration::from_secs(20);

/// Most letters of one look.
const MOST: usize = 100;

/// The messages whose answers were dead for a while: what came later did not wait for them.
pub(super) type Late = Arc<Mutex<BTreeSet<(usize, u64)>>>;

/// A person who looks at what is dead now and then, and lets all of it go again.
pub(super) async fn redrive(disk: Disk, journal: Journal, late: Late) {
    loop {
        sleep(EVERY).await;
        // Opened anew each time: the power may have been cut.
        let store = disk.open();
        for shelved in store.shelved(Shelf::Dead, MOST).await.unwrap_or_default() {
            let letter = store.letter(&shelved.id).await.ok().flatten();
            let heard = letter.iter().filter_map(|letter| text::read(&letter.event.as_ref()?.said()?.content.text));
            let said = letter.iter().filter_map(|letter| text::answered(&letter.message.as_ref()?.content.text));
            late.lock().unwrap_or_else(PoisonError::into_inner).extend(heard.chain(said.flat_map(|(_, about)| about)));
            // What cannot be written down now is still there at the next look.
            if let Ok(decided) = store.decide(&shelved.id, Decision::Redrive).await {
                journal.note(format_args!("redrive {:?} {}: {decided:?}", shelved.kind, shelved.id));
            }
        }
    }
}
