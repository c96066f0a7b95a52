//! No test sleeps for real time to wait for something.

use super::{
    Violation,
    code::{Code, is_word},
};

const EXCUSE: &str = "// house: real time, because";

pub(super) fn check(all: &[Code<'_>]) -> Vec<Violation> {
    all.iter().flat_map(|code| of_file(code, all)).collect()
}

fn of_file(code: &Code<'_>, all: &[Code<'_>]) -> Vec<Violation> {
    // What only serves tests runs under the clock of the tests beside it.
    let serves = code.file.is_test() && !code.text.contains("#[test]") && !code.text.contains("::test");
    let paused = is_paused(code)
        || (serves && all.iter().any(|other| other.file.folder() == code.file.folder() && is_paused(other)));
    let mut found = Vec::new();
    for (line, text) in code.lines().filter(|(line, _)| code.is_test(*line)) {
        let blocks = text.contains("thread::sleep");
        if (blocks || (!paused && sleeps(text))) && !code.is_excused(line, EXCUSE) {
            found.push(Violation {
                path: code.file.path.clone(),
                line,
                rule: "no real sleep",
                found: "a test that waits for real time".to_owned(),
                remedy: "use #[tokio::test(start_paused = true)] or wait for the event itself; if it must be, \
                         say why above it: // house: real time, because …",
            });
        }
    }
    found
}

fn is_paused(code: &Code<'_>) -> bool {
    code.text.contains("start_paused") || code.text.contains("time::pause()")
}

fn sleeps(line: &str) -> bool {
    ["sleep(", "sleep_until("].iter().any(|call| {
        line.match_indices(call).any(|(at, _)| {
            let before = line.get(..at).unwrap_or_default();
            let defines = before.trim_end().ends_with("fn");
            !defines && !before.chars().next_back().is_some_and(|c| is_word(c) || c == '.')
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::File;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let file = File { path: path.into(), text: text.into() };
        check(&[Code::of(&file)]).into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn a_test_that_sleeps_is_found() {
        assert_eq!(lines("tests/a.rs", "\nstd::thread::sleep(SECOND);"), [2]);
        assert_eq!(lines("tests/a.rs", "tokio::time::sleep(SECOND).await;"), [1]);
        assert_eq!(lines("src/a.rs", "#[cfg(test)]\nmod tests {\nfn a() { sleep(SECOND) }\n}"), [3]);
    }

    #[test]
    fn virtual_time_and_a_reason_are_fine() {
        let paused = "#[tokio::test(start_paused = true)]\nasync fn a() { sleep(SECOND).await }";
        assert_eq!(lines("tests/a.rs", paused), [0; 0]);
        assert_eq!(lines("tests/a.rs", &format!("{paused}\nthread::sleep(SECOND)")), [3], "nothing pauses a thread");
        assert_eq!(
            lines("tests/a.rs", "// house: real time, because a process\n// starts\nthread::sleep(SECOND)"),
            [0; 0]
        );
        assert_eq!(lines("src/a.rs", "fn a() { sleep(SECOND) }"), [0; 0], "no test");
        assert_eq!(lines("tests/a.rs", "fn sleep(x: u8) {} world.sleep(1)"), [0; 0]);
    }

    #[test]
    fn a_file_that_serves_tests_runs_under_their_clock() {
        let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
        let paused = file("tests/stack/main.rs", "#[tokio::test(start_paused = true)]\nasync fn a() {}");
        let serves = file("tests/stack/script.rs", "async fn slow() { sleep(SECOND).await }");
        let other = file("tests/stack/other.rs", "#[tokio::test]\nasync fn b() { sleep(SECOND).await }");
        let found = check(&[Code::of(&paused), Code::of(&serves), Code::of(&other)]);
        let paths: Vec<&str> = found.iter().map(|violation| violation.path.as_str()).collect();
        assert_eq!(paths, ["tests/stack/other.rs"]);
    }
}
