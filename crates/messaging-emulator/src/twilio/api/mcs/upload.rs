use http::StatusCode;

use super::read::render;
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
        },
        records::{Upload, keep},
    },
};

const CREATE: Parameters =
    Parameters { operation: "POST Media", known: &["Category", "Filename", "Author"], idle: &["ChannelSid"] };

impl TwilioEmulator {
    /// `POST /v1/Services/{IS}/Media?Category=media&Filename=x.png`: the body is the file, its type in `Content-Type`.
    pub(crate) fn upload(&self, call: &Call) -> Outcome {
        self.check(&call.query, CREATE);
        let category = call.query.get("Category").unwrap_or("media");
        if !matches!(category, "media" | "body" | "history") {
            return Err(Refusal::invalid(20_001, "Category must be media, body or history"));
        }
        let (content_type, bytes) = call.file();
        if bytes.is_empty() {
            return Err(Refusal::invalid(20_001, "The request has no body: send the file itself"));
        }
        let now = self.desk.wall();
        let upload = Upload {
            sid: self.sid("ME"),
            service_sid: call.service.clone(),
            category: category.to_owned(),
            filename: call.query.text("Filename"),
            content_type: content_type.to_owned(),
            author: call.query.text("Author"),
            bytes: bytes.clone(),
            sent_with: None,
            created: now,
            updated: now,
        };
        self.desk.note(format_args!("twilio POST Media {}", upload.sid));
        let body = render(&upload, None);
        keep(&mut self.records().uploads, upload);
        self.lighten();
        Ok(json_answer(StatusCode::CREATED, &body))
    }
}
