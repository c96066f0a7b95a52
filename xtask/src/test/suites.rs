//! Reads what `cargo test` writes: which suites ran, and how many tests each ran.

use super::targets::Target;

/// What one suite ran.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Suite {
    pub(super) title: String,
    /// The name of the program, empty for the tests in docs.
    pub(super) program: String,
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) ignored: usize,
    /// Whether a result was written: a program that was killed writes none.
    pub(super) ended: bool,
}

/// Every suite, in the order of running.
#[derive(Debug)]
pub(super) struct Suites<'a> {
    targets: &'a [Target],
    pub(super) all: Vec<Suite>,
    pub(super) failures: Vec<String>,
}

impl<'a> Suites<'a> {
    pub(super) fn new(targets: &'a [Target]) -> Self {
        Self { targets, all: Vec::new(), failures: Vec::new() }
    }

    /// Reads one line.
    pub(super) fn read(&mut self, line: &str) {
        let line = without_colours(line);
        let line = line.trim();
        if let Some(target) = self.started(line) {
            self.all.push(Suite { title: target.title(), program: target.program.clone(), ..Suite::default() });
        } else if let Some(library) = line.strip_prefix("Doc-tests ") {
            self.all.push(Suite { title: format!("{} docs", library.replace('_', "-")), ..Suite::default() });
        } else if let Some(counts) = line.strip_prefix("test result: ") {
            // Doc tests that cannot be merged into one program are a second result of the same suite.
            if let Some(suite) = self.all.last_mut() {
                suite.passed += count(counts, "passed");
                suite.failed += count(counts, "failed");
                suite.ignored += count(counts, "ignored");
                suite.ended = true;
            }
        } else if let Some(test) = line.strip_prefix("test ").and_then(|rest| rest.strip_suffix(" ... FAILED")) {
            let suite = self.all.last().map_or("", |suite| suite.title.as_str());
            self.failures.push(format!("{suite}: {test}"));
        }
    }

    fn started(&self, line: &str) -> Option<&'a Target> {
        let (_, program) = line.strip_prefix("Running ")?.strip_suffix(')')?.rsplit_once('(')?;
        let program = program.rsplit(['/', '\\']).next()?;
        self.targets.iter().find(|target| target.program == program)
    }
}

fn count(counts: &str, word: &str) -> usize {
    let words: Vec<&str> = counts.split([' ', ';', '.']).filter(|part| !part.is_empty()).collect();
    let at = words.iter().position(|candidate| *candidate == word);
    at.and_then(|at| words.get(at.checked_sub(1)?)?.parse().ok()).unwrap_or(0)
}

fn without_colours(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, escaped)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = escaped.split_once('m').map_or("", |(_, after)| after);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(program: &str, integration: bool) -> Target {
        let source = if integration { "/home/me/tests/client.rs" } else { "/home/me/src/lib.rs" };
        Target { package: "messaging-http".into(), source: source.into(), program: program.into(), integration }
    }

    #[test]
    fn a_run_is_read() {
        let targets = [target("messaging_http-1", false), target("client-2", true)];
        let mut suites = Suites::new(&targets);
        for line in [
            "     Running unittests src/lib.rs (target/debug/deps/messaging_http-1)",
            "running 0 tests",
            "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "\u{1b}[1m\u{1b}[92m     Running\u{1b}[0m tests/client.rs (/home/me/target/debug/deps/client-2)",
            "test it_waits ... ok",
            "test it_asks ... FAILED",
            "test result: FAILED. 12 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "   Doc-tests messaging_http",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
        ] {
            suites.read(line);
        }
        let counts: Vec<_> = suites.all.iter().map(|s| (s.title.as_str(), s.passed, s.failed, s.ignored)).collect();
        assert_eq!(
            counts,
            [
                ("messaging-http src/lib.rs", 0, 0, 0),
                ("messaging-http tests/client.rs", 12, 1, 2),
                ("messaging-http docs", 4, 0, 0)
            ]
        );
        assert_eq!(suites.failures, ["messaging-http tests/client.rs: it_asks"]);
    }

    #[test]
    fn a_test_that_writes_like_cargo_starts_no_suite() {
        let mut suites = Suites::new(&[]);
        suites.read("Running away (quickly)");
        assert_eq!(suites.all, []);
    }
}
