use std::time::Duration;

use futures_util::{Stream, StreamExt, stream};
use messaging_core::ConversationRef;
use messaging_store::{Lane, Record, Result, Slice};

use crate::Gateway;

/// Most records read at once.
const PAGE: usize = 100;

/// How often the store is asked although nothing was announced: another node may have written.
const POLL: Duration = Duration::from_secs(1);

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
                news.borrow_and_update();
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
                    changed = news.changed() => changed.ok()?,
                    () = tokio::time::sleep(POLL) => {}
                }
            }
        })
        .flatten()
    }
}
