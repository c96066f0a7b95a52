//! No circles of imports between the modules of a crate, tests left aside.
//!
//! A module is what `lib.rs` declares: a file or a folder. A name that `lib.rs` hands on counts for the module it comes from.

use super::{
    Violation,
    code::{Code, is_word},
    uses,
};
use std::collections::{BTreeMap, BTreeSet};

/// From which module to which, and where that is written first.
type Edges = BTreeMap<String, BTreeMap<String, (String, usize)>>;

pub(super) fn check(code: &[Code<'_>]) -> Vec<Violation> {
    let mut crates: BTreeMap<&str, Vec<&Code<'_>>> = BTreeMap::new();
    for file in code.iter().filter(|code| !code.file.is_test()) {
        if let Some((package, _)) = file.file.path.split_once("/src/") {
            crates.entry(package).or_default().push(file);
        }
    }
    crates.values().flat_map(|files| circles(&edges(files))).collect()
}

fn edges(files: &[&Code<'_>]) -> Edges {
    let modules: BTreeSet<String> = files.iter().filter_map(|code| path_of(code).into_iter().next()).collect();
    let roots = files.iter().filter(|code| path_of(code).is_empty());
    let handed_on: BTreeMap<String, String> = roots.flat_map(|root| handed_on(root)).collect();
    let mut edges = Edges::new();
    for code in files {
        let path = path_of(code);
        let Some(from) = path.first() else { continue };
        for (name, line) in root_names(code, path.len()) {
            let to = if modules.contains(name) { Some(name) } else { handed_on.get(name).map(String::as_str) };
            if let Some(to) = to.filter(|to| to != from && modules.contains(*to)) {
                let place = (code.file.path.clone(), line);
                edges.entry(from.clone()).or_default().entry(to.to_owned()).or_insert(place);
            }
        }
    }
    edges
}

/// The path of the module that a file is: none for `lib.rs`, `["message", "send"]` for `message/send.rs`.
fn path_of(code: &Code<'_>) -> Vec<String> {
    let below = code.file.path.split_once("/src/").map_or("", |(_, below)| below);
    let mut path: Vec<String> = below.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    let named_by_folder =
        path.last().is_some_and(|last| last == "mod" || (path.len() == 1 && (last == "lib" || last == "main")));
    if named_by_folder {
        path.pop();
    }
    path
}

/// What `lib.rs` takes from its modules: the name that it is known by, and the module.
fn handed_on(root: &Code<'_>) -> Vec<(String, String)> {
    let statements = root.text.split(';').filter_map(|statement| statement.rsplit_once("use ").map(|(_, tree)| tree));
    let trees = statements.map(|tree| tree.trim_start_matches("crate::").trim_start_matches("self::"));
    trees.flat_map(uses::first_and_last_names).map(|(first, last)| (last.to_owned(), first.to_owned())).collect()
}

/// The names that a file takes from the root of its crate, by `crate::` or by enough `super::`, with their lines.
fn root_names<'a>(code: &'a Code<'_>, depth: usize) -> Vec<(&'a str, usize)> {
    let up = "super::".repeat(depth);
    let mut found = Vec::new();
    for prefix in ["crate::", up.as_str()] {
        for (at, _) in code.text.match_indices(prefix) {
            let line = code.line_at(at);
            let (before, after) =
                (code.text.get(..at).unwrap_or_default(), code.text.get(at + prefix.len()..).unwrap_or_default());
            // `$crate` is the caller's, and a longer chain of `super` is read as its own.
            let starts = !before.ends_with(|c: char| c == '$' || c == ':' || is_word(c));
            if starts && !code.is_test(line) && !after.starts_with("super::") {
                found.extend(uses::first_names(after).into_iter().map(|name| (name, line)));
            }
        }
    }
    found
}

/// One violation for each set of modules that reach each other.
fn circles(edges: &Edges) -> Vec<Violation> {
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for module in edges.keys() {
        let Some(circle) = shortest_circle(edges, module) else { continue };
        let mut members = circle.clone();
        members.sort_unstable();
        if !told.insert(members) {
            continue;
        }
        let steps: Vec<String> =
            circle.iter().zip(circle.iter().cycle().skip(1)).map(|(a, b)| step(edges, a, b)).collect();
        let next = circle.get(1).copied().unwrap_or(module.as_str());
        let (path, line) = edges.get(module).and_then(|to| to.get(next)).cloned().unwrap_or_default();
        found.push(Violation {
            path,
            line,
            rule: "no circles of imports",
            found: steps.join(", "),
            remedy: "move what both need to a module of its own, or turn one arrow round",
        });
    }
    found
}

fn step(edges: &Edges, from: &str, to: &str) -> String {
    let place = edges.get(from).and_then(|reached| reached.get(to));
    let (path, line) = place.map_or(("", 0), |(path, line)| (path.as_str(), *line));
    format!("{from} ─► {to} ({}:{line})", path.rsplit('/').next().unwrap_or_default())
}

/// The modules of the shortest way from a module back to itself.
fn shortest_circle<'a>(edges: &'a Edges, start: &'a str) -> Option<Vec<&'a str>> {
    let mut ways: Vec<Vec<&str>> = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let reached = way.last().and_then(|last| edges.get(*last)).into_iter().flat_map(BTreeMap::keys);
            for next in reached {
                if next == start {
                    return Some(way);
                }
                if seen.insert(next.as_str()) {
                    longer.push(way.iter().copied().chain([next.as_str()]).collect());
                }
            }
        }
        ways = longer;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::File;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let file = |(path, text): &(&str, &str)| File { path: format!("crates/a/src/{path}"), text: (*text).into() };
        let files: Vec<File> = files.iter().map(file).collect();
        let code: Vec<Code<'_>> = files.iter().map(Code::of).collect();
        check(&code).into_iter().map(|violation| violation.found).collect()
    }

    const LIBRARY: (&str, &str) =
        ("lib.rs", "mod error;\nmod verb;\npub use error::{Error, Kind};\npub use verb::Verb;\n");

    #[test]
    fn a_circle_is_found_through_what_the_library_hands_on() {
        let files =
            [LIBRARY, ("error.rs", "\nuse crate::verb::Verb;"), ("verb/mod.rs", "use crate::{Kind as K, other};")];
        assert_eq!(found(&files), ["error ─► verb (error.rs:2), verb ─► error (mod.rs:1)"]);
    }

    #[test]
    fn a_circle_of_three_is_found_once() {
        let files = [
            LIBRARY,
            ("error.rs", "fn a() { crate::verb::run() }"),
            ("verb.rs", "use super::place::Place;"),
            ("place/kind.rs", "use super::super::Error;"),
        ];
        assert_eq!(found(&files).len(), 1);
    }

    #[test]
    fn arrows_one_way_tests_and_siblings_are_fine() {
        let test = "#[cfg(test)]\nmod tests {\n    use crate::error::Error;\n    use super::super::Error;\n}";
        let files =
            [LIBRARY, ("error.rs", "use crate::Verb;"), ("verb/mod.rs", test), ("verb/a.rs", "use super::error::b;")];
        assert_eq!(found(&files), [""; 0]);
    }
}
