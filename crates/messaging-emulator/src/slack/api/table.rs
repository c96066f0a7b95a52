use super::{assistant, auth, blocks, chat, conversations, files, method::Method, reactions, users};
use crate::slack::{oauth, socket, streams, views};

/// Every method, by what it is about. What Slack does beyond plain reads and writes is added here by its own folder.
static TABLE: &[&[Method]] = &[
    assistant::METHODS,
    auth::METHODS,
    blocks::METHODS,
    chat::METHODS,
    conversations::METHODS,
    files::METHODS,
    reactions::METHODS,
    oauth::METHODS,
    socket::METHODS,
    streams::METHODS,
    users::METHODS,
    views::METHODS,
];

/// The method of this name.
pub(super) fn method(name: &str) -> Option<&'static Method> {
    TABLE.iter().flat_map(|methods| methods.iter()).find(|method| method.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::slack::api::method::{ANYTHING, Tier};

    fn words(text: &str) -> BTreeSet<&str> {
        text.split_whitespace().collect()
    }

    #[test]
    fn the_table_is_the_documented_one() {
        let documented = include_str!("../../../tests/slack/methods.tsv");
        let rows = documented.lines().filter(|line| !line.starts_with('#')).skip(1);
        let mut compared = 0;
        for row in rows {
            let [name, tier, scopes, arguments, _] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let Some(method) = method(name) else { continue };
            compared += 1;
            let calls = match tier {
                "1" => Some(1),
                "2" => Some(20),
                "3" => Some(50),
                "4" => Some(100),
                _ => None,
            };
            assert_eq!(calls.is_none(), matches!(method.tier, Tier::Special(_)), "{name}");
            assert!(calls.is_none_or(|calls| method.tier.per_minute() == calls), "{name}");
            assert_eq!(words(method.scopes), words(scopes), "{name}");
            if method.takes != ANYTHING {
                assert_eq!(words(method.takes), words(arguments), "{name}");
            }
        }
        assert!(compared >= 58, "{compared}");
    }

    #[test]
    fn no_method_stands_there_twice() {
        let mut names: Vec<_> = TABLE.iter().flat_map(|methods| methods.iter()).map(|method| method.name).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
