//! The log on standard error: text or JSON, which trace a line belongs to, and nothing of what people say.

mod discreet;
mod ids;
mod json;
mod panics;
#[cfg(test)]
mod tests;

use std::{env, io};

use clap::ValueEnum;
use tracing::Subscriber;
use tracing_subscriber::{
    EnvFilter,
    field::MakeExt,
    fmt::{self, MakeWriter, format::debug_fn},
    layer::SubscriberExt,
    registry,
    util::SubscriberInitExt,
};

use discreet::Discretion;
use ids::KeepIds;
use json::Json;

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
    /// None: `MESSAGING_LOG_FORMAT` says, else text.
    pub(crate) format: Option<Format>,
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
        let format = match self.format {
            Some(format) => format,
            None => format_of(env::var("MESSAGING_LOG_FORMAT").ok().as_deref())?,
        };
        let discretion = Discretion(!shows_words(env::var("MESSAGING_LOG_PRIVATE").ok().as_deref())?);
        let started = match format {
            Format::Text => text(filter, discretion, self.color.on_stderr(), io::stderr).try_init(),
            Format::Json => json(filter, discretion, io::stderr).try_init(),
        };
        panics::tell(discretion);
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

/// What the environment says about the format. An empty variable counts as absent.
fn format_of(told: Option<&str>) -> Result<Format, Failure> {
    match told.map(str::trim) {
        None | Some("" | "text") => Ok(Format::Text),
        Some("json") => Ok(Format::Json),
        Some(other) => Err(config(format!("MESSAGING_LOG_FORMAT is `{other}`, which is no format"))
            .next("write `text` or `json`, or use --log-format")),
    }
}

/// Whether the environment wants to see what people say, and who they are.
fn shows_words(told: Option<&str>) -> Result<bool, Failure> {
    match told.map(str::trim) {
        None | Some("" | "false") => Ok(false),
        Some("true") => Ok(true),
        Some(other) => {
            Err(config(format!("MESSAGING_LOG_PRIVATE is `{other}`")).next("write `true` or `false`, or leave it out"))
        }
    }
}

/// Lines for people.
fn text<W>(filter: EnvFilter, discretion: Discretion, ansi: bool, writer: W) -> impl Subscriber + Send + Sync
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let fields = debug_fn(move |writer, field, value| match field.name() {
        "message" => write!(writer, "{}", discretion.text("message", value)),
        name => write!(writer, "{name}={}", discretion.text(name, value)),
    });
    let lines = fmt::layer().with_writer(writer).with_target(false).with_ansi(ansi);
    registry().with(filter).with(lines.fmt_fields(fields.delimited(" ")))
}

/// Lines for programs.
fn json<W>(filter: EnvFilter, discretion: Discretion, writer: W) -> impl Subscriber + Send + Sync
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let lines = fmt::layer().with_writer(writer).with_ansi(false).event_format(Json(discretion));
    registry().with(filter).with(KeepIds).with(lines)
}
