use std::sync::Arc;

use axum::body::Body;
use http::Request;
use messaging_agent::EchoPlus;
use messaging_core::Messenger;
use messaging_gateway::{Gateway, MediaError};
use messaging_server::{Public, PublicSettings, Readiness, public};
use messaging_store::{MemoryOptions, MemoryStore};
use messaging_web::{Web, WebConfig};
use tower::ServiceExt;

use super::{lossy, pieces, run};

pub(super) const NAMES: &[&str] = &[
    "eyJhIjoid2ViIiwibSI6eyJ1cmwiOiJodHRwOi8veC50ZXN0LyJ9LCJ1Ijo5fQ.0000000000000000000000000000000000000000000000000000000000000000",
    ".",
    "a.b.c",
];

/// A query, and the cursor of a browser that comes back.
pub(super) const CURSORS: &[&str] = &[
    "visitor=00000000000000000000000000000007&after=3\x005",
    "visitor=00000000000000000000000000000007\x00-1",
    "visitor=zz&after=18446744073709551616\x00",
];

fn gateway() -> Gateway {
    let store = Arc::new(MemoryStore::new(MemoryOptions::default()));
    let web = Messenger::new(Web::new(WebConfig::default()));
    Gateway::builder(store, EchoPlus).account("web", web).build().expect("settings that work")
}

fn chat() -> Public {
    let readiness = Readiness::starting();
    readiness.ready();
    let mut settings = PublicSettings::default();
    settings.chat_account = Some("web".into());
    public(gateway(), &settings, &readiness).expect("settings that work")
}

/// No address of a file is good that nobody has signed.
pub(super) fn media(data: &[u8]) {
    thread_local! { static GATEWAY: Gateway = gateway(); }
    let gateway = GATEWAY.with(Clone::clone);
    let answer = run(gateway.media(&lossy(data)));
    assert!(matches!(answer, Err(MediaError::NotFound)), "{answer:?}");
}

/// A stream begins at a cursor, or is refused as asked for wrongly.
pub(super) fn cursor(data: &[u8]) {
    thread_local! { static CHAT: Public = chat(); }
    let chat = CHAT.with(Clone::clone);
    let [query, cursor] = pieces(data).map(lossy);
    let mut request = Request::get(format!("/chat/events?{query}"));
    if !cursor.is_empty() {
        request = request.header("last-event-id", cursor.as_str());
    }
    let Ok(request) = request.body(Body::empty()) else { return };
    let answered = run(async { chat.oneshot(request).await });
    let status = answered.unwrap_or_else(|never| match never {}).status().as_u16();
    let is_cursor = cursor.is_empty() || cursor.parse::<u64>().is_ok();
    assert!(status == 400 || (status == 200 && is_cursor), "{status}: {query:?} {cursor:?}");
}
