//! Answers as the platforms do, without looking.

use axum::{
    Router,
    http::{StatusCode, header::CONTENT_TYPE},
    response::IntoResponse,
    routing::post,
};
use tokio::net::TcpListener;

/// What Slack says to `chat.postMessage` (<https://docs.slack.dev/reference/methods/chat.postMessage>).
pub(crate) const POSTED: &str = r#"{"ok":true,"channel":"C0000000001","ts":"1503435956.000247","message":{
    "text":"Your table is ready.","username":"ecto1","bot_id":"B0000000001","type":"message","subtype":"bot_message",
    "ts":"1503435956.000247"}}"#;

/// What Twilio says to a new message (<https://www.twilio.com/docs/messaging/api/message-resource>).
pub(crate) const CREATED: &str = r#"{"account_sid":"AC00000000000000000000000000000001","api_version":"2010-04-01",
    "body":"Your table is ready.","date_created":"Thu, 24 Aug 2023 05:01:45 +0000",
    "date_sent":"Thu, 24 Aug 2023 05:01:45 +0000","date_updated":"Thu, 24 Aug 2023 05:01:45 +0000",
    "direction":"outbound-api","error_code":null,"error_message":null,"from":"+15550100001","num_media":"0",
    "num_segments":"1","price":null,"price_unit":null,"messaging_service_sid":null,
    "sid":"SM00000000000000000000000000000001","status":"queued","subresource_uris":{"media":
    "/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/SM00000000000000000000000000000001/Media.json"},
    "to":"+15550100777",
    "uri":"/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/SM00000000000000000000000000000001.json"}"#;

/// Answers on a thread of its own, to the end of the process; returns where.
pub(crate) fn listen() -> String {
    let (told, tells) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            told.send(listener.local_addr().expect("an address")).expect("somebody waits");
            let json =
                |status, body: &'static str| (status, [(CONTENT_TYPE, "application/json")], body).into_response();
            let router = Router::new()
                .route("/api/chat.postMessage", post(async move |_: axum::body::Bytes| json(StatusCode::OK, POSTED)))
                .fallback(async move |_: axum::body::Bytes| json(StatusCode::CREATED, CREATED));
            axum::serve(listener, router).await.expect("serves");
        });
    });
    format!("http://{}", tells.recv().expect("it listens"))
}
