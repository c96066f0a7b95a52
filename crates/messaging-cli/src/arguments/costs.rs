//! `messaging costs` on the command line.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::TEMPLATE;

/// How costs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layout {
    Table,
    Json,
}

/// Say what messages cost, by day, country and channel
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  messaging costs\n  messaging costs --since 2026-11-01 --account support --format json\n  \
                         messaging costs --console http://127.0.0.1:7401",
          after_help = "A gateway that runs has its store to itself: ask its console, with MESSAGING_CONSOLE_TOKEN set.",
          help_template = TEMPLATE)]
pub(crate) struct Costs {
    /// The first day (UTC) [30 days ago]
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    /// This account only
    #[arg(long, value_name = "NAME")]
    pub(crate) account: Option<String>,
    /// The console of a gateway that runs, instead of MESSAGING_CONSOLE_URL
    #[arg(long, value_name = "URL", conflicts_with = "store")]
    pub(crate) console: Option<String>,
    /// The store of a gateway that does not run: sqlite:PATH [as messaging.toml says]
    #[arg(long, value_name = "STORE")]
    pub(crate) store: Option<String>,
    /// The file to read, instead of MESSAGING_CONFIG or ./messaging.toml
    #[arg(long, value_name = "PATH")]
    pub(crate) config: Option<PathBuf>,
    /// How to write it [table, json]
    #[arg(
        short = 'o',
        long,
        alias = "output",
        value_name = "FORMAT",
        default_value = "table",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) format: Layout,
}
