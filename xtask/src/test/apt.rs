//! Packages of Debian and its relatives, for whoever is root.

use crate::process;
use std::{
    io,
    path::Path,
    process::{Command, Stdio},
    sync::{Mutex, PoisonError},
    time::Duration,
};

const LIMIT: Duration = Duration::from_secs(600);
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Installs packages; an error says what to install when this program may not.
pub(super) fn install(wanted: &str, packages: &[&str]) -> io::Result<()> {
    let apt = process::find("apt-get")
        .ok_or_else(|| io::Error::other(format!("no {wanted}, and no apt-get to install it")))?;
    if !is_root() {
        let packages = packages.join(" ");
        return Err(io::Error::other(format!("no {wanted}, and only root can install it: apt-get install {packages}")));
    }
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    println!("set-up: installing the packages {}", packages.join(" and "));
    let words = [&["install", "-y", "--no-install-recommends"], packages].concat();
    if apt_get(&apt, &words).is_err() {
        // A fresh machine has no package lists, an old one has lists of packages that are gone.
        apt_get(&apt, &["update"])?;
        apt_get(&apt, &words)?;
    }
    Ok(())
}

fn apt_get(apt: &Path, words: &[&str]) -> io::Result<()> {
    let mut command = Command::new(apt);
    command.arg("-qq").args(words).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    let status = process::within(LIMIT, &mut command)?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("`apt-get {}`: {status}", words.join(" ")))) }
}

fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
