//! What Slack does with a message that is posted twice.

use messaging::{
    Error, ErrorKind,
    slack::{Slack, SlackConfig, doctor::SecondPost},
};
use messaging_http::Transport;
use serde::Deserialize;
use serde_json::Value;

use super::{Check, account::refused, impatient, report::Report, settings::Told};
use crate::{
    config::Account,
    exit::{Failure, config},
    logging::Format,
};

/// Posts twice with the same `client_msg_id` to `channel`, and says what the workspace did.
pub(super) async fn run(told: &Told, only: Option<&str>, channel: &str, format: Format) -> Result<(), Failure> {
    let mut accounts = told.accounts(only)?;
    accounts.retain(|account| account.provider.name() == "slack");
    let [account] = accounts[..] else {
        let what = format!("{} accounts are Slack's; the probe looks at one", accounts.len());
        return Err(config(what).next("name it: messaging doctor --probe-idempotency C… --account NAME"));
    };
    let mut report = Report::default();
    report.add(check(account, told, channel, impatient()?).await?);
    report.tell(format)
}

async fn check(account: &Account, told: &Told, channel: &str, transport: Transport) -> Result<Check, Failure> {
    let name = format!("idempotency {}", account.name);
    let probed = match open(account, transport)?.probe_idempotency(channel, &id()?).await {
        Ok(probed) => probed,
        Err(error) => return Ok(refused(name, account, &error, told.config.source.as_deref())),
    };
    let what = match &probed.second {
        SecondPost::Doubled => "a second post with the same client_msg_id made a second message".to_owned(),
        SecondPost::Dropped => "a second post with the same client_msg_id answered with the first message".to_owned(),
        SecondPost::Refused(code) => format!("a second post with the same client_msg_id was refused: {code}"),
        other => format!("a second post with the same client_msg_id: {other:?}"),
    };
    Ok(if probed.left.is_empty() {
        Check::ok(name, what)
    } else {
        let left = probed.left.join(", ");
        Check::warn(name, format!("{what}; not deleted: {left}"), "delete what is left in the channel by hand")
    })
}

/// Opens the account as the registry would, which has checked the settings.
fn open(account: &Account, transport: Transport) -> Result<Slack, Failure> {
    let settings = SlackConfig::deserialize(Value::Object(account.settings.clone())).map_err(|_| {
        // The cause is not shown: it may quote a secret.
        let message = format!("account `{}`: a setting is missing or has the wrong type", account.name);
        Error::new(ErrorKind::Config, message)
    })?;
    Ok(Slack::new(settings, transport)?)
}

/// A random UUID (RFC 9562, version 4).
fn id() -> Result<String, Failure> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes)
        .map_err(|error| Error::new(ErrorKind::Unexpected, format!("the system has no randomness: {error}")))?;
    let number = u128::from_be_bytes(bytes) & !(0xf << 76) & !(0x3 << 62) | (0x4 << 76) | (0x2 << 62);
    let hex = format!("{number:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default().to_owned();
    Ok([part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_random_uuid() {
        let (one, other) = (id().unwrap(), id().unwrap());
        assert_ne!(one, other);
        let parts: Vec<_> = one.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert!(one[14..].starts_with('4') && ["8", "9", "a", "b"].contains(&&one[19..20]), "{one}");
    }
}
