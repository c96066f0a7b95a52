//! Links lead somewhere, names name something, blocks can be read.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails panics")]

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file with this ending below a folder.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
}

/// Every page, with its text.
fn pages() -> Vec<(PathBuf, String)> {
    let root = root();
    let mut found: Vec<_> = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"]
        .map(|name| root.join(name))
        .into();
    files(&root.join("docs"), "md", &mut found);
    files(&root.join("examples"), "md", &mut found);
    assert!(found.len() > 15, "{found:?}");
    found.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The blocks of a page in this language.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let mut checked = 0;
    for (page, text) in pages() {
        for link in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            if link.contains("://") {
                continue;
            }
            let target = page.parent().unwrap().join(link.split('#').next().unwrap());
            assert!(target.exists(), "{}: {link}", page.display());
            checked += 1;
        }
    }
    assert!(checked > 30, "{checked}");
}

#[test]
fn every_test_that_a_page_names_is_there() {
    let mut sources = Vec::new();
    for folder in ["crates", "tests", "examples"] {
        files(&root().join(folder), "rs", &mut sources);
    }
    let sources: String = sources.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let registry = messaging::Registry::linked().unwrap();
    let is_setting =
        |word: &str| registry.entries().any(|entry| entry.settings().iter().any(|setting| setting.key == word));
    let is_error = |word: &str| messaging::slack::codes().iter().any(|code| code.code == word);
    let mut checked = 0;
    for (page, text) in pages() {
        for word in text.split('`').skip(1).step_by(2) {
            let is_name = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            if is_name && word.matches('_').count() >= 3 && !is_setting(word) && !is_error(word) {
                assert!(sources.contains(&format!("fn {word}(")), "{}: there is no test `{word}`", page.display());
                checked += 1;
            }
        }
    }
    assert!(checked > 50, "{checked}");
}

#[test]
fn every_block_can_be_read() {
    let (mut tomls, mut jsons) = (0, 0);
    for (page, text) in pages() {
        for block in blocks(&text, "toml") {
            toml::from_str::<toml::Table>(block).unwrap_or_else(|error| panic!("{}: {error}\n{block}", page.display()));
            tomls += 1;
        }
        for block in blocks(&text, "json") {
            serde_json::from_str::<serde_json::Value>(block)
                .unwrap_or_else(|error| panic!("{}: {error}\n{block}", page.display()));
            jsons += 1;
        }
    }
    assert!(tomls >= 6 && jsons >= 2, "{tomls} {jsons}");
}
