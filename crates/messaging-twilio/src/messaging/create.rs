use std::{collections::BTreeMap, time::Duration};

use messaging_core::{Error, ErrorKind, Result, UnixMillis};
use serde_json::{Map, Value};

use super::Message;
use crate::{
    address,
    client::{
        Call,
        call::{Root, Spelled},
        words::words,
    },
    date,
    fields::Fields,
    sid::is_sid,
};

words! {
    /// What Twilio keeps of a text or of an address.
    Retention {
        /// All of it.
        Retain = "retain",
        /// Nothing of a text.
        Discard = "discard",
        /// Nothing readable of an address.
        Obfuscate = "obfuscate",
    }
}

/// The longest text Twilio takes, in UTF-16 code units (error 21617).
const LONGEST: usize = 1_600;

/// The most files of one message (error 21623).
const MOST_FILES: usize = 10;

/// A message to be created, with every parameter the API documents
/// (<https://www.twilio.com/docs/messaging/api/message-resource#create-a-message>).
///
/// Needs somebody to write to, a sender or a Messaging Service, and a text, files or a template. What is none is not sent.
/// Nothing is rendered: the text goes as it is.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Create {
    /// Who it is to: `+15550100777`, or with its channel as `whatsapp:+15550100777`.
    pub to: String,
    /// Who it is from, on the same channel.
    pub from: Option<String>,
    /// The Messaging Service that picks who it is from, `MG…`.
    pub messaging_service_sid: Option<String>,
    /// The text, up to 1,600 characters; an emoji counts as two or more.
    pub body: Option<String>,
    /// Files, by URLs that Twilio can reach; 10 at most.
    pub media_url: Vec<String>,
    /// A content template, `HX…`; text and files are the template's then.
    pub content_sid: Option<String>,
    /// What its placeholders stand for, by name: `1`, `name`.
    pub content_variables: BTreeMap<String, String>,
    /// Who is told what becomes of it.
    pub status_callback: Option<String>,
    /// Or the TwiML application that says so, `AP…`.
    pub application_sid: Option<String>,
    /// The most it may cost; Twilio does not look at it any more.
    pub max_price: Option<String>,
    /// Whether [`feedback`](super::SendFeedback) will be reported.
    pub provide_feedback: Option<bool>,
    /// How often it was tried before; part of Twilio's own deliverability numbers.
    pub attempt: Option<u32>,
    /// How long it may wait in the queue, in seconds: 1 s to 10 h, 10 h unless told otherwise.
    pub validity_period: Option<Duration>,
    /// Reserved by Twilio.
    pub force_delivery: Option<bool>,
    /// Whether Twilio keeps the text.
    pub content_retention: Option<Retention>,
    /// Whether Twilio keeps the address.
    pub address_retention: Option<Retention>,
    /// Whether Twilio writes cheap characters instead of dear ones: [`smart_encoded`](crate::smart_encoded).
    pub smart_encoded: Option<bool>,
    /// Rich actions for channels that have them.
    pub persistent_action: Vec<String>,
    /// Whether it is free of charge; for those whom Twilio has told so.
    pub is_free: bool,
    /// Whether links are shortened; needs a Messaging Service.
    pub shorten_urls: Option<bool>,
    /// When it is to be sent, from 15 minutes to a few weeks from now; needs a Messaging Service (errors 35114, 35118).
    pub send_at: Option<UnixMillis>,
    /// Whether it goes as an MMS even without files.
    pub send_as_mms: Option<bool>,
    /// Whether Twilio looks for fraud.
    pub risk_check: Option<bool>,
    /// Who it is from if the first sender cannot, as for RCS.
    pub fallback_from: Option<String>,
}

impl Create {
    /// A message to somebody, with nothing in it yet.
    pub fn to(address: impl Into<String>) -> Self {
        Self { to: address.into(), ..Self::default() }
    }

    /// Names the sender.
    #[must_use]
    pub fn from(mut self, address: impl Into<String>) -> Self {
        self.from = Some(address.into());
        self
    }

    /// Lets a Messaging Service pick the sender, `MG…`.
    #[must_use]
    pub fn through(mut self, messaging_service: impl Into<String>) -> Self {
        self.messaging_service_sid = Some(messaging_service.into());
        self
    }

    /// Sends a text.
    #[must_use]
    pub fn body(mut self, text: impl Into<String>) -> Self {
        self.body = Some(text.into());
        self
    }

    /// Sends a file along.
    #[must_use]
    pub fn media(mut self, url: impl Into<String>) -> Self {
        self.media_url.push(url.into());
        self
    }

