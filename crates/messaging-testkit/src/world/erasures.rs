use std::{collections::BTreeMap, time::Duration};

use messaging_core::Secret;
use messaging_store::{Arrival, Erasure, Kept, Lane, Store, Subject};
use tokio::time::sleep;

use crate::Disk;

/// How long what came back may take to get somewhere.
const PATIENCE: Duration = Duration::from_secs(30);

/// Most events that are looked at.
const MOST: u64 = 10_000;

/// Erases conversations in which everything has ended, tells what was erased once more, and returns what came back.
pub(super) async fn erase(disk: &Disk, conversations: usize) -> Vec<String> {
    let (store, mut back) = (disk.open(), Vec::new());
    let mut told: BTreeMap<Lane, Vec<Kept>> = BTreeMap::new();
    for number in 1..=MOST {
        if let Ok(Some(kept)) = store.event(&number.to_string()).await {
            told.entry(kept.lane.clone()).or_default().push(kept);
        }
    }
    for (lane, kept) in told.into_iter().take(conversations) {
        let subject = Subject::Conversation(lane.clone());
        let erasure = Erasure::new(subject.clone(), "world", Secret::new("the key of a world"));
        if let Err(error) = store.erase(erasure).await {
            back.push(format!("{lane} was not erased: {error}"));
            continue;
        }
        let again = kept.into_iter().map(|kept| Arrival::new(lane.clone(), kept.event)).collect();
        match store.accept(again).await {
            Ok(verdicts) => {
                let new = verdicts.iter().filter(|verdict| !verdict.duplicate);
                back.extend(new.map(|verdict| format!("{lane}: event {} was told again, and is new", verdict.id)));
            }
            Err(error) => back.push(format!("{lane}: {error}")),
        }
        sleep(PATIENCE).await;
        let left = store.export(&subject).await.map_or(usize::MAX, |items| items.len());
        if left > 0 {
            back.push(format!("{lane}: {left} items are kept after it was erased"));
        }
    }
    back
}
