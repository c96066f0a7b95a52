//! A file on its way into a channel, and out of it.

use messaging_slack::client::files;
use serde_json::{Value, json};

use crate::stage::{Proven, Stage};

pub(crate) async fn walk(stage: &Stage) {
    let channel = stage.settings.channel.clone();
    let asked = stage.ours(files::GetUploadUrlExternal::new("a.txt", 5_u64)).await;
    let (url, id) = (asked.upload_url.unwrap(), asked.file_id.unwrap());
    stage.put(url.as_str(), b"hello").await;
    let info = |id: &str| stage.look("files.info", json!({ "file": id }));
    let mut kept = files::Uploaded::new(id.clone());
    kept.title = Some("A".to_owned());
    let complete = files::CompleteUploadExternal::new(vec![kept]).channel_id(channel.clone()).initial_comment("see");
    let is_shared = |seen: &Value| {
        let file = &seen["file"];
        file["title"] == "A" && file["size"] == 5 && file["shares"]["public"].get(&channel).is_some()
    };
    stage.changes(complete, info(&id), is_shared).await;
    assert_eq!(stage.reads(files::Info::new(id.clone())).await.file.unwrap().title.as_deref(), Some("A"));
    stage.changes(files::Delete::new(id.clone()), info(&id), |seen| seen["refused"].is_string()).await;

    // What our client announced, one of Slack's packages completes; what nobody announced, it cannot.
    let keep = |id: &str| stage.look("files.completeUploadExternal", json!({ "files": [{ "id": id, "title": "B" }] }));
    assert_eq!(stage.sdk(&keep("F0NOTHING1"))["refused"], "file_not_found");
    let asked = stage.ours(files::GetUploadUrlExternal::new("b.txt", 5_u64)).await;
    stage.put(asked.upload_url.unwrap().as_str(), b"world").await;
    let id = asked.file_id.unwrap();
    assert_eq!(stage.sdk(&keep(&id))["files"][0]["title"], "B");
    assert_eq!(stage.sdk(&info(&id))["file"]["name"], "b.txt");
    stage.prove::<files::GetUploadUrlExternal>(Proven::Changed);
}
