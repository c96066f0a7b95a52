//! `messaging serve`: the gateway of `messaging.toml`.

use std::{net::SocketAddr, path::Path};

use messaging::{Messenger, Registry};
use messaging_server::PublicSettings;
use serde_json::{Value, json};

use crate::{
    arguments::Serve,
    banner::{Row, moved, rows},
    config::{Account, Config, ConfigError, ConsolePlace, Environment, File, Flags},
    exit::{Failure, config},
    node::{Node, Plan, Telemetry, token},
    output,
    paint::Color,
    ports::{self, Bound, Wanted},
    signal::Stop,
    summary,
};

pub(crate) async fn run(arguments: Serve, color: Color) -> Result<(), Failure> {
    let stop = Stop::listen()?;
    let environment = Environment::of_process();
    let registry = Registry::linked()?;
    let file = File::find(arguments.config.as_deref(), &environment)?;
    let flags = Flags {
        public_url: arguments.public_url,
        listen: arguments.listen,
        store: arguments.store,
        agent: arguments.agent,
        console: arguments.console,
    };
    let mut told = Config::read(&flags, &environment, file, &registry)?;
    for why in &told.left_out {
        tracing::info!("no account {why}");
    }
    // A port that platforms or a proxy know by heart must not move.
    let gateway = ports::exactly(told.listen).await?;
    let console = match told.console {
        None => None,
        Some(ConsolePlace::Usual) => Some(ports::loopback(Wanted::Usual(ports::CONSOLE)).await?),
        Some(ConsolePlace::At(address)) if overlap(gateway.address, address) => {
            return Err(config(format!("`listen` and `console` both take port {}", address.port()))
                .next("give the console a port of its own, such as `127.0.0.1:7401`, or write `off`"));
        }
        Some(ConsolePlace::At(address)) => Some(ports::exactly(address).await?),
    };
    let metrics = match told.metrics {
        Some(address) => Some(ports::exactly(address).await?),
        None => None,
    };
    let public_url = public_url(&told, &gateway)?;
    let mut accounts = Vec::new();
    for account in &mut told.accounts {
        tell_url(account, &public_url);
        accounts.push((account.name.clone(), open(&registry, account, told.source.as_deref())?));
    }
    let plan = Plan {
        store: told.store.open(told.gateway.turns.gap())?,
        agent: told.agent.connect(told.gateway.turns.max_turn)?,
        hook: told.hook.connect()?,
        accounts,
        unmeasured: {
            let unmeasured = told.accounts.iter().filter(|account| !account.is_measured());
            unmeasured.map(|account| account.name.clone()).collect()
        },
        telemetry: Telemetry::start()?,
        settings: told.gateway.clone(),
        keys: told.keys.clone(),
        listener: told.listener.clone(),
        public_url: public_url.clone(),
        public: web_chat(&told.accounts),
        seed: None,
    };
    let mut words = banner_rows(&told, &public_url, &gateway);
    let mut node = Node::open(plan, gateway)?;
    if let Some(door) = console {
        words.insert(0, ("Console", open_console(&mut node, door, &told)?));
    }
    if let Some(door) = metrics {
        words.push(("Metrics", format!("{}/metrics", door.url())));
        node.open_metrics(door);
    }
    node.start(&stop).await?;
    output::line(&rows(color.on_stdout(), "serve", "", &words));
    let counts = node.run(&stop).await?;
    output::line(&summary::line(&counts, &told.store));
    Ok(())
}

/// Whether two listeners are in each other's way.
fn overlap(a: SocketAddr, b: SocketAddr) -> bool {
    a.port() == b.port() && (a.ip() == b.ip() || a.ip().is_unspecified() || b.ip().is_unspecified())
}

/// What platforms call: as told, or this machine's own address where nobody else has to know it.
fn public_url(told: &Config, bound: &Bound) -> Result<String, Failure> {
    let needs_it = |account: &&Account| account.knows("webhook_url") && account.text("webhook_url").is_none();
    match (&told.public_url, told.accounts.iter().find(needs_it)) {
        (Some(url), _) => Ok(url.clone()),
        (None, Some(account)) if !bound.address.ip().is_loopback() => {
            let what = format!("`public_url` is missing: account `{}` checks signatures against it", account.name);
            Err(config(what)
                .next("write `public_url = \"https://…\"`, what platforms call, or set MESSAGING_PUBLIC_URL"))
        }
        (None, _) => Ok(bound.url()),
    }
}

/// Tells an account the URL that its platform calls, unless it has been told another one.
pub(crate) fn tell_url(account: &mut Account, public_url: &str) {
    if account.knows("webhook_url") && account.text("webhook_url").is_none_or(|url| url.trim().is_empty()) {
        let url = format!("{public_url}/webhooks/{}", account.name);
        account.settings.insert("webhook_url".to_owned(), Value::String(url));
    }
}

pub(crate) fn open(registry: &Registry, account: &Account, source: Option<&Path>) -> Result<Messenger, Failure> {
    let settings = Value::Object(account.settings.clone());
    let opened = registry.open(account.provider.name(), settings);
    Ok(opened.map_err(|cause| {
        let error = ConfigError::new(format!("account `{}`: {cause}", account.name));
        match source {
            Some(file) => error.in_file(file),
            None => error,
        }
    })?)
}

