use bytes::Bytes;
use http::Request;
use serde_json::json;
use tower::ServiceExt;

use crate::bench::{Answer, Bench};

fn root(bench: &Bench) -> String {
    format!("/v1/Services/{}", bench.settings.conversations_service_sid)
}

async fn upload(bench: &Bench, query: &str, kind: &str, bytes: &'static [u8]) -> Answer {
    let request = bench.request("POST", &format!("{}/Media{query}", root(bench))).header("content-type", kind);
    bench.try_send(request.body(Bytes::from_static(bytes)).unwrap()).await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_file_is_uploaded_described_and_fetched() {
    let bench = Bench::new();
    let made = upload(&bench, "?Category=media&Filename=x.png", "image/png", b"bytes").await;
    assert_eq!(made.status, 201);
    let sid = made.text("/sid");
    assert!(sid.len() == 34 && sid.starts_with("ME"), "{sid}");
    for (field, value) in [
        ("content_type", json!("image/png")),
        ("filename", json!("x.png")),
        ("size", json!(5)),
        ("category", json!("media")),
        ("is_multipart_upstream", json!(false)),
        ("channel_sid", json!(null)),
        ("message_sid", json!(null)),
        ("author", json!(null)),
    ] {
        assert_eq!(made.body[field], value, "{field}");
    }
    assert_eq!(made.text("/service_sid"), bench.settings.conversations_service_sid);
    assert!(made.body["links"]["content_direct_temporary"].is_null());
    let fetched = bench.get(&format!("{}/Media/{sid}", root(&bench))).await;
    let temporary = fetched.text("/links/content_direct_temporary");
    let file = bench.twilio.api().oneshot(Request::get(temporary).body(Bytes::new()).unwrap()).await.unwrap();
    assert_eq!((file.headers()["content-type"].to_str().unwrap(), file.body().as_ref()), ("image/png", &b"bytes"[..]));
    let content = bench.request("GET", &fetched.text("/links/content")).body(Bytes::new()).unwrap();
    assert_eq!(bench.twilio.api().oneshot(content).await.unwrap().body().as_ref(), b"bytes");
    let asked = json!({ "command": "get", "list": [{ "media_sid": sid }, { "media_sid": "ME0" }] }).to_string();
    let set = bench.request("POST", &format!("{}/MediaSet", root(&bench))).header("content-type", "application/json");
    let set = bench.try_send(set.body(asked.into()).unwrap()).await.unwrap();
    assert_eq!((set.body[0]["code"].as_i64(), set.body[1]["code"].as_i64()), (Some(200), Some(404)));
    assert_eq!(set.body[0]["media_record"]["sid"], sid.as_str());
    assert_eq!(bench.delete(&format!("{}/Media/{sid}", root(&bench))).await.status, 204);
    assert_eq!(bench.get(&format!("{}/Media/{sid}", root(&bench))).await.code(), (404, 20_404));
}

#[tokio::test(start_paused = true)]
async fn a_file_goes_with_one_message_only() {
    let bench = Bench::new();
    let path = bench.conversation().await;
    let sid = upload(&bench, "?Filename=x.png", "image/png", b"bytes").await.text("/sid");
    let messages = format!("{path}/Messages");
    let posted = bench.post_loudly(&messages, &[("MediaSid", &sid), ("Body", "look")]).await;
    assert_eq!(
        posted.body["media"],
        json!([{ "sid": sid, "size": 5, "content_type": "image/png", "filename": "x.png" }])
    );
    assert_eq!(bench.screens()[0].2, "look\n[x.png]");
    bench.wait(1).await;
    let told = bench.events("onMessageAdded").remove(0).get("Media").unwrap();
    assert_eq!(
        told,
        json!([{ "MediaSid": sid, "Filename": "x.png", "ContentType": "image/png", "Size": 5 }]).to_string()
    );
    assert_eq!(bench.post(&messages, &[("MediaSid", &sid)]).await.code(), (400, 50_508));
    assert_eq!(bench.get(&format!("{}/Media/{sid}", root(&bench))).await.text("/message_sid"), posted.text("/sid"));
}

#[tokio::test(start_paused = true)]
async fn the_media_service_is_strict() {
    let bench = Bench::new();
    assert_eq!(upload(&bench, "", "image/png", b"").await.code(), (400, 20_001));
    assert_eq!(upload(&bench, "?Category=other", "image/png", b"x").await.code(), (400, 20_001));
    let sid = upload(&bench, "", "image/png", b"x").await.text("/sid");
    let path = format!("{}/Media/{sid}", root(&bench));
    let naked = Request::get(&path).body(Bytes::new()).unwrap();
    assert_eq!(bench.try_send(naked).await.unwrap().code(), (401, 20_003));
    let put = bench.request("PUT", &path).body(Bytes::new()).unwrap();
    assert_eq!(bench.try_send(put).await.unwrap().code(), (405, 20_004));
    let other = path.replace(&bench.settings.conversations_service_sid, "IS00000000000000000000000000000000");
    assert_eq!(bench.get(&other).await.code(), (404, 20_404));
    for wrong in ["{}", "[]", "x", r#"{"command":"put","list":[]}"#] {
        let set = bench.request("POST", &format!("{}/MediaSet", root(&bench))).body(Bytes::from(wrong)).unwrap();
        assert_eq!(bench.try_send(set).await.unwrap().code(), (400, 20_001), "{wrong}");
    }
    assert_eq!(bench.get("/temporary-media/0").await.code(), (404, 20_404));
}
