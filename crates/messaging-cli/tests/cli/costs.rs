use messaging::{
    ConversationRef, Event, EventKind, Place,
    message::{Author, Message},
    store::{Arrival, Charge, Lane, Money, SqliteOptions, SqliteStore, Store},
};
use serde_json::Value;

use crate::process::{Folder, Start};

const SERVE: &str =
    "listen = \"127.0.0.1:0\"\nagent.builtin = \"echo-plus\"\nstore = \"sqlite:one.db\"\naccounts.web = {}\n";

/// A store in which an account was written to once.
async fn spend(folder: &Folder) {
    let store = SqliteStore::open(folder.path("one.db"), SqliteOptions::default()).unwrap();
    let place = Place::new("direct", ["+15550100001", "+15550100777"]);
    let message = Message::new("m", Author::new("+15550100777"), "hi");
    let event = Event::new("m", place.clone(), EventKind::MessageAdded(message));
    let cost = Some(Money::new("0.0075".parse().unwrap(), "USD"));
    let charge = Charge { country: Some("US".into()), channel: "sms".into(), units: 1, cost };
    let arrival = Arrival::new(Lane::new(ConversationRef::new("web", place)), event);
    store.accept(vec![arrival.charged(charge)]).await.unwrap();
}

fn is_the_row(text: &str) -> bool {
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_default();
    let row: Vec<_> = lines.next().unwrap_or_default().split_whitespace().collect();
    head.starts_with("day (UTC)")
        && row.get(1..) == Some(&["web", "US", "sms", "inbound", "1", "1", "0.0075", "USD", "-", "0", "0"])
}

#[tokio::test]
async fn costs_are_read_from_the_file_or_from_the_gateway_that_has_it() {
    let folder = Folder::new();
    spend(&folder).await;
    folder.write("messaging.toml", &format!("{SERVE}console = \"127.0.0.1:0\"\n"));
    let ended = folder.run(&["costs"]);
    assert!(ended.code == Some(0) && is_the_row(&ended.out), "{}{}", ended.out, ended.err);
    let json: Value = serde_json::from_str(&folder.run(&["costs", "--format", "json"]).out).unwrap();
    assert_eq!(json["costs"][0]["estimated"]["USD"], "0.0075");
    let none = folder.run(&["costs", "--account", "other"]);
    assert!(none.out.starts_with("Nothing that costs anything"), "{}", none.out);
    assert!(folder.run(&["costs", "--since", "9999-01-01"]).out.contains("since 9999-01-01"));
    folder.run(&["costs", "--since", "yesterday"]).failed_with(3, &["`--since yesterday`", "2026-11-20"]);

    let mut gateway = folder.messaging(&["serve"]).start();
    let line = gateway.out.wait_for(&["Console", "/#t="]);
    let url = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap();
    folder.run(&["costs"]).failed_with(3, &["in use by another process", "--console", "MESSAGING_CONSOLE_TOKEN"]);
    let whole = folder.messaging(&["costs"]).env("MESSAGING_CONSOLE_URL", url).start().end();
    assert!(whole.code == Some(0) && is_the_row(&whole.out), "{}{}", whole.out, whole.err);
    let (base, token) = url.split_once("/#t=").unwrap();
    let ask = |token: &str| {
        folder.messaging(&["costs", "--console", base]).env("MESSAGING_CONSOLE_TOKEN", token).start().end()
    };
    assert!(is_the_row(&ask(token).out));
    ask("wrong").failed_with(4, &["refused the token", "`#t=`"]);
    let flag = folder.run(&["costs", "--console", url]);
    flag.failed_with(3, &["`--console` holds the token", "MESSAGING_CONSOLE_URL"]);
    assert!(!flag.err.contains(token), "{}", flag.err);
    folder.run(&["costs", "--console", base]).failed_with(3, &["token is missing", "MESSAGING_CONSOLE_TOKEN"]);
    gateway.signal("TERM");
    assert_eq!(gateway.end().code, Some(0));
    ask(token).failed_with(1, &["does not answer", "leave --console out"]);
}

#[test]
fn what_holds_no_costs_is_exit_3_with_the_next_step() {
    let folder = Folder::new();
    folder.run(&["costs"]).failed_with(3, &["there is no store `./messaging.db`", "--store"]);
    folder.run(&["costs", "--store", "memory:"]).failed_with(3, &["in memory", "--console"]);
    folder.run(&["costs", "--console", "7401"]).failed_with(3, &["token is missing"]);
    let wrong = folder.messaging(&["costs", "--console", "7401"]).env("MESSAGING_CONSOLE_TOKEN", "t").start().end();
    wrong.failed_with(3, &["`--console` is not an http or https URL"]);
    assert!(!folder.path("messaging.db").exists(), "looking makes no file");
}
