use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header::LOCATION};
use serde_json::{Value, json};

use super::{
    Outcome,
    call::{Call, Parameters},
    page::Page,
};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        dates,
        records::{Medium, Sms},
    },
};

const LIST: Parameters =
    Parameters { operation: "GET Media", known: &["PageSize", "Page", "PageToken"], idle: &["DateCreated"] };

impl TwilioEmulator {
    /// `GET /2010-04-01/Accounts/{AC}/Messages/{MM}/Media.json`
    pub(crate) fn list_media(&self, call: &Call, sid: &str) -> Outcome {
        self.check(&call.query, LIST);
        let sms = self.sms_of(call, sid)?;
        let page = Page::cut(sms.media.clone(), &call.query, 1_000, |medium| &medium.sid)?;
        let items = page.items.iter().map(|medium| self.medium(&sms, medium)).collect();
        Ok(json_answer(StatusCode::OK, &page.uris(&call.path, "media_list", items)))
    }

    /// `GET …/Media/{ME}.json` describes a file; without `.json` it leads to the file itself.
    pub(crate) fn fetch_medium(&self, call: &Call, sid: &str, name: &str) -> Outcome {
        let sms = self.sms_of(call, sid)?;
        let wanted = name.strip_suffix(".json").unwrap_or(name);
        let medium = sms.media.iter().find(|medium| medium.sid == wanted).ok_or_else(|| call.not_found())?;
        if wanted != name {
            return Ok(json_answer(StatusCode::OK, &self.medium(&sms, medium)));
        }
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
        let location = HeaderValue::try_from(&medium.url).map_err(|_| call.not_found())?;
        response.headers_mut().insert(LOCATION, location);
        Ok(response)
    }

    fn medium(&self, sms: &Sms, medium: &Medium) -> Value {
        let account = &self.account.settings.account_sid;
        let created = dates::rfc2822(sms.created);
        json!({
            "sid": medium.sid,
            "account_sid": account,
            "parent_sid": sms.sid,
            "content_type": content_type(&medium.url),
            "date_created": created,
            "date_updated": created,
            "uri": format!("/2010-04-01/Accounts/{account}/Messages/{}/Media/{}.json", sms.sid, medium.sid),
        })
    }
}

/// What a URL's ending promises; the file itself is never fetched.
fn content_type(url: &str) -> &'static str {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    match path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "gif" => "image/gif",
        "pdf" => "application/pdf",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        _ => "image/jpeg",
    }
}
