use std::time::Duration;

use futures_util::{Stream, StreamExt, stream};
use messaging_core::ConversationRef;
use messaging_store::{Lane, Record, Result, Slice};
use tokio::sync::broadcast::{Receiver, error::RecvError};

use crate::Gateway;

/// Most records read at once.
const PAGE: usize = 100;

/// How often the store is asked although nothing was announced: another process may have written.
const POLL: Duration = Duration::from_secs(15);

impl Gateway {
    /// Streams one conversation: every record after the cursor `after`, then every one to come, each once and in order.
    ///
    /// Start with 0, or with the cursor of the last record seen: cursors survive restarts. The stream ends with an error
    /// when the store does not answer; resume it from the last cursor.
    pub fn messages(
        &self,
        reference: &ConversationRef,
        after: u64,
    ) -> impl Stream<Item = Result<Record>> + Send + 'static {
        let (gateway, lane, news) = (self.clone(), Lane::new(reference.clone()), self.parts.news.subscribe());
        stream::unfold(Some((gateway, lane, news, after)), |state| async move {
            let (gateway, lane, mut news, after) = state?;
            loop {
                match gateway.parts.store.records(&lane, Slice::After(after), PAGE).await {
                    Ok(records) => {
                        if let Some(last) = records.last() {
                            let after = last.cursor;
                            let page = stream::iter(records.into_iter().map(Ok).collect::<Vec<_>>());
                            return Some((page, Some((gateway, lane, news, after))));
                        }
                    }
                    Err(error) => return Some((stream::iter(vec![Err(error)]), None)),
                }
                tokio::select! {
                    biased;
                    () = announced(&mut news, &lane) => {}
                    () = tokio::time::sleep(POLL) => {}
                }
            }
        })
        .flatten()
    }
}

/// Waits until a record may have been added to `lane`.
async fn announced(news: &mut Receiver<Lane>, lane: &Lane) {
    loop {
        match news.recv().await {
            Ok(other) if other != *lane => {}
            // Whoever was too slow to hear everything reads the store once more.
            Ok(_) | Err(RecvError::Lagged(_)) => return,
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}
