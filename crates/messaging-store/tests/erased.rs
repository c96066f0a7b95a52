//! What is erased cannot be read off the files of a store any more.
#![cfg(feature = "sqlite")]
#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "it is a test, and shares a folder with others"
)]

mod temporary;

use std::{path::Path, time::Duration};

use messaging_core::{
    ConversationRef, Delivery, DeliveryStatus, Event, EventKind, Keyword, Place, Secret, SendMessage,
    capability::Reply,
    error::VendorError,
    message::{Author, Message, Participant, ParticipantAddress, Receipt},
};
use messaging_store::{
    Arrival, Claim, Draft, Ending, Erasure, Held, Inline, Lane, Seek, Sender, Settled, Side, Slice, SqliteStore, Store,
    Subject, TurnEnd, Work,
    suite::{HandClock, run},
};
use temporary::{Folder, options};

fn lane(place: &str) -> Lane {
    Lane::new(ConversationRef::new("suite", Place::new("direct", ["+15550100001", place])))
}

/// Counts every canary, so that none of them is forgotten.
struct Canaries(Vec<String>, &'static str);

impl Canaries {
    fn next(&mut self, what: &str) -> String {
        let canary = format!("{}-{what}-{:02}", self.1, self.0.len());
        self.0.push(canary.clone());
        canary
    }
}

fn event(lane: &Lane, key: String, kind: EventKind) -> Event {
    Event::new(key, lane.conversation.place().clone(), kind)
}

fn said(lane: &Lane, author: &str, canaries: &mut Canaries) -> Arrival {
    let mut message = Message::new(canaries.next("message"), Author::new(author), canaries.next("text"));
    message.author.name = Some(canaries.next("name"));
    message.attributes.insert("media".into(), format!("https://example.org/{}", canaries.next("media")).into());
    let event = event(lane, canaries.next("key"), EventKind::MessageAdded(message));
    let raw = format!("{{\"Body\":\"{}\"}}", canaries.next("raw"));
    Arrival::new(lane.clone(), event.with_raw(raw)).from_sender(Sender { address: author.into(), alone: true })
}

async fn claim(store: &SqliteStore, side: Side, lane: &Lane) -> Claim {
    let lease = Duration::from_secs(30);
    let (node, life) = ("node".into(), store.enroll("node").await.unwrap());
    let (suspect_after, suspects, window, held) = (u32::MAX, usize::MAX, Duration::ZERO, Held::default());
    let seek = Seek { node, life, side, lanes: 16, turns: 1, events: 16, suspect_after, suspects, lease, window, held };
    let claims = store.claim(seek).await.unwrap();
    claims.into_iter().find(|claim| claim.lease.lane == *lane).unwrap()
}

/// Ends the turn that waits.
async fn end(store: &SqliteStore, lane: &Lane, ending: impl FnOnce(SendMessage) -> Ending, inside: Option<String>) {
    let Claim { lease, work: Work::Turn(queued) } = claim(store, Side::Turns, lane).await else { panic!("a turn") };
    let message = SendMessage::new(lane.conversation.place().clone(), "");
    let mut end = TurnEnd::new(vec![queued[0].id], ending(message));
    if let Some(body) = inside {
        let (taken_within, look) = (Duration::from_secs(10), Duration::from_secs(2));
        let answer = Reply::body("text/xml", body).into();
        end = end.within(Inline { event: queued[0].id, answer, taken_within, look, admits: Vec::new() });
    }
    store.finish(&lease, end).await.unwrap();
}

fn reply(text: String) -> impl FnOnce(SendMessage) -> Ending {
    move |mut message| {
        message.content.text.clone_from(&text);
        Ending::Replied(vec![Draft::new(format!("intent {text}"), message)])
    }
}

/// Everything that a store may know of somebody, in every stage it may be in.
async fn live_a_life(store: &SqliteStore, person: &str, canaries: &mut Canaries) {
    let lane = lane(person);
    // Answered and told of.
    store.accept(vec![said(&lane, person, canaries)]).await.unwrap();
    end(store, &lane, reply(canaries.next("reply")), None).await;
    let Claim { lease, work: Work::Send(intent) } = claim(store, Side::Sends, &lane).await else { panic!("a send") };
    let carried = canaries.next("receipt");
    store.settle(&lease, &intent.id, Settled::Sent(Receipt::of(carried.clone()))).await.unwrap();
    let mut delivery = Delivery::new(carried, DeliveryStatus::Failed);
    delivery.error = Some(VendorError::new("30003", canaries.next("problem")));
    let mut early = Delivery::new(canaries.next("early"), DeliveryStatus::Failed);
    early.error = Some(VendorError::new("30003", canaries.next("problem")));
    let mut ada = Participant::new("MB1", ParticipantAddress::Identity(canaries.next("identity")));
    ada.role = Some(canaries.next("role"));
    let echo = Message::new(canaries.next("echo"), Author::new("us"), canaries.next("echoed"));
    for kind in [
        EventKind::Delivery(delivery),
        EventKind::Delivery(early),
        EventKind::ParticipantAdded(ada),
        EventKind::MessageEchoed { message: echo, intent: None },
    ] {
        let note = event(&lane, canaries.next("note"), kind).with_raw(canaries.next("raw"));
        store.accept(vec![Arrival::new(lane.clone(), note)]).await.unwrap();
    }
    // Dead, held, said inside an answer, written live, and waiting.
    store.accept(vec![said(&lane, person, canaries)]).await.unwrap();
    let reason = canaries.next("reason");
    end(store, &lane, |_| Ending::Dead { reason }, None).await;
    store.accept(vec![said(&lane, person, canaries)]).await.unwrap();
    end(store, &lane, reply(canaries.next("held")), None).await;
    let Claim { lease, work: Work::Send(intent) } = claim(store, Side::Sends, &lane).await else { panic!("a send") };
    store.settle(&lease, &intent.id, Settled::Held { reason: canaries.next("fog") }).await.unwrap();
    store.accept(vec![said(&lane, person, canaries)]).await.unwrap();
    end(store, &lane, reply(canaries.next("inline")), Some(canaries.next("answer"))).await;
    let mut stop = said(&lane, person, canaries);
    stop.event = stop.event.with_keyword(Keyword::Stop);
    store.accept(vec![said(&lane, person, canaries), stop]).await.unwrap();
    let Claim { lease, .. } = claim(store, Side::Turns, &lane).await;
    store.begin_live(&lease, &canaries.next("live").into(), &canaries.next("shown")).await.unwrap();
}

/// Which of these words are in any file of a store.
fn found(folder: &Folder, words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder.file("")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let holds = |word: &&String| bytes.windows(word.len()).any(|window| window == word.as_bytes());
        found.extend(words.iter().filter(holds).map(|word| format!("{word} in {}", name(&path))));
    }
    found
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

#[test]
fn no_byte_of_it_is_left_in_any_file() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        let (mut theirs, mut others) =
            (Canaries(vec!["+15550100777".into()], "canary"), Canaries(vec!["+15550100888".into()], "sparrow"));
        live_a_life(&store, "+15550100777", &mut theirs).await;
        live_a_life(&store, "+15550100888", &mut others).await;
        let person = |id: &str| Subject::Person { tenant: lane(id).tenant, id: id.into() };
        let (ours, before) = (person("+15550100777"), store.export(&person("+15550100888")).await.unwrap());
        // The words of notes are not kept in the first place.
        let (there, kept) = (found(&folder, &theirs.0), theirs.0.iter().filter(|word| !word.contains("echo")).count());
        assert!(theirs.0.len() >= 40 && there.len() >= kept - 8, "{} of {}: {there:?}", there.len(), theirs.0.len());
        let receipt = store.erase(Erasure::new(ours.clone(), "receipt", Secret::new("key"))).await.unwrap();
        assert_eq!((receipt.removed.conversations, receipt.removed.opt_outs), (1, 1));
        assert_eq!(found(&folder, &theirs.0), [""; 0], "of {}", theirs.0.len());
        assert_eq!(store.export(&person("+15550100888")).await.unwrap(), before);
        assert_eq!(store.export(&ours).await.unwrap(), []);
        assert!(!serde_json::to_string(&receipt).unwrap().contains("555"));
        drop(store);
        assert_eq!(found(&folder, &theirs.0), [""; 0], "once it is closed");
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        let mut again = said(&lane("+15550100777"), "+15550100777", &mut Canaries(Vec::new(), "late"));
        again.event.keys = vec![theirs.0.iter().find(|word| word.contains("-key-")).unwrap().as_str().into()];
        assert!(store.accept(vec![again]).await.unwrap()[0].duplicate, "a restart does not bring it back");
        assert_eq!(store.records(&lane("+15550100777"), Slice::After(0), 9).await.unwrap(), []);
        assert_eq!(store.export(&person("+15550100888")).await.unwrap(), before);
        assert!(store.counts().await.unwrap().balance());
    });
}
