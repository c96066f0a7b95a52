//! Arrows between crates point down only.
//!
//! ```text
//!  cli ─► server ─► gateway ─► agent, resilience, store, telemetry ─► core          (resilience ─► telemetry, too)
//!   ├───► messaging ─► twilio, slack, web ─► http ───────────────────► core
//!   └───► emulator ─► http                                    (no provider: our bugs would agree with themselves)
//! ```

use super::Violation;
use crate::{
    process,
    tree::{self, File},
};
use std::io;

/// What a crate of ours may see of the others, besides its tests.
const ALLOWED: &[(&str, &[&str])] = &[
    ("messaging-core", &[]),
    ("messaging-http", &["core"]),
    ("messaging-resilience", &["core", "telemetry"]),
    ("messaging-telemetry", &["core"]),
    ("messaging-store", &["core"]),
    ("messaging-agent", &["core", "http"]),
    ("messaging-twilio", &["core", "http"]),
    ("messaging-slack", &["core", "http"]),
    ("messaging-web", &["core", "http"]),
    ("messaging-emulator", &["http"]),
    ("messaging-gateway", &["agent", "core", "resilience", "store", "telemetry"]),
    ("messaging-server", &["agent", "core", "gateway", "http", "resilience", "store", "telemetry", "web"]),
    ("messaging-testkit", &["agent", "core", "emulator", "gateway", "http", "resilience", "store", "telemetry"]),
    ("messaging", &["agent", "core", "gateway", "resilience", "slack", "store", "telemetry", "twilio", "web"]),
    ("messaging-cli", &["messaging", "emulator", "http", "server", "telemetry"]),
];
/// What only tests may see, in every crate.
const FOR_TESTS: &[&str] = &["emulator", "testkit"];
/// Packages elsewhere, such as tests and examples, see what they like: nothing depends on them.
const HOUSE: &str = "crates/";
/// What must not be below the core, however deep: a runtime, sockets, clients and servers.
const NOT_IN_CORE: &[&str] = &["axum", "hyper", "mio", "reqwest", "socket2", "tokio"];

/// One crate of ours sees a crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Arrow {
    folder: String,
    from: String,
    to: String,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Normal,
    Tests,
    /// Through other crates.
    Deep,
}

/// Asks cargo for every arrow that starts at a crate of ours, with all features.
pub(super) fn of_workspace() -> io::Result<Vec<Arrow>> {
    let tree = |words: &[&str]| {
        process::output(
            process::cargo().args(["tree", "--quiet", "--all-features", "--no-dedupe", "--prefix=depth"]).args(words),
        )
    };
    let mut arrows = read(&tree(&["--workspace", "--depth=1", "--edges=normal,build"])?, Kind::Normal);
    arrows.extend(read(&tree(&["--workspace", "--depth=1", "--edges=dev"])?, Kind::Tests));
    arrows.extend(read(&tree(&["--package=messaging-core", "--edges=normal,build"])?, Kind::Deep));
    Ok(arrows)
}

/// Reads lines such as `0messaging v0.1.0 (…)`, each with its depth, below the crate that is at depth 0.
fn read(tree: &str, kind: Kind) -> Vec<Arrow> {
    let mut arrows = Vec::new();
    let (mut folder, mut from) = (String::new(), String::new());
    let root = tree::root().to_string_lossy().replace('\\', "/");
    for line in tree.lines() {
        let named = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let depth = line.strip_suffix(named).unwrap_or_default();
        let Some(name) = named.split_whitespace().next() else { continue };
        if depth == "0" {
            name.clone_into(&mut from);
            let place = named.rsplit_once('(').map_or("", |(_, place)| place.trim_end_matches(')'));
            let place = place.replace('\\', "/");
            place.trim_start_matches(&root).trim_start_matches('/').clone_into(&mut folder);
        } else {
            arrows.push(Arrow { folder: folder.clone(), from: from.clone(), to: name.to_owned(), kind });
        }
    }
    arrows
}

pub(super) fn check(arrows: &[Arrow], files: &[File]) -> Vec<Violation> {
    arrows.iter().filter(|arrow| !is_fine(arrow)).map(|arrow| violation(arrow, files)).collect()
}

