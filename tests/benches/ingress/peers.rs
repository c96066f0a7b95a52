//! The libraries that people would take otherwise, under the same requests.

use std::{env, path::PathBuf, process::Command};

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
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let modules =
        env::var_os("MESSAGING_NODE_MODULES").map_or_else(|| tests.join("../target/node/node_modules"), PathBuf::from);
    assert!(modules.is_dir(), "{} is missing: run `cargo xtask test` first", modules.display());
    let mut command = Command::new(env::var_os("MESSAGING_NODE").unwrap_or_else(|| "node".into()));
    command.arg(tests.join("benches/ingress/peers").join(script)).arg(word);
    command.envs([("SECRET", request::SECRET), ("WEBHOOK_URL", request::TWILIO_URL)]).env("NODE_PATH", modules);
    Some(command)
}
