//! `messaging emulate`: one emulator, for tests in any language.

use messaging_emulator::Body;
use messaging_server::ListenerSettings;
use tower::Service;

use crate::{
    arguments::{Emulate, Vendor},
    banner,
    config::{Environment, web_url},
    emulators::{Seeds, Slack, Twilio, guarded, linked, slack_variables, twilio_variables},
    env_file::{self, Variables},
    exit::{Failure, config},
    node::{Listeners, random},
    output,
    ports::{self, Bound, Wanted},
    signal::Stop,
};

pub(crate) async fn run(arguments: Emulate) -> Result<(), Failure> {
    let stop = Stop::listen()?;
    let environment = Environment::of_process();
    let seeds = Seeds::all(arguments.seed.map_or_else(random, Ok)?);
    let (usual, name) = match arguments.vendor {
        Vendor::Twilio => (ports::TWILIO, "twilio"),
        Vendor::Slack => (ports::SLACK, "slack"),
    };
    if arguments.webhook_url.as_deref().is_some_and(|url| web_url(url).is_none()) {
        return Err(config("`--webhook-url` is not an http or https URL")
            .next(format!("write `http://127.0.0.1:{}/webhooks/{name}`", ports::GATEWAY)));
    }
    if arguments.drop_copies && !matches!(arguments.vendor, Vendor::Slack) {
        return Err(config("`--drop-copies` is about Slack: Twilio's requests carry no id of ours")
            .next("leave it out, or run `messaging emulate slack --drop-copies`"));
    }
    if let Some(path) = &arguments.write_env {
        env_file::clear(path)?;
    }
    let bound = ports::loopback(Wanted::or(arguments.port, usual)).await?;
    let (base_url, moved) = (bound.url(), bound.instead_of);
    let calls = arguments.webhook_url.clone();
    let calls = calls.unwrap_or_else(|| format!("http://127.0.0.1:{}/webhooks/{name}", ports::GATEWAY));
    let mut listeners = Listeners::new();
    let variables = match arguments.vendor {
        Vendor::Twilio => {
            let twilio = Twilio { seeds, base_url: base_url.clone(), webhook_url: calls.clone() };
            let twilio = twilio.agreed(&environment)?;
            open(&mut listeners, bound, twilio.service());
            twilio_variables(twilio.settings())
        }
        Vendor::Slack => {
            let (base_url, events_url) = (base_url.clone(), Some(calls.clone()));
            let slack = Slack { seeds, base_url, events_url, drops_copies: arguments.drop_copies };
            let slack = slack.agreed(&environment)?;
            open(&mut listeners, bound, linked(&slack));
            slack_variables(slack.settings())
        }
    };
    tell(&arguments, &variables, &banner::emulator(name, &base_url, &calls, moved))?;
    let failed = tokio::select! {
        biased;
        () = stop.wished() => None,
        failure = listeners.failed() => Some(failure),
    };
    listeners.close().await;
    failed.map_or(Ok(()), Err)
}

fn open<S>(listeners: &mut Listeners, bound: Bound, emulator: S)
where
    S: Service<http::Request<bytes::Bytes>, Response = http::Response<Body>, Error = std::convert::Infallible>,
    S: Clone + Send + Sync + 'static,
    S::Future: Send,
{
    listeners.open(bound, guarded(emulator), ListenerSettings::default());
}

/// Data on standard output if it was asked for, and then words on standard error.
fn tell(arguments: &Emulate, variables: &Variables, words: &str) -> Result<(), Failure> {
    if let Some(path) = &arguments.write_env {
        env_file::write(path, variables)?;
    }
    if arguments.print_env {
        output::line(env_file::lines(variables).trim_end());
        output::error_line(words);
    } else {
        output::line(words);
    }
    Ok(())
}
