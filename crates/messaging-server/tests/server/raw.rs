use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// Longest wait of any test: longer, and what was waited for never comes.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A client that may break every rule.
pub(crate) struct Raw(pub(crate) TcpStream);

impl Raw {
    pub(crate) async fn connect(address: SocketAddr) -> Self {
        Self(TcpStream::connect(address).await.unwrap())
    }

    /// A connection that has said `bytes`.
    pub(crate) async fn saying(address: SocketAddr, bytes: &str) -> Self {
        let mut raw = Self::connect(address).await;
        raw.say(bytes).await;
        raw
    }

    /// Writes as much as the other side takes: it may hang up before the end.
    pub(crate) async fn say(&mut self, bytes: &str) {
        let _ = timeout(PATIENCE, self.0.write_all(bytes.as_bytes())).await.unwrap();
    }

    /// Reads one head, such as `HTTP/1.1 200 OK`, and the lines below it.
    pub(crate) async fn head(&mut self) -> String {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            match timeout(PATIENCE, self.0.read_u8()).await.unwrap() {
                Ok(byte) => head.push(byte),
                Err(_) => break,
            }
        }
        String::from_utf8(head).unwrap()
    }

    /// Reads what is left until the other side closes; a reset is a close, too.
    pub(crate) async fn rest(&mut self) -> String {
        let mut rest = Vec::new();
        let _ = timeout(PATIENCE, self.0.read_to_end(&mut rest)).await.unwrap();
        String::from_utf8(rest).unwrap()
    }
}

/// One exchange on a connection of its own: everything the server says.
pub(crate) async fn exchange(address: SocketAddr, bytes: &str) -> String {
    Raw::saying(address, bytes).await.rest().await
}

/// The status of such an exchange; 0 if there was none.
pub(crate) async fn status(address: SocketAddr, bytes: &str) -> u16 {
    exchange(address, bytes).await.get(9..12).and_then(|status| status.parse().ok()).unwrap_or(0)
}
