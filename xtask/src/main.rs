//! The chores of this workspace.
//!
//! ```text
//!  cargo xtask test     every test, with the set-up that they need
//!  cargo xtask check    format, lints, docs, house rules, licences and sources
//!  cargo xtask house    the house rules alone
//!  cargo xtask measure  how long a newcomer waits: first build, banner, first answer
//!  cargo xtask soak     the long sizes of some tests, what they print into docs/evidence
//!  cargo xtask ci       what .ci/run does
//! ```

mod check;
mod house;
mod measure;
mod process;
mod soak;
mod test;
mod tree;

use std::{
    io,
    process::{Command, ExitCode},
};

const USAGE: &str = "usage: cargo xtask <test | check | house | measure | soak [name …] | ci>";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["test"] => Ok(test::run()),
        ["check"] => Ok(check::run()),
        ["house"] => house::run(),
        ["measure"] => measure::run(),
        ["soak", names @ ..] => soak::run(names),
        ["ci"] => ci(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(true)
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn ci() -> io::Result<bool> {
    Ok(Command::new("bash").arg(".ci/run").current_dir(tree::root()).status()?.success())
}
