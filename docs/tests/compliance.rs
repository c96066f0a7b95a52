//! The settings on the page about consent and cost are settings that work together.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

use messaging::{
    gateway::{ComplianceSettings, PriceTable},
    store::Direction,
};
use toml::Table;

const PAGE: &str = include_str!("../compliance-and-cost.md");

#[test]
fn the_prices_and_limits_on_the_page_are_read() {
    let mut blocks = PAGE.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let mut settings: Table = toml::from_str(blocks.next().unwrap()).unwrap();
    let prices: Table = toml::from_str(blocks.next().unwrap()).unwrap();
    let mut compliance: Table = settings.remove("compliance").unwrap().try_into().unwrap();
    assert_eq!(compliance.insert("prices".into(), prices.into()), Some("prices.toml".into()));
    let compliance: ComplianceSettings = compliance.try_into().unwrap();
    compliance.check().unwrap();
    assert_eq!((compliance.limits.len(), blocks.next()), (2, None));
    let prices: PriceTable = compliance.prices.unwrap();
    let cost = |country, channel| prices.cost(Some(country), channel, Direction::Outbound, 1).unwrap().to_string();
    assert_eq!(
        (cost("US", "sms"), cost("US", "rcs"), cost("GB", "sms")),
        ("0.0079 USD".into(), "0.02 USD".into(), "0.05 USD".into())
    );
}
