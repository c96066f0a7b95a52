use std::{
    env,
    io::{self, IsTerminal},
    process::{Command, Stdio},
};

/// Where nobody is there to look at a browser.
const UNATTENDED: [&str; 5] = ["CI", "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "AI_AGENT"];

/// Opens the page if a person sits here; says whether it did.
pub(crate) fn open(url: &str) -> bool {
    let lookup = |name: &str| env::var(name).ok();
    if !is_attended(io::stdout().is_terminal(), lookup) {
        return false;
    }
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if lookup("DISPLAY").or_else(|| lookup("WAYLAND_DISPLAY")).is_some() {
        ("xdg-open", &[])
    } else {
        return false;
    };
    let quiet = Stdio::null;
    Command::new(program).args(before).arg(url).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn().is_ok()
}

fn is_attended(terminal: bool, lookup: impl Fn(&str) -> Option<String>) -> bool {
    terminal && !UNATTENDED.iter().any(|name| lookup(name).is_some_and(|value| !value.is_empty() && value != "false"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_shown_a_browser_who_is_not_there() {
        assert!(is_attended(true, |_| None));
        assert!(!is_attended(false, |_| None));
        for name in UNATTENDED {
            assert!(!is_attended(true, |asked| (asked == name).then(|| "1".to_owned())), "{name}");
        }
    }
}
