use std::fmt;

use bytes::Bytes;

use super::Media;
use crate::{Error, ErrorKind, Place};

/// Largest file that is fetched unless the request says otherwise, in bytes.
const LARGEST: usize = 16 * 1024 * 1024;

/// A file with what is in it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MediaFile {
    /// MIME type.
    pub content_type: String,
    /// File name, where there is one.
    pub name: Option<String>,
    /// What is in it.
    pub bytes: Bytes,
}

impl MediaFile {
    /// A file without a name.
    pub fn new(content_type: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self { content_type: content_type.into(), name: None, bytes: bytes.into() }
    }

    /// Names it.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl fmt::Debug for MediaFile {
    /// Says how large it is instead of what is in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { content_type, name, bytes } = self;
        let mut shown = f.debug_struct("MediaFile");
        shown.field("content_type", content_type).field("name", name).field("bytes", &bytes.len()).finish()
    }
}

/// Fetch a file that came with a message.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FetchMedia {
    /// Which one, as the message names it.
    pub media: Media,
    /// Where it was posted, where that is known: it says as which installation a file is fetched.
    pub conversation: Option<Place>,
    /// Refuses it if it is larger, in bytes; 16 MiB unless told otherwise.
    pub limit: usize,
}

impl FetchMedia {
    /// Fetches `media`, up to 16 MiB.
    #[must_use]
    pub fn of(media: Media) -> Self {
        Self { media, conversation: None, limit: LARGEST }
    }

    /// Says where it was posted.
    #[must_use]
    pub fn posted_in(mut self, conversation: Place) -> Self {
        self.conversation = Some(conversation);
        self
    }

    /// Refuses it if it has more than `limit` bytes.
    #[must_use]
    pub fn at_most(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }
}

/// A file that was not fetched because of its size: the [source](std::error::Error::source) of the error that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file is larger than {limit} bytes, which is the most that is fetched here")]
pub struct TooLarge {
    /// The most that was asked for, in bytes.
    pub limit: usize,
}

impl From<TooLarge> for Error {
    fn from(cause: TooLarge) -> Self {
        Self::new(ErrorKind::Invalid, cause.to_string()).with_source(cause)
    }
}

/// Hand a file to the provider, to be put into a message.
#[derive(Clone, Debug)]
pub struct UploadMedia {
    /// Where the message will be posted.
    pub conversation: Place,
    /// The file.
    pub file: MediaFile,
}
