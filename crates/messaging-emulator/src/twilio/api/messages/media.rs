use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header::LOCATION};
use serde_json::{Value, json};

use super::window::Window;
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome,
            call::{Call, Parameters},
            conversations::no_content,
            page::Page,
        },
        dates,
        records::{Medium, Sms},
    },
};

const LIST: Parameters = Parameters {
    operation: "GET Media",
    known: &["DateCreated", "DateCreated<", "DateCreated>", "PageSize", "Page", "PageToken"],
    idle: &[],
};

impl TwilioEmulator {
    /// `GET /2010-04-01/Accounts/{AC}/Messages/{MM}/Media.json`
    pub(crate) fn list_media(&self, call: &Call, sid: &str) -> Outcome {
        self.check(&call.query, LIST);
        let sms = self.sms_of(call, sid)?;
        let window = Window::read(&call.query, "DateCreated")?;
        let media = if window.holds(Some(sms.created)) { sms.media.clone() } else { Vec::new() };
        let page = Page::cut(media, &call.query, 1_000, |medium| &medium.sid)?;
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
        let url = match &medium.bytes {
            Some(bytes) => self.shelve(&medium.content_type, bytes),
            None => medium.url.clone(),
        };
        let location = HeaderValue::try_from(url).map_err(|_| call.not_found())?;
        response.headers_mut().insert(LOCATION, location);
        Ok(response)
    }

    /// `DELETE …/Media/{ME}.json`, with or without its ending.
    pub(crate) fn delete_medium(&self, call: &Call, sid: &str, name: &str) -> Outcome {
        let wanted = name.strip_suffix(".json").unwrap_or(name);
        let mut records = self.records();
        let sms = records.messages.iter_mut().find(|sms| sms.sid == sid).ok_or_else(|| call.not_found())?;
        let before = sms.media.len();
        sms.media.retain(|medium| medium.sid != wanted);
        if sms.media.len() == before { Err(call.not_found()) } else { Ok(no_content()) }
    }

    fn medium(&self, sms: &Sms, medium: &Medium) -> Value {
        let account = &self.account.settings.account_sid;
        let created = dates::rfc2822(sms.created);
        json!({
            "sid": medium.sid,
            "account_sid": account,
            "parent_sid": sms.sid,
            "content_type": medium.content_type,
            "date_created": created,
            "date_updated": created,
            "uri": format!("/2010-04-01/Accounts/{account}/Messages/{}/Media/{}.json", sms.sid, medium.sid),
        })
    }
}
