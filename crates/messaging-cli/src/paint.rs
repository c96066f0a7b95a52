use std::{
    env,
    io::{self, IsTerminal},
};

use clap::ValueEnum;

/// When to use colour. Nothing is ever said by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    // On a terminal, unless `NO_COLOR` is set. (A doc comment would be printed.)
    #[default]
    Auto,
    Always,
    Never,
}

impl Color {
    fn decide(self, terminal: bool, lookup: impl Fn(&str) -> Option<String>) -> bool {
        let set = |name: &str| lookup(name).is_some_and(|value| !value.is_empty() && value != "0");
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto if set("NO_COLOR") => false,
            Self::Auto => set("CLICOLOR_FORCE") || (terminal && lookup("TERM").is_none_or(|term| term != "dumb")),
        }
    }

    /// Whether standard error is coloured.
    pub(crate) fn on_stderr(self) -> bool {
        self.decide(io::stderr().is_terminal(), |name| env::var(name).ok())
    }

    /// The paint for standard output.
    pub(crate) fn on_stdout(self) -> Paint {
        Paint(self.decide(io::stdout().is_terminal(), |name| env::var(name).ok()))
    }
}

/// Colours words, or leaves them as they are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint(bool);

#[cfg(test)]
impl Paint {
    pub(crate) fn none() -> Self {
        Self(false)
    }
}

impl Paint {
    fn wrap(self, code: &str, text: &str) -> String {
        if self.0 { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    pub(crate) fn bold(self, text: &str) -> String {
        self.wrap("1", text)
    }

    pub(crate) fn dim(self, text: &str) -> String {
        self.wrap("2", text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_wins_over_the_environment_and_the_environment_over_the_terminal() {
        let none = |_: &str| None;
        let no_color = |name: &str| (name == "NO_COLOR").then(|| "1".to_owned());
        let force = |name: &str| (name == "CLICOLOR_FORCE").then(|| "1".to_owned());
        let dumb = |name: &str| (name == "TERM").then(|| "dumb".to_owned());
        assert!(Color::Auto.decide(true, none) && !Color::Auto.decide(false, none));
        assert!(!Color::Auto.decide(true, no_color) && Color::Always.decide(false, no_color));
        assert!(Color::Auto.decide(false, force) && !Color::Never.decide(true, force));
        assert!(!Color::Auto.decide(true, dumb));
        assert_eq!(Paint(false).bold("x"), "x");
        assert_eq!(Paint(true).bold("x"), "\x1b[1mx\x1b[0m");
    }
}
