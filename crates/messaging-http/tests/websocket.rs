//! The WebSocket client and server over real sockets, against tungstenite on the other side.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::{SinkExt, StreamExt};
use http::{Request, Uri};
use messaging_http::duplex::{Close, Closed, Duplex, Frame, WebSocketSettings, answer, carry, websocket};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};
use tokio_tungstenite::{WebSocketStream, accept_async, client_async, tungstenite::Message};
use tower::ServiceExt;

async fn listening() -> (TcpListener, Uri) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}/link?ticket=canary", listener.local_addr().unwrap()).parse().unwrap();
    (listener, url)
}

/// Our client, and tungstenite as the server.
async fn dialled(settings: WebSocketSettings) -> (Duplex, WebSocketStream<TcpStream>) {
    let (listener, url) = listening().await;
    let server: JoinHandle<_> =
        tokio::spawn(async move { accept_async(listener.accept().await.unwrap().0).await.unwrap() });
    let here = websocket(settings).unwrap().oneshot(url).await.unwrap();
    (here, server.await.unwrap())
}

#[tokio::test]
async fn frames_of_every_kind_cross_both_ways() {
    let (mut here, mut there) = dialled(WebSocketSettings::default()).await;
    here.send(Frame::Text("hé 🎉".into())).await.unwrap();
    assert_eq!(there.next().await.unwrap().unwrap(), Message::text("hé 🎉"));
    here.send(Frame::Binary(Bytes::from_static(b"\0\xff"))).await.unwrap();
    assert_eq!(there.next().await.unwrap().unwrap(), Message::Binary(Bytes::from_static(b"\0\xff")));
    here.send(Frame::Ping(Bytes::from_static(b"1"))).await.unwrap();
    assert_eq!(there.next().await.unwrap().unwrap(), Message::Ping(Bytes::from_static(b"1")));
    there.send(Message::text("back")).await.unwrap();
    there.send(Message::Ping(Bytes::from_static(b"2"))).await.unwrap();
    // When a pong goes out is up to the other side.
    let mut shown = Vec::new();
    for _ in 0..3 {
        shown.push(here.receive().await.unwrap());
    }
    for frame in
        [Frame::Pong(Bytes::from_static(b"1")), Frame::Text("back".into()), Frame::Ping(Bytes::from_static(b"2"))]
    {
        assert!(shown.contains(&frame), "{frame:?} is not among {shown:?}");
    }
    assert_eq!(there.next().await.unwrap().unwrap(), Message::Pong(Bytes::from_static(b"2")));
    // Answered once only.
    here.send(Frame::Text("later".into())).await.unwrap();
    assert_eq!(there.next().await.unwrap().unwrap(), Message::text("later"));
    here.send(Frame::done()).await.unwrap();
    let Some(Ok(Message::Close(Some(close)))) = there.next().await else { panic!("no close") };
    assert_eq!(u16::from(close.code), 1000);
}

#[tokio::test]
async fn a_close_is_shown_and_a_killed_connection_ends() {
    let (mut here, mut there) = dialled(WebSocketSettings::default()).await;
    there.close(None).await.unwrap();
    assert_eq!(here.receive().await, Some(Frame::Close(None)));
    assert_eq!(here.receive().await, None);

    let (mut here, there) = dialled(WebSocketSettings::default()).await;
    drop(there);
    assert_eq!(here.receive().await, None);
    while here.send(Frame::Text("x".into())).await != Err(Closed) {}
}

#[tokio::test]
async fn dropping_our_end_closes_theirs() {
    let (here, mut there) = dialled(WebSocketSettings::default()).await;
    here.send(Frame::Text("last".into())).await.unwrap();
    drop(here);
    assert_eq!(there.next().await.unwrap().unwrap(), Message::text("last"));
    assert!(matches!(there.next().await, Some(Ok(Message::Close(_)))));
}

#[tokio::test]
async fn a_message_beyond_the_limit_ends_the_connection() {
    let mut settings = WebSocketSettings::default();
    settings.max_message = 1_000;
    let (mut here, mut there) = dialled(settings).await;
    there.send(Message::text("x".repeat(1_000))).await.unwrap();
    there.send(Message::text("x".repeat(1_001))).await.unwrap();
    assert_eq!(here.receive().await, Some(Frame::Text("x".repeat(1_000))));
    assert_eq!(here.receive().await, None);
}

#[tokio::test]
async fn whoever_opens_no_websocket_is_named_without_the_ticket() {
    let settings = |wait| {
        let mut settings = WebSocketSettings::default();
        settings.connect_timeout = Duration::from_millis(wait);
        settings
    };
    // Nobody listens.
    let (_, gone) = listening().await;
    // Says no; speaks another handshake; says nothing.
    let mut urls = vec![(gone, 5_000, false)];
    for (says, wait, timed_out) in [
        ("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n", 5_000, false),
        (
            "HTTP/1.1 101 x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: x\r\n\r\n",
            5_000,
            false,
        ),
        ("", 200, true),
    ] {
        let (listener, url) = listening().await;
        tokio::spawn(async move {
            let mut socket = listener.accept().await.unwrap().0;
            socket.write_all(says.as_bytes()).await.unwrap();
            std::future::pending::<()>().await;
        });
        urls.push((url, wait, timed_out));
    }
    urls.push(("https://canary.test/".parse().unwrap(), 5_000, false));
    for (url, wait, timed_out) in urls {
        let error = websocket(settings(wait)).unwrap().oneshot(url.clone()).await.unwrap_err();
        assert_eq!(error.timed_out, timed_out, "{url}: {error}");
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
}

/// Reads a request and answers it as our server does.
async fn accept(mut socket: TcpStream) -> Duplex {
    let mut bytes = BytesMut::new();
    while !bytes.ends_with(b"\r\n\r\n") {
        assert_ne!(socket.read_buf(&mut bytes).await.unwrap(), 0);
    }
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let lines = text.lines().skip(1).filter_map(|line| line.split_once(": "));
    let request = lines.fold(Request::get("/"), |request, (name, value)| request.header(name, value)).body(()).unwrap();
    let mut head = String::from("HTTP/1.1 101 Switching Protocols\r\n");
    for (name, value) in answer(&request).unwrap().headers() {
        head = format!("{head}{name}: {}\r\n", value.to_str().unwrap());
    }
    socket.write_all(format!("{head}\r\n").as_bytes()).await.unwrap();
    carry(socket, WebSocketSettings::default()).await
}

#[tokio::test]
async fn our_server_speaks_to_tungstenite_and_to_our_client() {
    let (listener, url) = listening().await;
    let server = tokio::spawn(async move {
        let first = accept(listener.accept().await.unwrap().0).await;
        (first, accept(listener.accept().await.unwrap().0).await)
    });
    let socket = TcpStream::connect(url.authority().unwrap().as_str()).await.unwrap();
    let (mut theirs, _) = client_async(url.to_string(), socket).await.unwrap();
    let mut ours = websocket(WebSocketSettings::default()).unwrap().oneshot(url).await.unwrap();
    let (mut first, mut second) = server.await.unwrap();
    theirs.send(Message::text("one")).await.unwrap();
    ours.send(Frame::Text("two".into())).await.unwrap();
    assert_eq!(first.receive().await, Some(Frame::Text("one".into())));
    assert_eq!(second.receive().await, Some(Frame::Text("two".into())));
    let close = Close { code: 4_000, reason: "é".repeat(100) };
    second.send(Frame::Close(Some(close))).await.unwrap();
    assert_eq!(ours.receive().await, Some(Frame::Close(Some(Close { code: 4_000, reason: "é".repeat(61) }))));
}
