//! One thread that asks over many keep-alive connections.

use std::{
    io::{ErrorKind, Read, Write},
    net::SocketAddr,
    time::{Duration, Instant},
};

use fastrand::Rng;
use mio::{Events, Interest, Poll, Token, net::TcpStream};

use crate::request::Requests;

/// Requests that were answered, and how long each took.
pub(crate) struct Answered {
    pub(crate) took: Duration,
    pub(crate) latencies: Vec<Duration>,
    /// Answers with another status than the request deserved.
    pub(crate) wrong: usize,
}

/// When a request is sent.
pub(crate) enum Pace {
    /// As soon as a connection is free.
    Closed,
    /// So many a second, at random; latency counts from the moment that it was due.
    Open { per_second: f64, seed: u64 },
}

struct Line {
    socket: TcpStream,
    read: Vec<u8>,
    /// Of the request under way: when it was due, and the status it must be answered with.
    under_way: Option<(Instant, u16)>,
}

pub(crate) struct Client {
    poll: Poll,
    lines: Vec<Line>,
    /// Whether it never sleeps. Waking whoever sleeps is the server's time, and the slower a server is the more often a
    /// client sleeps: beyond a network nobody pays for that.
    spins: bool,
}

impl Client {
    pub(crate) fn new(address: SocketAddr, connections: usize, spins: bool) -> Self {
        let poll = Poll::new().expect("a poll");
        let mut lines = Vec::new();
        for index in 0..connections {
            let socket = std::net::TcpStream::connect(address).expect("connects");
            socket.set_nodelay(true).and_then(|()| socket.set_nonblocking(true)).expect("a socket");
            let mut socket = TcpStream::from_std(socket);
            poll.registry().register(&mut socket, Token(index), Interest::READABLE).expect("registers");
            lines.push(Line { socket, read: Vec::with_capacity(4_096), under_way: None });
        }
        Self { poll, lines, spins }
    }

    /// Asks everything, in order; stops early at `until`.
    pub(crate) fn ask(&mut self, requests: &Requests, pace: &Pace, until: Option<Instant>) -> Answered {
        let mut done = Answered { took: Duration::ZERO, latencies: Vec::with_capacity(requests.len()), wrong: 0 };
        let mut free: Vec<usize> = (0..self.lines.len()).collect();
        let (mut next, mut events) = (0, Events::with_capacity(self.lines.len()));
        let started = Instant::now();
        let mut schedule = Schedule::new(pace, started);
        loop {
            while let (Some((request, status)), Some(line)) = (requests.get(next), free.last().copied()) {
                let now = Instant::now();
                if until.is_some_and(|until| now >= until) {
                    next = requests.len();
                    break;
                }
                let Some(due) = schedule.due(now) else { break };
                self.lines[line].send(request, status, due);
                free.pop();
                next += 1;
            }
            if next >= requests.len() && free.len() == self.lines.len() {
                break;
            }
            let wait = if next < requests.len() && !free.is_empty() { schedule.wait() } else { None };
            let wait = if self.spins { Some(Duration::ZERO) } else { wait };
            self.poll.poll(&mut events, wait).expect("polls");
            for event in &events {
                let line = event.token().0;
                if let Some((latency, wrong)) = self.lines[line].receive() {
                    done.latencies.push(latency);
                    done.wrong += usize::from(wrong);
                    free.push(line);
                }
            }
        }
        done.took = started.elapsed();
        done
    }
}

impl Line {
    fn send(&mut self, request: &[u8], status: u16, due: Instant) {
        let written = self.socket.write(request).expect("writes");
        assert_eq!(written, request.len(), "a socket's buffer has room for one request");
        self.under_way = Some((due, status));
    }

    /// Takes what has come; returns how long the request took, and whether its answer is wrong, once it is whole.
    fn receive(&mut self) -> Option<(Duration, bool)> {
        let mut buffer = [0; 4_096];
        loop {
            match self.socket.read(&mut buffer) {
                Ok(0) => panic!("the server hung up after {}", String::from_utf8_lossy(&self.read)),
                Ok(read) => self.read.extend_from_slice(&buffer[..read]),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return None,
                Err(error) => panic!("the server is gone: {error}"),
            }
            if let Some(status) = whole(&self.read) {
                let (due, expected) = self.under_way.take().expect("a request is under way");
                self.read.clear();
                return Some((due.elapsed(), status != expected));
            }
        }
    }
}

/// The status of an answer that has come whole.
fn whole(answer: &[u8]) -> Option<u16> {
    let head = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let (head, body) = answer.split_at(head + 4);
    let head = std::str::from_utf8(head).expect("a head").to_ascii_lowercase();
    let status = head.get(9..12)?.parse().expect("a status");
    let is_whole = if head.contains("\r\ntransfer-encoding: chunked\r\n") {
        body.ends_with(b"0\r\n\r\n")
    } else {
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        body.len() >= length.map_or(0, |length| length.parse().expect("a length"))
    };
    is_whole.then_some(status)
}

/// When the next request is due.
struct Schedule {
    due: Instant,
    open: Option<(f64, Rng)>,
}

impl Schedule {
    fn new(pace: &Pace, now: Instant) -> Self {
        let open = match pace {
            Pace::Closed => None,
            Pace::Open { per_second, seed } => Some((*per_second, Rng::with_seed(*seed))),
        };
        Self { due: now, open }
    }

    /// The moment that a request is due, if that has come; the next one is due later.
    fn due(&mut self, now: Instant) -> Option<Instant> {
        let Some((per_second, random)) = &mut self.open else { return Some(now) };
        if self.due > now {
            return None;
        }
        let due = self.due;
        self.due += Duration::from_secs_f64(-(1.0 - random.f64()).ln() / *per_second);
        Some(due)
    }

    /// How long to wait for the next one. A timer of the kernel is late by more than an answer takes: spin instead.
    fn wait(&self) -> Option<Duration> {
        self.open.as_ref().map(|_| Duration::ZERO)
    }
}
