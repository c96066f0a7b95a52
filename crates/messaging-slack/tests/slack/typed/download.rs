use messaging_core::{
    ErrorKind,
    message::{FetchMedia, Media},
};

use crate::script::Script;

const URL: &str = "http://slack.test/files-pri/T1-F1/a.png";

#[tokio::test]
async fn a_file_of_the_base_is_fetched_with_the_token() {
    let headers = [("content-type", "image/png"), ("content-disposition", "attachment; filename=\"a.png\"")];
    let script = Script::new().status(200, &headers, "PNG");
    let file = script.slack().client().await.unwrap().download(&FetchMedia::of(Media::at(URL))).await.unwrap();
    assert_eq!(
        (file.content_type.as_str(), file.name.as_deref(), &file.bytes[..]),
        ("image/png", Some("a.png"), &b"PNG"[..])
    );
    let asked = script.raw_requests();
    assert_eq!(asked[0].headers()["authorization"], "Bearer xoxb-canary");
    assert_eq!((asked[0].method(), asked[0].uri().to_string().as_str()), (&http::Method::GET, URL));
}

#[tokio::test]
async fn a_login_page_is_no_file() {
    let html = [("content-type", "text/html; charset=utf-8")];
    let script = Script::new().status(200, &html, "<!DOCTYPE html><title>Sign in</title>");
    let error = script.slack().client().await.unwrap().download(&FetchMedia::of(Media::at(URL))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert!(error.to_string().contains("files:read"), "{error}");
    let page = Media::at(URL).with_type("text/html");
    let script = Script::new().status(200, &html, "<p>mine</p>");
    script.slack().client().await.unwrap().download(&FetchMedia::of(page)).await.unwrap();
}

#[tokio::test]
async fn what_is_too_large_or_inside_is_not_fetched() {
    let script = Script::new().status(200, &[], "12345");
    let request = FetchMedia::of(Media::at(URL)).at_most(4);
    let error = script.slack().client().await.unwrap().download(&request).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    for url in ["http://169.254.169.254/latest", "https://10.0.0.1/x", "http://slack.test:81/x", "file:///etc/passwd"] {
        let script = Script::new();
        let request = FetchMedia::of(Media::at(url));
        let error = script.slack().client().await.unwrap().download(&request).await.unwrap_err();
        assert_eq!((error.kind(), script.raw_requests().len()), (ErrorKind::Invalid, 0), "{url}");
    }
    // A redirect leads outside without the token, and never inside.
    let script = Script::new().status(302, &[("location", "http://127.0.0.1:1/x")], "");
    let error = script.slack().client().await.unwrap().download(&FetchMedia::of(Media::at(URL))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
}
