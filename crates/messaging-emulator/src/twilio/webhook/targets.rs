//! Who is told of a Conversations event: the account's webhook, the service's, and the conversation's own.

use super::Target;
use crate::{
    TwilioEmulator,
    twilio::records::{self, Hook, Scoped},
};

/// What decides who is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Occasion<'a> {
    pub(crate) event: &'a str,
    pub(crate) service_sid: Option<&'a str>,
    pub(crate) conversation_sid: Option<&'a str>,
    /// What a message says, for keywords.
    pub(crate) body: Option<&'a str>,
}

impl TwilioEmulator {
    /// Everybody who is told after the act; the service comes first.
    pub(crate) fn told_after(&self, occasion: Occasion<'_>) -> Vec<Target> {
        let mut records = self.records();
        let conversation = occasion.conversation_sid.and_then(|sid| records.conversation(sid));
        let (own, service_sid) = match conversation {
            Some(conversation) => {
                let own = conversation.webhooks.iter().filter_map(|scoped| scoped_target(scoped, occasion));
                (own.collect(), Some(conversation.service_sid.clone()))
            }
            None => (Vec::new(), None),
        };
        let service_sid = service_sid.or_else(|| occasion.service_sid.map(str::to_owned));
        let service_sid = service_sid.unwrap_or_else(|| records.configuration.default_service_sid.clone());
        let service = records.service(&service_sid).and_then(|service| after(&service.hook, occasion.event));
        let account = after(&records.hook, occasion.event);
        service.into_iter().chain(account).chain(own).collect()
    }

    /// Everybody who is asked before the act: the service, then the account.
    pub(crate) fn asked_before(&self, event: &str, service_sid: &str) -> Vec<Target> {
        let mut records = self.records();
        let service = records.service(service_sid).and_then(|service| before(&service.hook, event));
        let account = before(&records.hook, event);
        service.into_iter().chain(account).collect()
    }
}

fn after(hook: &Hook, event: &str) -> Option<Target> {
    let is_meant = hook.filters.as_ref().is_none_or(|filters| filters.iter().any(|filter| filter == event));
    let url = hook.post_url.clone().filter(|_| is_meant)?;
    Some(Target { url, method: hook.method.clone() })
}

fn before(hook: &Hook, event: &str) -> Option<Target> {
    let is_meant = hook.filters.as_ref().is_some_and(|filters| filters.iter().any(|filter| filter == event));
    let url = hook.pre_url.clone().filter(|_| is_meant)?;
    Some(Target { url, method: hook.method.clone() })
}

/// A conversation's own webhook hears the events it names, or messages with one of its words.
pub(crate) fn scoped_target(scoped: &Scoped, occasion: Occasion<'_>) -> Option<Target> {
    let is_meant = match scoped.target {
        records::Target::Webhook => scoped.filters.iter().any(|filter| filter == occasion.event),
        records::Target::Trigger => occasion.event == "onMessageAdded" && is_triggered(scoped, occasion.body),
        records::Target::Studio => false,
    };
    let url = scoped.url.clone().filter(|_| is_meant)?;
    Some(Target { url, method: scoped.method.clone() })
}

fn is_triggered(scoped: &Scoped, body: Option<&str>) -> bool {
    let body = body.unwrap_or_default().to_lowercase();
    let is_said = |word: &str| !word.is_empty() && body.contains(&word.to_lowercase());
    scoped.triggers.iter().any(|word| is_said(word))
}
