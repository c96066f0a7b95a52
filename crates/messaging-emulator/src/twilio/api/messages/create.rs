use http::StatusCode;
use tokio::time::{Duration, sleep};

use super::{contents::Contents, options, receiver::receiver};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Answer, Carry, Outcome, Refusal,
            call::{Call, Parameters},
            form::Form,
        },
        records::{Life, Sms},
    },
};

const CREATE: Parameters = Parameters {
    operation: "POST Messages",
    known: &[
        "To",
        "From",
        "MessagingServiceSid",
        "Body",
        "MediaUrl",
        "ContentSid",
        "ContentVariables",
        "StatusCallback",
        "ProvideFeedback",
        "Attempt",
        "ValidityPeriod",
        "ForceDelivery",
        "ContentRetention",
        "AddressRetention",
        "SmartEncoded",
        "PersistentAction",
        "TrafficType",
        "ShortenUrls",
        "ScheduleType",
        "SendAt",
        "SendAsMms",
        "RiskCheck",
        "MaxPrice",
        "Tags",
        "ApplicationSid",
        "FallbackFrom",
        "MessageIntent",
    ],
    idle: &[],
};

impl TwilioEmulator {
    /// `POST /2010-04-01/Accounts/{AC}/Messages.json`
    pub(crate) fn create_message(&self, call: &Call) -> Answer {
        let form = match self.form(call, CREATE) {
            Ok(form) => form,
            Err(refusal) => return Err(refusal).into(),
        };
        self.carry("POST Messages", move |emulator, carry| emulator.send_message(&form, carry))
    }

    fn send_message(&self, form: &Form, carry: Carry) -> Outcome {
        let (to, channel) = receiver(form)?;
        let from = self.sender(form, &to, channel)?;
        let contents = self.contents(form)?;
        let mut options = options::read(form, self.desk.wall())?;
        if form.has("SendAt") && !form.has("ScheduleType") {
            self.desk.warn("POST Messages: SendAt was ignored, it needs ScheduleType=fixed".to_owned());
        }
        let is_stopped = self.has_stopped(&to, &from) || (form.has("MessagingServiceSid") && self.has_stopped_us(&to));
        if is_stopped {
            return Err(Refusal::invalid(21_610, "Attempt to send to unsubscribed recipient"));
        }
        let Contents { body, content, media, actions } = contents;
        options.content = content;
        options.actions = actions;
        options.fallback_from = self.fallback_from(form)?;
        let is_mms = form.get("SendAsMms") == Some("true") || !media.is_empty();
        let mut sms = Sms {
            sid: self.sid(if is_mms { "MM" } else { "SM" }),
            body,
            from,
            to,
            messaging_service_sid: form.text("MessagingServiceSid"),
            direction: "outbound-api",
            media,
            created: self.desk.wall(),
            born: self.desk.now(),
            life: Life::only(first(&options)),
            options,
        };
        if carry == Carry::Really {
            match sms.options.send_after {
                None => self.launch(&mut sms),
                Some(after) => self.schedule(&sms, after),
            }
        }
        let body = self.message(&sms);
        if carry == Carry::Really {
            self.keep_sms(sms);
        }
        Ok(json_answer(StatusCode::CREATED, &body))
    }

    /// Sends a message later, unless it is canceled or deleted before.
    fn schedule(&self, sms: &Sms, after: Duration) {
        self.report(sms, Duration::ZERO);
        let (emulator, sid) = (self.clone(), sms.sid.clone());
        tokio::spawn(async move {
            sleep(after).await;
            let kept = emulator.records().messages.iter().find(|sms| sms.sid == sid).cloned();
            let now = emulator.desk.now();
            let Some(mut sms) = kept.filter(|sms| sms.step(now).status == "scheduled") else { return };
            if emulator.has_stopped(&sms.to, &sms.from) || emulator.has_stopped_us(&sms.to) {
                sms.life.end(after, "failed");
                sms.life.steps.iter_mut().rev().take(1).for_each(|step| step.error_code = Some(21_610));
                emulator.report(&sms, after);
            } else {
                emulator.launch(&mut sms);
            }
            if let Some(kept) = emulator.records().messages.iter_mut().find(|sms| sms.sid == sid) {
                kept.life = sms.life;
            }
        });
    }

    /// Whether a person said STOP to any number of the Messaging Service.
    fn has_stopped_us(&self, person: &str) -> bool {
        self.records().stopped.iter().any(|(who, _)| who == person)
    }
}

fn first(options: &crate::twilio::records::Options) -> &'static str {
    match options {
        options if options.send_after.is_some() => "scheduled",
        options if options.is_pooled => "accepted",
        _ => "queued",
    }
}
