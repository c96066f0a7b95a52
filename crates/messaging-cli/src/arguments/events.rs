//! `messaging events` on the command line.

use clap::{Args, Subcommand};

use super::{TEMPLATE, dlq::Asking};

/// Put what came in to the gateway again
#[derive(Debug, Subcommand)]
#[command(help_template = TEMPLATE)]
pub(crate) enum Events {
    Replay(Replay),
}

/// Replay one event: as it came, or under a new id
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  messaging events replay SM…               it is told apart as a duplicate\n  \
                         messaging events replay SM… --new-id      a dry run: what would the agent say?\n  \
                         messaging events replay SM… --new-id --send",
          after_help = "The gateway must run; its token goes into MESSAGING_CONSOLE_TOKEN.", help_template = TEMPLATE)]
pub(crate) struct Replay {
    /// One of its keys, as the timeline shows it, or its id
    #[arg(value_name = "EVENT")]
    pub(crate) event: String,
    /// Ask the agent again, as if it were new; nothing is stored and nothing is sent
    #[arg(long)]
    pub(crate) new_id: bool,
    /// Send what the agent says: people see it
    #[arg(long, requires = "new_id")]
    pub(crate) send: bool,
    #[command(flatten)]
    pub(crate) asking: Asking,
}