/// The web chat belongs to the account called `web`, else to the first one of that provider.
fn web_chat(accounts: &[Account]) -> PublicSettings {
    let mut public = PublicSettings::default();
    let of_web = || accounts.iter().filter(|account| account.provider.name() == "web");
    if let Some(account) = of_web().find(|account| account.name == "web").or_else(|| of_web().next()) {
        if of_web().count() > 1 {
            tracing::warn!("more than one account of the provider `web`: /chat belongs to `{}`", account.name);
        }
        let origins = account.settings.get("allowed_origins").and_then(Value::as_array).into_iter().flatten();
        public.allowed_origins = origins.filter_map(Value::as_str).map(str::to_owned).collect();
        public.chat_account = Some(account.name.clone());
    }
    public
}

/// Opens the console; says where, and how to get in.
fn open_console(node: &mut Node, door: Bound, told: &Config) -> Result<String, Failure> {
    let (url, taken) = (door.url(), moved(door.instead_of));
    let (secret, words) = if let Some(secret) = &told.console_token {
        (secret.clone(), format!("{url}/#t=<MESSAGING_CONSOLE_TOKEN>{taken}"))
    } else {
        let secret = token()?;
        let words = format!("{url}/#t={}{taken}", secret.expose());
        (secret, words)
    };
    let info = json!({ "mode": "serve", "agent": told.agent.to_string(), "store": told.store.to_string() });
    node.open_console(door, secret, info, |console| console)?;
    Ok(words)
}

fn banner_rows(told: &Config, public_url: &str, gateway: &Bound) -> Vec<Row> {
    let names: Vec<_> = told.accounts.iter().map(|account| account.name.as_str()).collect();
    let mut rows = vec![
        ("Gateway", format!("http://{}   public: {public_url}/webhooks/{{{}}}", gateway.address, names.join(","))),
        ("Agent", told.agent.to_string()),
        ("Store", told.store.to_string()),
        (
            "Settings",
            told.source.as_ref().map_or("flags and environment".to_owned(), |path| path.display().to_string()),
        ),
    ];
    if told.accounts.iter().any(|account| account.provider.name() == "web") {
        rows.insert(1, ("Web chat", format!("{public_url}/chat")));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{ConfigError, StorePlace};

    const SIDS: &str = "account_sid = \"AC1\"\nauth_token = \"t\"\n";

    fn read(text: &str) -> Config {
        let file =
            File { path: None, table: toml::from_str(&format!("agent.builtin = \"echo-plus\"\n{text}")).unwrap() };
        let environment = Environment::of(&[], &[]);
        let config = Config::read(&Flags::default(), &environment, file, &Registry::linked().unwrap());
        config.map_err(|error: ConfigError| error.to_string()).unwrap_or_else(|error| panic!("{error}"))
    }

    async fn url_of(text: &str, address: &str) -> Result<String, String> {
        let bound = ports::exactly(address.parse().unwrap()).await.unwrap();
        let port = format!(":{}", bound.address.port());
        let url = public_url(&read(text), &bound);
        url.map(|url| url.replace(&port, "")).map_err(|failure| failure.to_string())
    }

    #[tokio::test]
    async fn the_public_url_is_asked_for_only_where_it_matters() {
        let twilio = format!("[accounts.twilio]\n{SIDS}");
        assert_eq!(url_of(&twilio, "127.0.0.1:0").await.unwrap(), "http://127.0.0.1");
        let refused = url_of(&twilio, "0.0.0.0:0").await.unwrap_err();
        assert!(refused.contains("`public_url` is missing: account `twilio`"), "{refused}");
        assert_eq!(url_of("accounts.web = {}", "0.0.0.0:0").await.unwrap(), "http://0.0.0.0");
        let told = format!("public_url = \"https://bot.test/\"\n{twilio}");
        assert_eq!(url_of(&told, "0.0.0.0:0").await.unwrap(), "https://bot.test");
        let own = format!("{twilio}webhook_url = \"https://bot.test/in\"");
        assert_eq!(url_of(&own, "0.0.0.0:0").await.unwrap(), "http://0.0.0.0");
    }

    #[test]
    fn an_account_is_told_the_url_its_platform_calls_unless_it_knows_another() {
        let text = format!(
            "[accounts.a]\nprovider = \"twilio\"\n{SIDS}[accounts.b]\nprovider = \"twilio\"\n{SIDS}webhook_url = \"https://x.test/in\"\n[accounts.web]\n"
        );
        let mut config = read(&text);
        let urls: Vec<_> = config
            .accounts
            .iter_mut()
            .map(|account| {
                tell_url(account, "https://bot.test");
                account.text("webhook_url").map(str::to_owned)
            })
            .collect();
        assert_eq!(urls, [Some("https://bot.test/webhooks/a".into()), Some("https://x.test/in".into()), None]);
        assert_eq!(config.store, StorePlace::default());
    }

    #[test]
    fn the_chat_belongs_to_the_account_called_web_else_to_the_first() {
        let chat = |text: &str| web_chat(&read(text).accounts);
        assert_eq!(chat(&format!("[accounts.twilio]\n{SIDS}")).chat_account, None);
        let shop = "[accounts.shop]\nprovider = \"web\"\nallowed_origins = [\"https://shop.test\"]\n";
        assert_eq!(chat(shop).chat_account.as_deref(), Some("shop"));
        assert_eq!(chat(shop).allowed_origins, ["https://shop.test"]);
        assert_eq!(chat(&format!("{shop}[accounts.web]")).chat_account.as_deref(), Some("web"));
    }
}
