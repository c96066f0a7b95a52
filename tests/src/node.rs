//! Scripts for Node.js.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// A script with the packages that `cargo xtask test` installs.
///
/// # Panics
/// They are not there.
#[must_use]
pub fn script(path: &Path) -> Command {
    let installed = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/node/node_modules");
    let modules = env::var_os("MESSAGING_NODE_MODULES").map_or_else(installed, PathBuf::from);
    assert!(modules.is_dir(), "{} is missing: run `cargo xtask test` first", modules.display());
    let mut command = Command::new(env::var_os("MESSAGING_NODE").unwrap_or_else(|| "node".into()));
    command.arg(path).env("NODE_PATH", modules);
    command
}
