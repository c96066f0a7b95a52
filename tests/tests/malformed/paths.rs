//! A path that a proxy in front could read in another way reaches nobody, signed for exactly that path or not.

use std::collections::BTreeSet;

use crate::{door::Door, draft::Draft, site::Site};

/// Each is a second reading wherever it stands.
const TRICKS: [&str; 32] = [
    "%2f",
    "%2F",
    "%5c",
    "%2e%2e",
    "/%2e/",
    ";",
    ";x=y",
    "%00",
    "%0d%0a",
    "%20",
    "+",
    "%25",
    "%252f",
    "%c0%af",
    "%ef%bc%8f",
    "@",
    ":",
    ",",
    "=",
    "&",
    "!",
    "$",
    "'",
    "(",
    "*",
    "//",
    "/./",
    "/../",
    "/%2e%2e/",
    "/;/",
    "/..;/",
    "/.x/",
];

const DOORS: [Door; 7] =
    [Door::TwilioStatus, Door::SlackEvent, Door::ChatMessage, Door::Token, Door::Install, Door::Media, Door::Health];

/// A path with every trick at the beginning, at the end, and around and within every segment; and with one letter in
/// another case or encoded.
fn variants(path: &str) -> Vec<String> {
    let slashes = path.match_indices('/').map(|(at, _)| at);
    let places: BTreeSet<usize> = slashes.flat_map(|at| [at, at + 1, at + 3]).chain([path.len()]).collect();
    let tricked = places.into_iter().flat_map(|at| {
        let (before, after) = path.split_at(at);
        TRICKS.iter().map(move |trick| format!("{before}{trick}{after}"))
    });
    let letters = path.char_indices().take(24).filter(|(_, letter)| letter.is_ascii_alphabetic());
    let spelt = letters.flat_map(|(at, letter)| {
        let (before, after) = (&path[..at], &path[at + 1..]);
        let upper = if letter.is_ascii_lowercase() { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() };
        [format!("{before}%{:02x}{after}", u32::from(letter)), format!("{before}{upper}{after}")]
    });
    tricked.chain(spelt).collect()
}

#[tokio::test(start_paused = true)]
async fn no_second_reading_of_a_path_reaches_anybody() {
    let site = Site::open(7).await;
    let (mut tried, mut honest) = (0, Vec::new());
    for door in DOORS {
        let draft = door.honest(&site, 3).await;
        for path in variants(&draft.path) {
            let mut draft = Draft { path, ..draft.clone() };
            // Whoever can sign has signed this spelling: the path alone must keep it out.
            site.keys.seal(&mut draft);
            let Some(request) = draft.request() else { continue };
            assert_eq!(site.ask(door, request).await.status(), 404, "{}", draft.target());
            tried += 1;
        }
        honest.push(draft);
    }
    println!("{tried} second readings of {} paths", DOORS.len());
    assert!(tried >= 500, "{tried}");
    let counts = site.counts().await;
    assert_eq!((counts.accepted + counts.noted + counts.duplicates, site.runs()), (0, 0), "{counts:?}");
    // No file is told of yet, so there is none to be had.
    for mut draft in honest.into_iter().filter(|draft| draft.door != Door::Media) {
        site.keys.seal(&mut draft);
        let status = site.ask(draft.door, draft.request().unwrap()).await.status().as_u16();
        assert_eq!(status, draft.door.welcome(), "{}", draft.target());
    }
}
