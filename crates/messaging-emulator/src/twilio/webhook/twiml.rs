//! The answer to an inbound message: `TwiML`, of which a reply has `<Message>` (once `<Sms>`) and `<Redirect>`
//! (<https://www.twilio.com/docs/messaging/twiml>).

use bytes::Bytes;
use http::{Response, header::CONTENT_TYPE};
use tokio::time::{Duration, Instant};

use super::{
    Callback, Parameter, Says, Target,
    attempt::{Told, resolve},
    xml::{self, Element},
};
use crate::{
    TwilioEmulator,
    twilio::{address, records::Pair, reply::Words, screen::LONGEST_TEXT},
};

/// How many documents one message may be led through (14106).
const MOST_DOCUMENTS: usize = 50;

/// How many replies one message may get (14109).
const MOST_REPLIES: usize = 10;

/// What a `<Message>` may say of itself.
const ATTRIBUTES: [&str; 5] = ["to", "from", "action", "method", "statusCallback"];

/// One message that is being answered.
struct Reply<'a> {
    label: &'a str,
    pair: &'a Pair,
    /// Where the document came from.
    url: String,
    sent: usize,
}

/// Where a document leads to, and what is told there besides.
struct Next {
    target: Target,
    besides: Vec<Parameter>,
}

impl TwilioEmulator {
    /// Does what the application answered. An error is the code of a document that cannot be read at all; what is wrong
    /// inside of one is written into the debugger, and the rest is done.
    pub(crate) async fn obey_twiml(
        &self,
        response: &Response<Bytes>,
        url: &str,
        callback: &Callback,
        pair: &Pair,
    ) -> Result<(), u32> {
        let mut reply = Reply { label: &callback.label, pair, url: url.to_owned(), sent: 0 };
        let mut next = self.obey_document(response, &mut reply)?;
        for _ in 1..MOST_DOCUMENTS {
            let Some(Next { target, besides }) = next else { return Ok(()) };
            let (token, deadline) = (self.uuid(), Instant::now() + Duration::from_secs(15));
            let mut parameters = match &callback.says {
                Says::Form(parameters) => parameters.clone(),
                Says::Body { .. } => Vec::new(),
            };
            parameters.extend(besides);
            let told = self.attempt(&target, &Says::Form(parameters), &token, deadline).await;
            self.desk.note(format_args!("twilio redirect {} {}", callback.label, told.word()));
            next = match &told {
                Told::Heard(response, url) if told.is_success() => {
                    reply.url.clone_from(url);
                    self.obey_document(response, &mut reply)?
                }
                _ => return Err(told.code().unwrap_or(11_200)),
            };
        }
        self.mistake(&reply, 14_106, "the documents lead round in a circle");
        Ok(())
    }

    /// Does one document. Where it leads to, if it leads anywhere.
    fn obey_document(&self, response: &Response<Bytes>, reply: &mut Reply<'_>) -> Result<Option<Next>, u32> {
        let wrong = |code: u32, cause: String| {
            self.desk.warn(format!("TwiML: {cause} ({code})"));
            Err(code)
        };
        let Ok(text) = std::str::from_utf8(response.body()) else {
            return wrong(12_100, "the answer is not UTF-8".to_owned());
        };
        if text.is_empty() {
            return Ok(None);
        }
        let header = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        match header.split(';').next().unwrap_or_default().trim() {
            "text/xml" | "application/xml" | "text/html" => {}
            "text/plain" => {
                self.reply(reply.pair, &Words { text: text.to_owned(), ..Words::default() });
                return Ok(None);
            }
            other => return wrong(12_300, format!("the answer's content-type {other:?} is not XML")),
        }
        match xml::read(text) {
            Ok(root) if root.name == "Response" => Ok(self.obey_verbs(&root, reply)),
            Ok(root) => wrong(12_200, format!("the root is {}, not Response", root.name)),
            Err(cause) => wrong(12_100, cause),
        }
    }

