//! `cargo xtask soak`: the long sizes of tests that the ordinary run does in small, what they print kept as evidence.

use crate::{process, test, tree};
use std::{
    fs, io,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

/// A test in a long size.
struct Soak {
    /// The name of its file below `docs/evidence`.
    name: &'static str,
    /// The file below `tests/tests`, or of another package.
    arguments: &'static [&'static str],
    variables: &'static [(&'static str, &'static str)],
}

const SOAKS: &[Soak] = &[
    Soak {
        name: "crash",
        arguments: &["-p", "messaging-tests", "--test", "crash"],
        variables: &[("MESSAGING_CRASHES", "500"), ("MESSAGING_OPEN_ITEMS", "10000")],
    },
    Soak {
        name: "malformed",
        arguments: &["-p", "messaging-tests", "--test", "malformed"],
        variables: &[("MESSAGING_FULL", "1")],
    },
    Soak {
        name: "disk",
        arguments: &["-p", "messaging-tests", "--test", "disk"],
        variables: &[("MESSAGING_DISK_FAULTS", "200")],
    },
    Soak {
        name: "rolling",
        arguments: &["-p", "messaging-tests", "--test", "rolling"],
        variables: &[("MESSAGING_RESTARTS", "500")],
    },
    Soak {
        name: "day",
        // As the binary is built: five million messages take some minutes then.
        arguments: &["--release", "-p", "messaging-testkit", "--test", "day"],
        variables: &[("MESSAGING_DAY", "5000000")],
    },
    Soak {
        name: "overload",
        arguments: &["--release", "-p", "messaging-tests", "--test", "overload"],
        variables: &[("MESSAGING_OVERLOAD", "300"), ("RUST_TEST_THREADS", "1")],
    },
    Soak {
        name: "slack-stream",
        arguments: &["-p", "messaging-tests", "--test", "slack_stream"],
        variables: &[("MESSAGING_SEEDS", "1000")],
    },
    Soak {
        name: "thrice",
        arguments: &["-p", "messaging-tests", "--test", "thrice"],
        variables: &[("MESSAGING_PEOPLE", "2500")],
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
    },
    Soak {
        name: "ambiguous",
        arguments: &["-p", "messaging-tests", "--test", "ambiguous"],
        variables: &[("MESSAGING_FULL", "1")],
    },
    Soak {
        name: "slack-rates",
        arguments: &["-p", "messaging-tests", "--test", "slack_rates"],
        variables: &[("MESSAGING_FULL", "1")],
    },
];

/// Runs those that are named, or all; true when all passed.
pub(crate) fn run(names: &[&str]) -> io::Result<bool> {
    if let Some(unknown) = names.iter().find(|name| SOAKS.iter().all(|soak| soak.name != **name)) {
        let known: Vec<_> = SOAKS.iter().map(|soak| soak.name).collect();
        return Err(io::Error::other(format!("no soak is called `{unknown}`: {}", known.join(", "))));
    }
    let offered = test::offered_to_soaks()?;
    let mut passed = true;
    for soak in SOAKS.iter().filter(|soak| names.is_empty() || names.contains(&soak.name)) {
        let mut command = process::cargo();
        command.arg("test").args(soak.arguments).args(["--", "--nocapture"]);
        command.envs(soak.variables.iter().copied());
        command.envs(offered.iter().map(|(name, path)| (*name, path)));
        let variables: Vec<_> = soak.variables.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let told = format!("{} cargo test {} -- --nocapture", variables.join(" "), soak.arguments.join(" "));
        println!("soak: {told}");
        let started = Instant::now();
        let output = command.output()?;
        let took = started.elapsed().as_secs();
        let said = String::from_utf8_lossy(&output.stdout);
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        let text = format!("$ {told}\n# {cores} cores, {took} s with the build, ended {since} s after 1970\n{said}");
        let file = tree::root().join("docs/evidence").join(format!("{}.txt", soak.name));
        fs::create_dir_all(tree::root().join("docs/evidence"))?;
        fs::write(&file, &text)?;
        print!("{text}");
        if !output.status.success() {
            eprintln!("{}", String::from_utf8_lossy(&output.stderr));
            passed = false;
        }
    }
    Ok(passed)
}
