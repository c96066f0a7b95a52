//! `messaging doctor --setup twilio`: what Twilio is to be told, and telling it.

use std::fmt::Write;

use messaging::twilio::{Setup, SetupState, SetupStep, Twilio, client::services};
use serde_json::{Value, json};

use super::{account::refused, settings::Told, twilio};
use crate::{
    config::Account,
    exit::{Exit, Failure, config},
    logging::Format,
    output,
};

/// What is to be done.
pub(super) struct Wishes<'w> {
    pub(super) account: Option<&'w str>,
    pub(super) apply: bool,
    pub(super) create_service: bool,
    pub(super) events: Option<&'w [String]>,
}

/// What became of a step.
struct Done {
    step: SetupStep,
    changed: bool,
}

pub(super) async fn run(told: &Told, wishes: &Wishes<'_>, format: Format) -> Result<(), Failure> {
    let mut account = the_account(told, wishes.account)?.clone();
    let mut made = None;
    if wishes.create_service {
        let twilio = twilio::open(&account)?;
        let told = if let Some(service) = existing(&twilio, &account).await? {
            format!("ok    the Conversations service {service} exists already")
        } else {
            let service = create(&twilio, &account).await?;
            let told = format!("made  the Conversations service {service}\n      {}", variable(&account, &service));
            account.settings.insert("conversations_service_sid".to_owned(), Value::from(service.as_str()));
            made = Some(service);
            told
        };
        // At once: whatever fails from here on, nobody is to make it again.
        match format {
            Format::Text => output::line(&told),
            Format::Json => output::error_line(&told),
        }
    }
    let twilio = twilio::open(&account)?;
    let wanted = match wishes.events {
        Some(events) => Setup::default().with_events(events.to_vec()),
        None => Setup::default(),
    };
    let failed = |error| told_by(&account, &error);
    let mut all = Vec::new();
    for step in twilio.setup(&wanted).await.map_err(failed)? {
        let changed = wishes.apply && step.state == SetupState::Wrong;
        if changed {
            twilio.apply(&step).await.map_err(failed)?;
        }
        all.push(Done { step, changed });
    }
    match format {
        Format::Json => {
            let steps: Vec<_> = all.iter().map(as_json).collect();
            let document = json!({ "v": 1, "account": account.name, "created_service": made, "steps": steps });
            output::line(&document.to_string());
        }
        Format::Text => {
            let mut lines: String = all.iter().map(as_text).collect();
            let left = all.iter().any(|done| done.step.state == SetupState::Wrong && !done.changed);
            if left {
                let name = &account.name;
                // Writing to a string does not fail.
                let _ = write!(lines, "\nnext: messaging doctor --setup twilio --account {name} --apply");
            }
            output::line(lines.trim_end());
        }
    }
    match all.iter().find(|done| done.step.state == SetupState::Missing) {
        Some(missing) => Err(Failure::new(Exit::NotFound, missing.step.differences.join("; "))
            .next("correct the number in the settings (TWILIO_PHONE_NUMBER), then run this again")),
        None => Ok(()),
    }
}

/// The account that is meant, where there are several.
fn the_account<'t>(told: &'t Told, only: Option<&str>) -> Result<&'t Account, Failure> {
    let ours = |account: &&Account| account.provider.name() == "twilio";
    let mut accounts = told.accounts(only)?.into_iter().filter(ours);
    match (accounts.next(), accounts.next()) {
        (Some(account), None) => Ok(account),
        (Some(_), Some(_)) => {
            Err(config("several accounts are Twilio's").next("name the one that is meant: --account NAME"))
        }
        (None, _) => Err(config("no account is Twilio's")
            .next("set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or add [accounts.twilio] to messaging.toml")),
    }
}

/// The service that the settings name, if Twilio has it.
async fn existing(twilio: &Twilio, account: &Account) -> Result<Option<String>, Failure> {
    let named = account.text("conversations_service_sid").map(str::to_owned);
    match twilio.has_service().await {
        Ok(Some(true)) => Ok(named),
        Ok(_) => Ok(None),
        Err(error) => Err(told_by(account, &error)),
    }
}

async fn create(twilio: &Twilio, account: &Account) -> Result<String, Failure> {
    let name = format!("messaging {}", account.name);
    let made = twilio.client().in_default_service().call(services::Create::new(name)).await;
    made.map(|service| service.sid).map_err(|error| told_by(account, &error))
}

/// Where the new service is written.
fn variable(account: &Account, service: &str) -> String {
    if account.provider.name() == account.name {
        format!("set TWILIO_CONVERSATIONS_SERVICE_SID={service}")
    } else {
        format!("write `conversations_service_sid = \"{service}\"` into [accounts.{}]", account.name)
    }
}

/// What Twilio refused, with the variable and the next command.
fn told_by(account: &Account, error: &messaging::Error) -> Failure {
    refused(format!("account {}", account.name), account, error, None).into_failure()
}

fn as_text(done: &Done) -> String {
    let Done { step, changed } = done;
    let word = match step.state {
        SetupState::Right => "ok",
        _ if *changed => "set",
        SetupState::Wrong => "todo",
        SetupState::ByHand => "hand",
        _ => "warn",
    };
    let mut text = format!("{word:<5} {}", step.about);
    if !step.differences.is_empty() {
        let was = if *changed { "was" } else { "now" };
        let _ = write!(text, " ({was}: {})", step.differences.join("; "));
    }
    text.push('\n');
    if step.state != SetupState::Right {
        for (name, value) in &step.wanted {
            let _ = writeln!(text, "      {name:<20} {value}");
        }
    }
    text
}

fn as_json(done: &Done) -> Value {
    let Done { step, changed } = done;
    let state = match step.state {
        SetupState::Right => "right",
        SetupState::Wrong => "wrong",
        SetupState::Missing => "missing",
        SetupState::ByHand => "by_hand",
        _ => "unseen",
    };
    let wanted: Vec<_> = step.wanted.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    json!({ "about": step.about, "state": state, "differences": step.differences, "wanted": wanted, "changed": changed })
}
