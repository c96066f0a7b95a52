//! The browser of the browser tests.

use crate::process;
use std::{
    env, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE: &[&str] = &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const LIMIT: Duration = Duration::from_secs(600);

/// Gives the browser that `MESSAGING_CHROMIUM` names or that is installed; root on Debian gets the package `chromium`.
pub(super) fn set_up() -> io::Result<PathBuf> {
    if let Some(named) = env::var_os("MESSAGING_CHROMIUM").filter(|value| !value.is_empty()) {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            Err(io::Error::other(format!("MESSAGING_CHROMIUM names {}, which is not there", named.display())))
        };
    }
    if let Some(browser) = installed() {
        return Ok(browser);
    }
    let apt = process::find("apt-get").ok_or_else(|| io::Error::other("no chromium, and no apt-get to install it"))?;
    if !is_root() {
        return Err(io::Error::other("no chromium, and only root can install it: apt-get install chromium"));
    }
    println!("set-up: installing the package chromium");
    if install(&apt).is_err() {
        // A fresh machine has no package lists, an old one has lists of packages that are gone.
        apt_get(&apt, &["update"])?;
        install(&apt)?;
    }
    installed().ok_or_else(|| io::Error::other("the package chromium is installed, but there is no program chromium"))
}

fn installed() -> Option<PathBuf> {
    let elsewhere = || ELSEWHERE.iter().map(PathBuf::from).find(|path| path.is_file());
    NAMES.iter().find_map(process::find).or_else(elsewhere)
}

fn install(apt: &Path) -> io::Result<()> {
    apt_get(apt, &["install", "-y", "--no-install-recommends", "chromium"])
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
