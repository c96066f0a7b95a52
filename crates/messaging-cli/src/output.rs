//! Standard output: data and banners. Logs and errors go to standard error.

use std::io::{self, Write};

/// Writes a line, or several.
///
/// A reader that has gone (`| head`) is no failure of ours, and `println!` would panic.
pub(crate) fn line(text: &str) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// Writes a line to standard error.
pub(crate) fn error_line(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
