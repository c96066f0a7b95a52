//! `cargo xtask test`: runs every test of the workspace and does its own set-up on a fresh machine.
//!
//! Tests are told by the environment what they need: `MESSAGING_BIN` is the plain binary, `MESSAGING_FAIL_POINTS_BIN` the
//! one that ends where they want, `MESSAGING_PYTHON` a Python with the vendors' SDKs, `MESSAGING_NODE` a Node.js whose
//! packages are in `MESSAGING_NODE_MODULES`, `MESSAGING_CHROMIUM` a browser, `MESSAGING_STRACE`, `MESSAGING_UNSHARE` and
//! `MESSAGING_HAPROXY` programs of the system. What cannot be had is named in one line; under
//! `CI=true` it is a failure.

mod apt;
mod chromium;
mod node;
mod programs;
mod python;
mod report;
mod suites;
mod targets;
mod tools;

use crate::{process, tree};
use report::Report;
use std::{
    env,
    ffi::OsString,
    io::{self, BufRead, BufReader, IsTerminal, Write},
    process::{Command, ExitStatus, Stdio},
    thread,
    time::Instant,
};
use suites::Suites;

const PYTHON: &str = "MESSAGING_PYTHON";
const NODE: &str = "MESSAGING_NODE";
const NODE_MODULES: &str = "MESSAGING_NODE_MODULES";
const CHROMIUM: &str = "MESSAGING_CHROMIUM";
const CHROMEDRIVER: &str = "MESSAGING_CHROMEDRIVER";
const BINARY: &str = "MESSAGING_BIN";
const MORTAL: &str = "MESSAGING_FAIL_POINTS_BIN";

/// A variable for tests, and what it says.
pub(crate) type Offered = (&'static str, OsString);

/// Runs every test; true when all passed and nothing was left out that must not be.
pub(crate) fn run() -> bool {
    let started = Instant::now();
    let mut report = Report::new(process::is_ci());
    let (built, python, node, chromium) = thread::scope(|scope| {
        let python = scope.spawn(python::set_up);
        let node = scope.spawn(node::set_up);
        let chromium = scope.spawn(chromium::set_up);
        (programs(), joined(python.join()), joined(node.join()), joined(chromium.join()))
    });
    let mut offered: Vec<Offered> = Vec::new();
    match python {
        Ok(path) => offered.push((PYTHON, path.into())),
        Err(error) => report.skipped("tests with the vendors' SDKs", &error),
    }
    match node {
        Ok(node) => {
            offered.push((NODE, node.program.into()));
            offered.push((NODE_MODULES, node.modules.into()));
        }
        Err(error) => report.skipped("tests with the vendors' packages for Node.js", &error),
    }
    match chromium {
        Ok(browser) => {
            offered.push((CHROMIUM, browser.chromium.into()));
            offered.push((CHROMEDRIVER, browser.driver.into()));
        }
        Err(error) => report.skipped("browser tests", &error),
    }
    offered.extend(tools(|what, error| report.skipped(what, error)));
    println!("set-up: {:.1?}", started.elapsed());
    match built {
        Ok(built) => {
            offered.extend(built);
            if let Err(error) = test(&offered, &mut report) {
                report.problem(error.to_string());
            }
        }
        Err(error) => report.problem(error.to_string()),
    }
    println!("all of it: {:.1?}", started.elapsed());
    report.close()
}

/// What long runs need: our own programs, and those of the system that are there or can be had.
pub(crate) fn offered_to_soaks() -> io::Result<Vec<Offered>> {
    let missing = |what: &str, error: &io::Error| println!("skipped: {what} ({error})");
    Ok(programs()?.into_iter().chain(tools(missing)).collect())
}

/// Finds programs of the system, or installs them; `missing` hears what cannot be had.
fn tools(mut missing: impl FnMut(&str, &io::Error)) -> Vec<Offered> {
    let mut found = Vec::new();
    for tool in tools::TOOLS {
        match tool.set_up() {
            Ok(path) => found.push((tool.variable, path.into())),
            Err(error) => missing(tool.tests, &error),
        }
    }
    found
}

/// Builds the programs that tests start, and says where they are.
fn programs() -> io::Result<[Offered; 2]> {
    let mortal = programs::with_fail_points()?;
    Ok([(BINARY, programs::build()?.into()), (MORTAL, mortal.into())])
}

fn test(offered: &[Offered], report: &mut Report) -> io::Result<()> {
    let started = Instant::now();
    let Some(targets) = targets::build()? else {
        report.problem("the tests do not compile".to_owned());
        return Ok(());
    };
    println!("build of the tests: {:.1?}", started.elapsed());
    let mut suites = Suites::new(&targets);
    let status = stream(offered, |line| suites.read(line))?;
    report.judge(&suites, &targets, &tree::files()?, status.success());
    report.table(&suites);
    Ok(())
}

/// Runs the tests, shows what they write and hands on every line of it, in the order of writing.
fn stream(offered: &[Offered], mut each: impl FnMut(&str)) -> io::Result<ExitStatus> {
    let (reader, writer) = io::pipe()?;
    let mut child = tests(offered).stdout(writer.try_clone()?).stderr(writer).spawn()?;
    let mut reader = BufReader::new(reader);
    let mut out = io::stdout();
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        out.write_all(&line)?;
        each(&String::from_utf8_lossy(&line));
        line.clear();
    }
    child.wait()
}

fn tests(offered: &[Offered]) -> Command {
    let mut command = process::cargo();
    command.args(["test", "--workspace", "--no-fail-fast"]).stdin(Stdio::null());
    if io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    // A developer's own accounts must not reach a test.
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("TWILIO_") || name.starts_with("SLACK_")) {
            command.env_remove(name);
        }
    }
    let tools = tools::TOOLS.iter().map(|tool| tool.variable);
    for name in [BINARY, MORTAL, PYTHON, NODE, NODE_MODULES, CHROMIUM].into_iter().chain(tools) {
        command.env_remove(name);
    }
    command.envs(offered.iter().map(|(name, path)| (*name, path)));
    command
}

fn joined<T>(outcome: thread::Result<io::Result<T>>) -> io::Result<T> {
    outcome.unwrap_or_else(|_| Err(io::Error::other("the set-up itself is broken")))
}
