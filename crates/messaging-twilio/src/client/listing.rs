use std::{
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use futures_util::{
    Stream, StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};
use messaging_core::{Page, Result};
use messaging_http::unreadable;

use super::{List, TwilioClient, call::Spelled};
use crate::api;

/// What a list holds, one after the other; pages are read when they are needed.
///
/// `next_page_url` is followed as it stands, and only to the base URL of the settings or, by `https`, to hosts of
/// `twilio.com`: the credentials go there. It ends after the first error.
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
enum Next {
    First,
    At(String),
    End,
}

impl TwilioClient {
    /// Lists everything that `request` asks for, lazily.
    pub fn list<L: List + 'static>(&self, request: L) -> Listing<L::Item> {
        let (client, request) = (self.clone(), Arc::new(request));
        let pages = stream::try_unfold(Next::First, move |next| {
            let (client, request) = (client.clone(), Arc::clone(&request));
            async move {
                let link = match next {
                    Next::First => None,
                    Next::At(link) => Some(link),
                    Next::End => return Ok(None),
                };
                let page = client.page(&*request, link.as_deref()).await?;
                let next = match page.next {
                    Some(next) if Some(&next) == link.as_ref() => {
                        return Err(unreadable("Twilio's `next_page_url` leads back to its own page"));
                    }
                    Some(next) => Next::At(next),
                    None => Next::End,
                };
                Ok(Some((page.items, next)))
            }
        });
        Listing(pages.map_ok(|items| stream::iter(items.into_iter().map(Ok))).try_flatten().boxed())
    }

    /// Reads one page: the first one, or the one that [`Page::next`] of the page before leads to.
    pub async fn page<L: List>(&self, request: &L, cursor: Option<&str>) -> Result<Page<L::Item>> {
        let Spelled { path, fields, .. } = request.spell(&self.root())?;
        let page = match cursor {
            Some(link) => {
                let collection = path.rsplit('/').next().unwrap_or_default();
                self.twilio.get_page(&self.twilio.account.bases.page(link, collection)?).await?
            }
            None => self.twilio.get(&path, &fields).await?,
        };
        let (items, next) = api::rows(page, L::KEY, L::WHAT)?;
        Ok(Page::new(items, next))
    }
}
