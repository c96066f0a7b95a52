//! Over real connections: the production dialer, a server on loopback, and a wire in between that is cut.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use bytes::BytesMut;
use http::{Request, Uri};
use messaging_core::Clock;
use messaging_emulator::{Journal, SlackEmulator};
use messaging_http::duplex::{WebSocketSettings, answer, carry};
use messaging_tests::served::eventually;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    task::AbortHandle,
};

use crate::workspace::{answers, emulated, gateway};

const SEED: u64 = 20_261_130;

/// Serves Socket Mode on a listener.
async fn serve(listener: TcpListener, emulator: SlackEmulator) {
    while let Ok((mut socket, _)) = listener.accept().await {
        let emulator = emulator.clone();
        tokio::spawn(async move {
            let mut head = BytesMut::new();
            while !head.ends_with(b"\r\n\r\n") {
                if socket.read_buf(&mut head).await.unwrap_or_default() == 0 {
                    return;
                }
            }
            let text = String::from_utf8(head.to_vec()).unwrap();
            let url: Uri = text.split(' ').nth(1).unwrap().parse().unwrap();
            let lines = text.lines().skip(1).filter_map(|line| line.split_once(": "));
            let request = lines.fold(Request::get(url.clone()), |request, (name, value)| request.header(name, value));
            let response = answer(&request.body(()).unwrap()).unwrap();
            let Some(link) = emulator.link(&url) else { return };
            let mut head = String::from("HTTP/1.1 101 Switching Protocols\r\n");
            for (name, value) in response.headers() {
                head = format!("{head}{name}: {}\r\n", value.to_str().unwrap());
            }
            socket.write_all(format!("{head}\r\n").as_bytes()).await.unwrap();
            link.serve(carry(socket, WebSocketSettings::default()).await).await;
        });
    }
}

/// A wire that can be cut.
#[derive(Clone, Default)]
struct Wire(Arc<Mutex<Vec<AbortHandle>>>);

impl Wire {
    async fn lay(self, listener: TcpListener, to: SocketAddr) {
        while let Ok((mut here, _)) = listener.accept().await {
            let carrying = tokio::spawn(async move {
                let Ok(mut there) = TcpStream::connect(to).await else { return };
                // A wire that is cut is no error of this test.
                let _ = copy_bidirectional(&mut here, &mut there).await;
            });
            self.0.lock().unwrap().push(carrying.abort_handle());
        }
    }

    fn cut(&self) {
        self.0.lock().unwrap().drain(..).for_each(|carrying| carrying.abort());
    }
}

#[tokio::test]
async fn a_wire_that_is_cut_again_and_again_loses_and_doubles_nothing() {
    let server = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let front = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (behind, url) = (server.local_addr().unwrap(), format!("http://{}", front.local_addr().unwrap()));
    let slack = emulated(SEED, &url, Journal::live(1_000));
    let wire = Wire::default();
    let tasks = [tokio::spawn(serve(server, slack.clone())), tokio::spawn(wire.clone().lay(front, behind))];

    // The dialer is the one of production.
    let gateway = gateway(&slack, None, SEED, Clock::system()).build().unwrap();
    let running = gateway.start().await.unwrap();
    let open = async || gateway.accounts()[0].sockets.clone().unwrap_or_default();
    eventually("two connections", open, |sockets| sockets.open == 2).await;

    for round in 0..3 {
        let marker = format!("r{round:03}");
        slack.write(&slack.settings().user_id, &slack.settings().dm_channel, &marker, None).unwrap();
        let answered = async || answers(&slack, &marker);
        eventually("an answer", answered, |answers| *answers > 0).await;
        wire.cut();
        eventually(
            "a wire that is cut",
            async || gateway.accounts()[0].sockets.clone().unwrap(),
            |sockets| sockets.opened >= 2 * (round + 2) && sockets.open == 2,
        )
        .await;
    }
    running.drain().await;
    eventually("connections that are left", async || slack.connections(), |connections| *connections == 0).await;
    for round in 0..3 {
        assert_eq!(answers(&slack, &format!("r{round:03}")), 1, "round {round}");
    }
    for task in tasks {
        task.abort();
    }
}
