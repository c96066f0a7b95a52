//! The plain binary: what a user runs, without the features that tests turn on in its dependencies.

use crate::{process, tree};
use std::{fs, io, path::PathBuf};

/// Builds `messaging` alone and keeps a copy that the build of the tests does not overwrite.
pub(super) fn build() -> io::Result<PathBuf> {
    if !process::cargo().args(["build", "--package", "messaging-cli"]).status()?.success() {
        return Err(io::Error::other("`cargo build --package messaging-cli` failed"));
    }
    let name = format!("messaging{}", std::env::consts::EXE_SUFFIX);
    let folder = tree::target().join("plain");
    fs::create_dir_all(&folder)?;
    let fresh = folder.join(format!("{name}.new"));
    fs::copy(tree::target().join("debug").join(&name), &fresh)?;
    let plain = folder.join(name);
    fs::rename(&fresh, &plain)?;
    Ok(plain)
}
