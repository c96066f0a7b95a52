//! A file holds one noun or one verb, is called after it, and stays small.

use super::Violation;
use crate::tree::File;

const LIMIT: usize = 400;
const LANGUAGES: &[&str] = &["rs", "js", "css", "html", "py"];
const PLACES: &[&str] = &["crates/", "tests/", "examples/", "xtask/"];
const NAMELESS: &[&str] = &["utils", "util", "helpers", "helper", "common", "misc"];
const EXAMPLE: &str = "examples/custom_provider/";
const EXAMPLE_LIMIT: usize = 150;

pub(super) fn check(files: &[File]) -> Vec<Violation> {
    let mut found = Vec::new();
    for file in files.iter().filter(|file| is_source(file)) {
        let lines = file.text.lines().count();
        if lines > LIMIT {
            found.push(Violation {
                path: file.path.clone(),
                line: LIMIT + 1,
                rule: "small rooms",
                found: format!("{lines} lines, and {LIMIT} is the limit"),
                remedy: "give one of its nouns or verbs a file of its own",
            });
        }
        let stem = file.path.strip_suffix(file.extension()).unwrap_or(&file.path).trim_end_matches('.');
        if let Some(name) = stem.split('/').find(|part| NAMELESS.contains(part)) {
            found.push(Violation {
                path: file.path.clone(),
                line: 1,
                rule: "names",
                found: format!("`{name}` says nothing about what is in it"),
                remedy: "name it after the thing that it holds, in the words of the field",
            });
        }
    }
    let example = |file: &&File| file.path.starts_with(EXAMPLE) && file.extension() == "rs" && !file.is_test();
    let lines: usize = files.iter().filter(example).map(|file| file.text.lines().count()).sum();
    if lines > EXAMPLE_LIMIT {
        found.push(Violation {
            path: EXAMPLE.to_owned(),
            line: 1,
            rule: "a provider is small",
            found: format!("{lines} lines of sources, and we promise at most {EXAMPLE_LIMIT}"),
            remedy: "shorten the example, or make the contract easier to meet",
        });
    }
    found
}

/// The length in the middle of all Rust files.
pub(super) fn median(files: &[File]) -> String {
    let rust = files.iter().filter(|file| is_source(file) && file.extension() == "rs");
    let mut lengths: Vec<usize> = rust.map(|file| file.text.lines().count()).collect();
    lengths.sort_unstable();
    let middle = lengths.get(lengths.len() / 2).copied().unwrap_or(0);
    let longest = lengths.last().copied().unwrap_or(0);
    format!("Rust files have {middle} lines in the median and {longest} at most")
}

fn is_source(file: &File) -> bool {
    LANGUAGES.contains(&file.extension()) && PLACES.iter().any(|place| file.path.starts_with(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(path: &str, lines: usize) -> Vec<&'static str> {
        let file = File { path: path.into(), text: "x\n".repeat(lines) };
        check(&[file]).into_iter().map(|violation| violation.rule).collect()
    }

    #[test]
    fn a_long_file_is_found() {
        assert_eq!(rules("crates/a/src/page.css", 401), ["small rooms"]);
        assert_eq!(rules("crates/a/src/page.css", 400), [""; 0]);
        assert_eq!(rules("docs/guide.md", 4000), [""; 0]);
    }

    #[test]
    fn a_name_that_says_nothing_is_found() {
        assert_eq!(rules("crates/a/src/utils.rs", 1), ["names"]);
        assert_eq!(rules("crates/a/tests/common/mod.rs", 1), ["names"]);
        assert_eq!(rules("crates/a/src/commons_market.rs", 1), [""; 0]);
    }

    #[test]
    fn an_example_that_grows_is_found() {
        assert_eq!(rules("examples/custom_provider/src/lib.rs", 151), ["a provider is small"]);
        assert_eq!(rules("examples/custom_provider/tests/conformance.rs", 151), [""; 0]);
        assert_eq!(rules("examples/custom_provider/src/lib.rs", 150), [""; 0]);
    }

    #[test]
    fn the_median_is_told() {
        let file = |lines| File { path: "xtask/src/a.rs".into(), text: "x\n".repeat(lines) };
        assert!(median(&[file(1), file(7), file(300)]).contains("7 lines in the median and 300"));
    }
}
