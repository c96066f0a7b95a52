//! The real binary, ended at every named point and anywhere between, under traffic, over SQLite: nothing lost, nothing
//! twice, nothing held.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod recovery;
mod rounds;
mod slack;
mod sms;

use messaging_tests::process::{binary, mortal};

/// Every point that both houses pass.
const USUAL: [rounds::Aim; 14] = [
    ("ingress.received", 12),
    ("ingress.verified", 12),
    ("ingress.committed", 12),
    ("store.writing", 40),
    ("store.committed", 40),
    ("turn.claimed", 12),
    ("turn.replied", 12),
    ("turn.finished", 12),
    ("send.claimed", 12),
    ("send.admitted", 12),
    ("send.returned", 12),
    ("send.settled", 12),
    ("look.started", 1),
    ("look.returned", 1),
];

#[test]
fn the_plain_binary_has_no_fail_points() {
    let knows = |program: std::path::PathBuf| {
        let variable = b"MESSAGING_FAIL_POINT";
        std::fs::read(program).unwrap().windows(variable.len()).any(|bytes| bytes == variable)
    };
    assert!(knows(mortal()));
    assert!(!knows(binary()));
}
