//! Both journeys run, and say what their page says.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

use std::process::Command;

/// Runs a journey; what differs from run to run is left to the caller.
fn run(journey: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_conversations")).arg(journey).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said.lines().map(str::to_owned).collect()
}

#[test]
fn a_customer_is_answered_in_their_conversation() {
    let thanks = "Thank you for telling us: \"My parcel has not come\". A colleague looks into it.";
    assert_eq!(
        run("support"),
        [
            "created   Customer Support".to_owned(),
            "stored    Person: My parcel has not come".to_owned(),
            format!("stored    Agent: {thanks}"),
            "on screen assistant: Hello! How can we help you?".to_owned(),
            "on screen +15550100777: My parcel has not come".to_owned(),
            format!("on screen assistant: {thanks}"),
        ]
    );
}

#[test]
fn a_traveller_and_an_expert_talk_until_the_conversation_is_archived() {
    let said = run("expert");
    let [ann, jo, token, stored, archived, state, closed, shown @ ..] = &said[..] else { panic!("{said:?}") };
    assert_eq!((ann.as_str(), jo.as_str()), ("with      Ann - Local Expert", "with      Jo - Traveller"));
    assert!(token.starts_with("token     ") && !token.contains("token     0 "), "{token}");
    assert_eq!(stored, "stored    Jo - Traveller: On Friday");
    assert_eq!(archived, "archived  2 messages: Ann - Local Expert, Jo - Traveller");
    assert_eq!((state.as_str(), closed.as_str()), ("state     closed", "closed    50377"));
    // The expert's own screen is her browser's, which writes nothing here; the traveller sees both.
    let shown: Vec<_> = shown.iter().map(String::as_str).collect();
    assert!(shown.contains(&"on screen ann@example.com: Welcome! When do you arrive?"), "{shown:?}");
    assert!(!shown.iter().any(|line| line.contains("One more thing")), "{shown:?}");
}

#[test]
fn who_names_no_journey_is_told_which_there_are() {
    let output = Command::new(env!("CARGO_BIN_EXE_conversations")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("support | expert"));
}
