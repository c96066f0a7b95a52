use std::time::SystemTime;

use bytes::Bytes;

use super::Attachment;

/// A file in the Conversations media service (`mcs`). It can go with one message only.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    /// `ME` and 32 hexadecimal digits.
    pub(crate) sid: String,
    pub(crate) service_sid: String,
    pub(crate) category: String,
    pub(crate) filename: Option<String>,
    pub(crate) content_type: String,
    pub(crate) author: Option<String>,
    pub(crate) bytes: Bytes,
    /// The conversation and the message it went with.
    pub(crate) sent_with: Option<(String, String)>,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
}

impl Attachment {
    /// What a message tells of a file.
    pub(crate) fn of(upload: &Upload) -> Self {
        Self {
            sid: upload.sid.clone(),
            size: upload.bytes.len(),
            content_type: upload.content_type.clone(),
            filename: upload.filename.clone(),
        }
    }
}
