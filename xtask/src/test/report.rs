//! Says what ran, what did not and why, and whether that is good enough.

use super::{
    suites::{Suite, Suites},
    targets::Target,
};
use crate::tree::File;
use std::{collections::BTreeSet, fmt::Display};

/// What one run of the tests comes to.
#[derive(Debug)]
pub(super) struct Report {
    strict: bool,
    skipped: Vec<String>,
    problems: Vec<String>,
    passed: usize,
    failed: usize,
}

impl Report {
    /// A strict report takes a skip and an empty suite for a failure.
    pub(super) fn new(strict: bool) -> Self {
        Self { strict, skipped: Vec::new(), problems: Vec::new(), passed: 0, failed: 0 }
    }

    /// Notes something that counts as a failure of its own.
    pub(super) fn problem(&mut self, problem: String) {
        self.problems.push(problem);
    }

    /// Notes tests that cannot run here.
    pub(super) fn skipped(&mut self, what: &str, why: &dyn Display) {
        self.skipped.push(format!("{what} ({why})"));
        if self.strict {
            self.problems.push(format!("{what} may not be skipped when CI=true"));
        }
    }

    /// Counts the suites and looks for tests that silently did not run.
    pub(super) fn judge(&mut self, suites: &Suites<'_>, targets: &[Target], files: &[File], success: bool) {
        self.passed = suites.all.iter().map(|suite| suite.passed).sum();
        self.failed = suites.all.iter().map(|suite| suite.failed).sum();
        for suite in suites.all.iter().filter(|suite| !suite.ended) {
            self.problems.push(format!("{} ended without a result: did it crash?", suite.title));
        }
        if suites.all.is_empty() {
            self.problems.push("no suite ran: see above".to_owned());
            return;
        }
        let silent = silent(&suites.all, targets, files);
        if self.strict {
            self.problems.extend(silent);
        } else {
            self.skipped.extend(silent);
        }
        if !success && self.failed == 0 && self.problems.is_empty() {
            self.problems.push("`cargo test` failed, though no test did: see above".to_owned());
        }
    }

    /// Prints how many tests each suite ran.
    pub(super) fn table(&self, suites: &Suites<'_>) {
        println!("\n{:>7} {:>7} {:>8}  suite", "passed", "failed", "ignored");
        let (ran, empty): (Vec<_>, Vec<_>) = suites.all.iter().partition(|s| s.passed + s.failed + s.ignored > 0);
        for Suite { title, passed, failed, ignored, .. } in &ran {
            println!("{passed:>7} {failed:>7} {ignored:>8}  {title}");
        }
        let ignored: usize = suites.all.iter().map(|suite| suite.ignored).sum();
        println!("{:>7} {:>7} {ignored:>8}  in all, {} suites", self.passed, self.failed, ran.len());
        if !empty.is_empty() {
            let titles: Vec<&str> = empty.iter().map(|suite| suite.title.as_str()).collect();
            println!("holding no test: {}", titles.join(", "));
        }
        for failure in &suites.failures {
            println!("failed: {failure}");
        }
    }

    /// Prints the closing lines; true when nothing failed. A problem counts as one failed test.
    pub(super) fn close(&self) -> bool {
        for line in &self.skipped {
            println!("skipped: {line}");
        }
        for line in &self.problems {
            println!("problem: {line}");
        }
        let failed = self.failed + self.problems.len();
        println!("{} passed, {failed} failed", self.passed);
        failed == 0
    }
}

/// Names what should have run tests and ran none. A library without a test and docs without an example are fine.
fn silent(suites: &[Suite], targets: &[Target], files: &[File]) -> Vec<String> {
    let ran = |target: &Target| -> usize {
        let of_target = suites.iter().filter(|suite| suite.program == target.program);
        of_target.map(|suite| suite.passed + suite.failed).sum()
    };
    let mut found = Vec::new();
    for target in targets.iter().filter(|target| target.integration && ran(target) == 0) {
        found.push(format!("{} ran no test", target.title()));
    }
    let packages: BTreeSet<&str> = targets.iter().map(|target| target.package.as_str()).collect();
    for package in packages {
        let mut inside = targets.iter().filter(|target| target.package == package && !target.integration).peekable();
        let folder = inside.peek().and_then(|target| target.source.rsplit_once('/')).map(|(folder, _)| folder);
        if let Some(folder) = folder
            && files.iter().any(|file| lies_in(file, folder) && declares_tests(file))
            && inside.all(|target| ran(target) == 0)
        {
            found.push(format!("{package} declares tests in src and ran none of them"));
        }
    }
    found.extend(
        files
            .iter()
            .filter(|file| is_orphan(file, targets, files))
            .map(|file| format!("{} is no target of its package and no module of one: no test in it ran", file.path)),
    );
    found
}

