//! What `serve` is told: flags, then the environment, then one file, then defaults.

mod account;
mod agent;
mod compliance;
mod environment;
mod error;
mod file;
mod hook;
mod layers;
mod secret_source;
mod section;
mod store;
#[cfg(test)]
mod tests;
mod web_url;

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
};

use messaging::{Registry, Secret, Secrets, gateway::Settings, store::Keyring};
use messaging_server::ListenerSettings;

pub(crate) use account::{Account, is_loopback};
pub(crate) use agent::AgentChoice;
pub(crate) use environment::Environment;
pub(crate) use error::ConfigError;
pub(crate) use file::File;
pub(crate) use hook::HookChoice;
pub(crate) use store::StorePlace;
pub(crate) use web_url::web_url;

use crate::ports;
use layers::Layers;

/// Everything that may be at the top of the file.
const KEYS: [&str; 17] = [
    "public_url",
    "listen",
    "store",
    "console",
    "metrics",
    "agent",
    "accounts",
    "turns",
    "sends",
    "streams",
    "sockets",
    "traces",
    "limits",
    "compliance",
    "catch_up",
    "health",
    "listener",
];

/// What the flags of `serve` say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flags {
    pub(crate) public_url: Option<String>,
    pub(crate) listen: Option<String>,
    pub(crate) store: Option<String>,
    pub(crate) agent: Option<String>,
    pub(crate) console: Option<String>,
}

/// A gateway's settings, checked as far as that goes without opening anything.
pub(crate) struct Config {
    pub(crate) source: Option<PathBuf>,
    pub(crate) public_url: Option<String>,
    pub(crate) listen: SocketAddr,
    pub(crate) console: Option<ConsolePlace>,
    pub(crate) console_token: Option<Secret>,
    /// Where anybody may read the metrics.
    pub(crate) metrics: Option<SocketAddr>,
    /// What encrypts the tokens of installations.
    pub(crate) keys: Option<Keyring>,
    pub(crate) store: StorePlace,
    pub(crate) agent: AgentChoice,
    pub(crate) hook: HookChoice,
    pub(crate) accounts: Vec<Account>,
    /// Linked providers that get no account, and why.
    pub(crate) left_out: Vec<String>,
    pub(crate) gateway: Settings,
    pub(crate) listener: ListenerSettings,
}

/// Where the console is to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConsolePlace {
    /// On its default port, or the next free one.
    Usual,
    /// Exactly here.
    At(SocketAddr),
}

impl Config {
    /// Reads everything.
    pub(crate) fn read(
        flags: &Flags,
        environment: &Environment,
        file: File,
        registry: &Registry,
    ) -> Result<Self, ConfigError> {
        let path = file.path.clone();
        let config = Self::read_layers(flags, environment, file, registry);
        config.map_err(|error| match &path {
            Some(path) => error.in_file(path),
            None => error,
        })
    }

    fn read_layers(
        flags: &Flags,
        environment: &Environment,
        file: File,
        registry: &Registry,
    ) -> Result<Self, ConfigError> {
        let File { path: source, table } = file;
        if let Some(key) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
            return Err(ConfigError::unknown("", key, KEYS));
        }
        let top = Layers::new("", table, environment);
        let public_url = top.text("public_url", flags.public_url.as_deref(), Some("MESSAGING_PUBLIC_URL"))?;
        let public_url = public_url.map(|given| given.read(public_url_of)).transpose()?;
        let listen = top.text("listen", flags.listen.as_deref(), Some("MESSAGING_LISTEN"))?;
        let listen = listen.map(|given| given.read(address)).transpose()?;
        let console = top.text("console", flags.console.as_deref(), Some("MESSAGING_CONSOLE"))?;
        let console = console.map_or(Ok(Some(ConsolePlace::Usual)), |given| given.read(console_place))?;
        let metrics = top.text("metrics", None, Some("MESSAGING_METRICS"))?;
        let metrics = metrics.map(|given| given.read(metrics_place)).transpose()?.flatten();
        let store = top.text("store", flags.store.as_deref(), Some("MESSAGING_STORE"))?;
        let store = store.map(|given| given.read(StorePlace::read)).transpose()?.unwrap_or_default();
        let (agent, hook) = agent_of(&top, flags, environment, source.is_some())?;
        let mut gateway = Settings::default();
        gateway.turns = section::read("turns", &top.table("turns")?)?;
        gateway.sends = section::read("sends", &top.table("sends")?)?;
        gateway.catch_up = section::read("catch_up", &top.table("catch_up")?)?;
        gateway.health = section::read("health", &top.table("health")?)?;
        gateway.streams = section::read("streams", &top.table("streams")?)?;
        gateway.sockets = section::read("sockets", &top.table("sockets")?)?;
        gateway.traces = section::read("traces", &top.table("traces")?)?;
        gateway.limits = section::read("limits", &top.table("limits")?)?;
        gateway.compliance = compliance::read(top.table("compliance")?, source.as_deref(), environment)?;
        let listener = listener_of(&top, gateway.limits.body)?;
        let (accounts, left_out) = account::read_all(&top.table("accounts")?, environment, registry)?;
        accounts.iter().try_for_each(account::refuse_generated)?;
        if accounts.is_empty() {
            return Err(ConfigError::new(format!("there is no account to open ({})", left_out.join("; "))).next(
                "add [accounts.twilio], [accounts.slack] or [accounts.web] to messaging.toml, or set the variables of \
                 one: see `messaging providers list`",
            ));
        }
        Ok(Self {
            source,
            public_url,
            listen: listen.unwrap_or_else(|| SocketAddr::from((Ipv4Addr::LOCALHOST, ports::GATEWAY))),
            console,
            console_token: environment.secret("MESSAGING_CONSOLE_TOKEN").map_err(ConfigError::elsewhere)?,
            metrics,
            keys: keys_of(environment)?,
            store,
            agent,
            hook,
            accounts,
            left_out,
            gateway,
            listener,
        })
    }
}

