//! Every package takes the lints of the workspace; xtask starts without a dependency.

use super::Violation;
use crate::tree::File;

pub(super) fn check(files: &[File]) -> Vec<Violation> {
    let manifests = files.iter().filter(|file| file.name() == "Cargo.toml" && section(&file.text, "package").is_some());
    let mut found = Vec::new();
    for file in manifests {
        // A package that is its own workspace, as a fuzz crate is, has nothing to inherit.
        let alone = section(&file.text, "workspace").is_some();
        let inherits = section(&file.text, "lints").is_some_and(|lines| lines.iter().any(|l| *l == "workspace=true"));
        if !alone && !inherits {
            found.push(Violation {
                path: file.path.clone(),
                line: 1,
                rule: "lints",
                found: "the lints of the workspace are not taken".to_owned(),
                remedy: "add [lints] workspace = true",
            });
        }
        let depends = file.text.lines().position(|line| line.starts_with('[') && line.contains("dependencies"));
        if let Some(at) = depends.filter(|_| file.path == "xtask/Cargo.toml") {
            found.push(Violation {
                path: file.path.clone(),
                line: at + 1,
                rule: "xtask is lean",
                found: "a dependency".to_owned(),
                remedy: "use the standard library: every test run on a fresh machine waits for xtask to build",
            });
        }
    }
    found
}

/// The lines of a table, without spaces.
fn section(manifest: &str, name: &str) -> Option<Vec<String>> {
    let header = format!("[{name}]");
    let mut lines = manifest.lines().map(|line| line.replace(' ', ""));
    lines.find(|line| *line == header)?;
    Some(lines.take_while(|line| !line.starts_with('[')).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(path: &str, text: &str) -> Vec<&'static str> {
        let file = File { path: path.into(), text: text.into() };
        check(&[file]).into_iter().map(|violation| violation.rule).collect()
    }

    #[test]
    fn a_package_with_lints_of_its_own_is_found() {
        assert_eq!(rules("crates/a/Cargo.toml", "[package]\nname = \"a\"\n"), ["lints"]);
        assert_eq!(rules("crates/a/Cargo.toml", "[package]\n[lints]\n[dependencies]\nworkspace = true"), ["lints"]);
        assert_eq!(rules("crates/a/Cargo.toml", "[package]\n[lints]\nworkspace = true\n"), [""; 0]);
        assert_eq!(rules("Cargo.toml", "[workspace]\n"), [""; 0]);
        assert_eq!(rules("fuzz/Cargo.toml", "[package]\n[workspace]\n"), [""; 0]);
    }

    #[test]
    fn an_xtask_with_dependencies_is_found() {
        let manifest = "[package]\n[lints]\nworkspace = true\n[dependencies]\nserde = \"1\"\n";
        assert_eq!(rules("xtask/Cargo.toml", manifest), ["xtask is lean"]);
        assert_eq!(rules("crates/a/Cargo.toml", manifest), [""; 0]);
    }
}
