//! What people and the agent say in a world, so that a checker can tell who was answered.

/// What a person writes: `c3#5` is the sixth message of the fourth conversation.
pub(super) fn write(conversation: usize, index: u64) -> String {
    format!("c{conversation}#{index}")
}

/// Reads what a person wrote.
pub(super) fn read(text: &str) -> Option<(usize, u64)> {
    let (conversation, index) = text.strip_prefix('c')?.split_once('#')?;
    Some((conversation.parse().ok()?, index.parse().ok()?))
}

/// Which replies a message gets: some none, some two.
pub(super) fn expected(index: u64) -> &'static [&'static str] {
    match index % 7 {
        4 => &["re", "ps"],
        6 => &[],
        _ => &["re"],
    }
}

/// The replies to everything that was heard: `re:c3#5,c3#6`, and a `ps:` for those that get one.
pub(super) fn replies(heard: &[(usize, u64)]) -> Vec<String> {
    let say = |kind: &str| {
        let wanted = heard.iter().filter(|(_, index)| expected(*index).contains(&kind));
        let wanted: Vec<_> = wanted.map(|(conversation, index)| write(*conversation, *index)).collect();
        (!wanted.is_empty()).then(|| format!("{kind}:{}", wanted.join(",")))
    };
    [say("re"), say("ps")].into_iter().flatten().collect()
}

/// Reads a reply: its kind, and what it answers.
pub(super) fn answered(text: &str) -> Option<(&str, Vec<(usize, u64)>)> {
    let (kind, list) = text.split_once(':')?;
    Some((kind, list.split(',').filter_map(read).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_and_answered_can_be_read() {
        assert_eq!(read(&write(3, 5)), Some((3, 5)));
        assert_eq!(read("hello"), None);
        // Number 4 gets two replies, number 6 none.
        let said = replies(&[(3, 4), (3, 5), (3, 6)]);
        assert_eq!(said, ["re:c3#4,c3#5", "ps:c3#4"]);
        assert_eq!(answered(&said[0]), Some(("re", vec![(3, 4), (3, 5)])));
    }
}
