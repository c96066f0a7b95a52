use std::time::Duration;

use tokio::time::sleep;

use crate::{
    TwilioEmulator,
    twilio::{
        address::{self, Channel},
        carrier::{self, Behaviour, VALIDITY},
        records::{Life, Sms, Step, keep},
    },
};

impl TwilioEmulator {
    /// Sends a message now: decides what becomes of it, shows it to whom it reaches, and reports it.
    pub(crate) fn launch(&self, sms: &mut Sms) {
        self.fall_back(sms);
        let started = sms.age(self.desk.now());
        let (life, seen) = self.prospects(sms);
        let later = life.steps.iter().map(|step| Step { after: step.after + started, ..*step });
        if started > Duration::ZERO {
            sms.life.steps.extend(later);
        } else {
            sms.life = life;
        }
        match seen {
            Some(Duration::ZERO) => self.show_sms(sms),
            Some(after) => {
                let (emulator, sms) = (self.clone(), sms.clone());
                tokio::spawn(async move {
                    sleep(after).await;
                    emulator.show_sms(&sms);
                });
            }
            None => {}
        }
        self.report(sms, started);
    }

    /// What becomes of a message from now on, and after how long it stands on the person's screen, if it ever does.
    fn prospects(&self, sms: &Sms) -> (Life, Option<Duration>) {
        let pooled = sms.options.is_pooled && sms.options.send_after.is_none();
        if let Some(code) = self.refusal(&sms.to, &sms.from, sms.options.content.is_some()) {
            return (carrier::failed(code, pooled), None);
        }
        let behaviour = self.carrier(&sms.to);
        let channel = address::parse(&sms.to).map_or(Channel::Sms, |(channel, _)| channel);
        let life = behaviour.life(channel, pooled, sms.options.validity.unwrap_or(VALIDITY));
        (life, behaviour.seen())
    }

    /// Sends by SMS what cannot reach the person over RCS, if that was asked for.
    fn fall_back(&self, sms: &mut Sms) {
        let Some((Channel::Rcs, number)) = address::parse(&sms.to) else { return };
        if let Some(from) = &sms.options.fallback_from
            && self.carrier(&sms.to).seen().is_none()
        {
            sms.from.clone_from(from);
            sms.to = number.to_owned();
        }
    }

    /// Why a message that was accepted cannot leave: the sandbox, or the 24 hours of WhatsApp.
    pub(crate) fn refusal(&self, person: &str, ours: &str, is_template: bool) -> Option<u32> {
        let (channel, number) = address::parse(ours)?;
        if channel != Channel::WhatsApp {
            return None;
        }
        let (pair, now) = ((person.to_owned(), ours.to_owned()), self.desk.now());
        let sandbox = self.switches().whatsapp_sandbox;
        let records = self.records();
        if sandbox.as_deref() == Some(number) && !records.messaging.has_written(&pair) {
            return Some(63_015);
        }
        (!is_template && !records.messaging.is_window_open(&pair, now)).then_some(63_016)
    }

    /// Whether a person wants nothing from a number of ours, or from anybody.
    pub(crate) fn has_stopped(&self, person: &str, ours: &str) -> bool {
        let pair = (person.to_owned(), ours.to_owned());
        self.records().stopped.contains(&pair) || self.carrier(person) == Behaviour::OptedOut
    }

    /// Keeps a message among the account's.
    pub(crate) fn keep_sms(&self, sms: Sms) {
        keep(&mut self.records().messages, sms);
    }

    fn show_sms(&self, sms: &Sms) {
        self.show(&format!("{},{}", sms.to, sms.from), &sms.sid, &sms.from, true, &self.text_of(sms));
    }

    /// What a person reads: the body or the template, then where the files are, then what can be tapped.
    fn text_of(&self, sms: &Sms) -> String {
        let body = match &sms.options.content {
            Some((sid, variables)) => self.rendered(sid, variables),
            None => sms.body.clone(),
        };
        let first = (!body.is_empty()).then_some(body.as_str());
        let media = sms.media.iter().map(|medium| medium.url.as_str());
        let lines = first.into_iter().chain(media).chain(sms.options.actions.iter().map(String::as_str));
        lines.collect::<Vec<_>>().join("\n")
    }
}
