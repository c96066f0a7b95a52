use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};

use super::{ListenerSettings, deadline::Deadline, phase::Phase};

/// How long, and for how many bytes, a sender who was answered early is listened to, so that the answer arrives.
const LINGER: Duration = Duration::from_secs(1);
const LINGER_BYTES: usize = 16 * 1024 * 1024;

/// A socket that does not wait for ever: for a head, for the next request, or for somebody to read the answer.
///
/// The HTTP implementation has one time-out for a head and an idle connection alike; here they are two.
#[derive(Debug)]
pub(super) struct Wire {
    io: TcpStream,
    phase: Phase,
    head: Duration,
    idle: Duration,
    stall: Duration,
    /// The phase that `reading` belongs to, and whether a byte of its head has come.
    seen: u64,
    begun: bool,
    reading: Deadline,
    writing: Deadline,
    lingering: Deadline,
    lingered: usize,
}

impl Wire {
    pub(super) fn new(io: TcpStream, phase: Phase, settings: &ListenerSettings) -> Self {
        Self {
            io,
            phase,
            head: settings.head_timeout,
            idle: settings.idle_timeout,
            stall: settings.stall_timeout,
            seen: 0,
            begun: false,
            reading: Deadline::default(),
            writing: Deadline::default(),
            lingering: Deadline::default(),
            lingered: 0,
        }
    }

    /// Sets the deadline of the phase we are in. While a request is served nothing is due from the client.
    fn pace(&mut self, cx: &Context<'_>) {
        self.phase.wake_after(cx.waker());
        let turn = self.phase.turn();
        if turn % 2 == 1 || self.phase.is_handed_over() {
            self.reading.clear();
        } else if self.seen != turn || !self.reading.is_armed() {
            self.begun = false;
            self.reading.arm(if turn == 0 { self.head } else { self.idle });
        }
        self.seen = turn;
    }

    fn poll_written<T>(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.writing.clear();
            return written;
        }
        if !self.writing.is_armed() {
            self.writing.arm(self.stall);
        }
        if self.writing.poll_passed(cx) {
            return Poll::Ready(Err(late("the client does not take the answer")));
        }
        Poll::Pending
    }

    /// Reads and drops what still comes, for a while: closing with unread bytes would reset the connection, and the
    /// reset would overtake the answer.
    fn poll_linger(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if !self.lingering.is_armed() {
            self.lingering.arm(LINGER);
        }
        let mut scratch = [0; 8 * 1024];
        while self.lingered < LINGER_BYTES && !self.lingering.poll_passed(cx) {
            let mut dropped = ReadBuf::new(&mut scratch);
            match ready!(Pin::new(&mut self.io).poll_read(cx, &mut dropped)) {
                Ok(()) if !dropped.filled().is_empty() => self.lingered += dropped.filled().len(),
                _ => break,
            }
        }
        Poll::Ready(())
    }
}

fn late(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, what)
}

impl AsyncRead for Wire {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        this.pace(cx);
        let before = buf.filled().len();
        let read = Pin::new(&mut this.io).poll_read(cx, buf);
        if read.is_pending() && this.reading.poll_passed(cx) {
            return Poll::Ready(Err(late("the client is too slow with its request")));
        }
        if buf.filled().len() > before && !this.begun && this.reading.is_armed() {
            this.begun = true;
            if this.seen > 0 {
                this.reading.arm(this.head);
            }
        }
        read
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.io).poll_write(cx, buf);
        self.poll_written(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.io).poll_write_vectored(cx, bufs);
        self.poll_written(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.io).poll_shutdown(cx))?;
        if self.phase.is_unread() {
            ready!(self.poll_linger(cx));
        }
        Poll::Ready(Ok(()))
    }
}
