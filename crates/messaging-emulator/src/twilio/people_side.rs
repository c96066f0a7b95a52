use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, header::CONTENT_TYPE};
use serde::Deserialize;
use serde_json::json;

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        address::{self, Channel},
        people::Written,
    },
};

/// The body of `POST people/messages`: to a number (`from`), or in a conversation (`conversation` and `author`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Writing {
    text: String,
    from: Option<String>,
    /// The account's first number unless told otherwise.
    to: Option<String>,
    channel: Option<Medium>,
    /// The profile's name on WhatsApp.
    name: Option<String>,
    conversation: Option<String>,
    author: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Medium {
    Sms,
    Whatsapp,
}

impl TwilioEmulator {
    /// Answers `/_emulator/{path}`, as far as it is about people.
    ///
    /// `POST people/messages`: somebody writes. 202 with the message's `id`; with `?wait=1`, 200 with what came of the
    /// webhook too: `delivery` with `status` and `ms`, or null if nothing was called.
    pub(crate) async fn side(&self, path: &str, request: &Request<Bytes>) -> Response<Bytes> {
        if (request.method(), path) != (&Method::POST, "people/messages") {
            return wrong(
                StatusCode::NOT_FOUND,
                "there is nothing here: POST people/messages, GET shown, GET warnings",
            );
        }
        // A page elsewhere cannot send this type without asking first.
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("application/json") {
            return wrong(StatusCode::UNSUPPORTED_MEDIA_TYPE, "send JSON, with content-type: application/json");
        }
        let written = match serde_json::from_slice(request.body()) {
            Ok(writing) => self.perform(writing),
            Err(cause) => Err(cause.to_string()),
        };
        let (sid, delivery) = match written {
            Ok(written) => written,
            Err(cause) => return wrong(StatusCode::BAD_REQUEST, &cause),
        };
        let query = request.uri().query().unwrap_or_default();
        if !form_urlencoded::parse(query.as_bytes()).any(|(key, value)| key == "wait" && value == "1") {
            return json_answer(StatusCode::ACCEPTED, &json!({ "id": sid }));
        }
        let mut answer = json!({ "id": sid, "delivery": null });
        if let Some(delivery) = delivery
            && let Ok(delivery) = delivery.await
        {
            let mut report = json!({
                "status": delivery.status,
                "ms": u64::try_from(delivery.took.as_millis()).unwrap_or(u64::MAX),
            });
            if let (Some(fields), Some(trouble)) = (report.as_object_mut(), delivery.trouble) {
                fields.insert("error".to_owned(), trouble.into());
            }
            if let Some(delivery) = answer.get_mut("delivery") {
                *delivery = report;
            }
        }
        json_answer(StatusCode::OK, &answer)
    }

    fn perform(&self, writing: Writing) -> Result<Written, String> {
        let Writing { text, from, to, channel, name, conversation, author } = writing;
        match (from, conversation, author) {
            (None, Some(conversation), Some(author)) => {
                self.written_in_conversation(&conversation, &author, &text).map_err(|cause| cause.to_string())
            }
            (Some(from), None, None) => {
                let to = to.or_else(|| self.account.settings.phone_numbers.first().cloned());
                let to = to.ok_or("the account has no number: name one in `to`")?;
                let is_whatsapp = channel == Some(Medium::Whatsapp) || from.starts_with("whatsapp:");
                let channel = if is_whatsapp { Channel::WhatsApp } else { Channel::Sms };
                let at = |given: &str| match address::parse(given) {
                    Some((_, number)) => Ok(channel.address(number)),
                    None => Err(format!("{given} is no number: write it in E.164, like +15550100777")),
                };
                let (from, to) = (at(&from)?, at(&to)?);
                if !self.account.settings.owns(&to) {
                    return Err(format!("{to} is none of the account's numbers"));
                }
                Ok(self.written(&from, &to, &text, name.as_deref()))
            }
            _ => Err("name either `from`, or `conversation` and `author`".to_owned()),
        }
    }
}

fn wrong(status: StatusCode, cause: &str) -> Response<Bytes> {
    json_answer(status, &json!({ "error": cause }))
}
