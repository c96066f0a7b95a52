//! What a policy over sends needs to know of a text: who is written to, for how long freely, and what it takes.

mod country;

use std::time::Duration;

use messaging_core::{
    Place,
    capability::{Compliance, Contact, Estimate, Refusal},
    message::{Content, Message, SendMessage},
};
use serde_json::Value;

use crate::{
    Twilio,
    address::{bare, channel},
    compose::{self, Words},
    place::Target,
    segments,
};

/// How long anything may be written to somebody after their last message, on `WhatsApp` and Messenger (error 63016).
const WINDOW: Duration = Duration::from_secs(24 * 60 * 60);

impl Compliance for Twilio {
    /// Returns the person of a `direct` place. A conversation may have several people; its contacts are not known.
    fn contact(&self, place: &Place) -> Option<Contact> {
        let Ok(Target::Direct { theirs, .. }) = Target::of(place) else { return None };
        let channel = channel(theirs);
        let contact = Contact::new(theirs, channel);
        let contact = match country::country(bare(theirs)) {
            Some(country) => contact.in_country(country),
            None => contact,
        };
        Some(if matches!(channel, "whatsapp" | "messenger") { contact.with_window(WINDOW) } else { contact })
    }

    /// An SMS takes as many units as it has segments; everything else is one message, files included.
    ///
    /// Smart Encoding, which Twilio may apply, can make an SMS cheaper than this. How a conversation reaches its people is
    /// not known: its message counts as one.
    fn estimate(&self, message: &SendMessage) -> Estimate {
        let content = &message.content;
        if is_template(content) {
            return Estimate::units(1).template();
        }
        let Ok(Target::Direct { theirs, .. }) = Target::of(&message.to) else { return Estimate::units(1) };
        match compose::words(&self.account, theirs, content) {
            Words::Body(body) if channel(theirs) == "sms" && content.media.is_empty() => {
                let own = content.native.as_ref().and_then(|native| native.get("Body")).and_then(Value::as_str);
                let count = segments(own.unwrap_or(&body)).count;
                Estimate::units(u32::try_from(count).unwrap_or(u32::MAX))
            }
            // A quick reply is a template to Twilio only: WhatsApp counts it as a free message.
            Words::Body(_) | Words::Template { .. } => Estimate::units(1),
        }
    }

    /// The same of a text that came in, which is as it was sent: nothing in it is markup.
    fn estimate_inbound(&self, place: &Place, message: &Message) -> Estimate {
        match Target::of(place) {
            Ok(Target::Direct { theirs, .. }) if channel(theirs) == "sms" && message.content.media.is_empty() => {
                let count = segments(&message.content.text).count;
                Estimate::units(u32::try_from(count).unwrap_or(u32::MAX))
            }
            _ => Estimate::units(1),
        }
    }

    /// Returns the operator's `window_template` with the text of the message in it, as one line. Files and actions are
    /// not carried by a template, so there is none for a message with files, and actions become part of the line.
    fn outside_window(&self, message: &SendMessage) -> Option<SendMessage> {
        let content = &message.content;
        let Ok(Target::Direct { theirs, .. }) = Target::of(&message.to) else { return None };
        if channel(theirs) != "whatsapp" || content.native.is_some() || !content.media.is_empty() {
            return None;
        }
        let plain = compose::plain(content);
        let native = self.account.window_template.as_ref()?.native(&plain)?;
        let mut instead = message.clone();
        instead.content = Content::text(plain);
        instead.content.native = Some(native);
        Some(instead)
    }

    /// See <https://www.twilio.com/docs/api/errors/21610> and <https://www.twilio.com/docs/api/errors/63016>.
    fn code(&self, refusal: Refusal) -> Option<&'static str> {
        match refusal {
            Refusal::OptedOut => Some("21610"),
            Refusal::WindowClosed => Some("63016"),
            _ => None,
        }
    }
}

fn is_template(content: &Content) -> bool {
    content.native.as_ref().and_then(|native| native.get("ContentSid")).is_some_and(|sid| !sid.is_null())
}

#[cfg(test)]
mod tests {
    use super::*;
    use messaging_core::message::{Action, Media};
    use messaging_http::{Transport, TransportError};
    use serde_json::json;

    use crate::{TwilioConfig, WindowTemplate, conversation, direct};

    const HX: &str = "HX00000000000000000000000000000007";

    fn twilio() -> Twilio {
        let mut config = TwilioConfig::new(format!("AC{}", "0".repeat(32)), "token");
        config.window_template = Some(WindowTemplate::new(HX));
        let nobody = tower::service_fn(|_| async { Err(TransportError::not_sent("nobody")) });
        Twilio::new(config, Transport::new(nobody)).unwrap()
    }

