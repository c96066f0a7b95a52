//! The command line, as clap reads it. No secret is ever a flag.
#![allow(clippy::doc_markdown, reason = "these comments are what --help prints, and a terminal shows no Markdown")]

mod costs;
mod dlq;
mod doctor;
mod erase;
mod events;

use std::{ffi::OsString, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(crate) use costs::{Costs, Layout};
pub(crate) use dlq::{Asking, Dlq, One};
pub(crate) use doctor::{Captured, Doctor, Look, SettingsFile};
pub(crate) use erase::{Erase, Erasing, Export, Subject};
pub(crate) use events::{Events, Replay};

use crate::{
    logging::{Format, Level, Logging},
    paint::Color,
};

const EXAMPLES: &str = "\
Examples:
  messaging                          play: emulators, web chat, an agent and a console, no account needed
  messaging dev --agent http://127.0.0.1:9000/agent
  messaging serve                    run the gateway of ./messaging.toml
  messaging trigger sms --from +15550100002 --body \"hi\"";

const EXITS: &str = "\
Exit codes: 0 done · 1 failed · 2 usage · 3 settings or port · 4 credentials refused
  5 not found · 6 try later · 7 outcome unknown · 130 Ctrl-C while stopping";

const TEMPLATE: &str = "{about}\n\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// SMS, WhatsApp, Slack and web chat in front of your agent: no message lost, no reply sent blindly twice.
#[derive(Debug, Parser)]
#[command(name = "messaging", version, override_usage = "messaging [COMMAND] [OPTIONS]", before_help = EXAMPLES, after_help = EXITS, help_template = TEMPLATE)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) verb: Verb,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    Dev(Dev),
    Serve(Serve),
    Emulate(Emulate),
    Trigger(Trigger),
    Doctor(Box<Doctor>),
    Costs(Costs),
    #[command(subcommand)]
    Dlq(Dlq),
    #[command(subcommand)]
    Events(Events),
    #[command(subcommand)]
    Export(Export),
    #[command(subcommand)]
    Erase(Erase),
    /// What this program can talk to: its providers and their settings
    #[command(subcommand)]
    Providers(Providers),
    /// The version of this program
    Version,
}

/// What every verb understands.
#[derive(Clone, Copy, Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct Output {
    /// How much is logged to standard error [error, warn, info, debug, trace, off]
    #[arg(long, global = true, value_name = "LEVEL", hide_possible_values = true)]
    log_level: Option<Level>,
    /// How a log line is written [text, json]
    #[arg(long, global = true, value_name = "FORMAT", hide_possible_values = true)]
    log_format: Option<Format>,
    /// Less: errors only, and no traffic
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// More: debug
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// When to use colour [auto, always, never]; NO_COLOR is honoured
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) color: Color,
}

impl Output {
    pub(crate) fn logging(self) -> Logging {
        let Self { log_level, log_format, quiet, verbose, color } = self;
        Logging { level: log_level, format: log_format, quiet, verbose, color }
    }
}

/// Play: gateway, emulators, web chat, console and an agent in one process (this is the default)
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[command(before_help = "Examples:\n  messaging dev\n  messaging dev --port 0 --no-open --write-env dev.env\n  \
                         messaging dev --agent http://127.0.0.1:9000/agent --db ./dev.db", help_template = TEMPLATE)]
pub(crate) struct Dev {
    /// Port of the gateway, 7400 or the next free one; 0 picks free ports for everything
    #[arg(long)]
    pub(crate) port: Option<u16>,
    /// Your agent instead of the built-in `echo-plus`; a bearer token goes into MESSAGING_AGENT_TOKEN
    #[arg(long, value_name = "URL")]
    pub(crate) agent: Option<String>,
    /// Who is asked before platforms act: forms, menus and commands of Slack; called with the agent's token
    #[arg(long, value_name = "URL")]
    pub(crate) hook: Option<String>,
    /// Keep everything in this SQLite file instead of memory
    #[arg(long, value_name = "PATH")]
    pub(crate) db: Option<PathBuf>,
    /// Events of Slack come over Socket Mode instead of webhooks
    #[arg(long)]
    pub(crate) socket_mode: bool,
    /// Open no browser
    #[arg(long)]
    pub(crate) no_open: bool,
    /// No console
    #[arg(long)]
    pub(crate) headless: bool,
    /// Write KEY=VALUE lines with every URL and credential here, once everything listens
    #[arg(long, value_name = "PATH")]
    pub(crate) write_env: Option<PathBuf>,
    /// Print the generated credentials
    #[arg(long)]
    pub(crate) print_secrets: bool,
    /// Make credentials, ids and faults repeatable; with --db the credentials only
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
}

