//! A web page's event stream, read over a plain socket so that it can be cut.

use std::collections::VecDeque;

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

/// An open stream of server-sent events; dropping it cuts the connection.
#[derive(Debug)]
pub struct EventStream {
    reader: BufReader<TcpStream>,
    last: String,
    ready: VecDeque<(String, Value)>,
}

impl EventStream {
    /// Opens `path` on `host`, resuming after `last_event_id` if there is one.
    ///
    /// # Panics
    /// Nobody answers with a stream.
    pub async fn open(host: &str, path: &str, last_event_id: Option<&str>) -> Self {
        let mut socket = TcpStream::connect(host).await.unwrap();
        let resume = last_event_id.map(|id| format!("last-event-id: {id}\r\n")).unwrap_or_default();
        let head = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\naccept: text/event-stream\r\n{resume}\r\n");
        socket.write_all(head.as_bytes()).await.unwrap();
        let mut stream = Self { reader: BufReader::new(socket), last: String::new(), ready: VecDeque::new() };
        let status = stream.line().await;
        assert!(status.starts_with("HTTP/1.1 200"), "{status}");
        stream
    }

    async fn line(&mut self) -> String {
        let mut line = String::new();
        self.reader.read_line(&mut line).await.unwrap();
        assert!(!line.is_empty(), "the stream ended");
        line.trim_end().to_owned()
    }

    /// Waits for the next event: its id and its data.
    ///
    /// # Panics
    /// The stream ends.
    pub async fn next(&mut self) -> (String, Value) {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return event;
            }
            let line = self.line().await;
            if let Some(id) = line.strip_prefix("id: ") {
                id.clone_into(&mut self.last);
            } else if let Some(data) = line.strip_prefix("data: ") {
                self.ready.push_back((self.last.clone(), serde_json::from_str(data).unwrap()));
            }
        }
    }
}
