//! The fetcher over real sockets.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    net::IpAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use http::HeaderValue;
use messaging_core::{Error, ErrorKind, Result};
use messaging_http::{Fetch, FetchSettings, Fetched, Fetcher};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// A server on this machine: what it answers by path, and what it was asked.
#[derive(Clone)]
struct Server {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    async fn start(answer: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = Self { port, asked: Arc::default() };
        let (asked, answer) = (Arc::clone(&server.asked), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((mut socket, _)) = listener.accept().await {
                let mut buffer = [0; 4_096];
                let read = socket.read(&mut buffer).await.unwrap_or_default();
                let request = String::from_utf8_lossy(&buffer[..read]).to_lowercase();
                let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
                asked.lock().unwrap().push(request);
                let _ = socket.write_all(answer(&path).as_bytes()).await;
                if path == "/hang" {
                    std::future::pending::<()>().await;
                }
            }
        });
        server
    }

    fn url(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn file(body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: image/png\r\ncontent-disposition: inline; filename=\"a.png\"\r\ncontent-length: {length}\r\n\r\n{body}"
    )
}

fn redirect(to: &str) -> String {
    format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n")
}

fn here() -> Fetcher {
    Fetcher::new(FetchSettings::default().with_loopback())
}

async fn get(fetcher: &Fetcher, url: &str) -> Result<Fetched> {
    fetcher.fetch(Fetch::of(url, 100)).await
}

fn refused(error: &Error) -> String {
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    error.to_string()
}

#[tokio::test]
async fn a_file_comes_with_its_type_and_name() {
    let server = Server::start(|_| file("bytes")).await;
    let fetched = get(&here(), &server.url("127.0.0.1", "/a?b=c")).await.unwrap();
    assert_eq!((&*fetched.bytes, fetched.content_type.as_deref()), (&b"bytes"[..], Some("image/png")));
    assert_eq!(fetched.name.as_deref(), Some("a.png"));
    assert!(server.asked()[0].starts_with("get /a?b=c "), "{:?}", server.asked());
}

#[tokio::test]
async fn this_machine_is_not_fetched_from_unless_told_so() {
    let server = Server::start(|_| file("secret")).await;
    let fetcher = Fetcher::new(FetchSettings::default());
    for host in ["127.0.0.1", "localhost", "[::1]"] {
        refused(&get(&fetcher, &server.url(host, "/")).await.unwrap_err());
    }
    // The same by its name over TLS, which the system resolves.
    let error = get(&fetcher, &server.url("localhost", "/").replace("http:", "https:")).await.unwrap_err();
    assert!(refused(&error).contains("inside"), "{error}");
    assert!(server.asked().is_empty());
}

#[tokio::test]
async fn a_name_that_leads_inside_is_refused() {
    for inside in ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1", "fd00::1", "100.64.0.1"] {
        let address: IpAddr = inside.parse().unwrap();
        let public: IpAddr = "8.8.8.8".parse().unwrap();
        for loopback in [false, true] {
            let mut settings = FetchSettings::default();
            settings.allow_loopback = loopback;
            let fetcher = Fetcher::new(settings).with_lookup(move |_| async move { Ok(vec![public, address]) });
            let error = get(&fetcher, "https://media.example.com/canary").await.unwrap_err();
            let text = refused(&error);
            assert!(text.contains("leads to an address inside") && !text.contains("canary"), "{inside}: {text}");
        }
    }
}

#[tokio::test]
async fn a_name_is_looked_up_once_for_each_connection() {
    let server = Server::start(|_| file("bytes")).await;
    let lookups = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&lookups);
    // First this machine, as is allowed here, then a network inside: a name that rebinds.
    let fetcher = here().with_lookup(move |_| {
        let first = counted.fetch_add(1, Ordering::SeqCst) == 0;
        async move { Ok(vec![if first { "127.0.0.1" } else { "10.0.0.1" }.parse().unwrap()]) }
    });
    let url = server.url("localhost", "/");
    assert_eq!(&*get(&fetcher, &url).await.unwrap().bytes, b"bytes");
    assert_eq!(lookups.load(Ordering::SeqCst), 1, "what was checked is what was connected to");
    refused(&get(&fetcher, &url).await.unwrap_err());
    assert_eq!((lookups.load(Ordering::SeqCst), server.asked().len()), (2, 1), "no connection is kept");
}

