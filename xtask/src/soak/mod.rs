//! `cargo xtask soak`: the long sizes of tests that the ordinary run does in small, what they print kept as evidence.
//!
//! While a test runs, what it prints is in `target/soak`; from there it goes to `docs/evidence` once the test has passed.

mod date;
mod state;

use crate::{process, test, tree};
use date::Date;
use state::State;
use std::{
    fs::{self, File},
    io,
    time::{Instant, SystemTime},
};

/// A test in a long size.
struct Soak {
    /// The name of its file below `docs/evidence`.
    name: &'static str,
    /// The file below `tests/tests`, or of another package.
    arguments: &'static [&'static str],
    variables: &'static [(&'static str, &'static str)],
    /// Whether it starts our programs, or those of the system.
    starts_programs: bool,
}

/// The tests of a release build are many programs, and optimizing each as a whole takes longer than it saves.
const WITHOUT_LTO: (&str, &str) = ("CARGO_PROFILE_RELEASE_LTO", "off");

const SOAKS: &[Soak] = &[
    Soak {
        name: "crash",
        arguments: &["-p", "messaging-tests", "--test", "crash"],
        variables: &[("MESSAGING_CRASHES", "500"), ("MESSAGING_OPEN_ITEMS", "10000")],
        starts_programs: true,
    },
    Soak {
        name: "malformed",
        arguments: &["-p", "messaging-tests", "--test", "malformed"],
        variables: &[("MESSAGING_FULL", "1")],
        starts_programs: false,
    },
    Soak {
        name: "disk",
        arguments: &["-p", "messaging-tests", "--test", "disk"],
        variables: &[("MESSAGING_DISK_FAULTS", "200")],
        starts_programs: true,
    },
    Soak {
        name: "rolling",
        arguments: &["-p", "messaging-tests", "--test", "rolling"],
        variables: &[("MESSAGING_RESTARTS", "500")],
        starts_programs: true,
    },
    Soak {
        name: "day",
        // Five million messages take some minutes then.
        arguments: &["--release", "-p", "messaging-testkit", "--test", "day"],
        variables: &[("MESSAGING_DAY", "5000000"), WITHOUT_LTO],
        starts_programs: false,
    },
    Soak {
        name: "overload",
        arguments: &["--release", "-p", "messaging-tests", "--test", "overload"],
        variables: &[("MESSAGING_OVERLOAD", "300"), ("RUST_TEST_THREADS", "1"), WITHOUT_LTO],
        starts_programs: false,
    },
    Soak {
        name: "slack-stream",
        arguments: &["-p", "messaging-tests", "--test", "slack_stream"],
        variables: &[("MESSAGING_SEEDS", "1000")],
        starts_programs: false,
    },
    Soak {
        name: "thrice",
        arguments: &["-p", "messaging-tests", "--test", "thrice"],
        variables: &[("MESSAGING_PEOPLE", "2500")],
        starts_programs: false,
    },
    Soak {
        name: "world",
        arguments: &[
            "-p",
            "messaging-testkit",
            "-p",
            "messaging-tests",
            "--test",
            "world",
            "--test",
            "further",
            "--test",
            "twilio_world",
            "--test",
            "conversations_world",
            "--test",
            "slack_world",
            "--test",
            "web_world",
        ],
        // Eleven tests of so many worlds: 10,000 in all.
        variables: &[("MESSAGING_SEEDS", "910")],
        starts_programs: false,
    },
    Soak {
        name: "ambiguous",
        arguments: &["-p", "messaging-tests", "--test", "ambiguous"],
        variables: &[("MESSAGING_FULL", "1")],
        starts_programs: false,
    },
    Soak {
        name: "slack-rates",
        arguments: &["-p", "messaging-tests", "--test", "slack_rates"],
        variables: &[("MESSAGING_FULL", "1")],
        starts_programs: false,
    },
];

/// Runs those that are named, or all; true when all passed.
pub(crate) fn run(names: &[&str]) -> io::Result<bool> {
    if let Some(unknown) = names.iter().find(|name| SOAKS.iter().all(|soak| soak.name != **name)) {
        let known: Vec<_> = SOAKS.iter().map(|soak| soak.name).collect();
        return Err(io::Error::other(format!("no soak is called `{unknown}`: {}", known.join(", "))));
    }
    // Before the programs are built: whatever changes from here on is not what is run.
    let state = State::read()?;
    let named: Vec<_> = SOAKS.iter().filter(|soak| names.is_empty() || names.contains(&soak.name)).collect();
    let programs = named.iter().any(|soak| soak.starts_programs);
    let offered = if programs { test::offered_to_soaks()? } else { Vec::new() };
    let mut passed = true;
    for soak in named {
        passed &= soak.run(&state, &offered)?;
    }
    Ok(passed)
}

impl Soak {
    /// Runs it; true when it passed, and then its file is written.
    fn run(&self, state: &State, offered: &[test::Offered]) -> io::Result<bool> {
        let variables: Vec<_> = self.variables.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let told = format!("{} cargo test {} -- --nocapture", variables.join(" "), self.arguments.join(" "));
        let folder = tree::target().join("soak");
        fs::create_dir_all(&folder)?;
        let said = folder.join(format!("{}.txt", self.name));
        println!("soak: {told}\nsoak: what it prints is in {}", said.display());
        let mut command = process::cargo();
        command.arg("test").args(self.arguments).args(["--", "--nocapture"]).stdout(File::create(&said)?);
        command.envs(self.variables.iter().copied());
        command.envs(offered.iter().map(|(name, path)| (*name, path)));
        let started = Instant::now();
        let status = command.status()?;
        let took = started.elapsed().as_secs();
        let said = fs::read_to_string(&said)?;
        if !status.success() {
            eprintln!("{said}\nsoak: {} failed after {took} s at {state}", self.name);
            return Ok(false);
        }
        if State::read()? != *state {
            eprintln!("soak: {} passed, but what it was built from has changed meanwhile: run it again", self.name);
            return Ok(false);
        }
        let (cores, date) = (std::thread::available_parallelism().map_or(0, usize::from), Date::of(SystemTime::now()));
        let text = format!("$ {told}\n# commit {state}, {date}, {cores} cores, {took} s with the build\n{said}");
        let evidence = tree::root().join("docs/evidence");
        fs::create_dir_all(&evidence)?;
        fs::write(evidence.join(format!("{}.txt", self.name)), text)?;
        println!("soak: {} passed after {took} s at {state}", self.name);
        Ok(true)
    }
}
