//! Banned crates, licences and sources, by cargo-deny. Advisories need the network and a fresh database: they are not asked here.

use crate::{process, tree};
use std::{io, path::PathBuf, process::Command, time::Duration};

const VERSION: &str = "0.20.2";
const INSTALL_LIMIT: Duration = Duration::from_secs(30 * 60);
const CHECK_LIMIT: Duration = Duration::from_secs(5 * 60);

/// Checks `Cargo.lock` against `deny.toml`.
pub(super) fn run() -> io::Result<bool> {
    let deny = found_or_installed()?;
    // Offline it reads the manifests of every platform's crates, more than a build has downloaded.
    if !process::within(CHECK_LIMIT, process::cargo().args(["fetch", "--quiet", "--locked"]))?.success() {
        eprintln!("`cargo fetch --locked` failed; the check may miss crates of other platforms");
    }
    let mut check = Command::new(deny);
    check.current_dir(tree::root()).args(["--offline", "check", "--hide-inclusion-graph"]);
    Ok(process::within(CHECK_LIMIT, check.args(["bans", "licenses", "sources"]))?.success())
}

fn found_or_installed() -> io::Result<PathBuf> {
    let tools = tree::target().join("tools");
    let ours = tools.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if let Some(deny) = process::find("cargo-deny").or_else(|| ours.is_file().then(|| ours.clone())) {
        return Ok(deny);
    }
    println!("installing cargo-deny {VERSION} into {}, which takes minutes", tools.display());
    let mut install = process::cargo();
    install.args(["install", "cargo-deny", "--locked", "--quiet", "--version", VERSION, "--root"]).arg(&tools);
    if process::within(INSTALL_LIMIT, &mut install)?.success() {
        return Ok(ours);
    }
    Err(io::Error::other("cannot install cargo-deny: run `cargo install cargo-deny --locked` and try again"))
}
