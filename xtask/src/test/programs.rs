//! The programs that tests start: the plain one, as a user runs it, without the features that tests turn on in its
//! dependencies, and the one that ends where a test wants.

use crate::{process, tree};
use std::{fs, io, path::PathBuf};

/// Builds `messaging` alone.
pub(super) fn build() -> io::Result<PathBuf> {
    kept("plain", &[])
}

/// Builds `messaging` with its fail points, and with everything else that is off by default.
pub(super) fn with_fail_points() -> io::Result<PathBuf> {
    kept("fail-points", &["--features", "fail-points,otlp-grpc"])
}

/// Builds, and keeps a copy in a folder of that name, which no other build overwrites.
fn kept(name: &str, features: &[&str]) -> io::Result<PathBuf> {
    if !process::cargo().args(["build", "--package", "messaging-cli"]).args(features).status()?.success() {
        let words = features.join(" ");
        return Err(io::Error::other(format!("`cargo build --package messaging-cli {words}` failed")));
    }
    let program = format!("messaging{}", std::env::consts::EXE_SUFFIX);
    let folder = tree::target().join(name);
    fs::create_dir_all(&folder)?;
    let fresh = folder.join(format!("{program}.new"));
    fs::copy(tree::target().join("debug").join(&program), &fresh)?;
    let copy = folder.join(program);
    fs::rename(&fresh, &copy)?;
    Ok(copy)
}
