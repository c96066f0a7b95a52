use messaging_core::{
    Event, EventKind, Secret, SendMessage,
    event::Stop,
    message::{Author, ConversationState, Message},
};

use super::{HandClock, story::*};
use crate::{
    Arrival, Claim, Deed, Draft, Ending, Erasure, Lease, Queued, Seek, Side, Slice, Store, StoreError, Subject, Work,
};

type Turn = (Lease, Vec<Queued>);

fn beside(turns: usize) -> Seek {
    Seek { turns, ..seek(Side::Turns) }
}

async fn claim(store: &dyn Store, seek: Seek) -> Vec<Turn> {
    store.claim(seek).await.expect("claim").into_iter().map(turn).collect()
}

fn words(turns: &[Turn]) -> Vec<&str> {
    turns.iter().flat_map(|(_, queued)| names(queued)).collect()
}

async fn ends(store: &dyn Store, (lease, queued): &Turn, texts: &[&str]) {
    store.finish(lease, end(queued, replied(&lease.lane, texts))).await.expect("finish");
}

async fn opened(store: &dyn Store, texts: &[&str]) -> Vec<Turn> {
    accept(store, texts.iter().map(|text| said("c", text))).await;
    let turns = claim(store, beside(8)).await;
    assert_eq!(words(&turns), texts);
    turns
}

/// Several turns of a lane, one event each, and never more than told; as soon as one ends there is room for the next.
pub async fn turns_beside_each_other_keep_their_bound(store: &dyn Store, clock: &HandClock) {
    accept(store, ["1", "2", "3", "4", "5"].map(|text| said("c", text))).await;
    clock.advance(seconds(1));
    accept(store, [said("d", "other")]).await;
    clock.advance(seconds(1));
    let turns = claim(store, beside(3)).await;
    assert_eq!(words(&turns), ["1", "other", "2", "3"], "a lane that was served goes to the back");
    let alone = |(lease, queued): &Turn| queued.len() == 1 && lease.fence > 0;
    assert!(turns.iter().all(alone), "{turns:?}");
    assert_eq!(words(&claim(store, beside(3)).await), Vec::<&str>::new());
    store.extend(&turns[0].0, seconds(60)).await.expect("beat");
    ends(store, &turns[2], &["to 2"]).await;
    assert_eq!(words(&claim(store, Seek { lanes: 1, ..beside(3) }).await), ["4"]);
    assert_eq!(words(&claim(store, beside(3)).await), Vec::<&str>::new());
    clock.advance(LEASE);
    let late = claim(store, beside(3)).await;
    assert_eq!(words(&late), ["3", "4", "other"], "whoever gives no sign of life makes room, and 1 did");
    assert_eq!(late.iter().map(|(_, queued)| queued[0].crashes).collect::<Vec<_>>(), [1, 1, 1]);
    assert_eq!(words(&claim(store, beside(4)).await), ["5"]);
}

/// Whoever was replaced changes nothing, and its siblings stand.
pub async fn a_late_turn_leaves_its_siblings_alone(store: &dyn Store, clock: &HandClock) {
    let turns = opened(store, &["one", "two"]).await;
    let late = &turns[0];
    store.extend(&turns[1].0, seconds(90)).await.expect("beat");
    clock.advance(LEASE);
    let again = claim(store, beside(8)).await;
    assert_eq!((words(&again), again[0].1[0].crashes), (vec!["one"], 1));
    let ending = replied(&late.0.lane, &["late"]);
    assert_eq!(store.finish(&late.0, end(&late.1, ending)).await, Err(StoreError::Fenced));
    assert_eq!(store.extend(&late.0, LEASE).await, Err(StoreError::Fenced));
    assert_eq!(store.extend(&late.0, seconds(0)).await, Err(StoreError::Fenced));
    assert_eq!(store.begin_live(&late.0, &"x".into(), "x").await, Err(StoreError::Fenced));
    assert_eq!(words(&claim(store, beside(8)).await), Vec::<&str>::new());
    ends(store, &again[0], &["to one"]).await;
    let spent = end(&again[0].1, replied(&late.0.lane, &["twice"]));
    assert_eq!(store.finish(&again[0].0, spent).await, Err(StoreError::Fenced), "a lease is spent once");
    assert!(store.extend(&turns[1].0, LEASE).await.is_ok(), "the end of one frees no other");
    // It is not asked to answer what a sibling holds.
    let both = Draft::new("both", SendMessage::new(late.0.lane.conversation.place().clone(), "both"));
    let mut everything = end(&turns[1].1, Ending::Replied(vec![both]));
    everything.consumed.extend(turns[0].1.iter().map(|queued| queued.id));
    store.finish(&turns[1].0, everything).await.expect("finish");
    let counts = counts(store).await;
    assert_eq!((counts.accepted, counts.in_flight), (2, 2), "both are being replied to");
}

