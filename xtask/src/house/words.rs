//! The project speaks of itself only: no paths of a machine, no private registries.

use super::Violation;
use crate::tree::File;

/// Folders of machines that the project was written on.
const PATHS: &[&str] =
    &[concat!("/", "work/"), concat!("/", "root/"), concat!("/", "tmp/bash_jobs"), concat!("../", "shared")];
const LOCKS: &[&str] = &["Cargo.lock", "requirements.txt", "package-lock.json"];
const PUBLIC: &[&str] =
    &["github.com", "crates.io", "index.crates.io", "pypi.org", "files.pythonhosted.org", "registry.npmjs.org"];
const PIP_OPTIONS: &[&str] = &["--index-url", "--extra-index-url", "--find-links", "--trusted-host", "-i ", "-f "];

pub(super) fn check(files: &[File]) -> Vec<Violation> {
    let mut found = Vec::new();
    for file in files {
        for (line, text) in file.text.lines().enumerate().map(|(at, text)| (at + 1, text)) {
            if let Some(path) = PATHS.iter().find(|path| stands_alone(text, path)) {
                found.push(Violation {
                    path: file.path.clone(),
                    line,
                    rule: "words",
                    found: format!("`{path}` is a place on somebody's machine"),
                    remedy: "take the path from the environment, or name the thing instead of its place",
                });
            }
            if LOCKS.contains(&file.name())
                && let Some(source) = private_source(text)
            {
                found.push(Violation {
                    path: file.path.clone(),
                    line,
                    rule: "public sources",
                    found: format!("`{source}` is no public registry"),
                    remedy: "lock against the public registry",
                });
            }
        }
    }
    found
}

fn stands_alone(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric() && !"._-/}".contains(c))
    })
}

fn private_source(line: &str) -> Option<&str> {
    if let Some(option) = PIP_OPTIONS.iter().find(|option| line.starts_with(**option)) {
        return Some(option.trim());
    }
    if line.trim_start().starts_with("\"url\":") {
        // Whom npm proposes to pay.
        return None;
    }
    let (_, address) = line.split_once("://")?;
    let host = address.split(['/', '"', ':', '#']).next()?;
    (!PUBLIC.contains(&host)).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(path: &str, text: &str) -> Vec<(usize, &'static str)> {
        let file = File { path: path.into(), text: text.into() };
        check(&[file]).into_iter().map(|violation| (violation.line, violation.rule)).collect()
    }

    #[test]
    fn a_path_of_a_machine_is_found() {
        for path in PATHS {
            assert_eq!(rules("docs/a.md", &format!("ok\nsee `{path}b`")), [(2, "words")], "{path}");
        }
        assert_eq!(rules("docs/a.md", &format!("https://example.com{}b", PATHS[0])), []);
    }

    #[test]
    fn a_private_registry_is_found() {
        let lock = |host| format!("source = \"registry+https://{host}/index\"");
        assert_eq!(rules("Cargo.lock", &lock("mirror.example")), [(1, "public sources")]);
        assert_eq!(rules("Cargo.lock", &lock("github.com")), []);
        assert_eq!(rules("tests/requirements.txt", "--find-links wheels"), [(1, "public sources")]);
        let npm = |key: &str| format!("\"{key}\": \"https://mirror.example/a.tgz\"");
        assert_eq!(rules("tests/node/package-lock.json", &npm("resolved")), [(1, "public sources")]);
        assert_eq!(rules("tests/node/package-lock.json", &npm("url")), []);
        assert_eq!(rules("README.md", &lock("mirror.example")), [], "only locks are read");
    }
}
