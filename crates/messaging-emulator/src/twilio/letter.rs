//! What a person writes: a text, files, and what the channel tells besides.

use bytes::Bytes;

use crate::{
    TwilioEmulator,
    twilio::{
        records::{Attachment, Medium, Upload, keep},
        webhook::Extras,
    },
};

/// All files of messages together take at most this; the oldest are forgotten first.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// What a person writes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Letter {
    pub(crate) text: String,
    pub(crate) files: Vec<Enclosure>,
    pub(crate) extras: Extras,
    /// Who is said to have written it, if a pre-action webhook changed that.
    pub(crate) author: Option<String>,
    /// JSON, if a pre-action webhook set it.
    pub(crate) attributes: Option<String>,
}

/// A file that a person sends.
#[derive(Clone, Debug)]
pub(crate) struct Enclosure {
    pub(crate) content_type: String,
    pub(crate) filename: Option<String>,
    pub(crate) source: Source,
}

/// Where a file is.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    Here(Bytes),
    /// Somewhere else: whoever fetches it is sent there.
    At(String),
}

impl Letter {
    pub(crate) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// What stands on the person's own screen.
    pub(crate) fn shown(&self) -> String {
        let first = (!self.text.is_empty() || self.files.is_empty()).then(|| self.text.clone());
        let files = self.files.iter().map(|file| match (&file.filename, &file.source) {
            (Some(name), _) => format!("[{name}]"),
            (None, Source::At(url)) => url.clone(),
            (None, Source::Here(_)) => format!("[{}]", file.content_type),
        });
        first.into_iter().chain(files).collect::<Vec<_>>().join("\n")
    }
}

impl TwilioEmulator {
    /// A file of a message of the API of 2010.
    pub(crate) fn medium_of(&self, file: &Enclosure) -> Medium {
        let (url, bytes) = match &file.source {
            Source::Here(bytes) => (String::new(), Some(bytes.clone())),
            Source::At(url) => (url.clone(), None),
        };
        Medium { sid: self.sid("ME"), url, content_type: file.content_type.clone(), bytes }
    }

    /// A file of a conversation's message, put into the media service of its service. Files elsewhere come as an empty
    /// one.
    pub(crate) fn attach_file(&self, service_sid: &str, author: &str, file: &Enclosure) -> Attachment {
        let bytes = match &file.source {
            Source::Here(bytes) => bytes.clone(),
            Source::At(_) => Bytes::new(),
        };
        let now = self.desk.wall();
        let upload = Upload {
            sid: self.sid("ME"),
            service_sid: service_sid.to_owned(),
            category: "media".to_owned(),
            filename: file.filename.clone(),
            content_type: file.content_type.clone(),
            author: Some(author.to_owned()),
            bytes,
            sent_with: None,
            created: now,
            updated: now,
        };
        let attachment = Attachment::of(&upload);
        keep(&mut self.records().uploads, upload);
        self.lighten();
        attachment
    }

    /// Forgets the oldest files, of messages and of the media service, until the rest is no burden.
    pub(crate) fn lighten(&self) {
        let mut records = self.records();
        let mut room = MOST_BYTES;
        for medium in records.messages.iter_mut().rev().flat_map(|sms| &mut sms.media) {
            let size = medium.bytes.as_ref().map_or(0, Bytes::len);
            match room.checked_sub(size) {
                Some(rest) => room = rest,
                None => medium.bytes = None,
            }
        }
        let mut room = MOST_BYTES;
        for upload in records.uploads.iter_mut().rev() {
            match room.checked_sub(upload.bytes.len()) {
                Some(rest) => room = rest,
                None => upload.bytes = Bytes::new(),
            }
        }
    }
}