#[tokio::test]
async fn every_redirect_is_checked() {
    for inside in [
        "http://10.0.0.1/",
        "https://169.254.169.254/",
        "http://media.example.com/",
        "file:///etc/passwd",
        "https://u:canary@media.example.com/",
        "gopher://127.0.0.1/",
    ] {
        let server = Server::start(move |_| redirect(inside)).await;
        let error = get(&here(), &server.url("127.0.0.1", "/")).await.unwrap_err();
        assert!(!refused(&error).contains("canary"), "{error}");
        assert_eq!(server.asked().len(), 1);
    }
    let lost = Server::start(|_| "HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n".to_owned()).await;
    refused(&get(&here(), &lost.url("127.0.0.1", "/")).await.unwrap_err());
}

#[tokio::test]
async fn redirects_end() {
    let chain = |path: &str| match path.trim_start_matches('/').parse::<u32>() {
        Ok(0) | Err(_) => file("end"),
        Ok(left) => redirect(&format!("/{}", left - 1)),
    };
    let server = Server::start(chain).await;
    assert_eq!(&*get(&here(), &server.url("127.0.0.1", "/5")).await.unwrap().bytes, b"end");
    let error = get(&here(), &server.url("127.0.0.1", "/6")).await.unwrap_err();
    assert!(refused(&error).contains("more than 5 times"), "{error}");
    assert_eq!(server.asked().len(), 6 + 6);
}

#[tokio::test]
async fn credentials_go_no_further_than_their_host() {
    let other = Server::start(|_| file("bytes")).await;
    let away = other.url("127.0.0.1", "/end");
    let server = Server::start(move |path| if path == "/start" { redirect("/same") } else { redirect(&away) }).await;
    let fetch = Fetch::of(server.url("127.0.0.1", "/start"), 100);
    let fetch = fetch.with_credentials(HeaderValue::from_static("Basic canary"));
    assert!(!format!("{fetch:?}").contains("canary"));
    assert_eq!(&*here().fetch(fetch).await.unwrap().bytes, b"bytes");
    assert!(server.asked().iter().all(|request| request.contains("authorization: basic canary")));
    assert_eq!((server.asked().len(), other.asked().len()), (2, 1));
    assert!(!other.asked()[0].contains("authorization"), "{:?}", other.asked());
}

#[tokio::test]
async fn a_file_that_is_too_large_is_not_read_to_its_end() {
    let long = "x".repeat(101);
    let announced = file(&long);
    let unannounced = format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{long}");
    for answer in [announced, unannounced] {
        let server = Server::start(move |_| answer.clone()).await;
        let error = get(&here(), &server.url("127.0.0.1", "/")).await.unwrap_err();
        assert!(refused(&error).contains("larger than 100 bytes"), "{error}");
    }
    let full = Server::start(|_| file(&"x".repeat(100))).await;
    assert_eq!(get(&here(), &full.url("127.0.0.1", "/")).await.unwrap().bytes.len(), 100);
}

#[tokio::test]
async fn a_server_that_hangs_or_refuses_is_named() {
    let mut settings = FetchSettings::default().with_loopback();
    settings.total_timeout = Duration::from_millis(100);
    let server = Server::start(|path| {
        if path == "/hang" { String::new() } else { "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_owned() }
    });
    let server = server.await;
    assert_eq!(get(&here(), &server.url("127.0.0.1", "/no")).await.unwrap_err().kind(), ErrorKind::NotFound);
    let error = get(&Fetcher::new(settings), &server.url("127.0.0.1", "/hang")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    let unused = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let error = get(&here(), &format!("http://{unused}/?token=canary")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(!format!("{error:?}").contains("canary"), "{error:?}");
}
