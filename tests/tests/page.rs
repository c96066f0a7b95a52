//! The playground's page in a real browser, against the real binary.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use messaging_tests::{
    process::{Process, Scratch, environment},
    python::{has_browser, python, run},
};

fn page(name: &str, arguments: &[&str]) {
    let Some(python) = python().filter(|_| has_browser()) else { return };
    let scratch = Scratch::new(name);
    let env = scratch.file("dev.env");
    let env = env.to_str().unwrap();
    let dev = Process::start(&scratch.file("."), &["dev", "--port", "0", "--no-open", "--write-env", env], &[]);
    environment(env.as_ref());
    run(&python, "page.py", &[&[env], arguments].concat());
    assert_eq!(dev.terminate(), Some(0), "a clean drain");
}

#[test]
fn a_person_types_on_every_channel_and_reads_the_answer() {
    page("page", &[]);
}

#[test]
fn a_send_that_is_swallowed_shows_no_answer() {
    page("page-swallow", &["swallow"]);
}
