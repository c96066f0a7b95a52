//! `messaging doctor signature`: why the signature of a captured request does not hold.

use std::fs;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, Request, Uri};
use messaging::{
    PublicUrl, Registry,
    twilio::{Diagnosis, Finding, Twilio},
};
use serde_json::json;

use super::{settings, twilio};
use crate::{
    arguments::Captured,
    config::{Account, Environment},
    exit::{Exit, Failure, config},
    logging::Format,
    output,
};

/// The largest body that is looked at, in bytes.
const MAX_BODY: u64 = 8 * 1_024 * 1_024;

pub(super) fn run(captured: &Captured) -> Result<(), Failure> {
    let told = settings::read(&captured.settings, &Environment::of_process(), &Registry::linked()?)?;
    let request = request(captured)?;
    let all = told.accounts(None)?.into_iter().filter(|account| account.provider.name() == "twilio");
    let all: Vec<(&Account, Twilio)> =
        all.map(|account| twilio::open(account).map(|twilio| (account, twilio))).collect::<Result<_, _>>()?;
    let name = match (&captured.account, all.as_slice()) {
        (Some(name), _) => name.clone(),
        (None, [(account, _)]) => account.name.clone(),
        (None, _) => by_path(&all, &captured.url)?,
    };
    let Some((_, twilio)) = all.iter().find(|(account, _)| account.name == name) else {
        return Err(config(format!("no account of Twilio's is named `{name}`")).next("name one with --account"));
    };
    let others: Vec<_> = all
        .iter()
        .filter(|(account, _)| account.name != name)
        .map(|(account, twilio)| (account.name.as_str(), twilio))
        .collect();
    tell(&name, &twilio.diagnose(&request, &PublicUrl::new(&*captured.url), &others), captured.format)
}

fn tell(account: &str, diagnosis: &Diagnosis, format: Format) -> Result<(), Failure> {
    let Diagnosis { finding, differences, notes, next, .. } = diagnosis;
    let (word, what, exit) = match finding {
        Finding::Valid => ("valid", "the signature holds", None),
        Finding::Unsigned => ("unsigned", "there is no signature to check", Some(Exit::Failed)),
        Finding::Explained => ("explained", "the signature does not hold, and this is why", Some(Exit::Credentials)),
        _ => ("unexplained", "the signature does not hold", Some(Exit::Credentials)),
    };
    match format {
        Format::Json => {
            let document = json!({ "v": 1, "account": account, "finding": word, "differences": differences,
                                   "notes": notes, "next": next });
            output::line(&document.to_string());
        }
        Format::Text => {
            let mut lines = vec![format!("account `{account}`: {what}")];
            lines.extend(differences.iter().map(|difference| format!("  differs: {difference}")));
            lines.extend(notes.iter().map(|note| format!("  note:    {note}")));
            output::line(&lines.join("\n").replace(|c: char| c.is_control() && c != '\n', "\u{fffd}"));
        }
    }
    exit.map_or(Ok(()), |exit| Err(Failure::new(exit, what).next(next.as_str())))
}

/// The account whose webhook that is.
fn by_path(all: &[(&Account, Twilio)], url: &str) -> Result<String, Failure> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let named = path.split("/webhooks/").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    match all.iter().find(|(account, _)| account.name == named) {
        Some((account, _)) => Ok(account.name.clone()),
        None if all.is_empty() => {
            Err(config("no account is Twilio's").next("set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"))
        }
        None => Err(config("several accounts are Twilio's").next("name the one that is meant: --account NAME")),
    }
}

fn request(captured: &Captured) -> Result<Request<Bytes>, Failure> {
    let body = captured.body_file.as_deref().map(body).transpose()?;
    let usual = if body.is_some() { "POST" } else { "GET" };
    let method = captured.method.as_deref().unwrap_or(usual).to_ascii_uppercase();
    let method: Method = method
        .parse()
        .map_err(|_| config(format!("`{method}` is no method")).next("write `--method GET` or `--method POST`"))?;
    let bare = captured.url.split('#').next().unwrap_or_default();
    let uri: Uri = bare.parse().map_err(|cause| {
        config("`--url` is not a URL")
            .because(cause)
            .next("write the URL as Twilio called it: https://…/webhooks/twilio")
    })?;
    if uri.host().is_none() || uri.scheme().is_none() {
        return Err(config("`--url` has no scheme or no host")
            .next("write the whole URL: https://bot.example.com/webhooks/twilio"));
    }
    let mut request = Request::new(body.unwrap_or_default());
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    for line in &captured.header {
        let wrong = || config("a `--header` is not `Name: value`").next("write `--header 'X-Twilio-Signature: …'`");
        let (name, value) = line.split_once(':').ok_or_else(wrong)?;
        let name: HeaderName = name.trim().parse().map_err(|_| wrong())?;
        let value: HeaderValue = value.trim().parse().map_err(|_| wrong())?;
        request.headers_mut().append(name, value);
    }
    // Twilio posts forms; whoever copies a request by hand leaves that out.
    let form = HeaderValue::from_static("application/x-www-form-urlencoded");
    if *request.method() == Method::POST && !request.headers().contains_key(http::header::CONTENT_TYPE) {
        request.headers_mut().insert(http::header::CONTENT_TYPE, form);
    }
    Ok(request)
}

fn body(path: &std::path::Path) -> Result<Bytes, Failure> {
    let shown = path.display();
    let unread = |cause: std::io::Error| {
        config(format!("`{shown}` cannot be read"))
            .because(cause)
            .next("name the file that holds the body, to the byte")
    };
    if fs::metadata(path).map_err(unread)?.len() > MAX_BODY {
        return Err(config(format!("`{shown}` is larger than {MAX_BODY} bytes")).next("Twilio sends no such bodies"));
    }
    fs::read(path).map(Bytes::from).map_err(unread)
}
