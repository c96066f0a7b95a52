use std::sync::Arc;

use tokio::{sync::oneshot, time::sleep};

use super::platter::Shared;

/// Syncs the log in groups, for one life of the disk.
///
/// A task of its own: if the first committer led the group, dropping its call would leave the others waiting.
pub(super) async fn write(disk: Arc<Shared>, life: u64) {
    loop {
        disk.work.notified().await;
        sleep(disk.model.window).await;
        while let Some(target) = next(&disk, life) {
            sleep(disk.model.sync).await;
            let mut platter = disk.lock();
            if platter.life != life {
                return;
            }
            platter.durable = target;
            let (done, waiting) = std::mem::take(&mut platter.waiting).into_iter().partition(|(end, _)| *end <= target);
            platter.waiting = waiting;
            drop(platter);
            wake(done);
        }
        if disk.lock().life != life {
            // The notification was meant for the next life.
            disk.work.notify_one();
            return;
        }
    }
}

/// Where the next sync ends, if there is anything to sync.
fn next(disk: &Shared, life: u64) -> Option<usize> {
    let platter = disk.lock();
    let target = platter.log.len().min(platter.durable + disk.model.group);
    (platter.life == life && target > platter.durable).then_some(target)
}

fn wake(done: Vec<(usize, oneshot::Sender<()>)>) {
    for (_, waiter) in done {
        // Whoever has gone does not mind: the commit stands.
        let _ = waiter.send(());
    }
}
