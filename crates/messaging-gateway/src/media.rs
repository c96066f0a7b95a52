use std::{error::Error as _, time::Duration};

use messaging_core::{
    Error, ErrorKind, Place,
    message::{FetchMedia, Media, MediaFile, Message, TooLarge},
};
use messaging_store::StoreError;

use crate::{Gateway, account::Account, reference::Reference};

/// When a file may be asked for again whose provider does not say.
const LATER: Duration = Duration::from_secs(5);

/// Why a file is not handed out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MediaError {
    /// The reference is none of ours, has expired, or is of an account that is not there any more.
    #[error("no file is named like this; the address was changed on its way, or has expired")]
    NotFound,
    /// The provider does not have the file any more.
    #[error("the provider does not have this file any more")]
    Gone(#[source] Error),
    /// It has more than `limits.media` bytes.
    #[error("the file is larger than {limit} bytes; raise `limits.media` to have it")]
    TooLarge {
        /// The most that is fetched, in bytes.
        limit: usize,
    },
    /// The provider, or the way to it, is in trouble for the moment.
    #[error("the provider does not hand out this file now; ask again in {} s", after.as_secs().max(1))]
    Later {
        /// When to ask again.
        after: Duration,
        /// What it said.
        source: Error,
    },
    /// The provider refuses, and would refuse again.
    #[error("the provider does not hand out this file; the gateway's log says why")]
    Refused(#[source] Error),
    /// The store did not hand out the key that references are signed with.
    #[error("the store does not answer")]
    Store(#[from] StoreError),
}

impl Gateway {
    /// Fetches the file that an agent was told of, by the `url` in the turn: what an HTTP agent does with a GET.
    ///
    /// Through the account's whole stack, with the account's own credentials, at most `limits.media` bytes. A `url` that
    /// is not one of ours is [`NotFound`](MediaError::NotFound): fetch it yourself.
    ///
    /// # Errors
    /// See [`MediaError`].
    pub async fn fetch_media(&self, media: &Media) -> Result<MediaFile, MediaError> {
        match media.url.strip_prefix(&self.media_base()) {
            Some(name) => self.media(name).await,
            None => Err(MediaError::NotFound),
        }
    }

    /// Fetches the file behind `/media/{name}`.
    ///
    /// # Errors
    /// See [`MediaError`]; a false name and an expired one are told the same.
    pub async fn media(&self, name: &str) -> Result<MediaFile, MediaError> {
        let key = self.parts.media_key.get(&*self.parts.store).await?;
        let reference = Reference::read(name, key, self.parts.clock.millis()).ok_or(MediaError::NotFound)?;
        let account = self.parts.accounts.get(&reference.account).ok_or(MediaError::NotFound)?;
        let limit = self.parts.settings.limits.media;
        let mut request = FetchMedia::of(reference.media).at_most(limit);
        request.conversation = reference.place;
        match account.messenger.call(request).await {
            Ok(file) if file.bytes.len() > limit => Err(MediaError::TooLarge { limit }),
            Ok(file) => Ok(file),
            Err(error) => {
                tracing::warn!(account = reference.account, %error, "a file of a message was not fetched");
                Err(named(error))
            }
        }
    }

    /// Replaces the vendor's addresses by ours, where the vendor's may be of use to nobody but the account.
    pub(crate) async fn lend(
        &self,
        account: &Account,
        place: &Place,
        messages: &mut [Message],
    ) -> messaging_store::Result<()> {
        let any = messages.iter().any(|message| !message.content.media.is_empty());
        if !any || account.messenger.provider().media().is_none() {
            return Ok(());
        }
        let account = account.name.as_str();
        let key = self.parts.media_key.get(&*self.parts.store).await?;
        let until = self.parts.clock.millis().plus(self.parts.settings.limits.media_age);
        for media in messages.iter_mut().flat_map(|message| &mut message.content.media) {
            let (account, place) = (account.to_owned(), Some(place.clone()));
            let reference = Reference { account, place, media: media.clone(), until };
            if let Some(name) = reference.sign(key) {
                media.url = self.media_base() + &name;
            } else {
                let account = reference.account;
                tracing::warn!(account, "a file's address is too long to be replaced; the agent is told the vendor's");
            }
        }
        Ok(())
    }

    /// What every address of ours starts with.
    fn media_base(&self) -> String {
        format!("{}/media/", self.parts.public_url)
    }
}

/// What an error of the provider means to whoever wants the file.
fn named(error: Error) -> MediaError {
    if let Some(TooLarge { limit }) = error.source().and_then(|cause| cause.downcast_ref()) {
        return MediaError::TooLarge { limit: *limit };
    }
    match error.kind() {
        ErrorKind::NotFound => MediaError::Gone(error),
        ErrorKind::RateLimited | ErrorKind::Unavailable | ErrorKind::Timeout | ErrorKind::Middleware => {
            MediaError::Later { after: error.retry_after().unwrap_or(LATER), source: error }
        }
        _ => MediaError::Refused(error),
    }
}
