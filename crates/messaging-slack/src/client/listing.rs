use std::{
    collections::BTreeSet,
    fmt,
    pin::Pin,
    task::{Context, Poll},
};

use futures_util::{
    Stream, StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};
use messaging_core::{Error, ErrorKind, Page, Result};
use messaging_http::unreadable;

use super::{Answer, List, SlackClient};

/// The most pages that one listing reads.
const MOST_PAGES: usize = 1_000;

/// What a list holds, one after the other; pages are read when they are needed.
///
/// It ends on an empty cursor, and with an error on a cursor that was followed before and after 1,000 pages. A page may
/// be shorter than its limit, or empty, in the middle.
#[must_use = "nothing is read before the stream is polled"]
pub struct Listing<T>(BoxStream<'static, Result<T>>);

impl<T: Send + 'static> Listing<T> {
    /// Ends after `limit` items.
    pub fn up_to(self, limit: usize) -> Self {
        Self(self.0.take(limit).boxed())
    }

    /// Reads everything. A list may be long: say how much is wanted with [`up_to`](Self::up_to).
    ///
    /// # Errors
    /// A page cannot be read; what was read before is dropped.
    pub async fn collect(self) -> Result<Vec<T>> {
        self.0.try_collect().await
    }
}

impl<T> Stream for Listing<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        self.0.poll_next_unpin(context)
    }
}

impl<T> fmt::Debug for Listing<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listing").finish_non_exhaustive()
    }
}

/// Where reading goes on.
#[derive(Default)]
struct Reader {
    next: Option<String>,
    followed: BTreeSet<String>,
    pages: usize,
    ended: bool,
}

impl SlackClient {
    /// Lists everything that `request` asks for, lazily, from its cursor on; 200 on a page unless it says otherwise.
    pub fn list<L: List>(&self, request: L) -> Listing<L::Item> {
        let client = self.clone();
        let pages = stream::try_unfold(Reader::default(), move |mut reader| {
            let (client, request) = (client.clone(), request.clone());
            async move {
                if reader.ended {
                    return Ok(None);
                }
                if reader.pages == MOST_PAGES {
                    let message = format!("`{}` has more than {MOST_PAGES} pages: ask for less", L::METHOD);
                    return Err(Error::new(ErrorKind::Invalid, message));
                }
                let Page { items, next, .. } = client.page(request, reader.next.take()).await?.value;
                reader.pages += 1;
                reader.ended = next.is_none();
                if let Some(next) = next {
                    if !reader.followed.insert(next.clone()) {
                        return Err(unreadable(format!("the cursors of `{}` lead in a circle", L::METHOD)));
                    }
                    reader.next = Some(next);
                }
                Ok(Some((items, reader)))
            }
        });
        Listing(pages.map_ok(|items| stream::iter(items.into_iter().map(Ok))).try_flatten().boxed())
    }

    /// Reads one page: the one at `cursor`, which is [`Page::next`] of the page before.
    pub async fn page<L: List>(&self, mut request: L, cursor: Option<String>) -> Result<Answer<Page<L::Item>>> {
        request.turn_to(cursor);
        let answer = self.call(request).await?;
        let next = answer.next_cursor();
        Ok(answer.map(|page| Page::new(L::items(page), next)))
    }
}
