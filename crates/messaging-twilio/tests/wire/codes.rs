//! The table of error codes against Twilio's own dictionary.

use std::collections::BTreeMap;

use messaging_twilio::codes;

/// `derive_codes.py` wrote it, out of the dictionary of 2023-05.
const DICTIONARY: &str = include_str!("../error_codes.tsv");

/// Codes that the dictionary does not have, and why they are mapped all the same.
const NEWER: [(u32, &str); 9] = [
    (21_266, "answered by the API since 2023; the current dictionary has a page for it"),
    (30_036, "the carrier's word for a validity period that ended, which was 30001 before"),
    (50_386, "a conversation of several people is being initialized; added with group texting's states"),
    (50_426, "a limit of ConversationWithParticipants, which is newer"),
    (64_101, "ConversationRelay is of 2024"),
    (64_102, "ConversationRelay is of 2024"),
    (64_105, "ConversationRelay is of 2024"),
    (64_107, "ConversationRelay is of 2024"),
    (64_109, "ConversationRelay is of 2024"),
];

#[test]
fn every_code_has_the_words_of_the_dictionary() {
    let dictionary: BTreeMap<u32, &str> = DICTIONARY
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').expect("a number and words"))
        .map(|(code, words)| (code.parse().expect("a number"), words))
        .collect();
    for code in codes() {
        let reason = NEWER.iter().find(|(newer, _)| *newer == code.code);
        if let Some(words) = dictionary.get(&code.code) {
            assert_eq!(code.message, *words, "{}", code.code);
            assert!(reason.is_none(), "{} is in the dictionary", code.code);
        } else {
            assert!(reason.is_some(), "{} is not in the dictionary: derive it again, or say why", code.code);
        }
    }
    assert_eq!(dictionary.len() + NEWER.len(), codes().len(), "the dictionary holds codes that are not mapped");
    assert!(codes().len() >= 269, "{} codes are mapped", codes().len());
}
