//! `messaging export` and `messaging erase` on the command line.

use clap::{Args, Subcommand};

use super::{TEMPLATE, dlq::Asking};

/// Whose data.
#[derive(Debug, Args)]
pub(crate) struct Subject {
    /// A conversation (`sms:direct:+15550100001,+15550100777`) or a person (a number, an identity, a Slack user)
    #[arg(value_name = "WHOSE")]
    pub(crate) whose: String,
    /// The tenant [default]
    #[arg(long, value_name = "TENANT")]
    pub(crate) tenant: Option<String>,
    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// Write everything that is kept of a conversation or a person, one JSON object a line
#[derive(Debug, Subcommand)]
#[command(before_help = "Examples:\n  messaging export person +15550100777 > ada.jsonl",
          after_help = "The gateway must run; its token goes into MESSAGING_CONSOLE_TOKEN.", help_template = TEMPLATE)]
pub(crate) enum Export {
    /// Of one conversation
    #[command(help_template = TEMPLATE)]
    Conversation(Subject),
    /// Of one person, in every conversation they wrote in
    #[command(help_template = TEMPLATE)]
    Person(Subject),
}

/// What is to be erased.
#[derive(Debug, Args)]
pub(crate) struct Erasing {
    #[command(flatten)]
    pub(crate) subject: Subject,
    /// Do it; without this it only says what would go
    #[arg(long)]
    pub(crate) yes: bool,
}

/// Erase a conversation or a person, here and where providers allow it; what it prints is the receipt
#[derive(Debug, Subcommand)]
#[command(before_help = "Examples:\n  messaging erase person +15550100777          says what would go\n  \
                         messaging erase person +15550100777 --yes",
          after_help = "The gateway must run; its token goes into MESSAGING_CONSOLE_TOKEN.\n\
                        Exit code 5: nothing is kept of them. 7: a provider may still have something.",
          help_template = TEMPLATE)]
pub(crate) enum Erase {
    /// One conversation
    #[command(help_template = TEMPLATE)]
    Conversation(Erasing),
    /// One person, in every conversation they wrote in
    #[command(help_template = TEMPLATE)]
    Person(Erasing),
}
