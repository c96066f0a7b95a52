//! The client over real sockets.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::time::Duration;

use bytes::Bytes;
use http::Request;
use messaging_core::Reached;
use messaging_http::{ClientSettings, TransportError, client};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use tower::ServiceExt;

/// Reads one request, then does as told, once per connection.
async fn server(answer: &'static [u8], hang: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let mut request = [0; 4_096];
            let _ = socket.read(&mut request).await;
            let _ = socket.write_all(answer).await;
            if hang {
                std::future::pending::<()>().await;
            }
        }
    });
    format!("http://{address}/x?token=canary")
}

async fn get(url: &str, settings: ClientSettings) -> Result<http::Response<Bytes>, TransportError> {
    let request = Request::get(url).body(Bytes::new()).unwrap();
    client(settings).unwrap().oneshot(request).await
}

#[tokio::test]
async fn nobody_listening_is_certain() {
    let unused = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let error = get(&format!("http://{unused}/?token=canary"), ClientSettings::default()).await.unwrap_err();
    assert_eq!(error.reached, Reached::NotSent, "{error}");
    assert!(!format!("{error:?}").contains("canary"), "{error:?}");
}

#[tokio::test]
async fn a_connection_that_ends_without_an_answer_is_not() {
    let error = get(&server(b"", false).await, ClientSettings::default()).await.unwrap_err();
    assert_eq!((error.reached, error.timed_out), (Reached::MaybeSent, false), "{error}");
}

#[tokio::test]
async fn silence_after_the_request_is_not() {
    let mut settings = ClientSettings::default();
    settings.read_timeout = Duration::from_millis(50);
    let error = get(&server(b"", true).await, settings).await.unwrap_err();
    assert_eq!((error.reached, error.timed_out), (Reached::MaybeSent, true), "{error}");
}

#[tokio::test]
async fn redirects_are_answers() {
    let answer = b"HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\ncontent-length: 0\r\n\r\n";
    let response = get(&server(answer, false).await, ClientSettings::default()).await.unwrap();
    assert_eq!(response.status(), 302);
}

#[tokio::test]
async fn an_answer_that_is_too_large_is_not_read_to_its_end() {
    let mut settings = ClientSettings::default();
    settings.max_response = 3;
    let error =
        get(&server(b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nabcd", false).await, settings).await.unwrap_err();
    assert_eq!(error.reached, Reached::MaybeSent);
    assert!(error.message.contains("larger than 3 bytes"), "{error}");
}
