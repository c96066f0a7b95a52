use std::net::SocketAddr;

use http::{Method, Request, StatusCode, header};
use messaging_server::PublicSettings;
use serde_json::json;

use crate::{
    caller::{Answer, ask},
    chat::visitor,
    site::{Site, Works},
};

async fn site(works: &Works) -> Site {
    let mut settings = PublicSettings::default();
    settings.allowed_origins = vec!["https://shop.test".into()];
    works.public(settings).await
}

async fn from(address: SocketAddr, method: Method, path: &str, origin: &str, body: String) -> Answer {
    let request = Request::builder().method(method).uri(path).header(header::ORIGIN, origin);
    ask(address, request.header(header::CONTENT_TYPE, "application/json").body(body).unwrap()).await
}

#[tokio::test]
async fn own_and_allowed_pages_may_chat() {
    let works = Works::start().await;
    let site = site(&works).await;
    let visitor = visitor(site.address).await;
    let own = format!("http://{}", site.address);
    for (origin, reader) in [(own.as_str(), ""), ("https://shop.test", "https://shop.test")] {
        let body = json!({ "visitor": visitor, "client_id": "c", "text": "hi" }).to_string();
        let answer = from(site.address, Method::POST, "/chat/messages", origin, body).await;
        assert_eq!(answer.status, StatusCode::ACCEPTED, "{origin}: {}", answer.body);
        assert_eq!((answer.header("access-control-allow-origin"), answer.header("vary")), (reader, "origin"));
        assert_eq!(answer.header("access-control-allow-credentials"), "");
    }
}

#[tokio::test]
async fn foreign_pages_reach_nothing_of_the_chat() {
    let works = Works::start().await;
    let site = site(&works).await;
    let port = site.address.port();
    let close = [
        "https://evil.test".to_owned(),
        "null".into(),
        String::new(),
        "https://shop.test.evil.test".into(),
        "http://shop.test".into(),
        "https://shop.test:444".into(),
        format!("http://127.0.0.1:{}", port ^ 1),
        format!("http://localhost:{port}"),
        format!("http://127.0.0.1:{port}@evil.test"),
        format!("ftp://127.0.0.1:{port}"),
    ];
    for origin in close {
        for (method, path) in [
            (Method::POST, "/chat/visitors"),
            (Method::POST, "/chat/messages"),
            (Method::GET, "/chat/events?visitor=00000000000000000000000000000007"),
            (Method::GET, "/chat"),
        ] {
            let body = json!({ "visitor": "0".repeat(32), "client_id": "c", "text": "hi" }).to_string();
            let answer = from(site.address, method, path, &origin, body).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{origin} {path}");
            assert_eq!(answer.header("access-control-allow-origin"), "", "{origin} {path}");
        }
    }
    assert_eq!(works.gateway().counts().await.unwrap().accepted, 0);
}

#[tokio::test]
async fn a_preflight_is_answered_for_those_who_may() {
    let works = Works::start().await;
    let site = site(&works).await;
    let preflight = async |origin: &str| {
        let request = Request::options("/chat/messages").header(header::ORIGIN, origin);
        let request = request.header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST");
        ask(site.address, request.header("access-control-request-headers", "content-type").body(String::new()).unwrap())
            .await
    };
    let yes = preflight("https://shop.test").await;
    assert_eq!((yes.status, yes.header("access-control-allow-origin")), (StatusCode::NO_CONTENT, "https://shop.test"));
    assert!(yes.header("access-control-allow-methods").contains("POST"));
    assert!(yes.header("access-control-allow-headers").contains("content-type"));
    let no = preflight("https://evil.test").await;
    assert_eq!((no.status, no.header("access-control-allow-methods")), (StatusCode::FORBIDDEN, ""));
}

#[tokio::test]
async fn the_page_says_who_may_frame_it_and_runs_nothing_inline() {
    let works = Works::start().await;
    let site = site(&works).await;
    let page = ask(site.address, Request::get("/chat").body(String::new()).unwrap()).await;
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'self';") && !policy.contains("unsafe"), "{policy}");
    assert!(policy.ends_with("frame-ancestors 'self' https://shop.test"), "{policy}");
}
