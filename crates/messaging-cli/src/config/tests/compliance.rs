use messaging::store::Direction;

use super::{LEAST, failure};
use crate::config::{Config, Environment, File, Flags, file::parse};

const PRICES: &str = "currency = \"USD\"\n[US.sms]\noutbound = \"0.0079\"\n";

/// Reads `text` as `/etc/messaging/messaging.toml`, beside a price table.
fn read(text: &str, prices: &str) -> Result<Config, String> {
    let file = File { path: Some("/etc/messaging/messaging.toml".into()), table: parse(text).unwrap() };
    let environment = Environment::of(&[], &[("/etc/messaging/prices.toml", prices)]);
    let registry = messaging::Registry::linked().unwrap();
    Config::read(&Flags::default(), &environment, file, &registry).map_err(|error| error.to_string())
}

#[test]
fn prices_are_a_table_or_a_file_beside_the_settings() {
    let inline = "[compliance.prices]\ncurrency = \"USD\"\nUS.sms.outbound = \"0.0079\"\n\
                  [[compliance.limits]]\ncountry = \"US\"\nspend_per_day = \"25.00\"\n";
    for text in [inline.to_owned(), "compliance.prices = \"prices.toml\"\n".to_owned()] {
        let config = read(&format!("{LEAST}{text}"), PRICES).unwrap_or_else(|error| panic!("{error}"));
        let prices = config.gateway.compliance.prices.unwrap();
        let cost = prices.cost(Some("US"), "sms", Direction::Outbound, 2).unwrap();
        assert_eq!(cost.to_string(), "0.0158 USD");
    }
}

#[test]
fn what_is_wrong_is_named_with_its_file_and_key() {
    let named = |prices: &str| match read(&format!("{LEAST}compliance.prices = \"prices.toml\""), prices) {
        Ok(_) => panic!("this was read: {prices}"),
        Err(error) => error,
    };
    let error = named(&PRICES.replace("\"0.0079\"", "0.0079"));
    assert_eq!(error, "/etc/messaging/prices.toml: `US.sms.outbound` must be in quotes: \"0.0079\"");
    assert!(named("currency = ").starts_with("/etc/messaging/prices.toml: line 1, "));
    let error = failure(&format!("{LEAST}compliance.prices = \"none.toml\""), &[]);
    assert!(error.starts_with("messaging.toml: `compliance.prices` names the file `none.toml`"), "{error}");
    for (wrong, what) in [
        ("[compliance]\nprice = 1", "no key `compliance.price`; did you mean `prices`?"),
        ("[[compliance.limits]]\nmessage_per_day = 1", "`compliance.limits`: unknown field `message_per_day`"),
        ("[[compliance.limits]]\nspend_per_day = \"25\"", "compliance.limits[0] has spend_per_day, and without"),
        ("[[compliance.limits]]\nspend_per_day = 25.0", "`compliance.limits`: invalid type: floating point"),
        ("[compliance.prices]\ncurrency = \"$\"", "`compliance.prices`: `currency` must be three capital letters"),
    ] {
        let error = failure(&format!("{LEAST}{wrong}"), &[]);
        assert!(error.starts_with("messaging.toml: ") && error.contains(what), "{error}");
    }
}
