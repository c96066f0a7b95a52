use messaging_store::{Amount, Charge, Direction, Limit, Money};
use serde::Deserialize;

use crate::{
    PriceTable,
    prices::{is_channel, is_country},
};

/// What may be spent, and what messages take.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ComplianceSettings {
    /// What messages take. Without it units are counted, and no money.
    pub prices: Option<PriceTable>,
    /// What a day may take.
    pub limits: Vec<DailyLimit>,
}

/// What each account may send in a day (UTC) at most; a reply beyond it is rejected.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DailyLimit {
    /// To which country, as an ISO 3166-1 alpha-2 code; `*` counts all of them together.
    #[serde(default = "any")]
    pub country: String,
    /// On which channel, such as `sms`; `*` counts all of them together.
    #[serde(default = "any")]
    pub channel: String,
    /// Of which account; each of them by itself unless told otherwise.
    #[serde(default)]
    pub account: Option<String>,
    /// Most messages.
    #[serde(default)]
    pub messages_per_day: Option<u64>,
    /// Most money, by the price table and in its currency.
    #[serde(default)]
    pub spend_per_day: Option<Amount>,
}

fn any() -> String {
    "*".into()
}

/// A pattern; none for `*`.
fn only(pattern: &str) -> Option<String> {
    (pattern != "*").then(|| pattern.to_owned())
}

impl ComplianceSettings {
    /// Refuses limits that could not be kept.
    ///
    /// # Errors
    /// What is wrong, and what to write instead.
    pub fn check(&self) -> Result<(), String> {
        for (index, limit) in self.limits.iter().enumerate() {
            let within = format!("compliance.limits[{index}]");
            let DailyLimit { country, channel, messages_per_day, spend_per_day, .. } = limit;
            if !is_country(country) {
                return Err(format!(
                    "{within}.country is `{country}`: write two capital letters, such as `US`, or `*`"
                ));
            }
            if !is_channel(channel) {
                return Err(format!("{within}.channel is `{channel}`: write a word such as `sms`, or `*`"));
            }
            if messages_per_day.is_none() && spend_per_day.is_none() {
                return Err(format!("{within} limits nothing: give it messages_per_day or spend_per_day"));
            }
            if spend_per_day.is_some() && self.prices.is_none() {
                let why = "has spend_per_day, and without compliance.prices nobody knows what a message takes";
                return Err(format!("{within} {why}: add the price table, or limit messages_per_day"));
            }
        }
        Ok(())
    }

    /// What a message takes.
    pub(crate) fn charge(&self, country: Option<String>, channel: String, units: u32, way: Direction) -> Charge {
        let cost = self.prices.as_ref().and_then(|prices| prices.cost(country.as_deref(), &channel, way, units));
        Charge { country, channel, units, cost }
    }

    /// The limits that a message of this account must keep.
    pub(crate) fn limits(&self, account: &str, charge: &Charge) -> Vec<Limit> {
        let currency = self.prices.as_ref().map(PriceTable::currency).unwrap_or_default();
        let kept = self.limits.iter().filter(|limit| {
            limit.account.as_ref().is_none_or(|named| named == account)
                && (limit.country == "*" || charge.country.as_ref() == Some(&limit.country))
                && (limit.channel == "*" || charge.channel == limit.channel)
        });
        let limit = |limit: &DailyLimit| Limit {
            country: only(&limit.country),
            channel: only(&limit.channel),
            messages: limit.messages_per_day,
            spend: limit.spend_per_day.map(|amount| Money::new(amount, currency)),
        };
        kept.map(limit).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn settings(value: Value) -> ComplianceSettings {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn a_limit_that_cannot_be_kept_is_refused() {
        settings(json!({ "limits": [{ "messages_per_day": 10 }] })).check().unwrap();
        for (wrong, what) in [
            (json!({ "country": "us", "messages_per_day": 1 }), "compliance.limits[0].country"),
            (json!({ "channel": "s m s", "messages_per_day": 1 }), "compliance.limits[0].channel"),
            (json!({ "country": "US" }), "limits nothing"),
            (json!({ "spend_per_day": "25.00" }), "without compliance.prices"),
        ] {
            let error = settings(json!({ "limits": [wrong] })).check().unwrap_err();
            assert!(error.contains(what), "{error}");
        }
    }

    #[test]
    fn a_limit_is_for_whom_it_names() {
        let settings = settings(json!({ "limits": [
            { "country": "US", "messages_per_day": 1 },
            { "channel": "whatsapp", "messages_per_day": 2 },
            { "account": "support", "messages_per_day": 3 },
        ] }));
        let kept = |account: &str, country: Option<&str>, channel: &str| -> Vec<u64> {
            let charge = settings.charge(country.map(Into::into), channel.into(), 1, Direction::Outbound);
            settings.limits(account, &charge).iter().filter_map(|limit| limit.messages).collect()
        };
        assert_eq!(kept("twilio", Some("US"), "sms"), [1]);
        assert_eq!(kept("support", Some("US"), "whatsapp"), [1, 2, 3]);
        assert_eq!(kept("twilio", None, "sms"), [0; 0]);
    }
}
