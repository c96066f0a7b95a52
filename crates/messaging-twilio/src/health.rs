use async_trait::async_trait;
use messaging_core::{
    Context, Error, ErrorKind, Result,
    capability::Health,
    message::{CheckHealth, Healthy},
};
use serde::Deserialize;

use crate::{
    Twilio,
    address::lent,
    api::{Caller, resource},
    fields::Fields,
};

const ACCOUNT: &str = "check `account_sid` and `auth_token`, or TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN";
const KEY: &str = "check `api_key` and `api_secret`, or TWILIO_API_KEY and TWILIO_API_SECRET";
const SERVICE: &str = "check `conversations_service_sid` or TWILIO_CONVERSATIONS_SERVICE_SID";

/// What is read of an account; the answer also holds its auth token, which is not (<https://www.twilio.com/docs/iam/api/account>).
#[derive(Debug, Deserialize)]
struct AccountRow {
    #[serde(default)]
    friendly_name: String,
    #[serde(default)]
    status: Option<String>,
}

/// What is read of a Conversations service (<https://www.twilio.com/docs/conversations-classic/api/service-resource>).
#[derive(Debug, Deserialize)]
struct ServiceRow {
    #[serde(default)]
    friendly_name: String,
}

#[async_trait]
impl Health for Twilio {
    /// Reads the account as itself, then whatever the API key must be able to read.
    ///
    /// The account is read by its auth token even where there is an API key: the token is what signs webhooks, and a
    /// standard key may not read accounts.
    async fn check(&self, _: &Context, _: CheckHealth) -> Result<Healthy> {
        let nothing = Fields::default();
        let account = self.get_as(Caller::Account, &self.account.path(".json"), &nothing).await;
        let account = account.map_err(|error| invalid(error, ACCOUNT))?;
        let account: AccountRow = resource(account, "account")?;
        if let Some(status) = account.status.filter(|status| status != "active") {
            let message = format!("the account {} is {status}; Twilio's console says why", self.account.sid);
            return Err(Error::new(ErrorKind::Unauthorized, message));
        }
        let keys = if self.account.api_key.is_some() {
            let page = Fields::default().with("PageSize", "1");
            let listed = self.get(&self.account.path("/Messages.json"), &page).await;
            listed.map_err(|error| invalid(error, KEY))?;
            KEY
        } else {
            ACCOUNT
        };
        let mut identity = format!("{} ({})", account.friendly_name, self.account.sid);
        if let Some(service) = &self.account.service {
            let found = self.get(&format!("/v1/Services/{service}"), &nothing).await;
            let found = found.map_err(|error| missing(invalid(error, keys), service))?;
            let found: ServiceRow = resource(found, "Conversations service")?;
            identity = format!("{identity}, {} ({service})", found.friendly_name);
        }
        if let Some((number, what)) = self.phone_number().and_then(|number| Some((number, lent(number)?))) {
            identity = format!("{identity}; {number} is {what}");
        }
        Ok(Healthy::new(identity))
    }
}

/// Says which keys are wrong when Twilio refuses the credentials.
fn invalid(error: Error, keys: &str) -> Error {
    if error.kind() == ErrorKind::Unauthorized { explained(&error, "Invalid credentials", keys) } else { error }
}

/// Says which key is wrong when there is no such service.
fn missing(error: Error, service: &str) -> Error {
    if error.kind() == ErrorKind::NotFound {
        return explained(&error, "Service not found", &format!("{SERVICE}, now {service}"));
    }
    error
}

fn explained(error: &Error, what: &str, step: &str) -> Error {
    let explained = Error::new(error.kind(), format!("{what}: {step} ({error})"));
    match error.vendor().cloned() {
        Some(vendor) => explained.with_vendor(vendor),
        None => explained,
    }
}