    fn sms(content: impl Into<Content>) -> SendMessage {
        SendMessage::new(direct("+15550100001", "+15550100777"), content)
    }

    fn whatsapp(content: impl Into<Content>) -> SendMessage {
        SendMessage::new(direct("whatsapp:+15550100001", "whatsapp:+4915112345678"), content)
    }

    #[test]
    fn a_contact_is_the_person_of_a_text() {
        let twilio = twilio();
        let contact = Contact::new("+15550100777", "sms").in_country("US");
        assert_eq!(twilio.contact(&sms("hi").to), Some(contact));
        let contact = Contact::new("whatsapp:+4915112345678", "whatsapp").in_country("DE").with_window(WINDOW);
        assert_eq!(twilio.contact(&whatsapp("hi").to), Some(contact));
        let nameless = twilio.contact(&direct("whatsapp:+15550100001", "whatsapp:CO.448")).unwrap();
        assert_eq!((nameless.country, nameless.window), (None, Some(WINDOW)));
        assert_eq!(twilio.contact(&conversation("CH1")), None);
    }

    #[test]
    fn what_came_in_is_counted_as_it_came() {
        let twilio = twilio();
        let units = |to: &SendMessage| {
            let message = Message::new("SM1", messaging_core::message::Author::new("+15550100777"), to.content.clone());
            twilio.estimate_inbound(&to.to, &message).units
        };
        // Marks are letters like all others.
        assert_eq!((units(&sms(format!("**{}**", "x".repeat(160)))), units(&sms("x".repeat(160)))), (2, 1));
        assert_eq!(units(&sms("é".repeat(160) + "ê")), 3);
        let mut file = Content::text("x".repeat(500));
        file.media = vec![Media::at("https://x.test/a.png")];
        assert_eq!((units(&sms(file)), units(&whatsapp("x".repeat(500)))), (1, 1));
    }

    #[test]
    fn what_is_estimated_is_what_is_sent() {
        let twilio = twilio();
        let units = |message: SendMessage| {
            let Estimate { units, is_template, .. } = twilio.estimate(&message);
            (units, is_template)
        };
        assert_eq!(units(sms("x".repeat(161))), (2, false));
        // The marks are not sent, and the rest fits into one.
        assert_eq!(units(sms(format!("**{}**", "x".repeat(160)))), (1, false));
        let mut choices = Content::text("x".repeat(155));
        choices.actions = vec![Action::new("Yes", "y"), Action::new("No", "n")];
        assert_eq!(units(sms(choices)), (2, false));
        let mut file = Content::text("x".repeat(500));
        file.media = vec![Media::at("https://x.test/a.png")];
        assert_eq!(units(sms(file)), (1, false));
        assert_eq!(units(whatsapp("x".repeat(500))), (1, false));
        let mut template = Content::text("x".repeat(500));
        template.native = Some(json!({ "ContentSid": HX }));
        assert_eq!((units(sms(template.clone())), units(whatsapp(template))), ((1, true), (1, true)));
        let mut own = Content::text("hi");
        own.native = Some(json!({ "Body": "x".repeat(161) }));
        assert_eq!(units(sms(own)), (2, false));
        assert_eq!(units(SendMessage::new(conversation("CH1"), "x".repeat(500))), (1, false));
    }

    #[test]
    fn a_template_stands_in_once_the_window_has_ended() {
        let twilio = twilio();
        let mut choices = Content::text("**Sure?**\n\nReally");
        choices.actions = vec![Action::new("Yes", "y")];
        let instead = twilio.outside_window(&whatsapp(choices)).unwrap();
        assert!(twilio.estimate(&instead).is_template);
        let native = json!({ "ContentSid": HX, "ContentVariables": { "1": "Sure? Really 1. Yes" } });
        assert_eq!(instead.content.native, Some(native));
        assert_eq!(twilio.outside_window(&sms("hi")), None);
        let mut file = Content::text("hi");
        file.media = vec![Media::at("https://x.test/a.png")];
        assert_eq!(twilio.outside_window(&whatsapp(file)), None);
        assert_eq!(twilio.outside_window(&whatsapp("x".repeat(1_100))), None);
    }

    #[test]
    fn refusals_have_their_codes() {
        let codes = [Refusal::OptedOut, Refusal::WindowClosed].map(|refusal| twilio().code(refusal));
        assert_eq!(codes, [Some("21610"), Some("63016")]);
    }
}
