//! `messaging providers list`: what this program can talk to.

use std::fmt::Write;

use messaging::{Descriptor, Provider, Registration, Registry, Setting, Verb};
use serde_json::{Map, Value, json};

use crate::{exit::Failure, logging::Format, output};

/// Prints every linked provider.
pub(crate) fn list(format: Format) -> Result<(), Failure> {
    let registry = Registry::linked()?;
    match format {
        Format::Json => {
            let providers: Vec<_> = registry.entries().map(|entry| as_json(&registry, entry)).collect();
            output::line(&json!({ "v": 1, "providers": providers }).to_string());
        }
        Format::Text => {
            let texts: Vec<_> = registry.entries().map(|entry| as_text(&registry, entry)).collect();
            output::line(&texts.join("\n\n"));
        }
    }
    Ok(())
}

fn as_json(registry: &Registry, entry: &Registration) -> Value {
    let settings = entry.settings().iter().map(|setting| {
        let Setting { key, env, required, secret, help, .. } = setting;
        json!({ "key": key, "env": env, "required": required, "secret": secret, "help": help })
    });
    let mut provider = json!({ "name": entry.name(), "settings": settings.collect::<Vec<_>>() });
    if let (Some(abilities), Value::Object(fields)) = (abilities(registry, entry), &mut provider) {
        let Descriptor { max_text, threads, media, actions, idempotent_sends, ack_deadline, .. } = abilities.limits;
        let more = json!({
            "verbs": abilities.verbs.iter().map(|verb| verb.name()).collect::<Vec<_>>(),
            "webhooks": abilities.webhooks,
            "socket": abilities.socket,
            "max_text": max_text,
            "threads": threads,
            "media": media,
            "actions": actions,
            "idempotent_sends": idempotent_sends,
            "ack_deadline_ms": u64::try_from(ack_deadline.as_millis()).unwrap_or(u64::MAX),
        });
        fields.extend(more.as_object().cloned().unwrap_or_default());
    }
    provider
}

fn as_text(registry: &Registry, entry: &Registration) -> String {
    let mut text = entry.name().to_owned();
    if let Some(abilities) = abilities(registry, entry) {
        let verbs: Vec<_> = abilities.verbs.iter().map(|verb| verb.name()).collect();
        let carries = [
            ("threads", abilities.limits.threads),
            ("media", abilities.limits.media),
            ("actions", abilities.limits.actions),
            ("webhooks", abilities.webhooks),
            ("a socket", abilities.socket),
        ];
        let carries: Vec<_> = carries.into_iter().filter(|(_, has)| *has).map(|(word, _)| word).collect();
        // Writing to a string does not fail.
        let _ = write!(text, "\n  can      {}\n  has      {}", verbs.join(", "), carries.join(", "));
    }
    for setting in entry.settings() {
        let marks = match (setting.required, setting.secret) {
            (true, true) => "required, secret",
            (true, false) => "required",
            (false, true) => "secret",
            (false, false) => "",
        };
        let env = setting.env.unwrap_or_default();
        let _ = write!(text, "\n  {:<26} {env:<33} {marks:<17} {}", setting.key, setting.help);
    }
    text
}

struct Abilities {
    verbs: Vec<Verb>,
    webhooks: bool,
    socket: bool,
    limits: Descriptor,
}

/// Reads the abilities off the traits of a provider that is built with samples, and never called.
///
/// None for a provider whose required settings we have no sample of.
fn abilities(registry: &Registry, entry: &Registration) -> Option<Abilities> {
    // What is optional and chooses how the platform reaches us is given, too.
    let chosen = ["signing_secret", "app_token"];
    let required = entry.settings().iter().filter(|setting| setting.required || chosen.contains(&setting.key));
    let samples: Map<String, Value> = required.map(|setting| (setting.key.to_owned(), sample(setting.key))).collect();
    let messenger = registry.open(entry.name(), Value::Object(samples)).ok()?;
    let provider: &dyn Provider = messenger.provider();
    Some(Abilities {
        verbs: provider.verbs().collect(),
        webhooks: provider.webhooks().is_some(),
        socket: provider.socket().is_some(),
        limits: provider.descriptor().clone(),
    })
}

fn sample(key: &str) -> Value {
    Value::from(match key {
        "account_sid" => "AC00000000000000000000000000000000",
        "bot_token" => "xoxb-0",
        "app_token" => "xapp-0",
        _ => "sample",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_linked_provider_shows_its_settings_and_what_it_can_do() {
        let registry = Registry::linked().unwrap();
        let names: Vec<_> = registry.names().collect();
        assert_eq!(names, ["slack", "twilio", "web"]);
        for entry in registry.entries() {
            let provider = as_json(&registry, entry);
            let verbs = provider["verbs"].as_array().unwrap_or_else(|| panic!("{provider}"));
            assert!(verbs.contains(&json!("send")) && provider["webhooks"] == json!(true), "{provider}");
            assert_eq!(provider["socket"], json!(entry.name() == "slack"), "{provider}");
            assert_eq!(provider["settings"].as_array().unwrap().len(), entry.settings().len());
            let text = as_text(&registry, entry);
            assert!(entry.settings().iter().all(|setting| text.contains(setting.key)), "{text}");
        }
    }
}