    /// Sends a content template, `HX…`.
    #[must_use]
    pub fn template(mut self, content: impl Into<String>) -> Self {
        self.content_sid = Some(content.into());
        self
    }

    /// Says what a placeholder of the template stands for.
    #[must_use]
    pub fn variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.content_variables.insert(name.into(), value.into());
        self
    }

    /// Sends it later; needs a Messaging Service.
    #[must_use]
    pub fn at(mut self, moment: UnixMillis) -> Self {
        self.send_at = Some(moment);
        self
    }

    /// Writes the form.
    fn form(&self) -> Result<Fields> {
        self.check()?;
        let text = |value: &Option<String>| value.clone();
        let flag = |value: Option<bool>| value.map(|value| value.to_string());
        let send_at = self.send_at.map(|moment| date::write(moment).ok_or_else(|| refuse("`send_at` is no date")));
        let variables: Map<String, Value> =
            self.content_variables.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str()))).collect();
        let mut form = Fields::default()
            .with("To", &self.to)
            .with_some("From", text(&self.from))
            .with_some("MessagingServiceSid", text(&self.messaging_service_sid))
            .with_some("Body", text(&self.body));
        for url in &self.media_url {
            form = form.with("MediaUrl", url);
        }
        form = form
            .with_some("ContentSid", text(&self.content_sid))
            .with_object("ContentVariables", variables)
            .with_some("StatusCallback", text(&self.status_callback))
            .with_some("ApplicationSid", text(&self.application_sid))
            .with_some("MaxPrice", text(&self.max_price))
            .with_some("ProvideFeedback", flag(self.provide_feedback))
            .with_some("Attempt", self.attempt.map(|attempt| attempt.to_string()))
            .with_some("ValidityPeriod", self.validity_period.map(|period| period.as_secs().to_string()))
            .with_some("ForceDelivery", flag(self.force_delivery))
            .with_some("ContentRetention", self.content_retention.as_ref().map(Retention::as_str))
            .with_some("AddressRetention", self.address_retention.as_ref().map(Retention::as_str))
            .with_some("SmartEncoded", flag(self.smart_encoded));
        for action in &self.persistent_action {
            form = form.with("PersistentAction", action);
        }
        Ok(form
            .with_some("TrafficType", self.is_free.then_some("free"))
            .with_some("ShortenUrls", flag(self.shorten_urls))
            .with_some("ScheduleType", self.send_at.map(|_| "fixed"))
            .with_some("SendAt", send_at.transpose()?)
            .with_some("SendAsMms", flag(self.send_as_mms))
            .with_some("RiskCheck", self.risk_check.map(|check| if check { "enable" } else { "disable" }))
            .with_some("FallbackFrom", text(&self.fallback_from)))
    }

    /// Refuses what Twilio would, before anything is sent.
    fn check(&self) -> Result<()> {
        let Some(ours) = self.from.as_deref().or(self.messaging_service_sid.as_deref()) else {
            return Err(refuse("a message needs a sender: set `from` or `messaging_service_sid`"));
        };
        address::check(ours, &self.to)?;
        for (value, prefix) in
            [(&self.messaging_service_sid, "MG"), (&self.content_sid, "HX"), (&self.application_sid, "AP")]
        {
            if let Some(value) = value.as_deref().filter(|value| !is_sid(value, prefix)) {
                return Err(refuse(format!("`{value}` is not {prefix} and 32 hexadecimal digits")));
            }
        }
        if self.body.as_deref().unwrap_or_default().is_empty()
            && self.media_url.is_empty()
            && self.content_sid.is_none()
        {
            return Err(refuse("a message needs something to say: `body`, `media_url` or `content_sid`"));
        }
        if self.body.as_ref().is_some_and(|body| body.encode_utf16().count() > LONGEST) {
            return Err(refuse(format!("the text is longer than {LONGEST} characters")));
        }
        if self.media_url.len() > MOST_FILES {
            return Err(refuse(format!("a message has {MOST_FILES} files at most")));
        }
        if self.content_sid.is_none() && !self.content_variables.is_empty() {
            return Err(refuse("`content_variables` are a template's: set `content_sid`"));
        }
        if self.send_at.is_some() && self.messaging_service_sid.is_none() {
            return Err(refuse("only a Messaging Service sends later: set `messaging_service_sid`"));
        }
        if self.validity_period.is_some_and(|period| !(1..=36_000).contains(&period.as_secs())) {
            return Err(refuse("`validity_period` is 1 s to 10 h"));
        }
        Ok(())
    }
}

impl Call for Create {
    type Output = Message;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::post(root.account("/Messages.json"), self.form()?))
    }
}

fn refuse(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Invalid, message)
}
