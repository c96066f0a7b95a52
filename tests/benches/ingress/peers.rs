//! The libraries that people would take otherwise, under the same requests.

use std::{path::Path, process::Command};

use messaging_tests::node;

use crate::request;

/// Libraries for Node.js, by the words that start a server.
const SCRIPTS: [(&str, [&str; 2]); 3] = [
    ("bolt http", ["bolt.cjs", "http"]),
    ("bolt express", ["bolt.cjs", "express"]),
    ("twilio express", ["twilio.cjs", ""]),
];

/// Starts the server of another library, if `kind` is one: with the packages that `cargo xtask test` installs.
pub(crate) fn command(kind: &str) -> Option<Command> {
    let (_, [script, word]) = SCRIPTS.iter().find(|(name, _)| *name == kind)?;
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/ingress/peers");
    let mut command = node::script(&scripts.join(script));
    command.arg(word).envs([("SECRET", request::SECRET), ("WEBHOOK_URL", request::TWILIO_URL)]);
    Some(command)
}
