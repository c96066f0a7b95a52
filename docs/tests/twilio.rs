//! The generated parts of the page on Twilio are what the code says.
//!
//! `MESSAGING_BLESS=1 cargo test -p messaging-docs --test twilio` writes them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails panics")]

use std::{fs, path::Path};

use messaging::{
    Provider, Registry, Verb,
    twilio::{Retry, codes},
};
use serde_json::json;

/// The text between two marks of the page.
fn check(mark: &str, generated: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("twilio.md");
    let page = fs::read_to_string(&path).unwrap();
    let (begin, end) = (format!("<!-- {mark}: begin -->\n"), format!("<!-- {mark}: end -->"));
    let (before, rest) = page.split_once(&begin).unwrap();
    let (written, after) = rest.split_once(&end).unwrap();
    let generated = format!("{generated}\n");
    if std::env::var_os("MESSAGING_BLESS").is_some() {
        fs::write(path, format!("{before}{begin}{generated}{end}{after}")).unwrap();
    } else {
        assert_eq!(written, generated, "write it again: MESSAGING_BLESS=1 cargo test -p messaging-docs --test twilio");
    }
}

#[test]
fn the_capabilities_are_what_the_provider_implements() {
    let registry = Registry::linked().unwrap();
    let open = |name: &str, settings| registry.open(name, settings).unwrap();
    let account_sid = format!("AC{}", "0".repeat(32));
    let columns = [
        ("Twilio", open("twilio", json!({ "account_sid": account_sid, "auth_token": "t" }))),
        ("Slack", open("slack", json!({ "bot_token": "xoxb-1", "signing_secret": "s" }))),
        ("web chat", open("web", json!({}))),
    ];
    let mut lines = vec![
        format!("| operation | {} |", columns.each_ref().map(|(name, _)| *name).join(" | ")),
        "|---|---|---|---|".to_owned(),
    ];
    let mark = |has| if has { "yes" } else { "–" };
    for verb in Verb::ALL {
        let cells = columns.each_ref().map(|(_, messenger)| mark(verb.is_offered_by(messenger.provider())));
        lines.push(format!("| `{}` | {} |", verb.name(), cells.join(" | ")));
    }
    let row = |what: &str, cell: &dyn Fn(&dyn Provider) -> String| {
        let cells = columns.each_ref().map(|(_, messenger)| cell(messenger.provider()));
        format!("| {what} | {} |", cells.join(" | "))
    };
    lines.push(row("webhooks", &|provider| mark(provider.webhooks().is_some()).to_owned()));
    lines.push(row("endpoints of its own", &|provider| {
        provider.endpoints().map_or_else(|| "–".to_owned(), |endpoints| format!("`{}`", endpoints.names().join("`, `")))
    }));
    lines.push(row("compliance and prices", &|provider| mark(provider.compliance().is_some()).to_owned()));
    lines.push(row("longest text, in characters", &|provider| {
        provider.descriptor().max_text.map_or_else(|| "–".to_owned(), |most| most.to_string())
    }));
    lines.push(row("media", &|provider| mark(provider.descriptor().media).to_owned()));
    lines.push(row("buttons", &|provider| mark(provider.descriptor().actions).to_owned()));
    lines.push(row("threads", &|provider| mark(provider.descriptor().threads).to_owned()));
    lines.push(row("waits for our answer to a webhook", &|provider| {
        format!("{} s", provider.descriptor().ack_deadline.as_secs())
    }));
    check("capabilities", &lines.join("\n"));
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
    check("errors", &lines.join("\n"));
}
