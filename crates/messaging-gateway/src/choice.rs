//! What a person who answers "2" has chosen.

use messaging_core::message::Action;
use messaging_store::{Record, Speaker};

/// Most lines before a message among which a choice is looked for.
pub(crate) const LINES: usize = 20;

/// Reads a choice off what a person wrote: a label, or the number of one, of the newest choices offered to them.
///
/// An offer is over once somebody has chosen from it and the agent has answered that: the next number means something
/// else.
pub(crate) fn chosen(text: &str, before: &[Record]) -> Option<Action> {
    let offers = |record: &Record| record.speaker == Speaker::Agent && !record.content.actions.is_empty();
    let at = before.iter().rposition(offers)?;
    let (offered, since) = (&before.get(at)?.content.actions, before.get(at + 1..)?);
    let taken =
        since.iter().position(|line| line.speaker == Speaker::Person && pick(&line.content.text, offered).is_some());
    let is_over = taken
        .and_then(|taken| since.get(taken..))
        .is_some_and(|rest| rest.iter().any(|line| line.speaker == Speaker::Agent));
    if is_over { None } else { pick(text, offered) }
}

fn pick(text: &str, offered: &[Action]) -> Option<Action> {
    let text = text.trim();
    let says = |label: &str| label.trim().to_lowercase() == text.to_lowercase();
    let by_label = offered.iter().find(|action| says(&action.label));
    by_label.or_else(|| offered.get(number(text)?.checked_sub(1)?)).cloned()
}

/// Reads `2`, `2.` or `2)`.
fn number(text: &str) -> Option<usize> {
    let digits = text.strip_suffix(['.', ')']).unwrap_or(text);
    (digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use messaging_core::{UnixMillis, message::Content};

    use super::*;

    fn line(speaker: Speaker, actions: &[&str]) -> Record {
        said(speaker, "Pick:", actions)
    }

    fn said(speaker: Speaker, text: &str, actions: &[&str]) -> Record {
        let mut content = Content::text(text);
        content.actions = actions.iter().map(|label| Action::new(*label, label.to_uppercase())).collect();
        serde_json::from_value(serde_json::json!({
            "cursor": 1, "speaker": speaker, "author": null, "message": null, "content": content,
            "at": UnixMillis(0), "changed": 1,
        }))
        .unwrap()
    }

    #[test]
    fn a_number_or_a_label_is_a_choice() {
        let before = [line(Speaker::Agent, &["Tea", "Coffee"]), line(Speaker::Person, &[])];
        for text in ["2", " 2. ", "2)", "coffee", "COFFEE "] {
            assert_eq!(chosen(text, &before).unwrap().value, "COFFEE", "{text}");
        }
        for text in ["0", "3", "2 please", "", "-1", "+2", "2.5", "٢", "99999999999999999999"] {
            assert_eq!(chosen(text, &before), None, "{text}");
        }
    }

    #[test]
    fn an_offer_is_over_once_a_choice_was_answered() {
        let mut before = vec![line(Speaker::Agent, &["Tea", "Coffee"]), said(Speaker::Person, "hm", &[])];
        before.push(said(Speaker::Agent, "Take your time.", &[]));
        assert_eq!(chosen("2", &before).unwrap().value, "COFFEE", "nothing was chosen yet");
        before.push(said(Speaker::Person, "2", &[]));
        assert_eq!(chosen("1", &before).unwrap().value, "TEA", "another mind before the answer");
        before.push(said(Speaker::Agent, "How many cups?", &[]));
        assert_eq!(chosen("2", &before), None);
    }

    #[test]
    fn the_newest_offer_counts_and_a_label_before_a_number() {
        let before = [line(Speaker::Agent, &["Tea", "Coffee"]), line(Speaker::Agent, &["2", "1"])];
        assert_eq!(chosen("1", &before).unwrap().label, "1");
        assert_eq!(chosen("tea", &before), None);
        assert_eq!(chosen("1", &[]), None);
        assert_eq!(chosen("1", &[line(Speaker::Person, &["Tea"])]), None, "a person offers nothing");
    }
}
