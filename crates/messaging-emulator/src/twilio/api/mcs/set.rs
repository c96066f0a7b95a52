use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::read::render;
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::api::{Outcome, Refusal, call::Call},
};

/// Most files asked for at once.
const MOST: usize = 100;

/// The body of `POST …/MediaSet`, which is JSON.
#[derive(Deserialize)]
struct Asked {
    command: String,
    list: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    media_sid: String,
}

impl TwilioEmulator {
    /// `POST /v1/Services/{IS}/MediaSet`: `{"command":"get","list":[{"media_sid":"ME…"}]}`, answered file by file.
    pub(crate) fn media_set(&self, call: &Call) -> Outcome {
        let (_, bytes) = call.file();
        let invalid = |cause: &str| Refusal::invalid(20_001, cause);
        let asked: Asked = serde_json::from_slice(bytes).map_err(|cause| invalid(&cause.to_string()))?;
        if asked.command != "get" {
            return Err(invalid("The command must be get"));
        }
        if asked.list.len() > MOST {
            return Err(invalid("The list is too long"));
        }
        let records = asked.list.iter().map(|named| match self.upload_of(call, &named.media_sid) {
            Ok(upload) => {
                let temporary = self.shelve(&upload.content_type, &upload.bytes);
                json!({ "code": 200, "media_record": render(&upload, Some(&temporary)) })
            }
            Err(_) => json!({ "code": 404, "media_record": null }),
        });
        Ok(json_answer(StatusCode::OK, &records.collect::<Value>()))
    }
}
