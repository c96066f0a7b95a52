use http::StatusCode;

use crate::{
    TwilioEmulator,
    twilio::{
        address::{self, Channel, is_short},
        api::{Refusal, form::Form},
        sid::is_sid,
    },
};

impl TwilioEmulator {
    /// Who it comes from: the number that was named, or the first of the Messaging Service.
    pub(super) fn sender(&self, form: &Form, to: &str, channel: Channel) -> Result<String, Refusal> {
        let settings = &self.account.settings;
        let service = form.get("MessagingServiceSid");
        if let Some(service) = service
            && service != settings.messaging_service_sid
        {
            return Err(unknown_service(service));
        }
        let from = match (form.get("From"), service) {
            (Some(from), _) => self.own(from, channel)?,
            (None, Some(_)) => self.picked(channel)?,
            (None, None) => {
                let message = "A 'From' or 'MessagingServiceSid' parameter is required to send a message";
                return Err(Refusal::invalid(21_603, message));
            }
        };
        match channel {
            _ if from != to => Ok(from),
            Channel::Sms => Err(Refusal::invalid(21_266, "'To' and 'From' number cannot be the same")),
            _ => Err(Refusal::invalid(63_031, "Channels message cannot have same From and To")),
        }
    }

    /// Who sends it as SMS if the person cannot be reached over RCS: one of ours, beside a Messaging Service.
    pub(super) fn fallback_from(&self, form: &Form) -> Result<Option<String>, Refusal> {
        let Some(from) = form.text("FallbackFrom") else { return Ok(None) };
        if form.get("MessagingServiceSid").is_none() {
            let message = "Invalid Parameter: FallbackFrom needs MessagingServiceSid";
            return Err(Refusal::invalid(20_422, message));
        }
        self.own(&from, Channel::Sms).map(Some)
    }

    /// The Messaging Service's sender on a channel: one that is named as such, else the first number.
    fn picked(&self, channel: Channel) -> Result<String, Refusal> {
        let senders = &self.account.settings.phone_numbers;
        if senders.is_empty() {
            return Err(Refusal::invalid(21_704, "The Messaging Service contains no phone numbers"));
        }
        let on = |wanted| senders.iter().find(move |own| address::parse(own).is_some_and(|(other, _)| other == wanted));
        let number = || on(Channel::Sms).map(|number| channel.address(number));
        let sender = match channel {
            Channel::Sms => senders.iter().find(|own| !own.contains(':')).cloned(),
            Channel::Messenger => on(channel).cloned().or_else(|| number().map(|address| address.replace(":+", ":"))),
            _ => on(channel).cloned().or_else(number),
        };
        let none = "The Messaging Service does not have a phone number available to send a message";
        sender.ok_or_else(|| Refusal::invalid(21_703, none))
    }

    /// A sender that was named: it must be the account's, and on the channel of the person.
    fn own(&self, from: &str, channel: Channel) -> Result<String, Refusal> {
        let is_own = self.account.settings.owns(from);
        let unable = || {
            let message = format!(
                "The 'From' phone number provided ({from}) is not a valid message-capable Twilio phone number for this \
                 destination."
            );
            Refusal::invalid(21_606, message)
        };
        let Some((own, number)) = address::parse(from) else {
            return if is_short(from) && is_own && channel == Channel::Sms {
                Ok(from.to_owned())
            } else {
                Err(Refusal::invalid(21_212, format!("Invalid From Number (caller ID): {from}")))
            };
        };
        match number {
            "+15005550001" => Err(Refusal::invalid(21_212, format!("Invalid From Number (caller ID): {from}"))),
            "+15005550007" => Err(unable()),
            "+15005550008" => {
                Err(Refusal::invalid(21_611, "This 'From' number has exceeded the maximum number of queued messages"))
            }
            _ if own != channel => {
                let message = "Invalid From and To pair. From and To should be of the same channel";
                Err(Refusal::invalid(21_910, message))
            }
            "+15005550006" => Ok(from.to_owned()),
            _ if is_own => Ok(from.to_owned()),
            _ if channel == Channel::Sms => Err(unable()),
            _ => Err(Refusal::invalid(63_007, "Twilio could not find a Channel with the specified From address")),
        }
    }
}

fn unknown_service(sid: &str) -> Refusal {
    if is_sid("MG", sid) {
        Refusal::new(StatusCode::NOT_FOUND, 21_701, "The Messaging Service does not exist")
    } else {
        Refusal::invalid(21_705, format!("The Messaging Service Sid {sid} is invalid"))
    }
}
