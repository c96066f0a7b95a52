//! The same over a socket: bytes that are nearly HTTP are answered or dropped, and the next caller is served.

use std::{net::SocketAddr, time::Duration};

use fastrand::Rng;
use messaging_server::{ListenerSettings, serve};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};

use crate::{bend, door::Door, draft::Draft, panics, site::Site};

const SEED: u64 = 0x0bad_0003;

/// How long nobody is left without a word or an end, far beyond what it takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A request as it is on the wire.
fn written(draft: &Draft) -> Vec<u8> {
    let mut bytes = format!("{} {} HTTP/1.1\r\n", draft.method, draft.target()).into_bytes();
    let length = ("content-length".to_owned(), draft.body.len().to_string().into_bytes());
    let close = ("connection".to_owned(), b"close".to_vec());
    let host = draft.values("host").is_empty().then(|| ("host".to_owned(), b"bot.test".to_vec()));
    for (name, value) in draft.headers.iter().chain(&host).chain([&length, &close]) {
        bytes.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
    }
    bytes.extend(b"\r\n");
    bytes.extend(&draft.body);
    bytes
}

/// The status that comes back; none if the connection is dropped.
async fn ask(address: SocketAddr, bytes: &[u8], whole: bool) -> std::io::Result<Option<u16>> {
    let mut stream = TcpStream::connect(address).await?;
    // The other side may have heard enough before we have said all.
    let said = stream.write_all(bytes).await;
    if !whole && said.is_ok() {
        // Whatever is missing does not come.
        stream.shutdown().await.ok();
    }
    let mut answer = Vec::new();
    let heard = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut answer)).await;
    heard.map_err(|_| std::io::Error::other("no answer and no end"))?.ok();
    let line = String::from_utf8_lossy(&answer);
    Ok(line.strip_prefix("HTTP/1.1 ").and_then(|line| line.get(..3)?.parse().ok()))
}

#[tokio::test]
async fn bytes_that_are_nearly_http_are_answered_or_dropped() {
    const ROUNDS: u64 = 1_500;
    println!("seed {SEED:#x}");
    panics::count();
    let site = Site::open(7).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let until = async move { drop(stopped.await) };
    let served = tokio::spawn(serve(listener, site.public(), ListenerSettings::default(), until));
    let (mut answered, mut dropped) = (0, 0);
    for number in 0..ROUNDS {
        let mut rng = Rng::with_seed(SEED + number);
        // A stream would not end, and the console listens elsewhere.
        let doors =
            Door::ALL.into_iter().filter(|door| !door.is_consoles() && !matches!(door, Door::ChatEvents | Door::Media));
        let door = *rng.choice(&doors.collect::<Vec<_>>()).unwrap();
        let mut draft = door.honest(&site, number).await;
        site.keys.seal(&mut draft);
        let mut bytes = written(&draft);
        if number % 8 == 0 {
            assert_eq!(ask(address, &bytes, true).await.unwrap(), Some(door.welcome()), "round {number}: {draft:?}");
            continue;
        }
        bend::bytes(&mut bytes, &mut rng);
        match ask(address, &bytes, false).await.unwrap() {
            Some(status) => {
                assert!(status < 500, "round {number}: {status}: {}", String::from_utf8_lossy(&bytes));
                answered += 1;
            }
            None => dropped += 1,
        }
    }
    println!("{answered} answered, {dropped} dropped");
    assert!(answered > ROUNDS / 4 && panics::seen() == 0);
    stop.send(()).unwrap();
    served.await.unwrap().unwrap();
}
