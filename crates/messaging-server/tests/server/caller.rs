use std::net::SocketAddr;

use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::{body::Incoming, client::conn::http1};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::{net::TcpStream, task::JoinHandle, time::timeout};

use crate::raw::PATIENCE;

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// Sends one request on a connection of its own.
pub(crate) async fn ask(address: SocketAddr, request: Request<String>) -> Answer {
    let (response, connection) = open(address, request).await;
    let (head, body) = response.into_parts();
    let body = timeout(PATIENCE, body.collect()).await.unwrap().unwrap().to_bytes();
    connection.abort();
    Answer { status: head.status, headers: head.headers, body: String::from_utf8(body.to_vec()).unwrap() }
}

pub(crate) async fn get(address: SocketAddr, path: &str) -> Answer {
    ask(address, Request::get(path).body(String::new()).unwrap()).await
}

/// Posts JSON.
pub(crate) async fn post(address: SocketAddr, path: &str, body: &Value) -> Answer {
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
    ask(address, request.body(body.to_string()).unwrap()).await
}

async fn open(address: SocketAddr, mut request: Request<String>) -> (Response<Incoming>, JoinHandle<()>) {
    if !request.headers().contains_key(header::HOST) {
        request.headers_mut().insert(header::HOST, address.to_string().parse().unwrap());
    }
    let socket = TcpStream::connect(address).await.unwrap();
    let (mut sender, connection) = http1::handshake(TokioIo::new(socket)).await.unwrap();
    let connection = tokio::spawn(async move {
        let _ = connection.await;
    });
    let request = request.map(|body| Full::new(Bytes::from(body)));
    let response = timeout(PATIENCE, sender.send_request(request)).await.unwrap().unwrap();
    (response, connection)
}

/// An event stream. Dropping it cuts the connection.
pub(crate) struct Events {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    body: Incoming,
    read: String,
    connection: JoinHandle<()>,
}

/// One event of a stream.
#[derive(Debug, PartialEq)]
pub(crate) struct Event {
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) data: Value,
}

impl Events {
    pub(crate) async fn open(address: SocketAddr, request: Request<String>) -> Self {
        let (response, connection) = open(address, request).await;
        let (head, body) = response.into_parts();
        Self { status: head.status, headers: head.headers, body, read: String::new(), connection }
    }

    /// The next block of the stream: an event, a comment or an order to the browser. None once it has ended, cleanly.
    pub(crate) async fn block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.read.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.read = rest;
                return Some(block);
            }
            let frame = timeout(PATIENCE, self.body.frame()).await.unwrap()?.unwrap();
            self.read.push_str(std::str::from_utf8(frame.data_ref().unwrap()).unwrap());
        }
    }

    /// The next event that says something.
    pub(crate) async fn next(&mut self) -> Option<Event> {
        timeout(PATIENCE, self.said()).await.unwrap()
    }

    async fn said(&mut self) -> Option<Event> {
        loop {
            let block = self.block().await?;
            let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim();
            if field("data:").is_empty() {
                continue;
            }
            let data = serde_json::from_str(field("data:")).unwrap();
            return Some(Event { name: field("event:").to_owned(), id: field("id:").to_owned(), data });
        }
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        self.connection.abort();
    }
}