/// What was given back was not touched, what crashed counts for itself, and what fails holds up nobody.
pub async fn turns_beside_each_other_fail_alone(store: &dyn Store, clock: &HandClock) {
    let turns = opened(store, &["crashes", "fails", "returns", "dies"]).await;
    let (failing, returned) = (&turns[1], &turns[2]);
    let again = Ending::Again { after: seconds(60), hold: seconds(60), reason: "no idea".into() };
    store.finish(&failing.0, end(&failing.1, again)).await.expect("finish");
    store.extend(&returned.0, seconds(0)).await.expect("give back");
    let dead = Ending::Dead { reason: "poison".into() };
    store.finish(&turns[3].0, end(&turns[3].1, dead)).await.expect("finish");
    accept(store, [said("c", "new")]).await;
    let now = claim(store, beside(8)).await;
    assert_eq!(words(&now), ["returns", "new"], "at once");
    assert!(now.iter().all(|(_, queued)| (queued[0].tries, queued[0].crashes) == (0, 0)), "{now:?}");
    for turn in &now {
        ends(store, turn, &[]).await;
    }
    clock.advance(LEASE);
    let crashed = claim(store, beside(8)).await;
    assert_eq!((words(&crashed), crashed[0].1[0].crashes), (vec!["crashes"], 1));
    ends(store, &crashed[0], &[]).await;
    clock.advance(seconds(30));
    let failed = claim(store, beside(8)).await;
    assert_eq!((words(&failed), failed[0].1[0].tries, failed[0].1[0].crashes), (vec!["fails"], 1, 0));
    ends(store, &failed[0], &[]).await;
    let counts = counts(store).await;
    assert_eq!((counts.silent, counts.dead, counts.in_flight), (4, 1, 0));
}

/// Who is suspected of ending processes waits until no other suspect is at work; those beside it do not.
pub async fn a_suspect_keeps_nobody_beside_it_waiting(store: &dyn Store, clock: &HandClock) {
    for _ in 0..2 {
        accept(store, [said("c", "poison"), said("c", "another")]).await;
        assert_eq!(words(&claim(store, beside(8)).await), ["poison", "another"]);
        clock.advance(LEASE);
    }
    accept(store, [said("c", "fresh"), said("d", "elsewhere")]).await;
    let careful = |suspects| Seek { suspect_after: 2, suspects, ..beside(8) };
    let mut fresh = claim(store, careful(0)).await;
    fresh.sort_by_key(|(_, queued)| queued[0].id);
    assert_eq!(words(&fresh), ["fresh", "elsewhere"]);
    let suspect = claim(store, careful(1)).await;
    assert_eq!(words(&suspect), ["poison"], "one at a time");
    accept(store, [said("c", "fresher")]).await;
    assert_eq!(words(&claim(store, careful(0)).await), ["fresher"], "while the suspect is at work");
    let dead = Ending::Dead { reason: "crashed the process".into() };
    store.finish(&suspect[0].0, end(&suspect[0].1, dead)).await.expect("finish");
    assert_eq!(words(&claim(store, careful(1)).await), ["another"]);
    assert_eq!(counts(store).await.dead, 1);
}

/// A stop that names a message ends the turn about that one.
pub async fn a_stop_ends_one_of_several(store: &dyn Store, clock: &HandClock) {
    let turns = opened(store, &["one", "two", "three"]).await;
    let stop = Stop::new(Author::new("ada"), Vec::new()).of_answer_to("two");
    accept(store, [noted("c", "s", EventKind::Stopped(stop))]).await;
    for ((lease, _), stopped) in turns.iter().zip([false, true, false]) {
        assert_eq!(store.extend(lease, LEASE).await.expect("beat").stopped, stopped, "{lease:?}");
    }
    clock.advance(LEASE);
    let again = claim(store, beside(8)).await;
    assert_eq!(again.iter().map(|(_, queued)| queued[0].stopped).collect::<Vec<_>>(), [false, true, false]);
    accept(store, [noted("c", "all", EventKind::Stopped(Stop::new(Author::new("ada"), Vec::new())))]).await;
    for (lease, _) in &again {
        assert!(store.extend(lease, LEASE).await.expect("beat").stopped, "whoever names none means all");
    }
}

