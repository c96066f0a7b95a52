//! Nothing unfinished, no test that is skipped, no lint that is silenced without a reason.

use super::code::is_word;
use super::{Violation, code::Code};

const UNFINISHED: &[&str] = &["todo!", "unimplemented!", "dbg!"];

pub(super) fn check(code: &Code<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut add = |byte: usize, rule, what: &str, remedy| {
        let line = code.line_at(byte);
        found.push(Violation { path: code.file.path.clone(), line, rule, found: what.to_owned(), remedy });
    };
    for name in UNFINISHED {
        for (at, _) in code.text.match_indices(name).filter(|(at, _)| starts_word(&code.text, *at)) {
            add(
                at,
                "unfinished",
                &format!("`{name}`"),
                "do the work, or leave it out and return an error that says so",
            );
        }
    }
    for (at, attribute) in attributes(&code.text) {
        if attribute.starts_with("ignore") {
            add(at, "no skipped tests", "`#[ignore]`", "mend the test or remove it");
        }
        if contains_word(attribute, "allow") && !contains_word(attribute, "reason") {
            add(at, "lints", "`#[allow]` without a reason", "mend what the lint says, or add reason = \"…\"");
        }
    }
    found
}

/// The insides of `#[…]` and `#![…]`, with where they start.
fn attributes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('#').filter_map(|(at, _)| {
        let rest = text.get(at + 1..)?;
        let inside = rest.strip_prefix('!').unwrap_or(rest).strip_prefix('[')?;
        let mut depth = 1_i32;
        let end = inside.find(|c| {
            depth += i32::from(c == '[') - i32::from(c == ']');
            depth == 0
        })?;
        Some((at, inside.get(..end)?))
    })
}

fn contains_word(text: &str, word: &str) -> bool {
    text.split(|c| !is_word(c)).any(|part| part == word)
}

fn starts_word(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !is_word(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::File;

    fn rules(text: &str) -> Vec<(usize, &'static str)> {
        let file = File { path: "crates/a/src/a.rs".into(), text: text.into() };
        check(&Code::of(&file)).into_iter().map(|violation| (violation.line, violation.rule)).collect()
    }

    #[test]
    fn unfinished_code_is_found() {
        assert_eq!(rules("fn a() {\n    todo!()\n}"), [(2, "unfinished")]);
        assert_eq!(rules("fn a() { dbg!(1); my_todo!(); } // todo!()"), [(1, "unfinished")]);
        assert_eq!(rules("let text = \"unimplemented!()\";"), []);
    }

    #[test]
    fn a_skipped_test_is_found() {
        assert_eq!(rules("#[test]\n#[ignore = \"slow\"]\nfn a() {}"), [(2, "no skipped tests")]);
    }

    #[test]
    fn a_silenced_lint_needs_a_reason() {
        assert_eq!(rules("#[allow(dead_code)]\nfn a() {}"), [(1, "lints")]);
        assert_eq!(rules("#![cfg_attr(test, allow(dead_code))]"), [(1, "lints")]);
        assert_eq!(rules("#[allow(\n    dead_code,\n    reason = \"the table is read by a macro\"\n)]\nfn a() {}"), []);
    }
}
