//! Requests that nobody honest sends, at every way in: none breaks anything, none gets in unsigned, and honest ones in
//! between are served as ever.
//!
//! 20,000 of them; 100,000 with `MESSAGING_FULL=1`. The clock is paused, and round `n` of a seed is the same whatever was
//! before it, but for what is stored.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, reason = "a test fails by panicking")]

mod bend;
mod door;
mod draft;
mod panics;
mod paths;
mod replay;
mod seal;
mod signatures;
mod site;
mod tally;
mod verdict;
mod wire;

use door::Door;
use draft::Draft;
use fastrand::Rng;
use seal::Seal;
use site::Site;
use tally::Tally;
use verdict::{Kind, judge};

const SEED: u64 = 0x0bad_0000_0001;

#[tokio::test(start_paused = true)]
async fn nothing_malformed_breaks_anything_or_gets_in() {
    let rounds = if std::env::var("MESSAGING_FULL").is_ok_and(|full| full == "1") { 100_000 } else { 20_000 };
    println!("seed {SEED:#x}, {rounds} malformed requests");
    panics::count();
    let site = Site::open(7).await;
    let (mut tally, mut malformed, mut number, mut wrong) = (Tally::default(), 0, 0, Vec::new());
    while malformed < rounds {
        number += 1;
        let mut rng = Rng::with_seed(SEED + number);
        let first = usize::try_from(number - 1).ok().and_then(|at| Door::ALL.get(at));
        let door = *first.or_else(|| rng.choice(&Door::ALL)).unwrap();
        let mut original = door.honest(&site, number).await;
        let bent = {
            let mut bent = original.clone();
            (0..rng.usize(1..4)).for_each(|_| bend::content(&mut bent, &mut rng));
            site.keys.seal(&mut bent);
            bent
        };
        site.keys.seal(&mut original);
        let kind = match rng.u8(0..20) {
            _ if number <= 60 => Kind::Honest,
            0..=1 => Kind::Honest,
            2..=10 if door.is_locked() && original.seal != Seal::Nothing => Kind::Signed,
            _ => Kind::Forged,
        };
        let draft = match kind {
            Kind::Honest => original.clone(),
            Kind::Signed => bent,
            Kind::Forged => forged(&original, &site, &mut rng),
        };
        if draft.request().is_none() {
            // Nobody lets it through to us: another one is asked in its place.
            continue;
        }
        match judge(&site, kind, &draft, &original).await {
            Ok(status) => tally.count(door, kind, status),
            Err(why) => {
                wrong.push(format!("round {number}, {kind:?}: {why}\n{}", shown(&draft)));
                if wrong.len() > 20 {
                    break;
                }
            }
        }
        malformed += u64::from(kind != Kind::Honest);
    }
    print!("{tally}");
    let counts = site.counts().await;
    println!("{counts:?}");
    assert!(wrong.is_empty(), "seed {SEED:#x}: {}", wrong.join("\n"));
    assert_eq!(panics::seen(), 0, "seed {SEED:#x}: something panicked");
    for door in Door::ALL {
        let welcome = door.welcome();
        assert!(tally.of(door, Kind::Honest, welcome..welcome + 1) > 0, "{door:?} was not tried honestly");
        let refused = tally.of(door, Kind::Forged, 400..500) + tally.of(door, Kind::Signed, 400..500);
        assert!(refused > 0, "{door:?} refused nothing");
    }
    assert!(counts.balance(), "{counts:?}");
}

/// What becomes of a signed request in the wrong hands.
fn forged(original: &Draft, site: &Site, rng: &mut Rng) -> Draft {
    let mut forged = original.clone();
    if rng.u8(0..3) > 0 {
        (0..rng.usize(1..4)).for_each(|_| bend::content(&mut forged, rng));
    } else {
        bend::proof(&mut forged, &site.keys, rng);
    }
    forged
}

/// A request as it is told of, its body in short.
fn shown(draft: &Draft) -> String {
    let headers: Vec<_> =
        draft.headers.iter().map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value))).collect();
    let body: String = String::from_utf8_lossy(&draft.body).chars().take(2_000).collect();
    format!("{:?}: {} {}\n{}\n\n{body}", draft.door, draft.method, draft.target(), headers.join("\n"))
}