/// A file directly below a package's `tests` folder that cargo does not build.
fn is_orphan(file: &File, targets: &[Target], files: &[File]) -> bool {
    let Some(package) = file.folder().strip_suffix("tests").filter(|_| file.extension() == "rs") else { return false };
    let manifest = format!("{package}Cargo.toml");
    let is_package = files.iter().any(|other| other.path == manifest && other.text.contains("[package]"));
    let is_target = targets.iter().any(|target| target.source.replace('\\', "/").ends_with(&format!("/{}", file.path)));
    let module = format!("mod {};", file.name().trim_end_matches(".rs"));
    let is_module = files.iter().any(|other| other.folder() == file.folder() && other.text.contains(&module));
    is_package && !is_target && !is_module
}

/// Whether the file lies in a package's folder of sources, which is an absolute path.
fn lies_in(file: &File, sources: &str) -> bool {
    file.path.split_once("/src/").is_some_and(|(package, _)| sources.ends_with(&format!("/{package}/src")))
}

fn declares_tests(file: &File) -> bool {
    let attribute = |line: &str| line.starts_with("#[test]") || line.starts_with("#[tokio::test");
    file.extension() == "rs" && file.text.lines().any(|line| attribute(line.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit() -> Target {
        Target {
            package: "web".into(),
            source: "/home/me/crates/web/src/lib.rs".into(),
            program: "web-1".into(),
            integration: false,
        }
    }

    fn integration() -> Target {
        Target {
            source: "/home/me/crates/web/tests/chat.rs".into(),
            program: "chat-2".into(),
            integration: true,
            ..unit()
        }
    }

    fn file(path: &str, text: &str) -> File {
        File { path: path.into(), text: text.into() }
    }

    fn suite(target: &Target, passed: usize) -> Suite {
        Suite { title: target.title(), program: target.program.clone(), passed, ended: true, ..Suite::default() }
    }

    #[test]
    fn an_integration_test_that_ran_nothing_is_found() {
        let targets = [integration()];
        assert_eq!(silent(&[suite(&integration(), 0)], &targets, &[]), ["web tests/chat.rs ran no test"]);
        assert_eq!(silent(&[suite(&integration(), 1)], &targets, &[]), [""; 0]);
        assert_eq!(silent(&[], &targets, &[]).len(), 1, "a program that did not even start");
    }

    #[test]
    fn a_library_whose_tests_did_not_run_is_found() {
        let tested = [file("crates/web/src/page/mod.rs", "    #[tokio::test(start_paused = true)]")];
        let bare = [file("crates/web/src/page/mod.rs", "fn page() {}"), file("crates/other/src/lib.rs", "#[test]")];
        let ran_none = [suite(&unit(), 0)];
        assert_eq!(silent(&ran_none, &[unit()], &tested), ["web declares tests in src and ran none of them"]);
        assert_eq!(silent(&ran_none, &[unit()], &bare), [""; 0]);
        assert_eq!(silent(&[suite(&unit(), 2)], &[unit()], &tested), [""; 0]);
    }

    #[test]
    fn a_file_of_tests_that_cargo_does_not_build_is_found() {
        let manifest = file("crates/web/Cargo.toml", "[package]");
        let orphan = file("crates/web/tests/lost.rs", "#[test] fn lost() {}");
        let chat = file("crates/web/tests/chat.rs", "");
        let ran = [suite(&integration(), 1)];
        let found = silent(&ran, &[integration()], &[manifest, orphan, chat]);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("crates/web/tests/lost.rs is no target"), "{found:?}");
    }

    #[test]
    fn only_a_strict_report_fails_for_a_skip() {
        for (strict, good) in [(false, true), (true, false)] {
            let mut report = Report::new(strict);
            report.skipped("browser tests", &"no chromium");
            assert_eq!(report.close(), good);
        }
    }

    #[test]
    fn a_run_that_fails_without_a_failed_test_fails() {
        let mut report = Report::new(false);
        let targets = [unit()];
        let mut suites = Suites::new(&targets);
        suites.read("     Running unittests src/lib.rs (target/debug/deps/web-1)");
        suites.read("test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s");
        report.judge(&suites, &targets, &[], false);
        assert_eq!((report.passed, report.problems.len()), (1, 1), "{report:?}");
        assert!(!report.close());
    }

    #[test]
    fn a_run_of_nothing_fails() {
        let mut report = Report::new(false);
        report.judge(&Suites::new(&[]), &[], &[], true);
        assert!(!report.close());
    }

    #[test]
    fn a_killed_program_is_a_failure() {
        let targets = [integration()];
        let mut suites = Suites::new(&targets);
        suites.read("     Running tests/chat.rs (target/debug/deps/chat-2)");
        suites.read("test it_crashes ...");
        let mut report = Report::new(false);
        report.judge(&suites, &targets, &[], false);
        assert_eq!(report.problems, ["web tests/chat.rs ended without a result: did it crash?"]);
    }
}