fn is_fine(Arrow { folder, from, to, kind }: &Arrow) -> bool {
    if *kind == Kind::Deep {
        return !NOT_IN_CORE.contains(&to.as_str());
    }
    let Some(to) = ours(to) else { return true };
    if !folder.starts_with(HOUSE) {
        return true;
    }
    let row = ALLOWED.iter().find(|(name, _)| name == from).map(|(_, row)| *row);
    row.is_some_and(|row| row.contains(&to) || (*kind == Kind::Tests && FOR_TESTS.contains(&to)))
}

/// The short name of a crate of ours.
fn ours(name: &str) -> Option<&str> {
    if name == "messaging" { Some(name) } else { name.strip_prefix("messaging-") }
}

fn violation(Arrow { folder, from, to, kind }: &Arrow, files: &[File]) -> Violation {
    let path = format!("{folder}/Cargo.toml");
    let manifest = files.iter().find(|file| file.path == path).map_or("", |file| file.text.as_str());
    let names = |line: &str| line.split(['.', '=', ' ']).next() == Some(to.as_str());
    let line = manifest.lines().position(names).map_or(1, |at| at + 1);
    let how = match kind {
        Kind::Normal => "depends on",
        Kind::Tests => "depends, for its tests, on",
        Kind::Deep => "depends, through others, on",
    };
    Violation {
        path,
        line,
        rule: "arrows point down",
        found: format!("{from} {how} {to}"),
        remedy: "move what is shared further down, or hand it in from above as an argument; the allowed arrows are in \
                 xtask/src/house/arrows.rs",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(tree: &str, kind: Kind) -> Vec<String> {
        check(&read(tree, kind), &[]).into_iter().map(|violation| violation.found).collect()
    }

    #[test]
    fn an_arrow_that_points_up_or_aside_is_found() {
        let tree = "0messaging-twilio v0.1.0 (crates/a)\n1bytes v1.12.1\n1messaging-core v0.1.0\n1messaging-slack v0.1.0\n\n\
                    0messaging-emulator v0.1.0 (crates/b)\n1messaging-twilio v0.1.0\n\n\
                    0messaging-server v0.1.0 (crates/c)\n1messaging-emulator v0.1.0\n\n\
                    0messaging-new v0.1.0 (crates/d)\n1messaging-core v0.1.0\n";
        assert_eq!(
            found(tree, Kind::Normal),
            [
                "messaging-twilio depends on messaging-slack",
                "messaging-emulator depends on messaging-twilio",
                "messaging-server depends on messaging-emulator",
                "messaging-new depends on messaging-core"
            ]
        );
    }

    #[test]
    fn the_place_is_told() {
        let manifest = "[package]\n[dependencies]\nmessaging-core.workspace = true\nmessaging-slack = \"1\"\n";
        let files = [File { path: "crates/a/Cargo.toml".into(), text: manifest.into() }];
        let root = tree::root();
        let tree = format!("0messaging-twilio v0.1.0 ({})\n1messaging-slack v0.1.0", root.join("crates/a").display());
        let found = check(&read(&tree, Kind::Normal), &files);
        assert_eq!(found.first().map(|first| (first.path.as_str(), first.line)), Some(("crates/a/Cargo.toml", 4)));
    }

    #[test]
    fn tests_alone_may_see_the_emulator() {
        let tree = "0messaging-slack v0.1.0 (crates/a)\n1messaging-emulator v0.1.0\n1messaging-testkit v0.1.0\n";
        assert_eq!(found(tree, Kind::Tests), [""; 0]);
        assert_eq!(found(tree, Kind::Normal).len(), 2);
        assert_eq!(found("0messaging-slack v0.1.0 (crates/a)\n1messaging-twilio v0.1.0", Kind::Tests).len(), 1);
    }

    #[test]
    fn an_example_sees_what_it_likes() {
        assert_eq!(found("0echo v0.1.0 (examples/echo)\n1messaging-twilio v0.1.0", Kind::Normal), [""; 0]);
    }

    #[test]
    fn a_runtime_below_the_core_is_found() {
        let tree = "0messaging-core v0.1.0 (crates/a)\n1tower v0.5.3\n2tokio v1.54.1\n";
        assert_eq!(found(tree, Kind::Deep), ["messaging-core depends, through others, on tokio"]);
    }
}
