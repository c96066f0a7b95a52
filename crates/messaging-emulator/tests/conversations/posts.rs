//! Messages of conversations: their bounds, their templates, their files.

use serde_json::json;

use crate::bench::Bench;

#[tokio::test(start_paused = true)]
async fn messages_have_bounds() {
    let bench = Bench::new();
    let path = format!("{}/Messages", bench.conversation().await);
    let (long, author, subject) = ("a".repeat(32 * 1024 + 1), "a".repeat(257), "s".repeat(257));
    let attributes = format!("\"{}\"", "a".repeat(4 * 1024));
    let cases: &[super::Case<'_>] = &[
        (&[("Body", &long)], 400, 50_504),
        (&[("Body", "x"), ("Author", &author)], 400, 50_310),
        (&[("Body", "x"), ("Subject", &subject)], 400, 20_422),
        (&[("Body", "x"), ("Attributes", &attributes)], 400, 50_303),
        (&[("Body", "x"), ("Attributes", "{]")], 400, 50_304),
        (&[("Body", "x"), ("DateCreated", "x")], 400, 50_308),
        (&[("Body", "x"), ("DateUpdated", "x")], 400, 50_309),
        (&[("MediaSid", "ME1")], 400, 50_510),
        (&[("MediaSid", &format!("ME{}", "0".repeat(32)))], 404, 50_507),
    ];
    bench.refuses(&path, cases).await;
    assert!(bench.screens().is_empty());
    let dates = [("DateCreated", "2020-01-01T00:00:00Z"), ("DateUpdated", "2020-01-02T00:00:00Z")];
    let posted = bench.post(&path, &[("Body", &long[..32 * 1024]), ("Subject", "Hi"), dates[0], dates[1]]).await;
    assert_eq!(posted.text("/date_created"), "2020-01-01T00:00:00Z");
    assert_eq!(
        bench.get(&format!("{path}/{}", posted.text("/sid"))).await.text("/date_updated"),
        "2020-01-02T00:00:00Z"
    );
}

#[tokio::test(start_paused = true)]
async fn templates_have_variables() {
    let bench = Bench::new();
    let path = format!("{}/Messages", bench.conversation().await);
    let sid = format!("HX{}", "0123456789abcdef".repeat(2));
    let (content, variables) = (("ContentSid", sid.as_str()), "ContentVariables");
    let many = (0..110).map(|index| (format!("{index}"), json!("v".repeat(256))));
    let many = serde_json::Value::Object(many.collect()).to_string();
    let (key, value) = (json!({ "k".repeat(17): "v" }).to_string(), json!({ "k": "v".repeat(257) }).to_string());
    let cases: &[super::Case<'_>] = &[
        (&[("ContentSid", "HX1")], 400, 50_526),
        (&[("Body", "x"), (variables, "{}")], 400, 50_528),
        (&[content, (variables, "[1]")], 400, 50_527),
        (&[content, (variables, "{")], 400, 50_527),
        (&[content, (variables, &many)], 400, 50_529),
        (&[content, (variables, &key)], 400, 50_540),
        (&[content, (variables, &value)], 400, 50_541),
    ];
    bench.refuses(&path, cases).await;
    let fits = json!({ "k".repeat(16): "v".repeat(256) }).to_string();
    let posted = bench.post(&path, &[content, (variables, &fits), ("Body", "ignored")]).await;
    assert_eq!((posted.status.as_u16(), posted.text("/content_sid")), (201, sid.clone()));
    assert!(posted.body["body"].is_null());
}

#[tokio::test(start_paused = true)]
async fn a_file_goes_with_one_message() {
    let bench = Bench::new();
    let path = format!("{}/Messages", bench.conversation().await);
    let upload = bench.request("POST", &format!("{}/Media?Category=media&Filename=x.png", bench.service()));
    let upload = upload.header("content-type", "image/png").body(bytes::Bytes::from_static(b"0123456789")).unwrap();
    let file = bench.try_send(upload).await.unwrap().text("/sid");
    let posted = bench.post(&path, &[("MediaSid", &file)]).await;
    let expected = json!([{ "sid": file, "size": 10, "content_type": "image/png", "filename": "x.png" }]);
    assert_eq!((posted.status.as_u16(), &posted.body["media"]), (201, &expected), "{}", posted.body);
    bench.refuses(&path, &[(&[("MediaSid", &file)], 400, 50_508)]).await;
    let name = format!("{path}/{}", posted.text("/sid"));
    bench.refuses(&name, &[(&[("Body", "a picture")], 400, 50_509)]).await;
    assert_eq!(bench.post(&name, &[("Author", "bob")]).await.status, 200);
}

#[tokio::test(start_paused = true)]
async fn a_message_is_changed_and_removed() {
    let bench = Bench::new();
    let room = bench.conversation().await;
    let path = format!("{room}/Messages");
    let posted = bench.post(&path, &[("Author", "assistant"), ("Body", "hi")]).await;
    let name = format!("{path}/{}", posted.text("/sid"));
    let pairs = [("Body", "ho"), ("Author", "bob"), ("Attributes", "[1]"), ("DateUpdated", "2020-01-02T00:00:00Z")];
    let changed = bench.post_loudly(&name, &pairs).await;
    assert_eq!(
        (changed.text("/body"), changed.text("/author"), changed.text("/attributes"), changed.text("/date_updated")),
        ("ho".into(), "bob".into(), "[1]".into(), "2020-01-02T00:00:00Z".into())
    );
    let long = "a".repeat(257);
    let cases: &[super::Case<'_>] = &[
        (&[("Author", &long)], 400, 50_310),
        (&[("Attributes", "{")], 400, 50_304),
        (&[("DateCreated", "x")], 400, 50_308),
        (&[("Subject", &long)], 400, 20_422),
    ];
    bench.refuses(&name, cases).await;
    let mut request = bench.request("DELETE", &name).body(bytes::Bytes::new()).unwrap();
    request.headers_mut().insert("x-twilio-webhook-enabled", "true".parse().unwrap());
    assert_eq!(bench.try_send(request).await.unwrap().status, 204);
    assert_eq!(bench.delete(&name).await.code(), (404, 20_404));
    assert_eq!(bench.post(&name, &[("Body", "x")]).await.code(), (404, 20_404));
    bench.wait(1).await;
    assert_eq!((bench.events("onMessageUpdated").len(), bench.events("onMessageRemoved").len()), (1, 1));
    // An index is never given twice.
    assert_eq!(bench.post(&path, &[("Body", "next")]).await.body["index"], 1);
}
