//! A 2xx for a stored event can be made in one way only.
#![allow(missing_docs, reason = "it is a test")]

#[test]
fn only_the_inbox_makes_a_2xx() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/compile_pass/*.rs");
    cases.compile_fail("tests/compile_fail/*.rs");
}
