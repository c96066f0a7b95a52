use std::{future::ready, time::Duration};

use futures_util::{Stream, StreamExt, stream};
use messaging_core::ConversationRef;
use messaging_store::{Lane, News, Record, Result};
use tokio::sync::broadcast::{Receiver, error::RecvError};

use crate::Gateway;

/// Most steps read at once.
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
        self.news(reference, after).filter_map(|news| {
            ready(match news {
                Ok(News::Said(record)) => Some(Ok(record)),
                Ok(_) => None,
                Err(error) => Some(Err(error)),
            })
        })
    }

    /// Streams one conversation like [`messages`](Self::messages), and how far messages of ours get as well.
    pub fn news(&self, reference: &ConversationRef, after: u64) -> impl Stream<Item = Result<News>> + Send + 'static {
        let (gateway, lane, news) = (self.clone(), Lane::new(reference.clone()), self.parts.news.subscribe());
        stream::unfold(Some((gateway, lane, news, after)), |state| async move {
            let (gateway, lane, mut news, after) = state?;
            loop {
                match gateway.parts.store.news(&lane, after, PAGE).await {
                    Ok(steps) => {
                        if let Some(last) = steps.last() {
                            let after = last.cursor();
                            let page = stream::iter(steps.into_iter().map(Ok).collect::<Vec<_>>());
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
