//! `cargo xtask house`: the rules of the house that a program can see, each with the place and the remedy.

mod arrows;
mod circles;
mod code;
mod excuses;
mod layers;
mod manifests;
mod rooms;
mod sleeps;
mod uses;
mod words;

use crate::tree::{self, File};
use code::Code;
use std::{fmt, io};

/// One place where a rule is broken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Violation {
    path: String,
    line: usize,
    rule: &'static str,
    found: String,
    remedy: &'static str,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, rule, found, remedy } = self;
        write!(f, "{path}:{line}: {rule}: {found}\n    {remedy}")
    }
}

/// Checks every rule; true when none is broken.
pub(crate) fn run() -> io::Result<bool> {
    let files = tree::files()?;
    let mut violations = of_files(&files);
    violations.extend(arrows::check(&arrows::of_workspace()?, &files));
    violations.sort();
    violations.dedup();
    for violation in &violations {
        println!("{violation}");
    }
    println!("house: {} files, {}, {} violations", files.len(), rooms::median(&files), violations.len());
    Ok(violations.is_empty())
}

fn of_files(files: &[File]) -> Vec<Violation> {
    let code: Vec<Code<'_>> = files.iter().filter(|file| file.extension() == "rs").map(Code::of).collect();
    let mut violations = Vec::new();
    violations.extend(rooms::check(files));
    violations.extend(words::check(files));
    violations.extend(manifests::check(files));
    violations.extend(circles::check(&code));
    violations.extend(sleeps::check(&code));
    for code in &code {
        violations.extend(excuses::check(code));
        violations.extend(layers::check(code));
    }
    violations
}
