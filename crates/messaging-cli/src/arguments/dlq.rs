//! `messaging dlq` on the command line.

use clap::{Args, Subcommand};

use super::TEMPLATE;
use crate::logging::Format;

/// Where to ask, and how to write the answer.
#[derive(Debug, Args)]
pub(crate) struct Asking {
    /// The console of the gateway, instead of MESSAGING_CONSOLE_URL [http://127.0.0.1:7401]
    #[arg(long, value_name = "URL")]
    pub(crate) console: Option<String>,
    /// How to write it [text, json]
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) output: Format,
}

/// One thing that waits.
#[derive(Debug, Args)]
pub(crate) struct One {
    /// Its id, as `list` shows it
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// Dead letters and unknown outcomes: look at what waits for a person, and decide
#[derive(Debug, Subcommand)]
#[command(before_help = "Examples:\n  messaging dlq list\n  messaging dlq show 4711\n  messaging dlq redrive 4711",
          after_help = "The gateway must run; its token goes into MESSAGING_CONSOLE_TOKEN.\n\
                        Exit code 7: among what is shown are sends of unknown outcome.", help_template = TEMPLATE)]
pub(crate) enum Dlq {
    /// List what waits, newest first
    #[command(help_template = TEMPLATE)]
    List(#[command(flatten)] Asking),
    /// Show one: what came in or was to go out, every error, what can be decided
    #[command(help_template = TEMPLATE)]
    Show(One),
    /// Try what is dead again; what may have been sent is looked up first
    #[command(help_template = TEMPLATE)]
    Redrive(One),
    /// Send what is of unknown outcome again, at the risk that people see it twice
    #[command(help_template = TEMPLATE)]
    Resend(One),
    /// Say that what is of unknown outcome was delivered
    #[command(help_template = TEMPLATE)]
    Delivered(One),
    /// Do nothing more about it
    #[command(help_template = TEMPLATE)]
    Drop(One),
}
