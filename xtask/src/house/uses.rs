//! Reads the paths of `use` trees and of expressions, as far as the rule about circles needs them.

use super::code::is_word;

/// The first names of every branch of a tree: `a` of `a::b`, `a` and `C` of `{a::b, C}`.
pub(super) fn first_names(tree: &str) -> Vec<&str> {
    branches(tree).into_iter().filter_map(|branch| words(branch).next()).collect()
}

/// For every branch of a tree, its first name and the name that it is known by in the end.
pub(super) fn first_and_last_names(tree: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for branch in branches(tree) {
        let Some(first) = words(branch).next() else { continue };
        match branch.split_once('{') {
            Some((_, group)) => {
                let inner = group.rsplit_once('}').map_or(group, |(inner, _)| inner);
                found.extend(
                    split_at_commas(inner).into_iter().flat_map(first_and_last_names).map(|(_, last)| (first, last)),
                );
            }
            None => found.extend(words(branch).last().map(|last| (first, last))),
        }
    }
    found
}

/// The branches at the top of what stands after `crate::` or after `use`.
fn branches(tree: &str) -> Vec<&str> {
    let tree = tree.trim_start();
    match tree.strip_prefix('{') {
        Some(group) => split_at_commas(group.get(..closing(group)).unwrap_or(group)),
        None => vec![tree.get(..path_end(tree)).unwrap_or(tree)],
    }
}

/// Where the path at the start of the text ends: groups are part of it.
fn path_end(text: &str) -> usize {
    let mut depth = 0_i32;
    let end = text.find(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth < 0 || (depth == 0 && matches!(c, ';' | ',' | '(' | ')' | '<' | '>'))
    });
    end.unwrap_or(text.len())
}

fn closing(group: &str) -> usize {
    let mut depth = 1_i32;
    let end = group.find(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0
    });
    end.unwrap_or(group.len())
}

fn split_at_commas(list: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    list.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    })
    .collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_word(c)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_branches_of_a_tree_are_read() {
        assert_eq!(first_names("error::Error;"), ["error"]);
        assert_eq!(first_names("{\n    Error, event::{Event, EventKind},\n    id,\n};"), ["Error", "event", "id"]);
        assert_eq!(first_names("secret::Secret::new(a, b)"), ["secret"]);
    }

    #[test]
    fn what_a_library_hands_on_is_read() {
        assert_eq!(
            first_and_last_names("error::{BoxError, Error as Fault, deep::{A, B}};"),
            [("error", "BoxError"), ("error", "Fault"), ("error", "A"), ("error", "B")]
        );
        assert_eq!(first_and_last_names("messenger::Messenger;"), [("messenger", "Messenger")]);
    }
}
