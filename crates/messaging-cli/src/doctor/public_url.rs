//! Whether platforms can call the URL that they are given.

use std::net::IpAddr;

use bytes::Bytes;
use http::{Request, StatusCode, Uri};
use messaging_http::Transport;
use tower::ServiceExt;

use super::{Check, settings::Told};
use crate::{
    config::{Account, is_loopback, web_url},
    exit::Exit,
};

const NAME: &str = "public URL";

pub(super) async fn check(told: &Told, transport: &Transport) -> Vec<Check> {
    let called: Vec<_> = told.config.accounts.iter().filter(|account| account.knows("webhook_url")).collect();
    let slack = told.config.accounts.iter().any(|account| account.provider.name() == "slack");
    if called.is_empty() && !slack {
        return vec![Check::ok(NAME, format!("{}: no platform calls it", told.public_url))];
    }
    let emulated = |account: &&&Account| account.text("base_url").is_some_and(is_loopback);
    let all_emulated = !called.is_empty() && !slack && called.iter().all(|account| emulated(&account));
    let mut checks = vec![sane(&told.public_url, told.config.public_url.is_some(), all_emulated)];
    if checks.first().is_some_and(|check| check.exit().is_none()) {
        checks.push(answers(&told.public_url, transport).await);
    }
    for account in called {
        let own = account.text("webhook_url").unwrap_or_default();
        let origin = |url: &str| messaging::PublicUrl::new(url).origin().to_owned();
        if origin(own) != origin(&told.public_url) {
            let what = format!("`{}` is called at {}, not at `public_url`", account.name, origin(own));
            checks.push(Check::warn(NAME, what, "right if a proxy rewrites that; otherwise remove `webhook_url`"));
        }
    }
    checks
}

/// What can be seen by reading it.
fn sane(url: &str, given: bool, emulated: bool) -> Check {
    let Some(read) = web_url(url) else {
        return Check::fail(NAME, Exit::Config, "it is not an http or https URL", "write `public_url = \"https://…\"`");
    };
    let host = read.host().unwrap_or_default();
    let next = "write `public_url = \"https://…\"` (MESSAGING_PUBLIC_URL): what platforms call, by a proxy or a tunnel";
    if emulated {
        return Check::ok(NAME, format!("{url}: an emulator on this machine calls it"));
    }
    if host.contains('_') {
        let what = format!("`{host}` has an underscore: Twilio does not call such hosts");
        return Check::fail(NAME, Exit::Config, what, "use a host name of letters, digits, `-` and `.`");
    }
    match (given, is_private(&read)) {
        (false, _) => Check::warn(NAME, format!("`public_url` is not set: {url} is known on this machine only"), next),
        (true, true) => Check::warn(NAME, format!("{url} leads to this machine or a private network"), next),
        (true, false) if read.scheme_str() == Some("http") => {
            Check::warn(NAME, format!("{url} is not encrypted, and signatures are over the scheme"), next)
        }
        (true, false) => Check::ok(NAME, url),
    }
}

fn is_private(url: &Uri) -> bool {
    let host = url.host().unwrap_or_default();
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    match bare.parse::<IpAddr>() {
        Ok(IpAddr::V4(ip)) => ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_unspecified(),
        Ok(IpAddr::V6(ip)) => {
            ip.is_loopback() || ip.is_unspecified() || ip.is_unique_local() || ip.is_unicast_link_local()
        }
        Err(_) => {
            let last = host.rsplit_once('.').map(|(_, last)| last.to_ascii_lowercase());
            last.is_none_or(|last| matches!(last.as_str(), "local" | "internal" | "localhost"))
        }
    }
}

/// Whether the gateway is behind it, as seen from here.
async fn answers(url: &str, transport: &Transport) -> Check {
    const NAME: &str = "gateway";
    let next =
        "start `messaging serve`, and let the proxy or tunnel lead the URL to its port, path and query unchanged";
    let request = Request::get(format!("{url}/livez")).body(Bytes::new());
    let answer = match request {
        Ok(request) => transport.clone().oneshot(request).await.map_err(|cause| cause.to_string()),
        Err(cause) => Err(cause.to_string()),
    };
    match answer {
        Ok(answer) if answer.status() == StatusCode::OK => Check::ok(NAME, format!("{url}/livez answers")),
        Ok(answer) => {
            Check::warn(NAME, format!("{url}/livez answers {}, which is not the gateway", answer.status()), next)
        }
        Err(cause) => Check::warn(NAME, format!("{url}/livez does not answer from here: {cause}"), next),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_judged_by_its_looks() {
        for (url, given, emulated, words) in [
            ("https://bot.example.com", true, false, "ok "),
            ("https://bot.example.com", false, false, "`public_url` is not set"),
            ("http://bot.example.com", true, false, "not encrypted"),
            ("http://127.0.0.1:7400", true, false, "private network"),
            ("http://127.0.0.1:7400", true, true, "ok "),
            ("https://10.1.2.3", true, false, "private network"),
            ("https://[fd00::1]", true, false, "private network"),
            ("https://gateway", true, false, "private network"),
            ("https://my_bot.example.com", true, false, "underscore"),
            ("bot.example.com", true, false, "is not an http"),
        ] {
            let said = sane(url, given, emulated).to_string();
            assert!(said.contains(words), "{url}: {said}");
        }
    }
}
