//! Files: what type they are, and the temporary names under which anybody may fetch them.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Response, header::CONTENT_TYPE};

use crate::{TwilioEmulator, twilio::records::Shelved};

/// How long a temporary name is good for.
const GOOD_FOR: Duration = Duration::from_secs(300);

/// Most temporary names at a time; the oldest go first.
const MOST_NAMES: usize = 1_000;

/// The folder of temporary names.
pub(crate) const FOLDER: &str = "/temporary-media/";

impl TwilioEmulator {
    /// Gives a file a temporary name: a URL that needs no password for five minutes.
    pub(crate) fn shelve(&self, content_type: &str, bytes: &Bytes) -> String {
        let name = self.desk.hex(32);
        let until = self.desk.now() + GOOD_FOR;
        let shelved =
            Shelved { name: name.clone(), content_type: content_type.to_owned(), bytes: bytes.clone(), until };
        let mut records = self.records();
        let shelf = &mut records.messaging.shelf;
        let now = self.desk.now();
        shelf.retain(|shelved| shelved.until > now);
        if shelf.len() >= MOST_NAMES {
            shelf.pop_front();
        }
        shelf.push_back(shelved);
        drop(records);
        self.absolute(&format!("{FOLDER}{name}"))
    }

    /// The file of a temporary name that is still good.
    pub(crate) fn unshelve(&self, name: &str) -> Option<Response<Bytes>> {
        let now = self.desk.now();
        let records = self.records();
        let shelved = records.messaging.shelf.iter().find(|shelved| shelved.name == name && shelved.until > now)?;
        let mut response = Response::new(shelved.bytes.clone());
        let kind = HeaderValue::try_from(&shelved.content_type).ok();
        let kind = kind.unwrap_or_else(|| HeaderValue::from_static("application/octet-stream"));
        response.headers_mut().insert(CONTENT_TYPE, kind);
        Some(response)
    }
}

/// What a URL's ending promises; the file itself is never fetched.
pub(crate) fn content_type(url: &str) -> &'static str {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    match path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "pdf" => "application/pdf",
        "vcf" => "text/vcard",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "mp4" => "video/mp4",
        _ => "image/jpeg",
    }
}
