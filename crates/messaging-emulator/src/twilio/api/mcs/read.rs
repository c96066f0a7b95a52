use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header::CONTENT_TYPE};
use serde_json::{Value, json};

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{Outcome, Refusal, call::Call, conversations::no_content},
        dates,
        records::Upload,
    },
};

impl TwilioEmulator {
    /// `GET /v1/Services/{IS}/Media/{ME}`: what it is, and a URL that needs no password for a few minutes.
    pub(crate) fn fetch_upload(&self, call: &Call, sid: &str) -> Outcome {
        let upload = self.upload_of(call, sid)?;
        let temporary = self.shelve(&upload.content_type, &upload.bytes);
        Ok(json_answer(StatusCode::OK, &render(&upload, Some(&temporary))))
    }

    /// `GET /v1/Services/{IS}/Media/{ME}/Content`: the file itself.
    pub(crate) fn fetch_content(&self, call: &Call, sid: &str) -> Outcome {
        let upload = self.upload_of(call, sid)?;
        let mut response = Response::new(upload.bytes);
        let kind = HeaderValue::try_from(&upload.content_type).ok();
        let kind = kind.unwrap_or_else(|| HeaderValue::from_static("application/octet-stream"));
        response.headers_mut().insert(CONTENT_TYPE, kind);
        Ok(response)
    }

    /// `DELETE /v1/Services/{IS}/Media/{ME}`
    pub(crate) fn delete_upload(&self, call: &Call, sid: &str) -> Outcome {
        let upload = self.upload_of(call, sid)?;
        self.records().uploads.retain(|other| other.sid != upload.sid);
        Ok(no_content())
    }

    /// A copy of an upload of the service that the path names.
    pub(super) fn upload_of(&self, call: &Call, sid: &str) -> Result<Upload, Refusal> {
        let records = self.records();
        let mut uploads = records.uploads.iter();
        let upload = uploads.find(|upload| upload.sid == sid && upload.service_sid == call.service);
        upload.cloned().ok_or_else(|| call.not_found())
    }
}

/// An upload as the media service writes it.
pub(super) fn render(upload: &Upload, temporary: Option<&str>) -> Value {
    let path = format!("/v1/Services/{}/Media/{}", upload.service_sid, upload.sid);
    let sent_with = upload.sent_with.as_ref();
    json!({
        "sid": upload.sid,
        "service_sid": upload.service_sid,
        "channel_sid": sent_with.map(|(conversation, _)| conversation),
        "message_sid": sent_with.map(|(_, message)| message),
        "date_created": dates::iso(upload.created),
        "date_upload_updated": dates::iso(upload.updated),
        "date_updated": dates::iso(upload.updated),
        "size": Bytes::len(&upload.bytes),
        "content_type": upload.content_type,
        "filename": upload.filename,
        "author": upload.author,
        "category": upload.category,
        "is_multipart_upstream": false,
        "url": path,
        "links": { "content": format!("{path}/Content"), "content_direct_temporary": temporary },
    })
}
