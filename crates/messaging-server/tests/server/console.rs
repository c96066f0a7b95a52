use std::{convert::Infallible, net::SocketAddr};

use axum::body::Body;
use bytes::Bytes;
use http::{Request, Response, StatusCode, header};
use messaging_server::{ListenerSettings, PublicSettings};
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::{
    caller::{Answer, Events, ask, get, post},
    chat::{say, visitor},
    raw::{PATIENCE, status},
    site::{Site, TOKEN, Works},
};

const GUARDED: [&str; 8] = [
    "/health",
    "/api/status",
    "/api/hops",
    "/api/shelved?shelf=dead",
    "/api/costs",
    "/api/contacts",
    "/api/conversation?ref=web:visitor:00ff",
    "/emulator/echo/x",
];

fn with_token(path: &str) -> Request<String> {
    Request::get(path).header(header::AUTHORIZATION, format!("Bearer {TOKEN}")).body(String::new()).unwrap()
}

pub(crate) async fn read(address: SocketAddr, path: &str) -> Answer {
    ask(address, with_token(path)).await
}

/// Says what it saw.
async fn echo(request: Request<Bytes>) -> Result<Response<Body>, Infallible> {
    let saw = json!({
        "path": request.uri().to_string(),
        "token": request.headers().contains_key(header::AUTHORIZATION),
        "body": request.body().len(),
    });
    Ok(Response::new(Body::from(saw.to_string())))
}

async fn site(works: &Works) -> Site {
    let router = works.console().mount("/emulator/echo", tower::service_fn(echo)).build().unwrap();
    Site::serve(router, ListenerSettings::default()).await
}

#[tokio::test]
async fn the_page_is_free_and_everything_else_needs_the_token() {
    let works = Works::start().await;
    let site = site(&works).await;
    let page = get(site.address, "/").await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "text/html; charset=utf-8"));
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'self';") && !policy.contains("unsafe"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'") && policy.ends_with("connect-src 'self' http://localhost:7400"));
    for path in GUARDED {
        assert_eq!(get(site.address, path).await.status, 401, "{path}");
        let in_the_url = format!("{path}{}t={TOKEN}", if path.contains('?') { '&' } else { '?' });
        assert_eq!(get(site.address, &in_the_url).await.status, 401, "{path}");
        assert_eq!(post(site.address, path, &Value::Null).await.status, 401, "{path}");
        for wrong in ["Bearer", "Bearer 0123456789abcdee", "Basic 0123456789abcdef", "Bearer 0123456789abcdef0"] {
            let request = Request::get(path).header(header::AUTHORIZATION, wrong).body(String::new()).unwrap();
            let refused = ask(site.address, request).await;
            assert_eq!(
                (refused.status.as_u16(), refused.header("www-authenticate")),
                (401, "Bearer"),
                "{path} {wrong}"
            );
        }
        let opened = Events::open(site.address, with_token(path)).await;
        assert_eq!(opened.status, StatusCode::OK, "{path}");
    }
    assert_eq!(read(site.address, "/nothing").await.status, 404);
}

#[tokio::test]
async fn names_and_pages_from_elsewhere_get_nothing() {
    let works = Works::start().await;
    let site = site(&works).await;
    let port = site.address.port();
    let own = format!("127.0.0.1:{port}");
    let asked = |path: &str, lines: &str| {
        format!("GET {path} HTTP/1.1\r\nConnection: close\r\nAuthorization: Bearer {TOKEN}\r\n{lines}\r\n")
    };
    for path in ["/", "/api/status", "/health", "/emulator/echo/x"] {
        for host in ["evil.test", "evil.test:7401", "127.0.0.1.evil.test", "localhost.evil.test", "10.0.0.1", "", "a b"]
        {
            let status = status(site.address, &asked(path, &format!("Host: {host}\r\n"))).await;
            assert_eq!(status, 403, "{path} {host:?}");
        }
        assert_eq!(status(site.address, &asked(path, "")).await, 403, "{path} without a host");
        let two = format!("Host: {own}\r\nHost: evil.test\r\n");
        assert_eq!(status(site.address, &asked(path, &two)).await, 403, "{path} with two hosts");
        let torn = asked(&format!("http://evil.test{path}"), &format!("Host: {own}\r\n"));
        assert_eq!(status(site.address, &torn).await, 403, "{path} for another name");
        for origin in
            ["https://evil.test", "null", "http://localhost:1", "http://127.0.0.1", "https://localhost.evil.test"]
        {
            let lines = format!("Host: {own}\r\nOrigin: {origin}\r\n");
            assert_eq!(status(site.address, &asked(path, &lines)).await, 403, "{path} {origin}");
        }
        for host in [own.clone(), format!("localhost:{port}"), "LOCALHOST".into(), format!("[::1]:{port}")] {
            let lines = format!("Host: {host}\r\nOrigin: http://{host}\r\n");
            assert_eq!(status(site.address, &asked(path, &lines)).await, 200, "{path} {host}");
        }
    }
}

