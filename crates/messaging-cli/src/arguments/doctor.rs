//! `messaging doctor` on the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{TEMPLATE, Vendor};
use crate::logging::Format;

/// Which settings are looked at.
#[derive(Debug, Args)]
pub(crate) struct SettingsFile {
    /// The file to read, instead of MESSAGING_CONFIG or ./messaging.toml
    #[arg(long, value_name = "PATH")]
    pub(crate) config: Option<PathBuf>,
}

/// Say what keeps the gateway from working, and what to do about it
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  messaging doctor\n  messaging doctor --setup twilio --apply\n  messaging doctor signature \
                         --url https://bot.example.com/webhooks/twilio --header 'X-Twilio-Signature: …' --body-file body.txt",
          args_conflicts_with_subcommands = true, help_template = TEMPLATE)]
pub(crate) struct Doctor {
    #[command(subcommand)]
    pub(crate) look: Option<Look>,
    #[command(flatten)]
    pub(crate) settings: SettingsFile,
    /// Look at this account only
    #[arg(long, value_name = "NAME")]
    pub(crate) account: Option<String>,
    /// How to write it [text, json]
    #[arg(
        short = 'o',
        long,
        alias = "output",
        value_name = "FORMAT",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) format: Format,
    /// Print what this vendor is to be told about our webhooks
    #[arg(long, value_name = "VENDOR", hide_possible_values = true)]
    pub(crate) setup: Option<Vendor>,
    /// Tell it, through its API
    #[arg(long, requires = "setup")]
    pub(crate) apply: bool,
    /// Make the Conversations service if the settings name none that exists
    #[arg(long, requires = "setup")]
    pub(crate) create_service: bool,
    /// The events of Conversations that are wanted, instead of the four usual ones
    #[arg(long, requires = "setup", value_name = "NAMES", value_delimiter = ',')]
    pub(crate) events: Option<Vec<String>>,
    /// Post to this channel of Slack twice with one client_msg_id, delete both, and say what the workspace did
    #[arg(long, value_name = "CHANNEL", conflicts_with = "setup")]
    pub(crate) probe_idempotency: Option<String>,
}

/// What is looked at in particular.
#[derive(Debug, Subcommand)]
pub(crate) enum Look {
    Signature(Captured),
}

/// Say why the signature of a captured request does not hold
#[derive(Debug, Args)]
#[command(after_help = "Sends nothing, and prints no secret.", help_template = TEMPLATE)]
pub(crate) struct Captured {
    /// The URL as it is checked, with its query: 403 answers name it
    #[arg(long, value_name = "URL")]
    pub(crate) url: String,
    /// A header of the request, `Name: value`; several times
    #[arg(long, value_name = "HEADER")]
    pub(crate) header: Vec<String>,
    /// The body, to the byte
    #[arg(long, value_name = "PATH")]
    pub(crate) body_file: Option<PathBuf>,
    /// POST with a body, GET without
    #[arg(long, value_name = "METHOD")]
    pub(crate) method: Option<String>,
    /// Whose webhook it was; read off the URL otherwise
    #[arg(long, value_name = "NAME")]
    pub(crate) account: Option<String>,
    #[command(flatten)]
    pub(crate) settings: SettingsFile,
    /// How to write it [text, json]
    #[arg(
        short = 'o',
        long,
        alias = "output",
        value_name = "FORMAT",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) format: Format,
}