/// A turn that has its lane for itself waits for those beside each other, and they for it.
pub async fn a_turn_for_itself_waits_for_those_beside(store: &dyn Store, clock: &HandClock) {
    let turns = opened(store, &["one", "two"]).await;
    accept(store, [said("c", "three")]).await;
    nothing(store, Side::Turns).await;
    ends(store, &turns[1], &[]).await;
    nothing(store, Side::Turns).await;
    clock.advance(LEASE);
    let (lease, queued) = claim_turn(store).await;
    assert_eq!((names(&queued), queued[0].crashes, queued[1].crashes), (vec!["one", "three"], 1, 0));
    let (late, _) = &turns[0];
    assert_eq!(store.extend(late, LEASE).await, Err(StoreError::Fenced));
    accept(store, [said("c", "four")]).await;
    assert_eq!(words(&claim(store, beside(8)).await), Vec::<&str>::new());
    // It gives no sign of life any more: whoever comes takes its events one by one, and it is late.
    clock.advance(LEASE);
    let after = claim(store, beside(8)).await;
    assert_eq!(words(&after), ["one", "three", "four"]);
    assert_eq!(store.finish(&lease, end(&queued, replied(&lease.lane, &["late"]))).await, Err(StoreError::Fenced));
    assert_eq!(after.iter().map(|(_, queued)| queued[0].crashes).collect::<Vec<_>>(), [2, 1, 0]);
}

/// A restarted node takes back every turn that was under way, at once, and its earlier life is refused.
pub async fn a_restart_takes_back_what_was_beside(store: &dyn Store, _: &HandClock) {
    let texts = ["1", "2", "3", "4", "5", "6", "7", "8"];
    let turns = opened(store, &texts).await;
    accept(store, [said("c", "9")]).await;
    let stranger = Seek { node: "other".into(), ..beside(8) };
    assert_eq!(words(&claim(store, stranger).await), Vec::<&str>::new(), "they are still held");
    let next = Seek { life: 2, ..beside(8) };
    let again = claim(store, next).await;
    assert_eq!(words(&again), texts);
    assert!(again.iter().all(|(_, queued)| queued[0].crashes == 1), "{again:?}");
    for (lease, queued) in &turns {
        let late = end(queued, replied(&lease.lane, &["late"]));
        assert_eq!(store.finish(lease, late).await, Err(StoreError::Fenced));
    }
    for (turn, text) in again.iter().zip(texts).rev() {
        ends(store, turn, &[text]).await;
    }
    for text in texts.iter().rev() {
        let mut sends = store.claim(Seek { life: 2, ..seek(Side::Sends) }).await.expect("claim");
        let Claim { lease, work: Work::Send(intent) } = sends.remove(0) else { panic!("no send") };
        assert_eq!(&intent.message.content.text, text, "in the order in which turns ended");
        store.settle(&lease, &intent.id, sent(text)).await.expect("settle");
    }
    assert_eq!(counts(store).await.answered, 8);
}

/// The replies of one turn stay together and in order, whichever turn ends first.
pub async fn replies_of_turns_beside_each_other_stay_in_order(store: &dyn Store, _: &HandClock) {
    let turns = opened(store, &["one", "two"]).await;
    ends(store, &turns[1], &["2a", "2b"]).await;
    ends(store, &turns[0], &["1a", "1b"]).await;
    for reply in ["2a", "2b", "1a", "1b"] {
        carry(store, reply).await;
    }
    let records = store.records(&lane("c"), Slice::After(0), 9).await.expect("records");
    let said: Vec<_> = records.iter().map(|record| record.content.text.as_str()).collect();
    assert_eq!(said, ["one", "two", "2a", "2b", "1a", "1b"]);
}

async fn shown(store: &dyn Store, lease: &Lease) -> Vec<(String, bool)> {
    let live = store.live(lease).await.expect("live");
    live.iter().map(|live| (live.id.to_string(), live.beside)).collect()
}

fn is(id: &str, beside: bool) -> (String, bool) {
    (id.to_owned(), beside)
}