#[tokio::test]
async fn the_status_tells_who_we_are_and_where_everything_is() {
    let works = Works::start().await;
    let site = site(&works).await;
    let status = read(site.address, "/api/status").await.json();
    assert_eq!(status["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!((&status["state"], &status["balanced"]), (&json!("ready"), &json!(true)));
    assert_eq!(status["counts"]["accepted"], 0);
    assert_eq!(status["accounts"][1], json!({ "account": "web", "provider": "web", "state": "unchecked" }));
    assert_eq!(
        (&status["public_url"], &status["info"]),
        (&json!("http://127.0.0.1:7400"), &json!({ "emulators": ["twilio"] }))
    );
    assert!(status["uptime_ms"].is_u64());
    let health = read(site.address, "/health").await;
    assert_eq!((health.status.as_u16(), &health.json()["store"]), (200, &json!("ready")));
    works.readiness.drain();
    assert_eq!(read(site.address, "/health").await.status, 503);
}

#[tokio::test]
async fn every_hop_of_a_message_is_shown() {
    let works = Works::start().await;
    let (public, private) = (works.public(PublicSettings::default()).await, works.private().await);
    let mut hops = Events::open(private.address, with_token("/api/hops")).await;
    let ana = visitor(public.address).await;
    assert_eq!(say(public.address, &ana, "c-1", "hi").await.status, 202);
    let mut stages: Vec<Value> = Vec::new();
    for _ in 0..3 {
        let hop = hops.next().await.unwrap();
        assert_eq!((hop.name.as_str(), &hop.data["account"]), ("hop", &json!("web")));
        assert_eq!(hop.data["conversation"], format!("web:visitor:{ana}"));
        stages.push(hop.data["stage"].clone());
    }
    stages.sort_by_key(ToString::to_string);
    assert_eq!(stages, ["send", "turn", "webhook"]);
}

#[tokio::test]
async fn a_watcher_that_is_too_slow_is_told_what_it_missed() {
    let works = Works::start().await;
    let private = works.private().await;
    let mut hops = Events::open(private.address, with_token("/api/hops")).await;
    // In one go, on the one thread of this test: the stream has no chance to read in between.
    let gateway = works.gateway();
    let nobody = Request::post("/webhooks/nobody").body(Bytes::new()).unwrap();
    for _ in 0..5_000 {
        gateway.receive("nobody", "", &nobody).await;
    }
    let missed = loop {
        let event = hops.next().await.unwrap();
        if event.name == "lagged" {
            break event.data["missed"].as_u64().unwrap();
        }
    };
    assert!((1_000..5_000).contains(&missed), "{missed}");
}

#[tokio::test]
async fn what_waits_for_a_person_is_listed() {
    let works = Works::start().await;
    let (public, private) = (works.public(PublicSettings::default()).await, works.private().await);
    let mut hops = works.gateway().hops();
    let ana = visitor(public.address).await;
    say(public.address, &ana, "c-1", "/refuse").await;
    let died = async { while !hops.recv().await.unwrap().outcome.starts_with("dead") {} };
    timeout(PATIENCE, died).await.unwrap();
    let dead = read(private.address, "/api/shelved?shelf=dead").await.json();
    assert_eq!((&dead["shelf"], dead["items"].as_array().unwrap().len()), (&json!("dead"), 1));
    assert!(dead["items"][0]["reason"].as_str().unwrap().contains("asked to refuse"), "{dead}");
    assert_eq!(read(private.address, "/api/shelved?shelf=unknown").await.json()["items"], json!([]));
    assert_eq!(read(private.address, "/api/shelved?shelf=rejected").await.json()["items"], json!([]));
    assert_eq!(read(private.address, "/api/shelved?shelf=top").await.status, 400);
    assert_eq!(read(private.address, "/api/shelved").await.status, 400);
}

#[tokio::test]
async fn a_mounted_service_sees_its_own_paths_and_no_token() {
    let works = Works::start().await;
    let site = site(&works).await;
    let saw = read(site.address, "/emulator/echo/_emulator/shown?a=1").await;
    assert_eq!(saw.json(), json!({ "path": "/_emulator/shown?a=1", "token": false, "body": 0 }));
    assert_eq!(read(site.address, "/emulator/other/x").await.status, 404);
    for wrong in ["/api/x", "/health", "emulator", "/", "/a//b", "/a/{b}", "/a/../b"] {
        assert!(works.console().mount(wrong, tower::service_fn(echo)).build().is_err(), "{wrong}");
    }
    let twice = works.console().mount("/a", tower::service_fn(echo)).mount("/a/b", tower::service_fn(echo));
    assert!(twice.build().unwrap_err().to_string().contains("/a/b"));
}
