//! The vendors' own SDKs, run as scripts of `sdk/`.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Finds the Python that has the SDKs: `MESSAGING_PYTHON`, as `cargo xtask test` sets it.
///
/// Without it a test is skipped with a line that says so, except under `CI=true`, where that is a failure.
///
/// # Panics
/// `CI` is `true` and there is no such Python.
#[must_use]
pub fn python() -> Option<PathBuf> {
    let found = std::env::var_os("MESSAGING_PYTHON").map(PathBuf::from).filter(|path| path.exists());
    assert!(
        found.is_some() || std::env::var("CI").as_deref() != Ok("true"),
        "MESSAGING_PYTHON is not set: run `cargo xtask test`"
    );
    if found.is_none() {
        println!("skipped: no Python with the vendors' SDKs; run `cargo xtask test`");
    }
    found
}

/// Whether there is a browser with its driver: `MESSAGING_CHROMIUM` and `MESSAGING_CHROMEDRIVER`, as `cargo xtask test`
/// sets them. Without one a test is skipped, except under `CI=true`.
///
/// # Panics
/// `CI` is `true` and there is no browser.
#[must_use]
pub fn has_browser() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|path| Path::new(&path).exists());
    let found = set("MESSAGING_CHROMIUM") && set("MESSAGING_CHROMEDRIVER");
    let is_ci = std::env::var("CI").as_deref() == Ok("true");
    assert!(found || !is_ci, "MESSAGING_CHROMIUM or MESSAGING_CHROMEDRIVER is not set: run `cargo xtask test`");
    if !found {
        println!("skipped: no browser; run `cargo xtask test`");
    }
    found
}

/// Runs a script of `sdk/` with the environment file a running `messaging` wrote.
///
/// # Panics
/// The script fails; what it printed is shown.
pub fn run(python: &Path, script: &str, arguments: &[&str]) {
    let (success, said) = outcome(python, script, arguments, "20");
    assert!(success, "{script} {arguments:?} fails:\n{said}");
    print!("{said}");
}

/// Runs a script, and returns what it printed.
///
/// # Panics
/// The script fails.
#[must_use]
pub fn said(python: &Path, script: &str, arguments: &[&str]) -> String {
    let (success, said) = outcome(python, script, arguments, "20");
    assert!(success, "{script} {arguments:?} fails:\n{said}");
    said
}

/// Runs a script that must fail, waiting 2 s for what must not come, and returns what it printed.
///
/// # Panics
/// The script succeeds.
#[must_use]
pub fn fails(python: &Path, script: &str, arguments: &[&str]) -> String {
    let (success, said) = outcome(python, script, arguments, "2");
    assert!(!success, "{script} {arguments:?} does not fail:\n{said}");
    said
}

fn outcome(python: &Path, script: &str, arguments: &[&str], patience: &str) -> (bool, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sdk");
    let mut command = Command::new(python);
    command.arg(folder.join(script)).args(arguments).env("PYTHONDONTWRITEBYTECODE", "1").env("PATIENCE", patience);
    for proxy in ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY", "all_proxy"] {
        command.env_remove(proxy);
    }
    let output = command.output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), said)
}
