use std::{env, io};

use clap::ValueEnum;
use tracing_subscriber::{EnvFilter, fmt};

use crate::{
    exit::{Failure, config},
    paint::Color,
};

/// How much is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    Error,
    Warn,
    Info,
    Debug,
    Trace,
    Off,
}

/// How a log line is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Text,
    Json,
}

/// What the flags say about logs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Logging {
    pub(crate) level: Option<Level>,
    pub(crate) format: Format,
    pub(crate) quiet: bool,
    pub(crate) verbose: bool,
    pub(crate) color: Color,
}

impl Logging {
    /// Sends logs to standard error. Flags win over `RUST_LOG`; without either it is `usual`.
    pub(crate) fn start(self, usual: Level) -> Result<(), Failure> {
        let spec = self.spec(usual, env::var("RUST_LOG").ok().filter(|spec| !spec.trim().is_empty()));
        let filter = EnvFilter::try_new(&spec).map_err(|cause| {
            config(format!("RUST_LOG is `{spec}`, which is no filter"))
                .because(cause)
                .next("write `RUST_LOG=info`, or use --log-level")
        })?;
        let base = fmt().with_env_filter(filter).with_writer(io::stderr).with_target(false);
        let started = match self.format {
            Format::Text => base.with_ansi(self.color.on_stderr()).try_init(),
            Format::Json => base.json().flatten_event(true).try_init(),
        };
        started.map_err(|cause| config("the log cannot be started").because(cause))
    }

    fn spec(self, usual: Level, environment: Option<String>) -> String {
        let word = |level: Level| match level {
            Level::Error => "error",
            Level::Warn => "warn",
            Level::Info => "info",
            Level::Debug => "debug",
            Level::Trace => "trace",
            Level::Off => "off",
        };
        let flag = match self {
            Self { level: Some(level), .. } => Some(level),
            Self { verbose: true, .. } => Some(Level::Debug),
            Self { quiet: true, .. } => Some(Level::Error),
            _ => None,
        };
        match (flag, environment) {
            // Below us everybody else is as loud as before: their debug lines are not about messages.
            (Some(level @ (Level::Debug | Level::Trace)), _) => {
                format!("{},hyper=info,h2=info,reqwest=info,hyper_util=info,rustls=info", word(level))
            }
            (Some(level), _) => word(level).to_owned(),
            (None, Some(spec)) => spec,
            (None, None) => word(usual).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_win_over_the_environment() {
        let flags =
            |level, quiet, verbose| Logging { level, format: Format::Text, quiet, verbose, color: Color::Never };
        let env = || Some("trace".to_owned());
        assert_eq!(flags(None, false, false).spec(Level::Info, None), "info");
        assert_eq!(flags(None, false, false).spec(Level::Info, env()), "trace");
        assert_eq!(flags(Some(Level::Off), false, true).spec(Level::Info, env()), "off");
        assert_eq!(flags(None, true, false).spec(Level::Info, env()), "error");
        assert!(flags(None, false, true).spec(Level::Info, env()).starts_with("debug,hyper=info"));
    }
}
