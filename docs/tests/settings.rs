//! The settings on the pages are settings, and the numbers are the defaults.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails panics")]

use messaging::{Registry, gateway::Settings, setting::check};
use messaging_server::ListenerSettings;
use serde_json::{Map, Value};
use toml::Table;

const CONFIGURATION: &str = include_str!("../configuration.md");

/// Every TOML block of a page.
fn tables(page: &str) -> impl Iterator<Item = Table> {
    page.split("```toml\n").skip(1).map(|rest| toml::from_str(rest.split("```").next().unwrap()).unwrap())
}

#[test]
fn the_numbers_are_the_defaults() {
    let mut numbers = tables(CONFIGURATION).find(|table| table.contains_key("turns")).unwrap();
    let listener: ListenerSettings = numbers.remove("listener").unwrap().try_into().unwrap();
    assert_eq!(format!("{listener:?}"), format!("{:?}", ListenerSettings::default()));
    let settings: Settings = numbers.try_into().unwrap();
    assert_eq!(format!("{settings:?}"), format!("{:?}", Settings::default()));
}

#[test]
fn every_account_is_complete_and_knows_its_keys() {
    let registry = Registry::linked().unwrap();
    let mut checked = 0;
    let conversations = include_str!("../twilio-conversations.md");
    for page in [CONFIGURATION, include_str!("../twilio.md"), conversations, include_str!("../slack.md")] {
        for accounts in tables(page).filter_map(|mut table| table.remove("accounts")) {
            for (name, account) in accounts.as_table().unwrap() {
                let mut settings: Map<String, Value> = account.clone().try_into().unwrap();
                let provider = settings.remove("provider");
                let provider = provider.as_ref().and_then(Value::as_str).unwrap_or(name);
                check(provider, registry.find(provider).unwrap().settings(), &settings).unwrap();
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 8);
}
