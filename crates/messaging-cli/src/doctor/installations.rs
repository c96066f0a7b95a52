//! How many workspaces have an app that others install, as the gateway at the public URL tells.

use bytes::Bytes;
use http::{Request, StatusCode};
use messaging::{Registry, capability::InstallationCounts};
use messaging_http::Transport;
use serde_json::Value;
use tower::ServiceExt;

use super::{Check, settings::Told};
use crate::{config::Account, serve::open};

/// Asks the gateway: its store is open in its own process only.
pub(super) async fn check(account: &Account, registry: &Registry, told: &Told, transport: &Transport) -> Option<Check> {
    // Settings that cannot be opened have been reported.
    let messenger = open(registry, account, told.config.source.as_deref()).ok()?;
    messenger.provider().installs()?;
    let url = format!("{}/readyz?verbose", told.public_url);
    let answer = match Request::get(&url).body(Bytes::new()) {
        Ok(request) => transport.clone().oneshot(request).await.map_err(|cause| cause.to_string()),
        Err(cause) => Err(cause.to_string()),
    };
    let body = match answer {
        Ok(answer) if matches!(answer.status(), StatusCode::OK | StatusCode::SERVICE_UNAVAILABLE) => answer.into_body(),
        Ok(answer) => return Some(unknown(account, &format!("{url} answers {}", answer.status()))),
        Err(cause) => return Some(unknown(account, &format!("{url} does not answer from here: {cause}"))),
    };
    Some(match counts(&body, &account.name) {
        Some(counts) => counted(account, &told.public_url, counts),
        None => unknown(account, &format!("{url} does not count those of this account now")),
    })
}

fn name(account: &Account) -> String {
    format!("installations of {}", account.name)
}

fn unknown(account: &Account, why: &str) -> Check {
    Check::warn(name(account), why, "start `messaging serve`, and see its log; then `messaging doctor` again")
}

/// What the answer says of one account.
fn counts(body: &[u8], account: &str) -> Option<InstallationCounts> {
    let told: Value = serde_json::from_slice(body).ok()?;
    let accounts = told.get("accounts")?.as_array()?;
    let one = accounts.iter().find(|one| one.get("account").and_then(Value::as_str) == Some(account))?;
    serde_json::from_value(one.get("installations")?.clone()).ok()
}

fn counted(account: &Account, public_url: &str, counts: InstallationCounts) -> Check {
    let what = words(counts);
    if counts.failing == 0 {
        return Check::ok(name(account), what);
    }
    let next = format!(
        "the gateway's log says why; where Slack refuses for good, have the app installed again at {public_url}/{}/install",
        account.name
    );
    Check::warn(name(account), what, next)
}

fn words(counts: InstallationCounts) -> String {
    let InstallationCounts { installed, expiring, failing, removed, .. } = counts;
    format!(
        "{installed} installed; of their tokens {expiring} are due to be renewed, and {failing} could not be; {removed} \
         removed since the gateway began"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gateway_says_how_many_there_are() {
        let body = br#"{"state":"ready","accounts":[{"account":"web"},{"account":"slack","installations":
            {"installed":12,"expiring":3,"failing":1,"removed":2}},{"account":"other","installations":null}]}"#;
        let told = words(counts(body, "slack").unwrap());
        for part in ["12 installed", "3 are due", "1 could not be", "2 removed"] {
            assert!(told.contains(part), "{told}");
        }
        for account in ["web", "other", "nobody"] {
            assert_eq!(counts(body, account), None, "{account}");
        }
        assert_eq!(counts(b"ready", "slack"), None);
    }
}
