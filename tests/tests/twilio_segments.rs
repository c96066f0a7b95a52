//! Text messages are counted as Twilio's own calculator counts them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{borrow::Cow, thread};

use fastrand::Rng;
use messaging_tests::batch::{ask, node};
use messaging_twilio::{Encoding, segments, smart_encoded};
use serde_json::{Value, json};

const TEXTS: usize = 20_000;
const SEED: u64 = 0x7177_1110;

/// What texts are made of: of one encoding, of the other, and what is easily miscounted.
const GSM: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCXYZÄÖÑÜ§¿abcxyzäöñüà";
const TWICE: &str = "^{}\\[~]|€\u{c}";
const SMART: &str = "“”‘’«»–—…•\u{a0}\u{200b}\u{2009}′″‹›„‚\t`´";
const WIDE: &str = "ąćęłńçіشमन中文日本語한국어ℹ☎∞";
const CLUSTERS: [&str; 24] = [
    "😀",
    "👍🏽",
    "👨‍👩‍👧‍👦",
    "🏳️‍🌈",
    "🇩🇪",
    "🇺🇸",
    "e\u{301}",
    "a\u{308}\u{323}",
    "नि",
    "കു",
    "한",
    "\u{1112}\u{1161}\u{11ab}",
    "\r\n",
    "☎️",
    "1️⃣",
    "🧑🏿‍🚀",
    "👩‍❤️‍💋‍👨",
    "\u{200c}",
    "\u{fe0f}",
    "\u{301}",
    "ﷺ",
    "𝒳",
    "\u{10ffff}",
    "\u{0}",
];

/// A text, often just as long as one message or two hold.
fn text(rng: &mut Rng) -> String {
    let limit = [160, 70, 153, 67, 160, 70, 306, 134, 201, 10][rng.usize(..10)];
    let length = (limit + rng.usize(..7)).saturating_sub(3);
    let kind = rng.u8(..10);
    let pick = |rng: &mut Rng, letters: &str| rng.choice(letters.chars().collect::<Vec<_>>()).unwrap().to_string();
    let mut text = String::new();
    let mut used = 0;
    while used < length {
        let piece: Cow<'_, str> = match (kind, rng.u8(..20)) {
            (0..=2, 0) | (3, 0..10) => pick(rng, TWICE).into(),
            (4, 0..2) | (5, 0..10) => pick(rng, SMART).into(),
            (6, 0) | (7, 0..10) => pick(rng, WIDE).into(),
            (8, 0..2) | (9, 0..10) => rng.choice(CLUSTERS).unwrap().into(),
            _ => pick(rng, GSM).into(),
        };
        used += piece.encode_utf16().count();
        text += &piece;
    }
    text
}

/// What we make of a text, in the words of the script.
fn ours(text: &str) -> Value {
    let counted = segments(text);
    let encoding = if counted.encoding == Encoding::Gsm7 { "GSM-7" } else { "UCS-2" };
    let parts: Vec<_> = counted.parts.iter().map(|part| &text[part.clone()]).collect();
    json!({ "encoding": encoding, "count": counted.count, "parts": parts })
}

#[test]
fn twenty_thousand_texts_are_counted_as_twilio_counts_them() {
    let Some(node) = node() else { return };
    println!("seed {SEED:#x}");
    let mut rng = Rng::with_seed(SEED);
    let cases: Vec<_> = (0..TEXTS).map(|_| (text(&mut rng), rng.bool())).collect();
    let questions: Vec<_> =
        cases.iter().map(|(text, smart)| json!({ "text": text, "smart": smart }).to_string()).collect();
    let (first, second) = questions.split_at(TEXTS / 2);
    let ask = |questions| ask(node.script("segments.js"), questions);
    let answers = thread::scope(|scope| {
        let first = scope.spawn(|| ask(first));
        let second = ask(second);
        [first.join().unwrap(), second].concat()
    });
    let mut kinds = [0; 4];
    let mut differences = Vec::new();
    for ((text, smart), answer) in cases.iter().zip(answers) {
        let theirs: Value = serde_json::from_str(&answer).unwrap();
        let text = if *smart { smart_encoded(text) } else { text.into() };
        let ours = ours(&text);
        if ours != theirs {
            differences.push(format!("{text:?}: {ours} but {theirs}"));
        }
        kinds[usize::from(ours["encoding"] == "GSM-7") * 2 + usize::from(ours["count"] != 1)] += 1;
    }
    assert!(differences.is_empty(), "{} of {TEXTS} differ: {}", differences.len(), differences[0]);
    assert!(kinds.iter().all(|count| *count > TEXTS / 20), "all kinds of texts: {kinds:?}");
    println!("{TEXTS} texts; UCS-2 in one message and in several, GSM-7 likewise: {kinds:?}");
}

/// What one sees as one character changed between the edition of Unicode that the calculator goes by (10) and ours: where
/// such a character would be cut, we keep it whole, or the calculator does.
#[test]
fn two_editions_of_unicode_differ_in_these_alone() {
    let Some(node) = node() else { return };
    let conjunct = "\u{915}\u{94d}\u{937}";
    let stray_joiner = "a\u{200d}👩";
    let texts = [conjunct, stray_joiner].map(|cluster| format!("{}{cluster}{}", "é".repeat(65), "é".repeat(9)));
    let questions = texts.each_ref().map(|text| json!({ "text": text, "smart": false }).to_string());
    for (text, answer) in texts.iter().zip(ask(node.script("segments.js"), &questions)) {
        let theirs: Value = serde_json::from_str(&answer).unwrap();
        assert_ne!(ours(text)["parts"], theirs["parts"], "{text:?} needs no exception");
        assert_eq!(ours(text)["encoding"], theirs["encoding"]);
    }
}
