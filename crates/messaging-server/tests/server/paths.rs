use http::Request;
use messaging_server::PublicSettings;
use tower::ServiceExt;

use crate::{
    caller::{get, post},
    raw::{exchange, status},
    site::Works,
};

fn posted(path: &str) -> String {
    let body = r#"{"visitor":"00000000000000000000000000000007","client_id":"c","text":"hi"}"#;
    format!(
        "POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

#[tokio::test]
async fn a_webhook_reaches_its_account_with_or_without_a_hint() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    for path in [
        "/webhooks/web",
        "/webhooks/other",
        "/webhooks/web/message-added",
        "/webhooks/web?a=%2f..%2f",
        "/webhooks/web/",
    ] {
        assert_eq!(status(site.address, &posted(path)).await, 202, "{path}");
    }
    assert_eq!(works.gateway().counts().await.unwrap().accepted, 2);
    let unknown = exchange(site.address, &posted("/webhooks/nobody")).await;
    assert!(unknown.starts_with("HTTP/1.1 404") && unknown.contains("no account is named `nobody`"), "{unknown}");
}

#[tokio::test]
async fn a_path_with_a_second_reading_reaches_nobody() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    let mut hops = works.gateway().hops();
    let tricks = [
        "/webhooks/web%2fother",
        "/webhooks/%77eb",
        "/webhooks/other/../web",
        "/webhooks/other/..%2fweb",
        "/webhooks/./web",
        "/webhooks//web",
        "//webhooks/web",
        "/webhooks/web//",
        "/webhooks/web;x",
        "/webhooks/web%00",
        "/webhooks/web/%2e%2e/other",
        "/webhooks\\web",
        "/webhooks/WEB%20",
        "/x/../webhooks/web",
        "/%77ebhooks/web",
        "/webhooks/",
        "/webhooks",
        "/Webhooks/web",
        "http://elsewhere.test//webhooks/web",
    ];
    for path in tricks {
        assert_eq!(status(site.address, &posted(path)).await, 404, "{path}");
    }
    assert_eq!(works.gateway().counts().await.unwrap().accepted, 0);
    assert!(hops.try_recv().is_err(), "a trick came as far as the gateway");
    for path in ["/webhooks/web\u{1}", "/webhooks/ web"] {
        assert_eq!(status(site.address, &posted(path)).await, 400, "{path:?}");
    }
}

#[tokio::test]
async fn no_mixture_of_tricks_reaches_anybody() {
    let works = Works::start().await;
    let router = messaging_server::public(works.gateway(), &PublicSettings::default(), &works.readiness).unwrap();
    let mut hops = works.gateway().hops();
    let tricks = [
        "%2f",
        "%2F",
        "%5c",
        "%5C",
        "%2e",
        "%2e%2e",
        "%2E.",
        ".",
        "..",
        ";",
        ";x=y",
        "%00",
        "%0d%0a",
        "%20",
        "+",
        "%25",
        "%252f",
        "%c0%af",
        "%ef%bc%8f",
        "@",
        ":",
        ",",
        "=",
        "&",
        "!",
        "$",
        "'",
        "(",
        "*",
        "%",
        "%zz",
        "//",
        "/./",
        "/../",
        "/%2e%2e/",
        "/;/",
    ];
    let mut tried = 0;
    for trick in tricks {
        for path in [
            format!("/webhooks/{trick}/web"),
            format!("/webhooks/{trick}web"),
            format!("/webhooks/web/{trick}"),
            format!("/webhooks/web{trick}x"),
            format!("/webhooks/web/{trick}/other"),
            format!("/webhooks/other/{trick}/web"),
            format!("/webhooks/other{trick}web"),
            format!("/webhooks{trick}/web"),
            format!("/{trick}/webhooks/web"),
            format!("/{trick}webhooks/web"),
            format!("/chat{trick}/../webhooks/web"),
            format!("/webhooks/nobody/{trick}/../../web"),
            format!("/webhooks/web/message-added/{trick}"),
            format!("/webhooks/web/message{trick}added"),
        ] {
            // Written as `a/./b` the trick is part of a name, or a name of its own.
            let harmless = path.trim_start_matches('/').trim_end_matches('/').split('/').all(|part| {
                !part.is_empty()
                    && !part.starts_with('.')
                    && !part.contains(|c: char| !c.is_alphanumeric() && c != '.' && c != '-')
            });
            let Ok(request) = Request::post(path.as_str()).body(axum::body::Body::empty()) else { continue };
            if harmless {
                continue;
            }
            tried += 1;
            let answer = router.clone().oneshot(request).await.unwrap();
            assert_eq!(answer.status(), 404, "{path}");
        }
    }
    assert!(tried > 400, "{tried}");
    assert!(hops.try_recv().is_err(), "a trick came as far as the gateway");
}

#[tokio::test]
async fn nothing_else_is_there() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    for path in ["/", "/api/status", "/health", "/metrics", "/chat/", "/chat/nothing", "/.git/config"] {
        assert_eq!(get(site.address, path).await.status, 404, "{path}");
    }
    for (path, allow) in [("/livez", "GET,HEAD"), ("/chat", "GET,HEAD"), ("/chat/events", "GET,HEAD")] {
        let answer = post(site.address, path, &serde_json::Value::Null).await;
        assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, allow), "{path}");
        assert!(!answer.body.is_empty());
    }
    assert_eq!(get(site.address, "/chat/messages").await.status, 405);
}

#[tokio::test]
async fn every_answer_tells_browsers_to_guess_and_keep_nothing() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    for path in ["/livez", "/nothing", "/chat", "/chat/chat.js", "/webhooks/web", "/chat/events"] {
        let answer = get(site.address, path).await;
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert!(answer.header("content-security-policy").starts_with("default-src '"), "{path}");
    }
}
