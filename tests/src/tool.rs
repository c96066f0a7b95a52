//! Programs of the system that a test needs.

use std::path::PathBuf;

/// Finds the program that a variable names, as `cargo xtask test` sets it.
///
/// Without it a test is skipped with a line that says so, except under `CI=true`, where that is a failure.
///
/// # Panics
/// `CI` is `true` and there is none.
#[must_use]
pub fn tool(variable: &str) -> Option<PathBuf> {
    let found = std::env::var_os(variable).map(PathBuf::from).filter(|path| path.exists());
    let is_ci = std::env::var("CI").as_deref() == Ok("true");
    assert!(found.is_some() || !is_ci, "{variable} is not set: run `cargo xtask test`");
    if found.is_none() {
        println!("skipped: {variable} is not set; run `cargo xtask test`");
    }
    found
}
