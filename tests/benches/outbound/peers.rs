//! The libraries that people would take otherwise, making the same calls.

use std::{path::PathBuf, process::Command};

use messaging_tests::{node, python};

use crate::caller::UNDER_WAY;

/// Vendors' own packages: how each is shown, whose script it is, and what that calls.
pub(crate) const PEERS: [(&str, Language, &str); 4] = [
    ("@slack/web-api", Language::Node, "slack"),
    ("slack_sdk, async", Language::Python, "slack"),
    ("twilio-node", Language::Node, "twilio"),
    ("twilio-python, async", Language::Python, "twilio"),
];

/// Calls before the clock starts, and after: fewer than ours, which take a tenth of the time.
const CALLS: [usize; 2] = [300, 3_000];

#[derive(Clone, Copy)]
pub(crate) enum Language {
    Node,
    Python,
}

/// Calls as a vendor's package does, if `kind` is one: with the packages that `cargo xtask test` installs.
pub(crate) fn command(kind: &str, address: &str) -> Option<Command> {
    let (_, language, calls) = PEERS.iter().find(|(name, ..)| *name == kind)?;
    let scripts = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/outbound/peers");
    let mut command = match language {
        Language::Node => node::script(&scripts.join("call.cjs")),
        Language::Python => {
            let mut command = Command::new(python::python().expect("run `cargo xtask test` first"));
            command.arg(scripts.join("call.py"));
            command
        }
    };
    let numbers = [CALLS[0], CALLS[1], UNDER_WAY].map(|number| number.to_string());
    command.args([calls, address]).args(numbers);
    Some(command)
}
