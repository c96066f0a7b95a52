//! Files of conversations, in the media service (<https://www.twilio.com/docs/conversations-classic/media-support-conversations>).

use http::{
    Method, Request,
    header::{CONTENT_TYPE, HeaderValue},
};
use messaging_core::{
    Error, ErrorKind, Reached, Result,
    message::{MediaFile, TooLarge},
};
use messaging_http::unreadable;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Timestamp, TwilioClient, bounds, configuration};
use crate::{api, api::Caller, fields::Fields, sid};

/// A file that was uploaded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Media {
    /// Its SID, `ME…`, to be said once as the `MediaSid` of a message.
    pub sid: String,
    /// The Conversations service, `IS…`.
    pub service_sid: Option<String>,
    /// The conversation it was sent to, `CH…`.
    pub channel_sid: Option<String>,
    /// The message it was sent in, `IM…`.
    pub message_sid: Option<String>,
    /// When it was created.
    pub date_created: Option<Timestamp>,
    /// When its content was uploaded.
    pub date_upload_updated: Option<Timestamp>,
    /// When it was changed last.
    pub date_updated: Option<Timestamp>,
    /// Its size in bytes.
    pub size: Option<u64>,
    /// MIME type.
    pub content_type: Option<String>,
    /// File name.
    pub filename: Option<String>,
    /// Who uploaded it.
    pub author: Option<String>,
    /// What it is for: `media`, `body`, `history`.
    pub category: Option<String>,
    /// Whether it was uploaded in parts.
    pub is_multipart_upstream: Option<bool>,
    /// Its own URL.
    pub url: Option<String>,
    /// Where its content is.
    pub links: Option<MediaLinks>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Where the content of a file is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MediaLinks {
    /// With credentials.
    pub content: Option<String>,
    /// For everybody who has the link, for a few minutes.
    pub content_direct_temporary: Option<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl TwilioClient {
    /// Uploads a file to the client's service; its SID goes into one message as `MediaSid`.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for a MIME type that is none. What Twilio refuses has its code: 50511 and its neighbours.
    pub async fn upload(&self, file: &MediaFile) -> Result<Media> {
        let service = self.media_service().await?;
        let kind = HeaderValue::try_from(&file.content_type)
            .ok()
            .filter(|_| file.content_type.contains('/'))
            .ok_or_else(|| bounds::refuse("Content-Type", "is not a MIME type such as `image/png`"))?;
        let query = Fields::default().with("Category", "media").with_some("Filename", file.name.as_deref());
        let url = query.query_of(&self.twilio.account.bases.media_list_url(&service));
        let request = Request::builder().method(Method::POST).uri(url).header(CONTENT_TYPE, kind);
        let answer = self.twilio.carry(Caller::Preferred, request, file.bytes.clone()).await?;
        api::resource(api::value(&answer)?, "file")
    }

    /// Fetches what Twilio knows of an uploaded file, with a link to its content.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for what is no SID of a file, [`ErrorKind::NotFound`] where there is no such file.
    pub async fn media(&self, sid: &str) -> Result<Media> {
        sid::parameter("MediaSid", sid, "ME")?;
        let service = self.media_service().await?;
        let url = self.twilio.account.bases.media_url(&service, sid);
        api::resource(self.twilio.get_page(&url).await?, "file")
    }

    /// Fetches the content of an uploaded file: a link to it first, then the content, without credentials where that
    /// will do. The transport's own limit, 8 MiB unless told otherwise, holds too.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] where it has more than `limit` bytes, or leads to a host that is not trusted.
    pub async fn download(&self, sid: &str, limit: usize) -> Result<MediaFile> {
        let kept = self.media(sid).await?;
        let too_large = |size: u64| {
            let message = format!("the file has {size} bytes, more than the {limit} that were asked for");
            let error = Error::new(ErrorKind::Invalid, message).with_reached(Reached::Answered);
            error.with_source(TooLarge { limit })
        };
        let most = u64::try_from(limit).unwrap_or(u64::MAX);
        if let Some(size) = kept.size.filter(|size| *size > most) {
            return Err(too_large(size));
        }
        let links = kept.links.unwrap_or_default();
        let (link, caller) = match (links.content_direct_temporary, links.content) {
            (Some(link), _) => (link, None),
            (None, Some(link)) => (link, Some(Caller::Preferred)),
            (None, None) => return Err(unreadable(format!("Twilio names no link to the content of {sid}"))),
        };
        let bases = &self.twilio.account.bases;
        let link = if link.starts_with('/') { bases.media_host(&link) } else { link };
        if !bases.trusts(&link) {
            let message = format!("the link to the content of {sid} leads to a host that is not Twilio's");
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        let bytes = self.twilio.get_bytes(caller, &link).await?;
        if bytes.len() > limit {
            return Err(too_large(bytes.len() as u64));
        }
        let kind = kept.content_type.unwrap_or_else(|| "application/octet-stream".to_owned());
        let mut file = MediaFile::new(kind, bytes);
        file.name = kept.filename;
        Ok(file)
    }

    /// The service that files are kept in; the account's default one is asked for.
    async fn media_service(&self) -> Result<String> {
        if let Some(service) = self.service() {
            return Ok(service.to_owned());
        }
        let defaults = self.call(configuration::Fetch::new()).await?;
        defaults.default_chat_service_sid.ok_or_else(|| {
            let message =
                "the account has no default Conversations service; set `conversations_service_sid` of `twilio`";
            Error::new(ErrorKind::Config, message)
        })
    }
}
