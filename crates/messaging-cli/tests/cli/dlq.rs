use std::{sync::Arc, time::Duration};

use messaging::{
    ConversationRef, Event, EventKind, Place, SendMessage,
    message::{Author, Message},
    store::{
        Arrival, Claim, Draft, Ending, Lane, Seek, Settled, Side, SqliteOptions, SqliteStore, Store, TurnEnd, Work,
    },
};
use serde_json::Value;

use crate::process::{Folder, Start};

const SERVE: &str = "listen = \"127.0.0.1:0\"\nconsole = \"127.0.0.1:0\"\nagent.builtin = \"echo-plus\"\n\
                     store = \"sqlite:one.db\"\naccounts.web = {}\n";
const HELD: &str = "9f3c00000000000000000000000000aa";

fn place() -> Place {
    Place::new("visitor", ["00000000000000000000000000000001"])
}

async fn say(store: &SqliteStore, key: &str) -> Vec<Claim> {
    let message = Message::new(key, Author::new("visitor"), key);
    let event = Event::new(key, place(), EventKind::MessageAdded(message));
    let lane = Lane::new(ConversationRef::new("web", place()));
    store.accept(vec![Arrival::new(lane, event)]).await.unwrap();
    claim(store, Side::Turns).await
}

async fn claim(store: &SqliteStore, side: Side) -> Vec<Claim> {
    let (node, lease) = (Arc::from("node"), Duration::from_secs(30));
    let (suspect_after, suspects, window) = (u32::MAX, usize::MAX, Duration::ZERO);
    store
        .claim(Seek {
            node,
            life: 1,
            side,
            lanes: 1,
            turns: 1,
            events: 1,
            suspect_after,
            suspects,
            lease,
            window,
            held: messaging::store::Held::default(),
        })
        .await
        .unwrap()
}

/// A store in which a message is dead and a reply of unknown outcome.
async fn shelve(folder: &Folder) {
    let store = SqliteStore::open(folder.path("one.db"), SqliteOptions::default()).unwrap();
    for (key, ending) in [
        ("dead-letter", Ending::Dead { reason: "the agent answered 422".into() }),
        ("held-letter", Ending::Replied(vec![Draft::new(HELD, SendMessage::new(place(), "an answer"))])),
    ] {
        let Claim { lease, work: Work::Turn(queued) } = say(&store, key).await.remove(0) else { panic!("a turn") };
        store.finish(&lease, TurnEnd::new(vec![queued[0].id], ending)).await.unwrap();
    }
    let Claim { lease, work: Work::Send(intent) } = claim(&store, Side::Sends).await.remove(0) else {
        panic!("a send")
    };
    store.settle(&lease, &intent.id, Settled::Held { reason: "nobody can tell".into() }).await.unwrap();
}

#[tokio::test]
async fn what_waits_is_listed_shown_and_decided_on() {
    let folder = Folder::new();
    shelve(&folder).await;
    folder.write("messaging.toml", SERVE);
    folder.run(&["dlq", "list"]).failed_with(3, &["token is missing", "MESSAGING_CONSOLE_TOKEN"]);
    let mut gateway = folder.messaging(&["serve"]).start();
    let line = gateway.out.wait_for(&["Console", "/#t="]);
    let url = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap().to_owned();
    let ask = |words: &[&str]| folder.messaging(words).env("MESSAGING_CONSOLE_URL", &url).start().end();

    let listed = ask(&["dlq", "list"]);
    listed.failed_with(7, &["1 send is of unknown outcome", "messaging dlq show"]);
    let rows: Vec<_> = listed.out.lines().collect();
    assert!(rows.len() == 2 && rows[0].starts_with(HELD), "{}", listed.out);
    assert!(rows[1].contains("  dead  event  ") && rows[1].ends_with("the agent answered 422"), "{}", listed.out);
    let json: Value = serde_json::from_str(&ask(&["dlq", "list", "-o", "json"]).out).unwrap();
    let dead = json["items"][1]["id"].as_str().unwrap().to_owned();

    let shown = ask(&["dlq", "show", &dead]);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
    for part in ["attempt 1", "node life 1: the agent answered 422", "dead-letter", "redrive | drop"] {
        assert!(shown.out.contains(part), "{part} in\n{}", shown.out);
    }
    ask(&["dlq", "show", HELD]).failed_with(7, &["unknown outcome"]);
    ask(&["dlq", "show", "4711"]).failed_with(5, &["4711", "messaging dlq list"]);
    ask(&["dlq", "drop", "../status"]).failed_with(5, &["no id of a dead letter"]);
    ask(&["dlq", "resend", &dead]).failed_with(1, &["does not fit", "redrive or drop"]);

    let done = ask(&["dlq", "redrive", &dead]);
    assert!(done.code == Some(0) && done.out.contains("is tried again"), "{}{}", done.out, done.err);
    ask(&["dlq", "redrive", &dead]).failed_with(1, &["was decided already: redrive"]);
    let done = ask(&["dlq", "delivered", HELD, "-o", "json"]);
    assert!(done.code == Some(0) && done.out.contains("\"decision\":\"delivered\""), "{}{}", done.out, done.err);
    let listed = ask(&["dlq", "list"]);
    assert_eq!((listed.code, listed.out.trim()), (Some(0), "Nothing waits for a person."), "{}", listed.err);

    let known = ask(&["events", "replay", "dead-letter"]);
    assert!(known.code == Some(0) && known.out.contains("duplicate"), "{}{}", known.out, known.err);
    let dry = ask(&["events", "replay", "dead-letter", "--new-id"]);
    assert!(
        dry.code == Some(0) && dry.out.contains("dry run") && dry.out.contains("dead-letter"),
        "{}{}",
        dry.out,
        dry.err
    );
    ask(&["events", "replay", "nobody"]).failed_with(5, &["nobody", "timeline"]);
    assert_eq!(ask(&["events", "replay", "dead-letter", "--send"]).code, Some(2));
    gateway.signal("TERM");
    let ended = gateway.end();
    assert!(ended.code == Some(0), "{}", ended.err);
    ask(&["dlq", "list"]).failed_with(1, &["does not answer", "start the gateway"]);
}
