use bytes::Bytes;
use messaging_core::message::{FetchMedia, Media};
use messaging_slack::client::{Upload, files};

use super::Stage;

pub(super) async fn walk(stage: &Stage) {
    let bytes = Bytes::from_static(b"\x89PNG\x00 and more");
    let upload = Upload::new("a.png", bytes.clone()).titled("A").with_alt_text("a cat");
    let upload = upload.shown_in(stage.settings.channel.clone()).saying("see");
    let kept = stage.client.upload(upload).await.unwrap().value;
    let id = kept.id.unwrap();
    let known = stage.ok(files::Info::new(id.clone())).await.file.unwrap();
    assert_eq!((known.title.as_deref(), known.size), (Some("A"), Some(bytes.len() as u64)));
    let file = stage.client.download(&FetchMedia::of(Media::at(known.url_private.unwrap()))).await.unwrap();
    assert_eq!((file.bytes, file.content_type.as_str()), (bytes, "image/png"));
    stage.ok(files::Delete::new(id.clone())).await;
    stage.no(files::Info::new(id), &["file_deleted", "file_not_found"]).await;
}
