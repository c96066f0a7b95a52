use std::net::SocketAddr;

use http::Request;
use messaging_server::PublicSettings;
use serde_json::{Value, json};

use crate::{
    caller::{Answer, Event, Events, get, post},
    site::Works,
};

pub(crate) async fn visitor(address: SocketAddr) -> String {
    let answer = post(address, "/chat/visitors", &json!({})).await;
    assert_eq!(answer.status, 201);
    answer.json()["visitor"].as_str().unwrap().to_owned()
}

pub(crate) async fn say(address: SocketAddr, visitor: &str, client_id: &str, text: &str) -> Answer {
    post(address, "/chat/messages", &json!({ "visitor": visitor, "client_id": client_id, "text": text })).await
}

pub(crate) async fn listen(address: SocketAddr, visitor: &str, last: Option<&str>) -> Events {
    let mut request = Request::get(format!("/chat/events?visitor={visitor}&after=0"));
    if let Some(last) = last {
        request = request.header("Last-Event-ID", last);
    }
    Events::open(address, request.body(String::new()).unwrap()).await
}

fn told(event: &Event) -> (Value, Value) {
    assert_eq!((event.name.as_str(), event.id.as_str()), ("message", event.data["cursor"].to_string().as_str()));
    (event.data["role"].clone(), event.data["text"].clone())
}

#[tokio::test]
async fn a_message_comes_back_with_its_answer() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    let visitor = visitor(site.address).await;
    assert_eq!(visitor.len(), 32);
    let mut events = listen(site.address, &visitor, None).await;
    assert_eq!(events.headers["content-type"], "text/event-stream");
    assert_eq!(events.block().await.unwrap(), "retry: 1000");
    let answer = say(site.address, &visitor, "c-1", "hi").await;
    assert_eq!(answer.status, 202);
    let own = events.next().await.unwrap();
    assert_eq!(told(&own), (json!("user"), json!("hi")));
    assert_eq!(own.data["client_id"], "c-1");
    assert_eq!(own.data["cursor"], answer.json()["cursor"]);
    assert!(own.data["at"].as_str().unwrap().ends_with('Z'), "{own:?}");
    let reply = events.next().await.unwrap();
    assert_eq!(told(&reply), (json!("assistant"), json!("You said: hi (web)")));
    assert_eq!(
        (&reply.data["client_id"], &reply.data["media"], &reply.data["actions"]),
        (&Value::Null, &json!([]), &json!([]))
    );
}

#[tokio::test]
async fn a_cut_stream_goes_on_where_it_was_without_loss_or_repeat() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    let visitor = visitor(site.address).await;
    let mut seen = Vec::new();
    let mut last: Option<String> = None;
    for round in 0..5 {
        // Written while nobody listens, and while somebody does.
        say(site.address, &visitor, &format!("away-{round}"), &format!("away {round}")).await;
        let mut events = listen(site.address, &visitor, last.as_deref()).await;
        for n in 0..3 {
            say(site.address, &visitor, &format!("here-{round}-{n}"), &format!("here {round} {n}")).await;
        }
        // Cut with lines still on their way: 8 are due in this round, 5 are read.
        for _ in 0..5 {
            let event = events.next().await.unwrap();
            last = Some(event.id.clone());
            seen.push(event);
        }
    }
    let mut events = listen(site.address, &visitor, last.as_deref()).await;
    while seen.len() < 5 * 8 {
        seen.push(events.next().await.unwrap());
    }
    let cursors: Vec<_> = seen.iter().map(|event| event.data["cursor"].as_u64().unwrap()).collect();
    assert!(cursors.is_sorted_by(|a, b| a < b), "{cursors:?}");
    let texts = |role: &str| -> Vec<String> {
        let of = seen.iter().filter(|event| event.data["role"] == role);
        of.map(|event| event.data["text"].as_str().unwrap().to_owned()).collect()
    };
    let answers: Vec<_> = texts("user").iter().map(|text| format!("You said: {text} (web)")).collect();
    assert_eq!(texts("user").len(), 20);
    assert_eq!(texts("assistant"), answers);
    // Seen again from the start it is the same conversation.
    let mut again = listen(site.address, &visitor, None).await;
    for event in &seen {
        assert_eq!(again.next().await.as_ref(), Some(event));
    }
}

#[tokio::test]
async fn the_same_client_id_again_is_the_same_answer_and_nothing_new() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    let (ana, ben) = (visitor(site.address).await, visitor(site.address).await);
    let first = say(site.address, &ana, "c-1", "hi").await;
    for _ in 0..3 {
        let again = say(site.address, &ana, "c-1", "hi").await;
        assert_eq!((again.status, &again.body), (first.status, &first.body));
    }
    // Another visitor may have the same idea of a name.
    assert_ne!(say(site.address, &ben, "c-1", "hi").await.body, first.body);
    let counts = works.gateway().counts().await.unwrap();
    assert_eq!((counts.accepted, counts.duplicates), (2, 3));
}

#[tokio::test]
async fn one_visitor_never_sees_another() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    let (ana, ben) = (visitor(site.address).await, visitor(site.address).await);
    assert_ne!(ana, ben);
    say(site.address, &ana, "a", "from ana").await;
    say(site.address, &ben, "b", "from ben").await;
    let mut events = listen(site.address, &ben, None).await;
    assert_eq!(told(&events.next().await.unwrap()).1, "from ben");
    assert_eq!(told(&events.next().await.unwrap()).1, "You said: from ben (web)");
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_in_words() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    let good = visitor(site.address).await;
    let shouted = format!("/chat/events?visitor={}", "F".repeat(32));
    for path in ["/chat/events", "/chat/events?visitor=7", shouted.as_str(), "/chat/events?visitor=../../x"] {
        let answer = get(site.address, path).await;
        assert_eq!(answer.status, 400, "{path}");
        assert!(answer.body.contains("visitor"), "{}", answer.body);
    }
    let events = listen(site.address, &good, Some("yesterday")).await;
    assert_eq!(events.status, 400);
    assert_eq!(say(site.address, "7", "c", "hi").await.status, 400);
    assert_eq!(say(site.address, &good, "c", "").await.status, 400);
    assert_eq!(say(site.address, &good, "c", &"x".repeat(100_000)).await.status, 413);
    assert_eq!(say(site.address, &good, "c", &"\u{1F600}".repeat(4_000)).await.status, 202);
    assert_eq!(works.gateway().counts().await.unwrap().accepted, 1);
}

#[tokio::test]
async fn the_page_and_its_files_are_served() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    for (path, kind, holds) in [
        ("/chat", "text/html; charset=utf-8", "role=\"log\""),
        ("/chat/chat.css", "text/css; charset=utf-8", "prefers-color-scheme"),
        ("/chat/icon.svg", "image/svg+xml", "<svg"),
        ("/chat/chat.js", "text/javascript; charset=utf-8", "EventSource"),
    ] {
        let answer = get(site.address, path).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, kind), "{path}");
        assert!(answer.body.contains(holds), "{path}");
        assert!(!answer.body.contains("style=\"") && !answer.body.contains("innerHTML"), "{path}");
    }
}
