//! What people and the agent say in a world, so that a checker can tell who was answered.

/// The mark of what a person writes: `c3#5` is the sixth message of the fourth conversation.
pub(super) fn write(conversation: usize, index: u64) -> String {
    format!("c{conversation}#{index}")
}

/// Reads the mark of what a person wrote, wherever it stands among their words.
pub(super) fn read(text: &str) -> Option<(usize, u64)> {
    text.split_whitespace().find_map(mark)
}

fn mark(word: &str) -> Option<(usize, u64)> {
    let (conversation, index) = word.strip_prefix('c')?.split_once('#')?;
    Some((conversation.parse().ok()?, index.parse().ok()?))
}

/// What a person wrote, without the mark.
pub(super) fn without_mark(text: &str) -> String {
    text.split_whitespace().filter(|word| mark(word).is_none()).collect::<Vec<_>>().join(" ")
}

/// The mark under the `number`-th reply of a turn about these messages.
pub(super) fn sign(number: usize, heard: &[(usize, u64)]) -> String {
    let heard: Vec<_> = heard.iter().map(|(conversation, index)| write(*conversation, *index)).collect();
    format!("{}:{}", nth(number), heard.join(","))
}

/// The kind of the `number`-th reply of an agent of somebody else's.
pub(super) fn nth(number: usize) -> String {
    format!("r{number}")
}

/// The kind of the reply before one of this kind, in the same turn.
pub(super) fn before(kind: &str) -> Option<String> {
    if kind == "ps" {
        return Some("re".into());
    }
    let number: usize = kind.strip_prefix('r')?.parse().ok()?;
    number.checked_sub(1).map(nth)
}

/// What was said, without the mark under it.
pub(super) fn without_sign(text: &str) -> &str {
    match text.trim_end().rsplit_once(char::is_whitespace) {
        Some((said, last)) if answered(last).is_some() => said.trim_end(),
        _ => text,
    }
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

/// Reads the last word of a reply: its kind, and what it answers.
pub(super) fn answered(text: &str) -> Option<(&str, Vec<(usize, u64)>)> {
    let (kind, list) = text.split_whitespace().last()?.split_once(':')?;
    let list: Vec<_> = list.split(',').map(mark).collect::<Option<_>>()?;
    (!list.is_empty()).then_some((kind, list))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_and_answered_can_be_read() {
        assert_eq!(read(&write(3, 5)), Some((3, 5)));
        assert_eq!(read("@bot c3#5 how are you?"), Some((3, 5)));
        assert_eq!(without_mark("@bot c3#5 how are you?"), "@bot how are you?");
        assert_eq!(read("hello"), None);
        // Number 4 gets two replies, number 6 none.
        let said = replies(&[(3, 4), (3, 5), (3, 6)]);
        assert_eq!(said, ["re:c3#4,c3#5", "ps:c3#4"]);
        assert_eq!(answered(&said[0]), Some(("re", vec![(3, 4), (3, 5)])));
    }

    #[test]
    fn what_somebody_elses_agent_says_is_signed() {
        let said = format!("Fine: thanks, and you?\n{}", sign(1, &[(0, 2), (0, 3)]));
        assert_eq!(answered(&said), Some(("r1", vec![(0, 2), (0, 3)])));
        assert_eq!(without_sign(&said), "Fine: thanks, and you?");
        assert_eq!(without_sign("Fine: thanks"), "Fine: thanks");
        assert_eq!(answered("Fine: thanks"), None);
    }
}
