//! The journeys run, and say what their page says.
#![allow(clippy::unwrap_used, reason = "a test that fails panics")]

use std::process::Command;

fn run(journey: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_slack-journeys")).arg(journey).output().unwrap();
    let (said, errors) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && errors.is_empty(), "{said}{errors}");
    said.lines().map(str::to_owned).collect()
}

#[test]
fn a_message_goes_through_an_incoming_webhook() {
    assert_eq!(run("webhook"), ["on screen #general bot: Version 1.4.2 is out: 12 changes, 0 incidents"]);
}

#[test]
fn an_echo_answers_in_direct_messages_and_in_threads_where_it_was_mentioned() {
    assert_eq!(
        run("echo"),
        [
            "on screen direct ann: Hello there",
            "on screen direct bot: You said: Hello there",
            "on screen #general ann: Lunch, anybody?",
            "on screen #general ann: @bot are you here as well?",
            "on screen #general > thread bot: You said: are you here as well?",
            "on screen #general > thread ann: Good to know",
            "on screen #general > thread bot: You said: Good to know",
        ]
    );
}

#[test]
fn a_support_agent_offers_buttons_and_takes_a_form_that_is_filled_in_well() {
    assert_eq!(
        run("support"),
        [
            "form      Report a problem",
            "form      order: An order number has four digits, such as 1042.",
            "form      closed",
            "on screen #general ann: @bot my parcel has not come",
            "on screen #general > thread bot: Sorry to hear that. How can I help? [Where is it?] [Report a problem]",
            "on screen #general > thread bot: It left our warehouse this morning.",
            "on screen #general > thread bot: Reported for order 1042: \"The box was empty\". A colleague looks into it.",
        ]
    );
}

#[test]
fn who_names_no_journey_is_told_which_there_are() {
    let output = Command::new(env!("CARGO_BIN_EXE_slack-journeys")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("webhook | echo | support"));
}
