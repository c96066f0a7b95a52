use messaging::store::{Day, Spent, SqliteOptions, SqliteStore, Store, StoreError};
use serde::Deserialize;

use crate::{
    admin::Admin,
    arguments::Costs,
    config::{Environment, File, StorePlace},
    exit::{Failure, config},
};

const ASK_IT: &str = "ask the gateway that runs: `messaging costs --console http://127.0.0.1:7401`, with its token in \
                      MESSAGING_CONSOLE_TOKEN, or its whole address in MESSAGING_CONSOLE_URL";

/// Reads what was spent: from the console of a gateway that runs, else from the store's file.
pub(super) async fn read(arguments: &Costs, environment: &Environment, since: Day) -> Result<Vec<Spent>, Failure> {
    let flag = arguments.console.as_ref().map(|url| ("--console", url.clone()));
    let url = flag.or_else(|| environment.get("MESSAGING_CONSOLE_URL").map(|url| ("MESSAGING_CONSOLE_URL", url)));
    match url {
        // A store that is named is meant, whatever the environment says.
        Some((who, url)) if arguments.console.is_some() || arguments.store.is_none() => {
            from_console(who, &url, environment, since).await
        }
        _ => {
            let file = File::find(arguments.config.as_deref(), environment)?;
            from_store(&StorePlace::find(arguments.store.as_deref(), environment, file)?, since).await
        }
    }
}

async fn from_store(place: &StorePlace, since: Day) -> Result<Vec<Spent>, Failure> {
    let StorePlace::Sqlite(path) = place else {
        return Err(config("the store is in memory: nobody but the gateway itself knows what is in it").next(ASK_IT));
    };
    if !path.exists() {
        return Err(config(format!("there is no store `{}`", path.display()))
            .next("name another one with --store sqlite:PATH, or run this where messaging.toml is"));
    }
    let store = match SqliteStore::open(path, SqliteOptions::default()) {
        Err(error @ StoreError::InUse(_)) => return Err(config(error.to_string()).next(ASK_IT)),
        opened => opened?,
    };
    Ok(store.spent(since).await?)
}

/// What the console answers.
#[derive(Deserialize)]
struct Answer {
    costs: Vec<Spent>,
}

async fn from_console(who: &str, url: &str, environment: &Environment, since: Day) -> Result<Vec<Spent>, Failure> {
    let admin = Admin::at(who, url, environment)?
        .or_else("start the gateway, check the address, or leave --console out to read the store's file");
    let answer = admin.get(&format!("/api/costs?since={since}")).await?;
    let answer: Answer = serde_json::from_value(answer).map_err(|cause| admin.stranger(cause))?;
    Ok(answer.costs)
}
