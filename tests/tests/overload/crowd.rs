use std::{
    fmt::Write,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use messaging_testkit::toy::signed_callback;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{Instant, MissedTickBehavior, interval},
};

use crate::{
    house::{House, SECRET},
    told::Told,
};

/// Who is asked in turn.
const IN_TURN: usize = 64;

/// Connections that are opened at most; what finds none is not offered.
const CONNECTIONS: usize = 2_000;

/// How long a connection may rest before it is used again: shorter than the gateway lets it, as clients that pool have it.
const REST: Duration = Duration::from_secs(10);

/// In how many conversations people write, with each account.
const ROOMS: usize = 2_000;

/// What is asked: whether a platform tells again what it was refused, or that somebody new may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    ToldAgain,
    ToldOnce,
    Visitor,
}

/// Whoever calls, on a thread of its own.
pub(crate) struct Crowd {
    address: SocketAddr,
    once: usize,
}

/// What callers share.
struct Shared {
    address: SocketAddr,
    once: usize,
    next: AtomicUsize,
    idle: Mutex<Vec<(TcpStream, Instant)>>,
    open: AtomicUsize,
    told: Mutex<Told>,
    /// Tells the texts of one run from those of another.
    run: u128,
}

impl Crowd {
    pub(crate) fn new(house: &House, once: u32) -> Self {
        Self { address: house.address, once: once as usize }
    }

    fn shared(&self) -> Arc<Shared> {
        let run = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_micros();
        let (address, once) = (self.address, self.once);
        let (next, idle, open, told) = Default::default();
        Arc::new(Shared { address, once, next, idle, open, told, run })
    }

    /// So many ask for a while, each as soon as it was answered.
    pub(crate) fn ask_in_turn(&self, time: Duration) -> Told {
        let shared = self.shared();
        runtime().block_on(async {
            let end = Instant::now() + time;
            let asking = (0..IN_TURN).map(|_| {
                let shared = Arc::clone(&shared);
                tokio::spawn(async move {
                    while Instant::now() < end {
                        let idle = shared.rested();
                        shared.ask(shared.line(idle)).await;
                    }
                })
            });
            for one in asking.collect::<Vec<_>>() {
                one.await.unwrap();
            }
        });
        shared.told()
    }

    /// So many are asked in every second, whether the earlier ones were answered or not.
    pub(crate) fn ask_at(&self, rate: u32, time: Duration) -> Told {
        let shared = self.shared();
        runtime().block_on(async {
            let begun = Instant::now();
            let mut asking = tokio::task::JoinSet::new();
            let mut asked = 0;
            let mut tick = interval(Duration::from_millis(2));
            tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
            while begun.elapsed() < time {
                tick.tick().await;
                let due = (begun.elapsed().as_secs_f64() * f64::from(rate)).round();
                while f64::from(asked) < due {
                    asked += 1;
                    let idle = shared.rested();
                    if idle.is_none() && shared.open.load(Ordering::Relaxed) >= CONNECTIONS {
                        shared.told.lock().unwrap().unoffered += 1;
                        continue;
                    }
                    let (line, shared) = (shared.line(idle), Arc::clone(&shared));
                    asking.spawn(async move { shared.ask(line).await });
                }
                while asking.try_join_next().is_some() {}
            }
            while asking.join_next().await.is_some() {}
        });
        shared.told()
    }
}

impl Shared {
    fn told(&self) -> Told {
        std::mem::take(&mut self.told.lock().unwrap())
    }

    /// The connection that has rested for the shortest time, if that is not too long.
    fn rested(&self) -> Option<TcpStream> {
        let mut idle = self.idle.lock().unwrap();
        let (line, since) = idle.pop()?;
        if since.elapsed() < REST {
            return Some(line);
        }
        // All others have rested longer.
        self.open.fetch_sub(1 + idle.len(), Ordering::Relaxed);
        idle.clear();
        None
    }

    /// A connection that is open, or is to be.
    fn line(&self, idle: Option<TcpStream>) -> Option<TcpStream> {
        self.open.fetch_add(usize::from(idle.is_none()), Ordering::Relaxed);
        idle
    }

    /// Tells one message and reads the answer.
    async fn ask(&self, line: Option<TcpStream>) {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let kind = match number % 100 {
            hundredth if hundredth < self.once => Kind::ToldOnce,
            99 => Kind::Visitor,
            _ => Kind::ToldAgain,
        };
        let text = format!("{}-{number}", self.run);
        let request = request(kind, number, &text);
        let begun = Instant::now();
        let answer = self.converse(line, &request).await;
        self.told.lock().unwrap().note(kind, answer, begun.elapsed(), text);
    }

    /// The status of the answer and its words; none if there was no whole one.
    async fn converse(&self, line: Option<TcpStream>, request: &[u8]) -> Option<(u16, String)> {
        let talk = async {
            let mut line = match line {
                Some(line) => line,
                None => TcpStream::connect(self.address).await.ok()?,
            };
            line.write_all(request).await.ok()?;
            let (mut answer, mut filled) = ([0; 2_048], 0);
            loop {
                let read = line.read(answer.get_mut(filled..)?).await.ok().filter(|read| *read > 0)?;
                filled += read;
                let text = std::str::from_utf8(&answer[..filled]).ok()?;
                let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
                let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
                if body.len() >= length.map_or(0, |length| length.parse().unwrap()) {
                    let closes = head.contains("connection: close");
                    let status = head.get(9..12)?.parse().ok()?;
                    return Some((status, body.to_owned(), (!closes).then_some(line)));
                }
            }
        };
        let (answer, line) = match talk.await {
            Some((status, words, line)) => (Some((status, words)), line),
            None => (None, None),
        };
        self.open.fetch_sub(usize::from(line.is_none()), Ordering::Relaxed);
        self.idle.lock().unwrap().extend(line.map(|line| (line, Instant::now())));
        answer
    }
}

fn request(kind: Kind, number: usize, text: &str) -> Vec<u8> {
    let account = match kind {
        Kind::ToldOnce => "once",
        Kind::ToldAgain => "again",
        Kind::Visitor => {
            let head = "POST /chat/visitors HTTP/1.1\r\nhost: gateway.test\r\ncontent-type: application/json\r\n";
            return format!("{head}content-length: 2\r\n\r\n{{}}").into_bytes();
        }
    };
    let room = format!("c{}", number % ROOMS);
    let told = json!({ "type": "message", "key": text, "conversation": room, "text": text });
    let request = signed_callback(SECRET, account, SystemTime::now(), told.to_string());
    let mut bytes = format!("POST {} HTTP/1.1\r\nhost: gateway.test\r\n", request.uri().path());
    for (name, value) in request.headers() {
        write!(bytes, "{name}: {}\r\n", value.to_str().unwrap()).unwrap();
    }
    write!(bytes, "content-length: {}\r\n\r\n", request.body().len()).unwrap();
    let mut bytes = bytes.into_bytes();
    bytes.extend_from_slice(request.body());
    bytes
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}
