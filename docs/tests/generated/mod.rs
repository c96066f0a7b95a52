//! Parts of pages that are written from the code.

use std::{fs, path::Path};

use messaging::{Provider, Registry, Verb};
use serde_json::json;

/// Checks the text between two marks of a page, or writes it where `MESSAGING_BLESS` is set.
pub(crate) fn check(page: &str, mark: &str, generated: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let text = fs::read_to_string(&path).unwrap();
    let (begin, end) = (format!("<!-- {mark}: begin -->\n"), format!("<!-- {mark}: end -->"));
    let (before, rest) = text.split_once(&begin).unwrap();
    let (written, after) = rest.split_once(&end).unwrap();
    let generated = format!("{generated}\n");
    if std::env::var_os("MESSAGING_BLESS").is_some() {
        fs::write(path, format!("{before}{begin}{generated}{end}{after}")).unwrap();
    } else {
        assert_eq!(written, generated, "write it again: MESSAGING_BLESS=1 cargo test -p messaging-docs");
    }
}

/// What every provider implements.
pub(crate) fn capabilities() -> String {
    let registry = Registry::linked().unwrap();
    let open = |name: &str, settings| registry.open(name, settings).unwrap();
    let account_sid = format!("AC{}", "0".repeat(32));
    let slack = json!({ "bot_token": "xoxb-1", "signing_secret": "s", "app_token": "xapp-1", "client_id": "1.2",
        "client_secret": "c" });
    let columns = [
        ("Twilio", open("twilio", json!({ "account_sid": account_sid, "auth_token": "t" }))),
        ("Slack", open("slack", slack)),
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
    lines.push(row("events over connections of ours", &|provider| mark(provider.socket().is_some()).to_owned()));
    lines.push(row("installations by others", &|provider| mark(provider.installs().is_some()).to_owned()));
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
    lines.join("\n")
}
