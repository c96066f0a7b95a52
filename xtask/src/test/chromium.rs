//! The browser of the browser tests, and the driver that speaks `WebDriver` to it.

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

/// A browser and its driver.
pub(super) struct Browser {
    pub(super) chromium: PathBuf,
    pub(super) driver: PathBuf,
}

/// Gives the browser that `MESSAGING_CHROMIUM` names or that is installed; the driver likewise. Root on Debian gets the
/// packages `chromium` and `chromium-driver`.
pub(super) fn set_up() -> io::Result<Browser> {
    if let Some(browser) = installed()? {
        return Ok(browser);
    }
    let apt = process::find("apt-get")
        .ok_or_else(|| io::Error::other("no chromium with chromedriver, and no apt-get to install them"))?;
    if !is_root() {
        return Err(io::Error::other(
            "no chromium with chromedriver, and only root can install them: apt-get install chromium chromium-driver",
        ));
    }
    println!("set-up: installing the packages chromium and chromium-driver");
    if install(&apt).is_err() {
        // A fresh machine has no package lists, an old one has lists of packages that are gone.
        apt_get(&apt, &["update"])?;
        install(&apt)?;
    }
    installed()?.ok_or_else(|| io::Error::other("the packages are installed, but there is no chromium or chromedriver"))
}

fn installed() -> io::Result<Option<Browser>> {
    let elsewhere = || ELSEWHERE.iter().map(PathBuf::from).find(|path| path.is_file());
    let found = || NAMES.iter().find_map(process::find).or_else(elsewhere);
    let chromium = named("MESSAGING_CHROMIUM")?.or_else(found);
    let driver = named("MESSAGING_CHROMEDRIVER")?.or_else(|| process::find("chromedriver"));
    Ok(chromium.zip(driver).map(|(chromium, driver)| Browser { chromium, driver }))
}

/// The program that a variable names; an error if it is not there.
fn named(variable: &str) -> io::Result<Option<PathBuf>> {
    match env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
        Some(path) if !path.is_file() => {
            Err(io::Error::other(format!("{variable} names {}, which is not there", path.display())))
        }
        named => Ok(named),
    }
}

fn install(apt: &Path) -> io::Result<()> {
    apt_get(apt, &["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"])
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
