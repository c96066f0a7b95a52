//! What is printed once everything listens.

use std::fmt::Write;

use crate::paint::Paint;

/// A line of a banner: what, and where or how.
pub(crate) type Row = (&'static str, String);

/// The first line, then the rows under each other.
pub(crate) fn rows(paint: Paint, verb: &str, remark: &str, rows: &[Row]) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut text = format!("{}  {verb}", paint.bold(&format!("messaging {version}")));
    // Writing to a string does not fail.
    if !remark.is_empty() {
        let _ = write!(text, "  {}", paint.dim(remark));
    }
    for (what, how) in rows {
        let _ = write!(text, "\n  {what:<12} {how}");
    }
    text
}

/// Says which default port was taken, if one was.
pub(crate) fn moved(instead_of: Option<u16>) -> String {
    instead_of.map(|port| format!("   ({port} is taken)")).unwrap_or_default()
}

/// The banner of one emulator.
pub(crate) fn emulator(name: &str, base_url: &str, calls: &str, instead_of: Option<u16>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let moved = moved(instead_of);
    format!(
        "messaging {version}  emulate {name}\n  API          {base_url}{moved}\n  calls        {calls}\n  Ctrl-C stops"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_under_each_other() {
        let paint = Paint::none();
        let text = rows(paint, "dev", "(x)", &[("Gateway", "a".into()), ("Twilio emu", "b".into())]);
        let lines: Vec<_> = text.lines().skip(1).collect();
        assert_eq!(lines, ["  Gateway      a", "  Twilio emu   b"]);
        assert_eq!(moved(Some(7400)), "   (7400 is taken)");
    }
}
