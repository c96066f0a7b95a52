use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use serde::Deserialize;
use serde_json::json;

use super::{read, report, wrong};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        address::{self, Channel},
        letter::{Enclosure, Letter, Source},
        people::Written,
        webhook::Extras,
    },
};

/// The largest file that a person can send, in bytes.
const LARGEST_FILE: usize = 5 * 1024 * 1024;

/// The body of `POST people/messages`: to a number (`from`), or in a conversation (`conversation` and `author`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Writing {
    #[serde(default)]
    text: String,
    from: Option<String>,
    /// The account's first number unless told otherwise.
    to: Option<String>,
    channel: Option<Medium>,
    /// The profile's name on WhatsApp.
    name: Option<String>,
    conversation: Option<String>,
    author: Option<String>,
    /// Files, at most ten.
    #[serde(default)]
    media: Vec<File>,
    /// Parameters of the webhook that replace those of the same name or are told besides.
    #[serde(default)]
    fields: BTreeMap<String, String>,
}

/// A file: its bytes in base64, or where it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    content_type: String,
    filename: Option<String>,
    base64: Option<String>,
    url: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Medium {
    Sms,
    Whatsapp,
    Messenger,
    Rcs,
}

impl TwilioEmulator {
    /// `POST people/messages`: somebody writes. 202 with the message's `id`; with `?wait=1`, 200 with what came of the
    /// webhook too: `delivery` with `status` and `ms`, or null if nothing was called.
    pub(super) async fn person_writes(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let writing = match read(request) {
            Ok(writing) => writing,
            Err(wrong) => return wrong.answer(),
        };
        let (sid, delivery) = match self.perform(writing).await {
            Ok(written) => written,
            Err(cause) => return wrong(StatusCode::BAD_REQUEST, &cause),
        };
        let query = request.uri().query().unwrap_or_default();
        if !form_urlencoded::parse(query.as_bytes()).any(|(key, value)| key == "wait" && value == "1") {
            return json_answer(StatusCode::ACCEPTED, &json!({ "id": sid }));
        }
        let delivery = match delivery {
            Some(delivery) => delivery.await.ok().map(report),
            None => None,
        };
        json_answer(StatusCode::OK, &json!({ "id": sid, "delivery": delivery }))
    }

    async fn perform(&self, writing: Writing) -> Result<Written, String> {
        let Writing { text, from, to, channel, name, conversation, author, media, fields } = writing;
        if text.is_empty() && media.is_empty() && fields.is_empty() {
            return Err("write a `text`, or send `media`".to_owned());
        }
        if media.len() > 10 {
            return Err("a message has ten files at most".to_owned());
        }
        let files = media.into_iter().map(enclosure).collect::<Result<_, _>>()?;
        let extras = Extras { name, fields: fields.into_iter().collect() };
        let mut letter = Letter { text, files, extras, ..Letter::default() };
        let refused = || "the application's pre-action webhook refused it".to_owned();
        match (from, conversation, author) {
            (None, Some(conversation), Some(author)) => {
                if !self.may_write(&conversation, &author, &mut letter).await {
                    return Err(refused());
                }
                self.written_in_conversation(&conversation, &author, &letter).map_err(|cause| cause.to_string())
            }
            (Some(from), None, None) => {
                let to = to.or_else(|| self.account.settings.phone_numbers.first().cloned());
                let to = to.ok_or("the account has no number: name one in `to`")?;
                let channel = match channel {
                    Some(medium) if medium != Medium::Sms => medium.channel(),
                    _ => address::parse(&from).map_or(Channel::Sms, |(channel, _)| channel),
                };
                let at = |given: &str| {
                    let (_, number) = address::parse(given)
                        .ok_or_else(|| format!("{given} is no number: write it in E.164, like +15550100777"))?;
                    let there = channel.address(number);
                    let error = format!("{number} is no address of {}", channel.lower());
                    address::parse(&there).is_some().then_some(there).ok_or(error)
                };
                let (from, to) = (at(&from)?, at(&to)?);
                if !self.account.settings.owns(&to) {
                    return Err(format!("{to} is none of the account's numbers"));
                }
                let bound = self.records().bound(&from, &to).map(|conversation| conversation.sid.clone());
                if let Some(conversation) = bound
                    && !self.may_write(&conversation, &from, &mut letter).await
                {
                    return Err(refused());
                }
                Ok(self.written(&from, &to, &letter))
            }
            _ => Err("name either `from`, or `conversation` and `author`".to_owned()),
        }
    }
}

impl Medium {
    fn channel(self) -> Channel {
        match self {
            Self::Sms => Channel::Sms,
            Self::Whatsapp => Channel::WhatsApp,
            Self::Messenger => Channel::Messenger,
            Self::Rcs => Channel::Rcs,
        }
    }
}

fn enclosure(file: File) -> Result<Enclosure, String> {
    let source = match (file.base64, file.url) {
        (Some(text), None) => {
            let bytes = STANDARD.decode(text).map_err(|cause| format!("the file is not base64: {cause}"))?;
            if bytes.len() > LARGEST_FILE {
                return Err(format!("a file has {LARGEST_FILE} bytes at most"));
            }
            Source::Here(bytes.into())
        }
        (None, Some(url)) => Source::At(url),
        _ => return Err("a file is `base64` or a `url`".to_owned()),
    };
    Ok(Enclosure { content_type: file.content_type, filename: file.filename, source })
}