    /// Does every verb up to one that leads elsewhere; what follows that is never reached.
    fn obey_verbs(&self, root: &Element, reply: &mut Reply<'_>) -> Option<Next> {
        for verb in &root.children {
            match verb.name.as_str() {
                "Message" | "Sms" => {
                    let told = self.obey_message(verb, reply);
                    if let Some(action) = verb.attribute("action") {
                        return self.lead(verb, action, reply, told.into_iter().flatten().collect());
                    }
                }
                "Redirect" => return self.lead(verb, verb.text.trim(), reply, Vec::new()),
                other => self.mistake(reply, 14_110, &format!("{other} is no verb of a message's reply")),
            }
        }
        None
    }

    fn lead(&self, verb: &Element, location: &str, reply: &Reply<'_>, besides: Vec<Parameter>) -> Option<Next> {
        let method = match verb.attribute("method").map(str::to_ascii_uppercase).as_deref() {
            None | Some("POST") => http::Method::POST,
            Some("GET") => http::Method::GET,
            Some(_) => {
                self.mistake(reply, 14_104, "method may only be GET or POST");
                http::Method::POST
            }
        };
        let Some(url) = resolve(&reply.url, location) else {
            self.mistake(reply, 11_100, &format!("{} leads to no URL", verb.name));
            return None;
        };
        Some(Next { target: Target { url, method }, besides })
    }

    /// Sends one message. What an `action` is told of it, if it was sent.
    fn obey_message(&self, verb: &Element, reply: &mut Reply<'_>) -> Option<Vec<Parameter>> {
        let mistake = |code, cause: &str| {
            self.mistake(reply, code, cause);
            None
        };
        if reply.sent >= MOST_REPLIES {
            return mistake(14_109, "a message gets ten replies at most");
        }
        let to = verb.attribute("to").unwrap_or(&reply.pair.0);
        if verb.attribute("to").is_some() && address::parse(to).is_none() {
            return mistake(14_101, "the \"to\" attribute is invalid");
        }
        let from = verb.attribute("from").unwrap_or(&reply.pair.1);
        if verb.attribute("from").is_some() && !self.account.settings.owns(from) {
            return mistake(14_102, "the \"from\" attribute is invalid");
        }
        let callback = verb.attribute("statusCallback").map(|url| resolve(&reply.url, url));
        if callback.as_ref().is_some_and(Option::is_none) {
            mistake(14_105, "the statusCallback attribute is invalid");
        }
        for (other, _) in verb.attributes.iter().filter(|(name, _)| !ATTRIBUTES.contains(&name.as_str())) {
            mistake(12_200, &format!("{other} is no attribute of {}", verb.name));
        }
        for other in verb.children.iter().filter(|child| !matches!(child.name.as_str(), "Body" | "Media")) {
            mistake(12_200, &format!("{} does not belong in {}", other.name, verb.name));
        }
        let of = |wanted: &'static str| verb.children.iter().filter(move |child| child.name == wanted);
        let bodies: Vec<_> = of("Body").map(|part| part.text.as_str()).collect();
        let media: Vec<_> = of("Media").map(|part| part.text.trim().to_owned()).collect();
        let text = if verb.children.is_empty() { verb.text.clone() } else { bodies.join("\n") };
        if (text.is_empty() && media.is_empty()) || text.encode_utf16().count() > LONGEST_TEXT {
            return mistake(14_103, "the body is empty, or longer than 1600 characters");
        }
        reply.sent += 1;
        let words = Words { text, media, status_callback: callback.flatten() };
        let sid = self.reply(&(to.to_owned(), from.to_owned()), &words)?;
        let told = [("MessageSid", sid.clone()), ("SmsSid", sid), ("MessageStatus", "queued".to_owned())];
        Some(told.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    fn mistake(&self, reply: &Reply<'_>, code: u32, cause: &str) {
        self.desk.warn(format!("TwiML: {cause} ({code})"));
        self.alert(code, reply.label, &reply.url);
    }
}

impl Element {
    fn attribute(&self, wanted: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
    }
}
