//! The answer to an inbound message: `TwiML`, of which `<Message>` is done and everything else is warned of.

use bytes::Bytes;
use http::{Response, header::CONTENT_TYPE};

use super::xml::{self, Element};
use crate::{
    TwilioEmulator,
    twilio::records::{Sms, keep},
};

impl TwilioEmulator {
    /// Does what the application answered (<https://www.twilio.com/docs/messaging/twiml>).
    pub(crate) fn obey_twiml(&self, response: &Response<Bytes>, person: &str, ours: &str) {
        let Ok(text) = std::str::from_utf8(response.body()) else {
            return self.desk.warn("TwiML: the answer is not UTF-8 (12100)".to_owned());
        };
        if text.is_empty() {
            return;
        }
        let header = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        match header.split(';').next().unwrap_or_default().trim() {
            "text/xml" | "application/xml" | "text/html" => {}
            "text/plain" => return self.reply(person, ours, text),
            other => return self.desk.warn(format!("TwiML: the answer's content-type {other:?} is not XML (12300)")),
        }
        match xml::read(text) {
            Ok(root) if root.name == "Response" => {
                root.children.iter().for_each(|verb| self.obey_verb(verb, person, ours));
            }
            Ok(root) => self.desk.warn(format!("TwiML: the root is {}, not Response (12200)", root.name)),
            Err(cause) => self.desk.warn(format!("TwiML: {cause} (12100)")),
        }
    }

    fn obey_verb(&self, verb: &Element, person: &str, ours: &str) {
        if verb.name != "Message" {
            return self.desk.warn(format!("TwiML: {} is not obeyed by this emulator", verb.name));
        }
        let (mut to, mut from) = (person, ours);
        for (name, value) in &verb.attributes {
            match name.as_str() {
                "to" => to = value,
                "from" if self.account.settings.owns(value) => from = value,
                _ => self.desk.warn(format!("TwiML: {name} of Message is not obeyed by this emulator")),
            }
        }
        let parts = verb.children.iter().filter(|child| matches!(child.name.as_str(), "Body" | "Media"));
        let lines: Vec<_> = parts.map(|part| part.text.as_str()).collect();
        let text = if lines.is_empty() { verb.text.clone() } else { lines.join("\n") };
        self.reply(to, from, &text);
    }

    /// Sends what the application answered with.
    fn reply(&self, to: &str, from: &str, text: &str) {
        if self.records().stopped.contains(&(to.to_owned(), from.to_owned())) {
            return self.desk.warn("TwiML: the reply was not sent, the person said STOP (21610)".to_owned());
        }
        let sms = Sms {
            sid: self.sid("SM"),
            body: text.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            messaging_service_sid: None,
            direction: "outbound-reply",
            media: Vec::new(),
            created: self.desk.wall(),
        };
        self.show(&format!("{to},{from}"), &sms.sid, from, true, text);
        keep(&mut self.records().messages, sms);
    }
}
