use std::collections::BTreeMap;

use messaging_store::{Amount, Direction, Money};
use serde::Deserialize;
use serde_json::{Map, Value};

/// Every country, or every channel.
const ANY: &str = "*";

/// What a message takes by country, channel and direction: the operator's own numbers, per unit of the vendor.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub struct PriceTable {
    currency: String,
    prices: BTreeMap<(String, String), Prices>,
}

/// What one unit takes each way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Prices {
    inbound: Option<Amount>,
    outbound: Option<Amount>,
}

/// `currency`, and a table per country of tables per channel.
#[derive(Deserialize)]
struct Written {
    currency: String,
    #[serde(flatten)]
    countries: Map<String, Value>,
}

impl PriceTable {
    /// The currency of every price, as an ISO 4217 code.
    #[must_use]
    pub fn currency(&self) -> &str {
        &self.currency
    }

    /// What so many units take; none if the table has no price for it.
    ///
    /// A country's own price on the channel counts first, then its price on any channel, then that of any country.
    #[must_use]
    pub fn cost(&self, country: Option<&str>, channel: &str, direction: Direction, units: u32) -> Option<Money> {
        let named = country.unwrap_or(ANY);
        let places = [(named, channel), (named, ANY), (ANY, channel), (ANY, ANY)];
        let mut prices = places.into_iter().filter_map(|(country, channel)| {
            let prices = self.prices.get(&(country.to_owned(), channel.to_owned()))?;
            match direction {
                Direction::Inbound => prices.inbound,
                Direction::Outbound => prices.outbound,
            }
        });
        prices.next().map(|price| Money::new(price.times(units), self.currency.as_str()))
    }
}

/// Whether it is a country as prices and limits name it: two capital letters, or `*`.
pub(crate) fn is_country(name: &str) -> bool {
    name == ANY || (name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Whether it is a channel as prices and limits name it: a word such as `sms`, or `*`.
pub(crate) fn is_channel(name: &str) -> bool {
    name == ANY || messaging_core::place::is_name(name)
}

impl TryFrom<Written> for PriceTable {
    type Error = String;

    fn try_from(Written { currency, countries }: Written) -> Result<Self, String> {
        if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err("`currency` must be three capital letters, such as \"USD\"".into());
        }
        let mut prices = BTreeMap::new();
        for (country, channels) in countries {
            if !is_country(&country) {
                return Err(format!("`{country}` is no country: write two capital letters, such as `US`, or `\"*\"`"));
            }
            for (channel, written) in table(&country, channels)? {
                let name = format!("{country}.{channel}");
                if !is_channel(&channel) {
                    return Err(format!("`{name}` names no channel: write a word such as `sms`, or `\"*\"`"));
                }
                prices.insert((country.clone(), channel), read(&name, written)?);
            }
        }
        if prices.is_empty() {
            return Err("there is no price: write `US.sms.outbound = \"0.0079\"`".into());
        }
        Ok(Self { currency, prices })
    }
}

fn read(name: &str, written: Value) -> Result<Prices, String> {
    let mut prices = Prices::default();
    for (direction, price) in table(name, written)? {
        let place = match direction.as_str() {
            "inbound" => &mut prices.inbound,
            "outbound" => &mut prices.outbound,
            _ => return Err(format!("there is no `{name}.{direction}`; write `outbound` or `inbound`")),
        };
        // A number would have been rounded before anybody here sees it.
        let text = price.as_str().ok_or_else(|| format!("`{name}.{direction}` must be in quotes: \"0.0079\""))?;
        *place = Some(text.parse().map_err(|cause| format!("`{name}.{direction}`: {cause}"))?);
    }
    Ok(prices)
}

fn table(name: &str, written: Value) -> Result<Map<String, Value>, String> {
    match written {
        Value::Object(table) => Ok(table),
        _ => Err(format!("`{name}` must be a table: write `US.sms.outbound = \"0.0079\"`")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn prices(value: Value) -> Result<PriceTable, String> {
        serde_json::from_value(value).map_err(|error| error.to_string())
    }

    #[test]
    fn the_nearest_price_counts() {
        let table = prices(json!({
            "currency": "USD",
            "US": { "sms": { "outbound": "0.0079", "inbound": "0.0075" }, "*": { "outbound": "0.02" } },
            "*": { "sms": { "outbound": "0.05" }, "*": { "outbound": "1" } },
        }))
        .unwrap();
        let cost =
            |country, channel, direction| table.cost(country, channel, direction, 2).map(|cost| cost.to_string());
        let out = |country, channel| cost(country, channel, Direction::Outbound).unwrap();
        assert_eq!(out(Some("US"), "sms"), "0.0158 USD");
        assert_eq!(out(Some("US"), "whatsapp"), "0.04 USD");
        assert_eq!(out(Some("GB"), "sms"), "0.10 USD");
        assert_eq!((out(None, "sms"), out(None, "rcs")), ("0.10 USD".into(), "2.00 USD".into()));
        assert_eq!(cost(Some("US"), "sms", Direction::Inbound).unwrap(), "0.015 USD");
        assert_eq!(cost(Some("GB"), "sms", Direction::Inbound), None);
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (wrong, what) in [
            (json!({ "US": { "sms": { "outbound": "1" } } }), "currency"),
            (json!({ "currency": "usd", "US": { "sms": { "outbound": "1" } } }), "three capital letters"),
            (json!({ "currency": "USD" }), "there is no price"),
            (json!({ "currency": "USD", "USA": { "sms": { "outbound": "1" } } }), "`USA` is no country"),
            (json!({ "currency": "USD", "US": { "S M S": { "outbound": "1" } } }), "`US.S M S` names no channel"),
            (json!({ "currency": "USD", "US": { "sms": { "out": "1" } } }), "no `US.sms.out`"),
            (json!({ "currency": "USD", "US": { "sms": { "outbound": 0.0079 } } }), "must be in quotes"),
            (json!({ "currency": "USD", "US": { "sms": { "outbound": "-1" } } }), "`US.sms.outbound`: write a decimal"),
            (json!({ "currency": "USD", "US": "1" }), "`US` must be a table"),
        ] {
            let error = prices(wrong).unwrap_err();
            assert!(error.contains(what), "{error}");
        }
    }
}
