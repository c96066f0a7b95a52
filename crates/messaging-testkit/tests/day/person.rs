use messaging_store::{Decided, Decision, Shelf};

use crate::platform::Platform;

/// Most letters of one look.
const MOST: usize = 10_000;

/// A person decides about every send of which nobody could tell what became of it: they ask whoever it was for. Returns
/// how many there were.
pub(crate) async fn decide(platform: &Platform) -> u64 {
    let Some(gateway) = platform.state().gateway.clone() else { return 0 };
    let mut decided = 0;
    for shelved in gateway.shelved(Shelf::Unknown, MOST).await.unwrap() {
        let letter = gateway.letter(&shelved.id).await.unwrap().expect("a letter");
        let text = letter.message.expect("a send").content.text;
        let is_seen = platform.state().ledger.is_seen(&text);
        let decision = if is_seen { Decision::Delivered } else { Decision::Resend };
        let done = gateway.decide_on(&shelved.id, decision).await.unwrap();
        decided += u64::from(done == Decided::Done);
    }
    decided
}
