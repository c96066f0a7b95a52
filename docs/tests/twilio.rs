//! The generated parts of the page on Twilio are what the code says.
//!
//! `MESSAGING_BLESS=1 cargo test -p messaging-docs` writes them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails panics")]

mod generated;

use generated::{capabilities, check};
use messaging::twilio::{Retry, codes};

const PAGE: &str = "twilio.md";

#[test]
fn the_capabilities_are_what_the_provider_implements() {
    check(PAGE, "capabilities", &capabilities());
}

#[test]
fn the_errors_are_the_ones_the_provider_maps() {
    let mut lines =
        vec!["| code | what it says | cause | remedy | again |".to_owned(), "|---|---|---|---|---|".to_owned()];
    for code in codes() {
        let again = match code.retry {
            Retry::Never => "no",
            Retry::Soon => "yes, soon",
            Retry::Later => "later",
            Retry::Unknown => "look first",
        };
        let number = code.code;
        lines.push(format!(
            "| [{number}](https://www.twilio.com/docs/errors/{number}) | {} | {} | {} | {again} |",
            code.message, code.cause, code.remedy,
        ));
    }
    assert!(lines.len() > 150, "{}", lines.len());
    check(PAGE, "errors", &lines.join("\n"));
}
