use messaging_core::{Result, UnixMillis};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    client::{
        Call, List, Timestamp,
        call::{Root, Spelled, answer},
    },
    date,
    fields::{Fields, segment},
};

/// A file of a message (<https://www.twilio.com/docs/messaging/api/media-resource>).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct MessageMedia {
    /// `ME…`.
    pub sid: String,
    /// Whose it is.
    #[serde(default)]
    pub account_sid: Option<String>,
    /// The message it came with.
    #[serde(default)]
    pub parent_sid: Option<String>,
    /// MIME type.
    #[serde(default)]
    pub content_type: Option<String>,
    /// When it was made.
    #[serde(default)]
    pub date_created: Option<Timestamp>,
    /// When it changed last.
    #[serde(default)]
    pub date_updated: Option<Timestamp>,
    /// Where it is described, relative to the API's host; without `.json`, where the file itself is.
    #[serde(default)]
    pub uri: Option<String>,
    /// Fields that Twilio has added since.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(MessageMedia, "file");

/// Lists the files of a message; there are ten at most.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ListMedia {
    message: String,
    /// Those made on the UTC day of this moment.
    pub created_on: Option<UnixMillis>,
    /// Those made on the UTC day of this moment or later.
    pub created_since: Option<UnixMillis>,
    /// Those made on the UTC day of this moment or earlier.
    pub created_until: Option<UnixMillis>,
    /// How many come in one page, up to 1,000; 50 unless told otherwise.
    pub page_size: Option<u32>,
}

impl ListMedia {
    /// Those of a message, `SM…` or `MM…`.
    pub fn of(message: impl Into<String>) -> Self {
        let (created_on, created_since, created_until, page_size) = (None, None, None, None);
        Self { message: message.into(), created_on, created_since, created_until, page_size }
    }
}

impl List for ListMedia {
    type Item = MessageMedia;

    const KEY: &'static str = "media_list";
    const WHAT: &'static str = "file";

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        let path = root.account(&format!("/Messages/{}/Media.json", segment(&self.message)?));
        let query = Fields::default()
            .with_some("DateCreated", self.created_on.and_then(date::day))
            .with_some("DateCreated>", self.created_since.and_then(date::day))
            .with_some("DateCreated<", self.created_until.and_then(date::day))
            .with_some("PageSize", self.page_size.map(|size| size.clamp(1, 1_000).to_string()));
        Ok(Spelled::get(path, query))
    }
}

/// Fetches what is known of a file. The file itself comes by [`FetchMedia`](messaging_core::message::FetchMedia).
#[derive(Clone, Debug)]
pub struct FetchMedia {
    message: String,
    sid: String,
}

/// Deletes a file from Twilio's records.
#[derive(Clone, Debug)]
pub struct DeleteMedia {
    message: String,
    sid: String,
}

macro_rules! of_one_file {
    ($Request:ident, $Output:ty, $spelled:expr) => {
        impl $Request {
            /// Names a file, `ME…`, of a message, `SM…` or `MM…`.
            pub fn new(message: impl Into<String>, sid: impl Into<String>) -> Self {
                Self { message: message.into(), sid: sid.into() }
            }
        }

        impl Call for $Request {
            type Output = $Output;

            fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
                let (message, sid) = (segment(&self.message)?, segment(&self.sid)?);
                Ok($spelled(root.account(&format!("/Messages/{message}/Media/{sid}.json"))))
            }
        }
    };
}

of_one_file!(FetchMedia, MessageMedia, |path| Spelled::get(path, Fields::default()));
of_one_file!(DeleteMedia, (), Spelled::delete);
