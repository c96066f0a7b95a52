use http::{Request, header};
use messaging_core::{
    ConversationRef, Event, EventKind, Place,
    message::{Author, Message},
};
use messaging_store::{Arrival, Lane, Store};
use serde_json::{Value, json};

use crate::{
    caller::{Answer, ask, post},
    site::{Site, TOKEN, Works},
};

async fn tell(site: &Site, path: &str, body: &Value) -> Answer {
    let request = Request::post(path).header(header::AUTHORIZATION, format!("Bearer {TOKEN}"));
    ask(site.address, request.body(body.to_string()).unwrap()).await
}

#[tokio::test]
async fn somebody_is_exported_and_erased_with_the_token() {
    let works = Works::start().await;
    let site = works.private().await;
    let lane = Lane::new(ConversationRef::new("gone", Place::new("visitor", ["1"])));
    let message = Message::new("m", Author::new("ada"), "hi");
    let event = Event::new("m", lane.conversation.place().clone(), EventKind::MessageAdded(message));
    works.store.accept(vec![Arrival::new(lane, event.clone())]).await.unwrap();
    for path in ["/api/export", "/api/erase"] {
        assert_eq!(post(site.address, path, &json!({ "person": "ada" })).await.status, 401);
        for wrong in [json!({}), json!({ "person": "" }), json!({ "person": "a", "conversation": "a:b:c" })] {
            let answer = tell(&site, path, &wrong).await;
            assert!(answer.status == 400 && answer.body.contains("conversation"), "{wrong}: {}", answer.body);
        }
    }
    let asked = json!({ "person": "ada" });
    let items = tell(&site, "/api/export", &asked).await.json();
    let kinds: Vec<_> = items["items"].as_array().unwrap().iter().map(|item| item["kind"].as_str().unwrap()).collect();
    assert!(kinds.starts_with(&["conversation", "event", "line"]), "{items}");
    assert!(items.to_string().contains("hi"), "{items}");
    let other = json!({ "person": "ada", "tenant": "other" });
    assert_eq!(tell(&site, "/api/export", &other).await.json()["items"], json!([]));
    let done = tell(&site, "/api/erase", &json!({ "conversation": "gone:visitor:1" })).await.json();
    assert_eq!((&done["receipt"]["removed"]["events"], &done["receipt"]["removed"]["lines"]), (&json!(1), &json!(1)));
    assert_eq!(done["messages"][0]["outcome"], "impossible");
    assert!(!done["receipt"].to_string().contains("visitor"), "{done}");
    assert_eq!(tell(&site, "/api/export", &asked).await.json()["items"], json!([]));
    let counts = works.store.counts().await.unwrap();
    assert!(counts.balance() && counts.accepted == 1, "{counts:?}");
}
