use bytes::Bytes;
use http::{Request, Response, StatusCode, header};
use messaging::{
    Secret,
    store::{Day, Spent, SqliteOptions, SqliteStore, Store, StoreError},
};
use messaging_http::{ClientSettings, client};
use serde::Deserialize;
use tower::ServiceExt;

use crate::{
    arguments::Costs,
    config::{Environment, File, StorePlace, web_url},
    exit::{Exit, Failure, config},
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
    let (base, token) = split(url);
    if token.is_some() && who == "--console" {
        // Other users of this machine can read command lines.
        return Err(config("`--console` holds the token").next(
            "write the address without `#…`, and the token into MESSAGING_CONSOLE_TOKEN; or all of it into \
             MESSAGING_CONSOLE_URL",
        ));
    }
    let token = match token {
        Some(token) => token,
        None => environment.secret("MESSAGING_CONSOLE_TOKEN")?.ok_or_else(|| {
            config("the console's token is missing")
                .next("set MESSAGING_CONSOLE_TOKEN; the gateway prints it at its start, after `#t=`")
        })?,
    };
    if web_url(base).is_none() {
        return Err(config(format!("`{who}` is not an http or https URL")).next("write `http://127.0.0.1:7401`"));
    }
    let request = Request::get(format!("{}/api/costs?since={since}", base.trim_end_matches('/')))
        .header(header::AUTHORIZATION, format!("Bearer {}", token.expose()))
        .body(Bytes::new())
        .map_err(|_| config("the console's token cannot be sent").next("copy it again, without line breaks"))?;
    let response = client(ClientSettings::default())?.oneshot(request).await.map_err(|cause| {
        Failure::new(Exit::Failed, format!("the console at {base} does not answer"))
            .because(cause)
            .next("start the gateway, check the address, or leave --console out to read the store's file")
    })?;
    read_answer(base, &response)
}

fn read_answer(base: &str, response: &Response<Bytes>) -> Result<Vec<Spent>, Failure> {
    match response.status() {
        StatusCode::OK => {
            let answer: Answer = serde_json::from_slice(response.body()).map_err(|cause| {
                Failure::new(Exit::Failed, format!("{base} does not answer as a console does"))
                    .because(cause)
                    .next("check that it is the console's address, and that the gateway is as new as this program")
            })?;
            Ok(answer.costs)
        }
        StatusCode::UNAUTHORIZED => Err(Failure::new(Exit::Credentials, "the console refused the token")
            .next("copy it from what the gateway printed at its start, after `#t=`")),
        status => Err(Failure::new(Exit::Failed, format!("the console answered {status}"))
            .because(String::from_utf8_lossy(response.body()).chars().take(200).collect::<String>())),
    }
}

/// An address as the gateway prints it, `http://127.0.0.1:7401/#t=…`, without and with its token.
fn split(url: &str) -> (&str, Option<Secret>) {
    match url.split_once('#') {
        Some((base, fragment)) => (base, fragment.strip_prefix("t=").map(Secret::new)),
        None => (url, None),
    }
}
