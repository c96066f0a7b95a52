//! `messaging dev`: everything in one process, on this machine only.

mod accounts;
mod doors;
mod words;

use std::time::Duration;

use messaging::{Registry, gateway::Settings};
use messaging_emulator::SlackEmulator;
use messaging_server::{ListenerSettings, PublicSettings};
use tokio::time::{sleep, timeout};

use crate::{
    arguments::{Dev, Output},
    config::{AgentChoice, Environment, HookChoice, StorePlace},
    emulators::{Seeds, guarded, linked},
    env_file,
    exit::Failure,
    node::{Node, Plan, Telemetry, random, token, watch},
    open_browser, output,
    signal::Stop,
    summary,
};
use doors::Doors;
use words::Words;

/// Longest wait for the first connection of Socket Mode.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often is looked whether it is there.
const LOOK: Duration = Duration::from_millis(10);

pub(crate) async fn run(arguments: Dev, output: Output) -> Result<(), Failure> {
    let stop = Stop::listen()?;
    if let Some(path) = &arguments.write_env {
        env_file::clear(path)?;
    }
    let environment = Environment::of_process();
    let agent = agent(&arguments, &environment)?;
    let hook = hook(&arguments, &environment)?;
    let place = arguments.db.clone().map_or(StorePlace::Memory, StorePlace::Sqlite);
    // A store that is kept remembers every id, so only one that is not can be told the same ids again.
    let repeated = arguments.seed.filter(|_| place == StorePlace::Memory);
    let seeds = Seeds { account: arguments.seed.map_or_else(random, Ok)?, dice: repeated.map_or_else(random, Ok)? };
    let doors = Doors::bind(arguments.port, arguments.headless).await?;
    let twilio = doors.twilio(seeds)?;
    let slack = doors.slack(seeds, arguments.socket_mode)?;
    let settings = Settings::default();
    let mut public = PublicSettings::default();
    public.chat_account = Some("web".into());
    public.allowed_origins = doors.console_origins();
    let plan = Plan {
        store: place.open(settings.turns.gap())?,
        agent: agent.connect(settings.turns.max_turn)?,
        hook: hook.connect()?,
        accounts: accounts::open(&Registry::linked()?, &twilio, &slack, &public.allowed_origins)?,
        unmeasured: Vec::new(),
        telemetry: Telemetry::start()?,
        settings,
        keys: None,
        listener: ListenerSettings::default(),
        public_url: doors.gateway.url(),
        public,
        seed: repeated,
    };
    let token = match environment.secret("MESSAGING_CONSOLE_TOKEN")? {
        Some(token) => token,
        None => token()?,
    };
    let words = Words::new(&doors, &twilio, &slack, &agent, &place, &token);
    let Doors { gateway, console, twilio: twilio_door, slack: slack_door } = doors;
    let mut node = Node::open(plan, gateway)?;
    node.listeners.open(twilio_door, guarded(twilio.service()), ListenerSettings::default());
    node.listeners.open(slack_door, guarded(linked(&slack)), ListenerSettings::default());
    if let Some(door) = console {
        let (twilio, slack) = (twilio.service(), slack.service());
        node.open_console(door, token, words.info(), |console| {
            console.mount("/emulator/twilio", twilio).mount("/emulator/slack", slack)
        })?;
    }
    // Watched from the start, printed after the banner: a kept store may have work at once.
    let traffic = (!output.quiet).then(|| watch(&node.gateway, output.color.on_stdout()));
    node.start(&stop).await?;
    if arguments.socket_mode {
        connected(&slack).await;
    } else {
        handshake(&slack).await;
    }
    if let Some(path) = &arguments.write_env {
        env_file::write(path, &words.variables())?;
    }
    let opened = !arguments.no_open && words.console_url().is_some_and(open_browser::open);
    output::line(&words.banner(output.color.on_stdout(), opened));
    if arguments.print_secrets {
        output::line(env_file::lines(&words.variables()).trim_end());
    }
    if let Some(traffic) = traffic {
        tokio::spawn(traffic);
    }
    let counts = node.run(&stop).await?;
    output::line(&summary::line(&counts, &place));
    Ok(())
}

fn agent(arguments: &Dev, environment: &Environment) -> Result<AgentChoice, Failure> {
    Ok(match &arguments.agent {
        Some(url) => AgentChoice::at("--agent", url, environment.secret("MESSAGING_AGENT_TOKEN")?)?,
        None => AgentChoice::EchoPlus,
    })
}

fn hook(arguments: &Dev, environment: &Environment) -> Result<HookChoice, Failure> {
    let Some(url) = &arguments.hook else { return Ok(HookChoice::default()) };
    Ok(HookChoice::at("--hook", url, environment.secret("MESSAGING_AGENT_TOKEN")?)?)
}

/// Has Slack check the events URL, as it does when somebody saves it.
async fn handshake(slack: &SlackEmulator) {
    if let Err(cause) = slack.verify_url().await {
        tracing::warn!("the Slack emulator does not trust the gateway: {cause}");
    }
}

/// Waits for the gateway's first connection of Socket Mode, before which Slack could tell it nothing.
async fn connected(slack: &SlackEmulator) {
    let first = async {
        while slack.connections() == 0 {
            sleep(LOOK).await;
        }
    };
    if timeout(PATIENCE, first).await.is_err() {
        tracing::warn!("the gateway has no connection to the Slack emulator yet: what is written there is told later");
    }
}
