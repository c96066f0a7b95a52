//! Which methods there are to prove: those that the client's source declares, and those of Slack's table.

use std::{collections::BTreeSet, fs, path::Path};

/// Slack's table of methods, as the provider's own tests have it.
const TABLE: &str = include_str!("../../../crates/messaging-slack/tests/methods.tsv");

/// Every method that a request of the typed client declares.
pub(crate) fn methods() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/messaging-slack/src/client"), &mut found);
    found
}

/// Every method of the table.
pub(crate) fn documented() -> BTreeSet<String> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split('\t').next()).map(str::to_owned).collect()
}

fn collect(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("the client's source") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            let text = fs::read_to_string(&path).expect("text");
            found.extend(text.lines().filter_map(declared).map(str::to_owned));
        }
    }
}

/// The method in `Request: "family.method" => Answer` or `const METHOD: &'static str = "family.method";`.
fn declared(line: &str) -> Option<&str> {
    let rest = match line.split_once("const METHOD: &'static str = \"") {
        Some((_, rest)) => rest,
        None => line.split_once(": \"").filter(|(_, rest)| rest.contains("\" => "))?.1,
    };
    let name = rest.split_once('"')?.0;
    name.contains('.').then_some(name)
}
