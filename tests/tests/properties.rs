//! The properties of every parser and verifier, over bytes made of good ones.
//!
//! 3,000 each; 50,000 with `MESSAGING_FULL=1`. Fuzzers check the same properties: see CONTRIBUTING.md.

use std::{fs, panic::catch_unwind, path::Path};

use fastrand::Rng;
use messaging_tests::properties::{ALL, Property};

const SEED: u64 = 0xf0_22ed;

/// What means something to one parser or another.
const WORDS: [&str; 48] = [
    "\0",
    "\0\0",
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "%",
    "%2",
    "%00",
    "%zz",
    "%c0%af",
    "&",
    "=",
    "&&",
    "?",
    "#",
    "//",
    "..",
    ";",
    ":",
    ",",
    "@",
    "+",
    "'",
    "\"",
    "<",
    ">",
    "&lt;",
    "&#0;",
    "]]>",
    "<!channel>",
    "<@U1>",
    "@here",
    "*",
    "**",
    "_",
    "~~",
    "```",
    "\n```\n",
    "> ",
    "- ",
    "[",
    "](",
    "| a | b |\n|---|---|\n",
    "é",
    "🎉",
    "\u{202e}",
    "null",
];

#[test]
fn every_property_holds() {
    let rounds = if std::env::var("MESSAGING_FULL").is_ok_and(|full| full == "1") { 50_000 } else { 3_000 };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let corpus = std::env::var_os("MESSAGING_CORPUS").map(|folder| root.join(folder));
    println!("seed {SEED:#x}, {rounds} texts for each property");
    for property in ALL {
        for (number, seed) in property.seeds.iter().enumerate() {
            (property.check)(seed.as_bytes());
            if let Some(corpus) = &corpus {
                fs::create_dir_all(corpus.join(property.name)).unwrap();
                fs::write(corpus.join(property.name).join(number.to_string()), seed).unwrap();
            }
        }
        for round in 0..rounds {
            let data = made(property, &mut Rng::with_seed(SEED + round));
            let held = catch_unwind(|| (property.check)(&data)).is_ok();
            assert!(held, "{}, round {round}: {:?}", property.name, String::from_utf8_lossy(&data));
        }
        println!("{} holds", property.name);
    }
}

#[test]
fn every_property_is_a_fuzz_target() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
    let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).unwrap();
    for Property { name, .. } in ALL {
        let target = fs::read_to_string(fuzz.join(format!("fuzz_targets/{name}.rs"))).unwrap();
        assert!(target.contains(&format!("check(\"{name}\", data)")), "{name}: {target}");
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
    }
    assert_eq!(fs::read_dir(fuzz.join("fuzz_targets")).unwrap().count(), ALL.len());
}

/// A seed that is spoiled a little, or much.
fn made(property: Property, rng: &mut Rng) -> Vec<u8> {
    let mut data = rng.choice(property.seeds).map(|seed| seed.as_bytes().to_vec()).unwrap_or_default();
    if rng.u8(0..10) == 0 {
        data = (0..rng.usize(0..40)).filter_map(|_| rng.choice(WORDS)).collect::<String>().into_bytes();
    }
    for _ in 0..rng.usize(1..8) {
        let at = rng.usize(0..=data.len());
        let end = (at + rng.usize(0..24)).min(data.len());
        match rng.u8(0..7) {
            0 => data.truncate(at),
            1 => drop(data.splice(at..at, rng.choice(WORDS).unwrap_or_default().bytes())),
            2 => drop(data.drain(at..end)),
            3 => data.insert(at, rng.u8(..)),
            4 => {
                let again = data.get(at..end).unwrap_or_default().repeat(rng.usize(1..4));
                drop(data.splice(at..at, again));
            }
            5 => data.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << rng.u8(0..8)),
            _ => {
                let other = rng.choice(property.seeds).map(|seed| seed.as_bytes()).unwrap_or_default();
                let from = rng.usize(0..=other.len());
                drop(data.splice(at..end, other.get(from..).unwrap_or_default().iter().copied()));
            }
        }
    }
    data
}
