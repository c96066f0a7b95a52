//! An account of Twilio, typed: what is looked at there has no verb.

use messaging::{
    Error, ErrorKind,
    twilio::{Twilio, TwilioConfig},
};
use messaging_http::Transport;
use serde::Deserialize;
use serde_json::Value;

use super::impatient;
use crate::{config::Account, exit::Failure};

/// Opens the account as the registry would, which has checked the settings.
pub(super) fn open(account: &Account) -> Result<Twilio, Failure> {
    with(account, impatient()?)
}

fn with(account: &Account, transport: Transport) -> Result<Twilio, Failure> {
    let settings = TwilioConfig::deserialize(Value::Object(account.settings.clone())).map_err(|_| {
        // The cause is not shown: it may quote a secret.
        let message = format!("account `{}`: a setting is missing or has the wrong type", account.name);
        Error::new(ErrorKind::Config, message)
    })?;
    Ok(Twilio::new(settings, transport)?)
}