/// `MESSAGING_ENCRYPTION_KEY`: one key, or several while they are rotated, the current one first.
fn keys_of(environment: &Environment) -> Result<Option<Keyring>, ConfigError> {
    const NAME: &str = "MESSAGING_ENCRYPTION_KEY";
    let Some(text) = environment.secret(NAME).map_err(ConfigError::elsewhere)? else { return Ok(None) };
    let keys = Keyring::read(&Secrets::new(vec![text]));
    let wrong = |cause| ConfigError::new(format!("`{NAME}` holds no key: {cause}")).elsewhere();
    keys.map(Some).map_err(wrong)
}

/// `[agent]`: `url` with an optional `token`, or `builtin`; and `hook_url`, who is asked before platforms act.
fn agent_of(
    top: &Layers<'_>,
    flags: &Flags,
    environment: &Environment,
    has_file: bool,
) -> Result<(AgentChoice, HookChoice), ConfigError> {
    const KEYS: [&str; 4] = ["url", "builtin", "token", "hook_url"];
    let table = top.table("agent")?;
    if let Some(key) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(ConfigError::unknown("agent", key, KEYS));
    }
    let both = table.contains_key("url") && table.contains_key("builtin");
    let agent = Layers::new("agent", table, environment);
    let builtin = agent.text("builtin", None, None)?;
    let token = match environment.get_or_file("MESSAGING_AGENT_TOKEN").map_err(ConfigError::elsewhere)? {
        Some(token) => Some(token),
        None => agent.text("token", None, None)?.map(|given| given.text),
    };
    let token = token.map(Secret::new);
    let hook = agent.text("hook_url", None, Some("MESSAGING_AGENT_HOOK_URL"))?;
    let hook = hook.map(|given| given.read(|key, text| HookChoice::at(key, text, token.clone()))).transpose()?;
    let url = agent.text("url", flags.agent.as_deref(), Some("MESSAGING_AGENT_URL"))?;
    let agent = match (url, builtin) {
        _ if both => Err(ConfigError::new("`agent.url` and `agent.builtin` are both given").next("keep one of them")),
        (Some(url), _) => url.read(|key, text| AgentChoice::at(key, text, token)),
        (None, Some(builtin)) => builtin.read(AgentChoice::builtin),
        (None, None) if has_file => Err(ConfigError::new("`agent.url` is missing: nobody would answer").next(
            "write `url = \"http://127.0.0.1:9000/agent\"` into [agent], or `builtin = \"echo-plus\"` to try it out",
        )),
        (None, None) => Err(ConfigError::new("no agent is named, and there is no messaging.toml in this folder").next(
            "write `agent.url = \"http://127.0.0.1:9000/agent\"` into messaging.toml, name another file with --config, or \
             set MESSAGING_AGENT_URL; without any of it there is `messaging dev`",
        )),
    }?;
    Ok((agent, hook.unwrap_or_default()))
}

/// `[listener]`: lets in what `limits.body` allows, and works.
fn listener_of(top: &Layers<'_>, body: usize) -> Result<ListenerSettings, ConfigError> {
    let mut listener: ListenerSettings = section::read("listener", &top.table("listener")?)?;
    listener.body_bytes = listener.body_bytes.max(body);
    listener.all_body_bytes = listener.all_body_bytes.max(body);
    match listener.check() {
        Ok(()) => Ok(listener),
        Err(cause) => Err(ConfigError::new(cause.to_string()).next("change [listener]")),
    }
}

fn address(key: &str, text: &str) -> Result<SocketAddr, ConfigError> {
    let text = text.replacen("localhost:", "127.0.0.1:", 1);
    text.parse().map_err(|_| {
        ConfigError::new(format!("`{key}` is `{text}`, which is no address and port"))
            .next("write `0.0.0.0:7400` for every interface, or `127.0.0.1:7400` for this machine only")
    })
}

fn metrics_place(key: &str, text: &str) -> Result<Option<SocketAddr>, ConfigError> {
    if text == "off" { Ok(None) } else { address(key, text).map(Some) }
}

fn console_place(key: &str, text: &str) -> Result<Option<ConsolePlace>, ConfigError> {
    if text == "off" {
        return Ok(None);
    }
    let address = address(key, text)?;
    if !address.ip().is_loopback() {
        return Err(ConfigError::new(format!("`{key}` is {address}: the console listens on this machine only"))
            .next("write `127.0.0.1:7401` and reach it through an SSH tunnel, or `off`"));
    }
    Ok(Some(ConsolePlace::At(address)))
}

fn public_url_of(key: &str, text: &str) -> Result<String, ConfigError> {
    match web_url(text).filter(|url| url.query().is_none()) {
        Some(url) if url.path().split('/').any(|part| part == "webhooks") => {
            Err(ConfigError::new(format!("`{key}` leads to /webhooks: that part is added for each account"))
                .next("write what stands before it: `https://bot.example.com`"))
        }
        Some(_) => Ok(text.trim_end_matches('/').to_owned()),
        None => Err(ConfigError::new(format!("`{key}` is not an http or https URL"))
            .next("write what platforms call, without /webhooks: `https://bot.example.com`")),
    }
}
