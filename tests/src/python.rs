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

/// Runs a script of `sdk/` with the environment file a running `messaging` wrote.
///
/// # Panics
/// The script fails; what it printed is shown.
pub fn run(python: &Path, script: &str, arguments: &[&str]) {
    let (success, said) = outcome(python, script, arguments);
    assert!(success, "{script} {arguments:?} fails:\n{said}");
    print!("{said}");
}

/// Runs a script that must fail, and returns what it printed.
///
/// # Panics
/// The script succeeds.
#[must_use]
pub fn fails(python: &Path, script: &str, arguments: &[&str]) -> String {
    let (success, said) = outcome(python, script, arguments);
    assert!(!success, "{script} {arguments:?} does not fail:\n{said}");
    said
}

fn outcome(python: &Path, script: &str, arguments: &[&str]) -> (bool, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sdk");
    let mut command = Command::new(python);
    command.arg(folder.join(script)).args(arguments).env("PYTHONDONTWRITEBYTECODE", "1");
    for proxy in ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY", "all_proxy"] {
        command.env_remove(proxy);
    }
    let output = command.output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), said)
}
