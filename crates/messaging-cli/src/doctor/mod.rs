//! `messaging doctor`: what keeps the gateway from working, and what to do about it.

mod account;
mod agent;
mod check;
mod clock;
mod idempotency;
mod installations;
mod public_url;
mod report;
mod settings;
mod setup;
mod signature;
mod socket;
mod store;
mod twilio;
mod webhooks;

use std::time::Duration;

use messaging::Registry;
use messaging_http::{ClientSettings, Transport, client};

use self::{check::Check, report::Report, settings::Told};
use crate::{
    arguments::{Doctor, Look, Vendor},
    config::Environment,
    exit::{Failure, config},
};

/// The longest wait for anybody who is asked.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) async fn run(arguments: Doctor) -> Result<(), Failure> {
    let Doctor { look, settings, format, account, setup, apply, create_service, events, probe_idempotency } = arguments;
    if let Some(Look::Signature(captured)) = look {
        return signature::run(&captured);
    }
    let environment = Environment::of_process();
    let registry = Registry::linked()?;
    let only = account.as_deref();
    if let Some(channel) = probe_idempotency {
        let told = settings::read(&settings, &environment, &registry)?;
        return idempotency::run(&told, only, &channel, format).await;
    }
    match setup {
        Some(Vendor::Twilio) => {
            let wishes = setup::Wishes { account: only, apply, create_service, events: events.as_deref() };
            let told = settings::read(&settings, &environment, &registry)?;
            setup::run(&told, &wishes, format).await
        }
        Some(Vendor::Slack) => Err(config("Slack's callbacks cannot be set up from here")
            .next("give your app the URLs of docs/slack.md, at https://api.slack.com/apps")),
        None => {
            let mut report = Report::default();
            match settings::read(&settings, &environment, &registry) {
                Ok(told) => look_at(&told, &registry, only, &mut report).await?,
                Err(failure) => report.add(Check::failed("settings", &failure)),
            }
            report.tell(format)
        }
    }
}

async fn look_at(told: &Told, registry: &Registry, only: Option<&str>, report: &mut Report) -> Result<(), Failure> {
    let transport = impatient()?;
    report.add(told.check());
    report.add(store::check(&told.config.store));
    report.add(agent::check(&told.config.agent, &transport).await);
    for check in public_url::check(told, &transport).await {
        report.add(check);
    }
    for account in told.accounts(only)? {
        let healthy = account::check(account, registry, told).await;
        let is_well = healthy.is_ok();
        report.add(healthy);
        if let Some(check) = clock::check(account, &transport).await {
            report.add(check);
        }
        if let Some(check) = socket::check(account, registry, told).await {
            report.add(check);
        }
        if let Some(check) = installations::check(account, registry, told, &transport).await {
            report.add(check);
        }
        // Somebody whose credentials are refused is not told what else they may not see.
        if is_well && account.provider.name() == "twilio" {
            for check in webhooks::check(account).await {
                report.add(check);
            }
        }
    }
    Ok(())
}

/// A client for people who wait.
fn impatient() -> Result<Transport, Failure> {
    let mut settings = ClientSettings::default();
    settings.read_timeout = PATIENCE;
    settings.total_timeout = PATIENCE;
    Ok(client(settings)?)
}
