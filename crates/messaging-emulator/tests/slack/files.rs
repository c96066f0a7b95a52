use bytes::Bytes;
use http::{Request, Response, StatusCode};
use serde_json::{Value, json};

use crate::workspace::{Workspace, read};

async fn announce(workspace: &Workspace, name: &str, length: usize) -> (String, String) {
    let arguments = json!({ "filename": name, "length": length });
    let answer = workspace.call("files.getUploadURLExternal", arguments).await;
    let word = |name: &str| answer[name].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned();
    (word("file_id"), word("upload_url"))
}

async fn upload(workspace: &Workspace, url: &str, kind: &str, body: &str) -> Response<Bytes> {
    let request = Request::post(url).header("content-type", kind).body(Bytes::from(body.to_owned()));
    workspace.raw(request.unwrap()).await.unwrap()
}

async fn complete(workspace: &Workspace, id: &str, mut arguments: Value) -> Value {
    arguments["files"] = json!([{ "id": id, "title": "A title" }]);
    workspace.call("files.completeUploadExternal", arguments).await
}

/// A file that is there.
async fn file(workspace: &Workspace, arguments: Value) -> String {
    let (id, url) = announce(workspace, "a b.txt", 5).await;
    assert_eq!(upload(workspace, &url, "application/x-www-form-urlencoded", "hello").await.body(), "OK - 5");
    assert_eq!(complete(workspace, &id, arguments).await["ok"], true);
    id
}

#[tokio::test(start_paused = true)]
async fn a_file_is_uploaded_in_three_steps_and_shared() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let (id, url) = announce(&workspace, "a b.txt", 5).await;
    assert!(url.starts_with("http://127.0.0.1:7403/upload/v1/"));
    let stored = upload(&workspace, &url, "application/x-www-form-urlencoded", "hello").await;
    assert_eq!((stored.status(), &stored.body()[..]), (StatusCode::OK, &b"OK - 5"[..]));
    let answer = complete(&workspace, &id, json!({ "channel_id": settings.channel, "initial_comment": "see" })).await;
    assert_eq!((&answer["files"][0]["id"], &answer["files"][0]["title"]), (&json!(id), &json!("A title")));
    assert_eq!(answer["files"][0]["shares"], json!({}), "sharing takes a moment");
    workspace.settle().await;
    let info = &workspace.call("files.info", json!({ "file": id })).await["file"];
    let ts = &info["shares"]["public"][&settings.channel][0]["ts"];
    assert_eq!(
        (&info["channels"], &info["size"], &info["mimetype"]),
        (&json!([settings.channel]), &json!(5), &json!("text/plain"))
    );
    assert_eq!(workspace.screen(), ["see\n[a b.txt]"]);
    let history = workspace.call("conversations.history", json!({ "channel": settings.channel })).await;
    let message = &history["messages"][0];
    assert_eq!(
        (&message["ts"], &message["subtype"], &message["files"][0]["id"]),
        (ts, &json!("file_share"), &json!(id))
    );
    let kinds: Vec<_> = workspace.told().iter().map(|told| told.kind().to_owned()).collect();
    for kind in ["file_created", "file_shared", "message"] {
        assert!(kinds.iter().any(|known| known == kind), "{kind} {kinds:?}");
    }
    let listed = workspace.call("files.list", json!({ "channel": settings.channel })).await;
    assert_eq!((&listed["files"][0]["id"], &listed["paging"]["total"]), (&json!(id), &json!(1)));
}

#[tokio::test(start_paused = true)]
async fn a_file_is_given_to_whoever_may_read_it() {
    let workspace = Workspace::new();
    let id = file(&workspace, json!({})).await;
    let info = &workspace.call("files.info", json!({ "file": id })).await["file"];
    for url in [&info["url_private"], &info["url_private_download"]] {
        let get = |token: &str| {
            let request = Request::get(url.as_str().unwrap()).header("authorization", format!("Bearer {token}"));
            workspace.raw(request.body(Bytes::new()).unwrap())
        };
        let response = get(&workspace.settings().bot_token).await.unwrap();
        assert_eq!(
            (&response.headers()["content-type"], &response.body()[..]),
            (&"text/plain".parse().unwrap(), &b"hello"[..])
        );
        let response = get("xoxb-other").await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8", "a page to log in on");
    }
}

