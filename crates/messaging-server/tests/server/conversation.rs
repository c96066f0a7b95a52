use messaging_core::{
    ConversationRef, Event, EventKind, Place,
    message::{Author, ConversationState, Message, Participant, ParticipantAddress},
};
use messaging_store::{Arrival, Lane, Store};
use serde_json::{Map, json};

use crate::{console::read, site::Works};

const REFERENCE: &str = "twilio:conv:CH1";

/// Ann joins under her name and writes three times; the conversation is closed after that.
async fn told(works: &Works) {
    let place: Place = "conv:CH1".parse().unwrap();
    let address = ParticipantAddress::Identity("ann@agency".into());
    let mut ann = Participant::new("MB1", address);
    ann.attributes = Map::from_iter([("from".to_owned(), json!("Ann - Local Expert"))]);
    let mut kinds = vec![EventKind::ParticipantAdded(ann)];
    for text in ["one", "two", "three"] {
        kinds.push(EventKind::MessageAdded(Message::new(text, Author::new("ann@agency"), text)));
    }
    kinds.push(EventKind::ConversationState(ConversationState::Closed));
    let lane = Lane::new(ConversationRef::new("twilio", place.clone()));
    for (at, kind) in kinds.into_iter().enumerate() {
        let arrival = Arrival::new(lane.clone(), Event::new(format!("e{at}"), place.clone(), kind));
        works.store.accept(vec![arrival]).await.unwrap();
    }
}

#[tokio::test]
async fn a_conversation_is_read_with_the_names_that_people_are_shown() {
    let works = Works::start().await;
    let site = works.private().await;
    told(&works).await;
    let said = read(site.address, &format!("/api/conversation?ref={REFERENCE}")).await.json();
    assert_eq!((&said["v"], &said["ref"], &said["state"]), (&json!(1), &json!(REFERENCE), &json!("closed")));
    let records = said["records"].as_array().unwrap();
    let texts: Vec<_> = records.iter().map(|record| record["content"]["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["one", "two", "three"]);
    for record in records {
        assert_eq!(record["author"], json!({ "id": "ann@agency", "name": "Ann - Local Expert" }));
    }
    let last = records[2]["cursor"].as_u64().unwrap();
    let page = format!("/api/conversation?ref={REFERENCE}&before={last}&limit=1");
    let page = read(site.address, &page).await.json();
    assert_eq!(page["records"][0]["content"]["text"], "two");
    assert_eq!(page["records"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_conversation_that_is_none_is_refused_and_an_empty_one_is_empty() {
    let works = Works::start().await;
    let site = works.private().await;
    let empty = read(site.address, "/api/conversation?ref=web:visitor:00ff").await.json();
    assert_eq!(empty, json!({ "v": 1, "ref": "web:visitor:00ff", "state": "active", "records": [] }));
    for wrong in ["", "?ref=", "?ref=nonsense", "?ref=web:visitor:00ff&before=x"] {
        assert_eq!(read(site.address, &format!("/api/conversation{wrong}")).await.status, 400, "{wrong}");
    }
    let far = format!("/api/conversation?ref=web:visitor:00ff&before={}", u64::MAX);
    assert_eq!(read(site.address, &far).await.status, 200);
}
