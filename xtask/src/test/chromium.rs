//! The browser of the browser tests, and the driver that speaks `WebDriver` to it.

use super::apt;
use crate::process;
use std::{env, io, path::PathBuf};

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE: &[&str] = &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

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
    apt::install("chromium with chromedriver", &["chromium", "chromium-driver"])?;
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