#[tokio::test(start_paused = true)]
async fn a_part_of_a_form_is_a_file_too() {
    let workspace = Workspace::new();
    let (id, url) = announce(&workspace, "a.bin", 3).await;
    let body = "--b\r\nContent-Disposition: form-data; name=\"body\"; filename=\"a\"\r\n\r\nabc\r\n--b--\r\n";
    let stored = upload(&workspace, &url, "multipart/form-data; boundary=b", body).await;
    assert_eq!(stored.body(), "OK - 3");
    assert_eq!(complete(&workspace, &id, json!({})).await["ok"], true);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_uploaded_is_refused() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    for (arguments, expected) in [
        (json!({ "filename": "a", "length": 0 }), "invalid_arguments"),
        (json!({ "filename": "a", "length": 1, "alt_txt": "x".repeat(1_001) }), "alt_txt_too_large"),
        (json!({ "filename": "a", "length": 1, "snippet_type": "No!" }), "unknown_snippet_type"),
        (json!({ "filename": "a", "length": 2_000_000_000 }), "file_upload_size_restricted"),
        (json!({ "filename": "a", "length": 300_000_000 }), "storage_limit_reached"),
    ] {
        let answer = workspace.call("files.getUploadURLExternal", arguments.clone()).await;
        assert_eq!(answer["error"], expected, "{arguments}");
    }
    let (id, url) = announce(&workspace, "a", 5).await;
    assert_eq!(upload(&workspace, &url, "text/plain", "four").await.status(), StatusCode::BAD_REQUEST);
    assert_eq!(upload(&workspace, &format!("{url}x"), "text/plain", "hello").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(complete(&workspace, &id, json!({})).await["error"], "file_update_failed", "nothing was uploaded");
    upload(&workspace, &url, "text/plain", "hello").await;
    for (arguments, expected) in [
        (json!({ "channel_id": "C0" }), "channel_not_found"),
        (json!({ "channel_id": settings.other_channel }), "not_in_channel"),
        (json!({ "channels": vec!["C0"; 101].join(",") }), "channels_limit_exceeded"),
        (json!({ "blocks": [{}] }), "invalid_blocks"),
    ] {
        assert_eq!(complete(&workspace, &id, arguments.clone()).await["error"], expected, "{arguments}");
    }
    assert_eq!(complete(&workspace, "F0", json!({})).await["error"], "file_not_found");
    assert_eq!(complete(&workspace, &id, json!({})).await["ok"], true);
    assert_eq!(complete(&workspace, &id, json!({})).await["error"], "file_update_failed", "it is one already");
}

#[tokio::test(start_paused = true)]
async fn a_deleted_file_leaves_a_tombstone() {
    let workspace = Workspace::new();
    let channel = workspace.settings().channel.clone();
    let id = file(&workspace, json!({ "channels": channel })).await;
    workspace.settle().await;
    let history = || workspace.call("conversations.history", json!({ "channel": channel }));
    let delete = || workspace.call("files.delete", json!({ "file": id }));
    assert_eq!(delete().await, json!({ "ok": true }));
    assert_eq!(history().await["messages"][0]["files"], json!([{ "id": id, "mode": "tombstone" }]));
    assert_eq!(delete().await["error"], "file_deleted");
    assert_eq!(workspace.call("files.info", json!({ "file": id })).await["error"], "file_deleted");
    for method in ["files.info", "files.delete"] {
        assert_eq!(workspace.call(method, json!({ "file": "F0" })).await["error"], "file_not_found");
    }
    let request = Request::get("/files-pri/T0-F0/a").body(Bytes::new()).unwrap();
    assert!(serde_json::from_slice::<Value>(workspace.raw(request).await.unwrap().body()).is_err());
    let unknown = workspace.send("files.upload", json!({})).await.unwrap();
    assert_eq!(read(&unknown)["error"], "unknown_method", "shut off in 2025");
}
