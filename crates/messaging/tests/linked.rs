//! A feature links its provider, and linking registers it.

use messaging::Registry;

#[test]
fn every_feature_registers_its_provider_and_nothing_else_does() {
    let features =
        [("slack", cfg!(feature = "slack")), ("twilio", cfg!(feature = "twilio")), ("web", cfg!(feature = "web"))];
    let expected: Vec<_> = features.into_iter().filter(|(_, on)| *on).map(|(name, _)| name).collect();
    let linked: Vec<_> = Registry::linked().unwrap().names().collect();
    assert_eq!(linked, expected);
}

#[test]
fn a_provider_that_is_not_linked_is_refused_with_the_way_to_link_it() {
    let error = Registry::linked().unwrap().find("carrier-pigeon").unwrap_err().to_string();
    assert!(error.contains("carrier-pigeon") && error.contains("feature of the `messaging` crate"), "{error}");
}
