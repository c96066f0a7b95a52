//! What must not get out, and every form in which it could.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Mutex,
};

use base64::{
    Engine,
    engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD},
};
use messaging_tests::signed::hex;

/// Where the canaries sit.
const PLACES: [&str; 40] = [
    "text of an SMS",
    "number of a person",
    "WhatsApp profile name",
    "city of a person",
    "file of a person",
    "header of a webhook",
    "query of a webhook",
    "path of a webhook",
    "body that is not signed",
    "body that is no form",
    "error of a delivery",
    "baggage of a webhook",
    "auth token",
    "text in Slack",
    "name in Slack",
    "value of a button",
    "text of a command",
    "body that is no JSON",
    "bot token",
    "signing secret",
    "text in the web chat",
    "client id in the web chat",
    "cursor in the web chat",
    "answer",
    "answer piece by piece",
    "event of the agent",
    "refusal of the agent",
    "nonsense of the agent",
    "failure of the agent",
    "header of the agent",
    "model of the agent",
    "query of the agent",
    "token of the agent",
    "words of the vendor",
    "failure of the vendor",
    "header of the vendor",
    "way of the vendor",
    "error of Slack",
    "token of a stranger",
    "name of a file",
];

/// All of them, each with a text that is nowhere else.
#[derive(Debug)]
pub(crate) struct Canaries {
    texts: BTreeMap<&'static str, String>,
    placed: Mutex<BTreeSet<&'static str>>,
}

impl Canaries {
    pub(crate) fn new(dice: &mut fastrand::Rng) -> Self {
        let text = |(number, place): (usize, &&'static str)| {
            let text = match *place {
                "number of a person" => format!("+1555{:07}", dice.u32(2_000_000..9_999_999)),
                // What the vendors' formats demand of them.
                "auth token" | "signing secret" => format!("{:032x}", dice.u128(..)),
                "bot token" => format!("xoxb-{:032x}", dice.u128(..)),
                _ => format!("zq{number:02}{:016x}", dice.u64(..)),
            };
            (*place, text)
        };
        Self { texts: PLACES.iter().enumerate().map(text).collect(), placed: Mutex::default() }
    }

    /// The one for a place, which is put there now.
    pub(crate) fn at(&self, place: &'static str) -> &str {
        self.placed.lock().unwrap().insert(place);
        self.texts.get(place).unwrap_or_else(|| panic!("there is no place `{place}`"))
    }

    /// Places to which none was put.
    pub(crate) fn left_over(&self) -> Vec<&'static str> {
        let placed = self.placed.lock().unwrap();
        PLACES.into_iter().filter(|place| !placed.contains(place)).collect()
    }

    /// What is in `bytes` of them, by place and form.
    pub(crate) fn found_in(&self, bytes: &[u8]) -> Vec<String> {
        // Hexadecimal and percent-encoding know no case.
        let lower = bytes.to_ascii_lowercase();
        let forms = |(place, text): (&&str, &String)| {
            let found = needles(text).into_iter().filter(|(form, needle)| {
                let hay = if form.starts_with("base64") { bytes } else { &lower };
                memmem(hay, needle)
            });
            found.map(|(form, _)| format!("{place}, {form}")).collect::<Vec<_>>()
        };
        self.texts.iter().flat_map(forms).collect()
    }
}

/// A text in every form in which it could get out.
fn needles(text: &str) -> Vec<(String, Vec<u8>)> {
    let text = text.trim_start_matches('+').to_ascii_lowercase();
    let mut needles = vec![
        ("raw".to_owned(), text.clone().into_bytes()),
        ("percent-encoded".to_owned(), percent(&text).into_bytes()),
        ("hexadecimal".to_owned(), hex(text.as_bytes()).into_bytes()),
    ];
    for shift in 0..3 {
        // What stands before it decides how it is cut into groups of three: the outermost characters differ, the rest not.
        let shifted = [&b"\0\0\0"[..shift], text.as_bytes()].concat();
        for encoded in [STANDARD_NO_PAD.encode(&shifted), URL_SAFE_NO_PAD.encode(&shifted)] {
            let inner = encoded.get(4..encoded.len() - 4).expect("a canary is longer than that");
            needles.push((format!("base64, shifted by {shift}"), inner.as_bytes().to_vec()));
        }
    }
    needles
}

/// Every byte of a text as `%` and two digits.
fn percent(text: &str) -> String {
    let hex = hex(text.as_bytes());
    let escape = |pair: &[u8]| ['%'].into_iter().chain(pair.iter().map(|digit| char::from(*digit))).collect::<Vec<_>>();
    hex.as_bytes().chunks(2).flat_map(escape).collect()
}

fn memmem(hay: &[u8], needle: &[u8]) -> bool {
    let Some(first) = needle.first() else { return false };
    let starts = hay.iter().enumerate().filter(|(_, byte)| *byte == first);
    starts.map(|(at, _)| at).any(|at| hay.get(at..at + needle.len()) == Some(needle))
}

#[test]
fn every_form_is_found() {
    let canaries = Canaries::new(&mut fastrand::Rng::with_seed(1));
    let text = canaries.at("answer");
    let whole = format!("you said {text} there");
    let forms = [whole.clone(), percent(&whole).to_uppercase(), hex(whole.as_bytes()), STANDARD_NO_PAD.encode(&whole)];
    let shifted = ["x", "xy", "xyz"].map(|before| URL_SAFE_NO_PAD.encode(format!("{before}{text}yz")));
    for form in forms.iter().chain(&shifted) {
        let found = canaries.found_in(form.as_bytes());
        assert!(!found.is_empty() && found.iter().all(|found| found.starts_with("answer")), "{form}: {found:?}");
    }
    assert!(canaries.found_in(b"you said nothing there").is_empty());
    assert_eq!(canaries.left_over().len(), PLACES.len() - 1);
}