/// Run the gateway of messaging.toml
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  messaging serve\n  messaging serve --config /etc/messaging.toml --listen 0.0.0.0:7400",
          after_help = "Flags win over MESSAGING_* variables, and those over the file.", help_template = TEMPLATE)]
pub(crate) struct Serve {
    /// The file to read, instead of MESSAGING_CONFIG or ./messaging.toml
    #[arg(long, value_name = "PATH")]
    pub(crate) config: Option<PathBuf>,
    /// What platforms call, such as https://bot.example.com
    #[arg(long, value_name = "URL")]
    pub(crate) public_url: Option<String>,
    /// Where to listen for them [127.0.0.1:7400]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Option<String>,
    /// Where to keep messages: sqlite:PATH or memory: [sqlite:./messaging.db]
    #[arg(long, value_name = "STORE")]
    pub(crate) store: Option<String>,
    /// Who answers
    #[arg(long, value_name = "URL")]
    pub(crate) agent: Option<String>,
    /// Where the console listens, on this machine only, or `off` [127.0.0.1:7401]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) console: Option<String>,
}

/// Which vendor is emulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Vendor {
    Twilio,
    Slack,
}

/// Run one emulator, for tests in any language
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  messaging emulate twilio\n  messaging emulate slack --port 0 --write-env slack.env",
          after_help = "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, …, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET are taken over if set.",
          help_template = TEMPLATE)]
pub(crate) struct Emulate {
    /// Which one
    pub(crate) vendor: Vendor,
    /// Port, 7402 (Twilio) or 7403 (Slack) or the next free one; 0 picks a free one
    #[arg(long)]
    pub(crate) port: Option<u16>,
    /// What is called when somebody writes [http://127.0.0.1:7400/webhooks/{twilio,slack}]
    #[arg(long, value_name = "URL")]
    pub(crate) webhook_url: Option<String>,
    /// Write KEY=VALUE lines with the URL and the credentials here, once it listens
    #[arg(long, value_name = "PATH")]
    pub(crate) write_env: Option<PathBuf>,
    /// Print the same lines
    #[arg(long)]
    pub(crate) print_env: bool,
    /// Make credentials, ids and faults repeatable; a gateway that remembers takes the same ids for duplicates
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Slack: answer a post whose client_msg_id was there before with the first message, and show it to nobody
    #[arg(long)]
    pub(crate) drop_copies: bool,
}

/// What a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Happening {
    Sms,
    Whatsapp,
    #[value(name = "conversations.message")]
    Conversation,
    #[value(name = "slack.message")]
    SlackMessage,
    #[value(name = "slack.mention")]
    SlackMention,
    #[value(name = "slack.click")]
    SlackClick,
    #[value(name = "slack.command")]
    SlackCommand,
    #[value(name = "slack.shortcut")]
    SlackShortcut,
    #[value(name = "slack.submit")]
    SlackSubmit,
}

/// Have a person write or act, at an emulator that runs
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  messaging trigger sms --from +15550100002 --body \"hi\"\n  messaging trigger slack.mention \
                         --to '#general' --text \"where is my order?\"\n  messaging trigger conversations.message --conversation CH… --from alice",
          help_template = TEMPLATE)]