/// What a turn shows while it is writing is its own: those beside it know of it, and nothing becomes of it by their ends.
pub async fn what_a_turn_shows_is_not_its_siblings(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "early")]).await;
    let (alone, queued) = claim_turn(store).await;
    store.begin_live(&alone, &"orphan".into(), "…").await.expect("begin");
    store.finish(&alone, end(&queued, Ending::again(seconds(0), "no idea"))).await.expect("finish");
    accept(store, [said("c", "two")]).await;
    let turns = claim(store, beside(8)).await;
    assert_eq!(words(&turns), ["early", "two"]);
    let ((one, _), (two, _)) = (&turns[0], &turns[1]);
    store.begin_live(two, &"b".into(), "…").await.expect("begin");
    assert_eq!(shown(store, one).await, [is("orphan", false), is("b", true)], "what is nobody's is the first one's");
    assert_eq!(shown(store, two).await, [is("orphan", true), is("b", false)]);
    store.name_live(one, &"b".into(), Some(&"stolen".into())).await.expect("name");
    store.name_live(one, &"b".into(), None).await.expect("name");
    assert_eq!(store.live(two).await.expect("live")[1].message, None, "a sibling names and forgets nothing of it");
    let discard = Deed::Discard { message: None, live: "orphan".into(), since: clock.millis() };
    let gone = Draft::new("gone", SendMessage::new(one.lane.conversation.place().clone(), "…")).as_deed(discard);
    let turn = end(&turns[0].1, replied(&one.lane, &["to early"])).discarding(vec![gone]);
    store.finish(one, turn).await.expect("finish");
    assert_eq!(shown(store, two).await, [is("b", false)]);
    let (sending, _) = claim_send(store).await;
    assert_eq!(shown(store, &sending).await, [is("b", true)], "who sends knows what is being shown");
    // Its next turn goes on with it.
    clock.advance(LEASE);
    accept(store, [said("c", "three")]).await;
    let after = claim(store, beside(8)).await;
    assert_eq!(words(&after), ["two", "three"]);
    assert_eq!(shown(store, &after[0].0).await, [is("b", false)]);
    assert_eq!(shown(store, &after[1].0).await, [is("b", true)]);
}

/// A turn under way in a conversation that is closed may end; what was not begun ends silently.
pub async fn a_closed_conversation_lets_those_under_way_end(store: &dyn Store, _: &HandClock) {
    accept(store, ["one", "two", "three"].map(|text| said("c", text))).await;
    let turns = claim(store, beside(2)).await;
    let closed = EventKind::ConversationState(ConversationState::Closed);
    accept(store, [noted("c", "closed", closed)]).await;
    assert_eq!(words(&claim(store, beside(8)).await), Vec::<&str>::new());
    let there = counts(store).await;
    assert_eq!((there.silent, there.in_flight), (1, 2));
    ends(store, &turns[0], &["late"]).await;
    ends(store, &turns[1], &[]).await;
    nothing(store, Side::Sends).await;
    let counts = counts(store).await;
    assert_eq!((counts.rejected, counts.silent, counts.in_flight), (1, 2, 0));
}

/// Who works on what is erased is refused, and those beside it go on.
pub async fn what_is_erased_has_siblings_that_stay(store: &dyn Store, _: &HandClock) {
    let by = |author: &str, text: &str| {
        let lane = lane("c");
        let message = Message::new(text, Author::new(author), text);
        let event = Event::new(text, lane.conversation.place().clone(), EventKind::MessageAdded(message));
        Arrival::new(lane, event)
    };
    accept(store, [by("ada", "hers"), by("bob", "his")]).await;
    let turns = claim(store, beside(8)).await;
    for ((lease, _), name) in turns.iter().zip(["hers", "his"]) {
        store.begin_live(lease, &name.into(), "…").await.expect("begin");
    }
    let subject = Subject::Person { tenant: lane("c").tenant, id: "ada".into() };
    let erasure = Erasure::new(subject, "receipt", Secret::new("a key that nobody guesses"));
    let removed = store.erase(erasure).await.expect("erase").removed;
    assert_eq!((removed.ended, removed.may_have_been_carried), (1, 1));
    assert_eq!(store.extend(&turns[0].0, LEASE).await, Err(StoreError::Fenced));
    assert_eq!(shown(store, &turns[1].0).await, [is("his", false)]);
    ends(store, &turns[1], &["to him"]).await;
    carry(store, "m").await;
    let counts = counts(store).await;
    assert_eq!((counts.erased, counts.answered, counts.in_flight), (1, 1, 0));
}
