use http::{Request, header};
use messaging_core::{
    ConversationRef, Event, EventKind, Place,
    message::{Author, Message},
};
use messaging_gateway::Stage;
use messaging_store::{Arrival, Lane, Store};
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::{
    caller::{Answer, ask, get, post},
    console::read,
    raw::PATIENCE,
    site::{Site, TOKEN, Works},
};

async fn tell(site: &Site, path: &str, body: &str) -> Answer {
    let request = Request::post(path).header(header::AUTHORIZATION, format!("Bearer {TOKEN}"));
    ask(site.address, request.body(body.to_owned()).unwrap()).await
}

/// Something that came in for an account that is not there: its answer can be sent by nobody.
async fn dead_send(works: &Works) -> String {
    let mut hops = works.gateway().hops();
    let lane = Lane::new(ConversationRef::new("gone", Place::new("visitor", ["1"])));
    let message = Message::new("m", Author::new("ada"), "hi");
    let event = Event::new("m", lane.conversation.place().clone(), EventKind::MessageAdded(message));
    works.store.accept(vec![Arrival::new(lane, event)]).await.unwrap();
    let dead = async {
        loop {
            let hop = hops.recv().await.unwrap();
            if hop.stage == Stage::Send {
                break hop.id;
            }
        }
    };
    timeout(PATIENCE, dead).await.unwrap()
}

#[tokio::test]
async fn a_dead_letter_is_shown_and_decided_on_with_the_token() {
    let works = Works::start().await;
    let site = works.private().await;
    let id = dead_send(&works).await;
    let path = format!("/api/dead/{id}");
    assert_eq!(get(site.address, &path).await.status, 401);
    for guarded in [path.as_str(), "/api/replay"] {
        assert_eq!(post(site.address, guarded, &json!({ "decision": "drop" })).await.status, 401);
    }
    let shown = read(site.address, &path).await.json();
    let letter = &shown["letter"];
    assert_eq!((&letter["kind"], &letter["shelf"], &letter["id"]), (&json!("send"), &json!("dead"), &json!(id)));
    assert_eq!((&letter["choices"], &letter["may_have_been_carried"]), (&json!(["redrive", "drop"]), &json!(false)));
    assert!(letter["message"]["content"]["text"].as_str().unwrap().contains("hi"), "{letter}");
    assert!(letter["attempts"][0]["error"].as_str().unwrap().contains("no account is named `gone`"), "{letter}");

    for (wrong, status, word) in [
        ("{}", 400, "decision"),
        (r#"{"decision":"maybe"}"#, 400, "redrive, resend"),
        (r#"{"decision":"resend"}"#, 409, "redrive or drop"),
    ] {
        let answer = tell(&site, &path, wrong).await;
        assert_eq!(answer.status, status, "{wrong}");
        assert!(answer.body.contains(word), "{wrong}: {}", answer.body);
    }
    assert_eq!(tell(&site, "/api/dead/nobody", r#"{"decision":"drop"}"#).await.status, 404);
    assert_eq!(read(site.address, "/api/dead/nobody").await.status, 404);
    assert_eq!(tell(&site, &path, r#"{"decision":"drop"}"#).await.status, 200);
    let again = tell(&site, &path, r#"{"decision":"redrive"}"#).await;
    assert!(again.status == 409 && again.body.contains("decided already: drop"), "{}", again.body);
    assert_eq!(read(site.address, "/api/status").await.json()["counts"]["dropped"], 1);
}

#[tokio::test]
async fn what_came_in_is_replayed_as_asked() {
    let works = Works::start().await;
    let site = works.private().await;
    dead_send(&works).await;
    let asked = async |body: Value| tell(&site, "/api/replay", &body.to_string()).await;
    assert_eq!(asked(json!({ "event": "m" })).await.json()["outcome"], "duplicate");
    let dry = asked(json!({ "event": "m", "new_id": true })).await.json();
    assert_eq!(dry["outcome"], "dry_run");
    assert!(dry["replies"][0]["text"].as_str().unwrap().contains("hi"), "{dry}");
    let counts = works.store.counts().await.unwrap();
    assert_eq!((counts.accepted, counts.in_flight, counts.duplicates), (1, 0, 1), "nothing was stored");
    let sent = asked(json!({ "event": "m", "new_id": true, "send": true })).await.json();
    assert!(sent["outcome"] == "accepted" && sent["event"].is_string(), "{sent}");
    assert_eq!(works.store.counts().await.unwrap().accepted, 2);
    assert_eq!(asked(json!({ "event": "m", "send": true })).await.status, 400);
    assert_eq!(asked(json!({ "event": "nobody" })).await.status, 404);
    assert_eq!(asked(json!({ "event": "m", "wrong": 1 })).await.status, 400);
}