pub(crate) struct Trigger {
    /// What happens: sms, whatsapp, conversations.message, slack.{message, mention, click, command, shortcut, submit}
    #[arg(value_name = "EVENT", hide_possible_values = true)]
    pub(crate) happening: Happening,
    /// Who writes: a number, an identity, a Slack user
    #[arg(long, value_name = "WHO")]
    pub(crate) from: Option<String>,
    /// To whom: a number of the account, a Slack channel, `dm`
    #[arg(long, value_name = "WHERE")]
    pub(crate) to: Option<String>,
    /// What they write
    #[arg(long, visible_alias = "text", value_name = "TEXT", default_value = "hi")]
    pub(crate) body: String,
    /// What is used, in Slack: an action id, `/command`, a callback id
    #[arg(long, value_name = "WHAT")]
    pub(crate) action: Option<String>,
    /// The message it is in; the modal or the home if it is left out
    #[arg(long, value_name = "TS")]
    pub(crate) message: Option<String>,
    /// What is chosen; for slack.submit a field as `ID=TEXT`, as often as needed
    #[arg(long, value_name = "VALUE")]
    pub(crate) value: Vec<String>,
    /// The conversation, for conversations.message; made if it is left out
    #[arg(long, value_name = "CH…")]
    pub(crate) conversation: Option<String>,
    /// The emulator [TWILIO_BASE_URL or http://127.0.0.1:7402, SLACK_BASE_URL or http://127.0.0.1:7403]
    #[arg(long, value_name = "URL")]
    pub(crate) url: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Providers {
    /// List them, with their settings and what they can do
    #[command(before_help = "Examples:\n  messaging providers list\n  messaging providers list -o json", help_template = TEMPLATE)]
    List {
        /// How to write it [text, json]
        #[arg(
            short,
            long,
            value_name = "FORMAT",
            default_value = "text",
            hide_possible_values = true,
            hide_default_value = true
        )]
        output: Format,
    },
}

impl Arguments {
    /// Reads the words of the command line; no verb means `dev`.
    pub(crate) fn read(words: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let mut words: Vec<OsString> = words.into_iter().collect();
        if means_dev(words.get(1..).unwrap_or_default()) {
            words.insert(1.min(words.len()), "dev".into());
        }
        Self::try_parse_from(words)
    }
}

/// Whether nothing but flags is given, none of which asks about the program itself.
fn means_dev(words: &[OsString]) -> bool {
    const VERBS: [&str; 13] = [
        "dev",
        "serve",
        "emulate",
        "trigger",
        "doctor",
        "costs",
        "dlq",
        "events",
        "export",
        "erase",
        "providers",
        "version",
        "help",
    ];
    const ABOUT: [&str; 4] = ["-h", "--help", "-V", "--version"];
    let is = |word: &OsString, known: &[&str]| known.iter().any(|known| word == known);
    words.first().is_none_or(|word| word.to_string_lossy().starts_with('-'))
        && !words.iter().any(|word| is(word, &VERBS) || is(word, &ABOUT))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn read(line: &str) -> Result<Arguments, clap::Error> {
        Arguments::read(std::iter::once("messaging").chain(line.split_whitespace()).map(Into::into))
    }

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn no_verb_means_dev() {
        for line in ["", "--port 0 --no-open", "-q", "--log-level debug dev --port 0"] {
            let Verb::Dev(dev) = read(line).unwrap().verb else { panic!("{line}") };
            assert_eq!(dev.port, line.contains("--port").then_some(0), "{line}");
        }
        assert_eq!(read("--help").unwrap_err().exit_code(), 0);
        assert_eq!(read("--version").unwrap_err().exit_code(), 0);
    }

    #[test]
    fn a_typo_is_usage_and_gets_a_suggestion() {
        let error = read("tirgger sms").unwrap_err();
        assert_eq!(error.exit_code(), 2);
        assert!(error.to_string().contains("'trigger'"), "{error}");
        assert_eq!(read("dev --prot 0").unwrap_err().exit_code(), 2);
        assert_eq!(read("trigger fax").unwrap_err().exit_code(), 2);
        assert_eq!(read("dev --port 70000").unwrap_err().exit_code(), 2);
    }

    #[test]
    fn no_flag_takes_a_secret_and_every_help_fits_a_screen() {
        fn walk(command: &mut clap::Command) {
            for argument in command.get_arguments().filter(|argument| argument.get_action().takes_values()) {
                let name = argument.get_id().as_str();
                assert!(!["token", "secret", "password", "key"].iter().any(|word| name.contains(word)), "{name}");
            }
            let help = command.render_help().to_string();
            assert!(help.lines().count() <= 40, "{help}");
            assert!(help.lines().all(|line| line.chars().count() <= 140), "{help}");
            command.get_subcommands_mut().filter(|verb| verb.get_name() != "help").for_each(walk);
        }
        let mut command = Arguments::command();
        command.build();
        walk(&mut command);
    }
}
