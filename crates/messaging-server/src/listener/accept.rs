use std::{
    future::Future,
    io::{self, ErrorKind},
    net::SocketAddr,
    time::Duration,
};

use tokio::{
    net::{TcpListener, TcpStream},
    time::sleep,
};

const SHORTEST_PAUSE: Duration = Duration::from_millis(5);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// The most who are taken in at the end; Linux lets no more wait by default.
const QUEUE: usize = 4_096;

/// Waits for the next connection.
///
/// A peer that hung up first costs nothing. Anything else (no file descriptor left, no memory) does not go away by
/// asking again at once: each try waits twice as long, up to a second.
pub(super) async fn next<T, F: Future<Output = io::Result<T>>>(mut accept: impl FnMut() -> F) -> T {
    let mut pause = SHORTEST_PAUSE;
    loop {
        match accept().await {
            Ok(accepted) => return accepted,
            Err(error) if is_the_peers(&error) => {}
            Err(error) => {
                tracing::warn!(%error, ?pause, "no connection can be accepted; trying again after a pause");
                sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
    }
}

/// Closes `listener`, and returns those who had connected and were not accepted yet: to them, closing is a reset.
///
/// Whoever connects between the last look and the close is reset all the same.
pub(super) fn waiting(listener: TcpListener) -> Vec<(TcpStream, SocketAddr)> {
    let mut accepted = Vec::new();
    // The system's own queue: what the runtime has not noticed yet is in it.
    let listener = match listener.into_std() {
        Ok(listener) => listener,
        Err(error) => {
            tracing::warn!(%error, "whoever was connecting is reset");
            return accepted;
        }
    };
    while accepted.len() < QUEUE {
        let next = listener.accept().and_then(|(socket, peer)| {
            socket.set_nonblocking(true)?;
            Ok((TcpStream::from_std(socket)?, peer))
        });
        match next {
            Ok(next) => accepted.push(next),
            Err(error) if error.kind() == ErrorKind::WouldBlock => break,
            Err(error) if is_the_peers(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "whoever was connecting is reset");
                break;
            }
        }
    }
    accepted
}

fn is_the_peers(error: &io::Error) -> bool {
    use ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use tokio::time::Instant;

    use super::*;

    /// Too many open files, on Linux and macOS alike.
    const EMFILE: i32 = 24;

    #[tokio::test(start_paused = true)]
    async fn running_out_of_files_is_waited_for_not_spun_on() {
        let tries = Cell::new(0);
        let started = Instant::now();
        let got = next(|| {
            tries.set(tries.get() + 1);
            let done = started.elapsed() >= Duration::from_secs(60);
            async move { if done { Ok(7) } else { Err(io::Error::from_raw_os_error(EMFILE)) } }
        });
        assert_eq!(got.await, 7);
        assert!((60..80).contains(&tries.get()), "{} tries in a minute", tries.get());
    }

    #[tokio::test(start_paused = true)]
    async fn a_peer_that_hung_up_costs_no_pause() {
        let tries = Cell::new(0);
        let started = Instant::now();
        next(|| {
            tries.set(tries.get() + 1);
            let left = tries.get() < 100;
            async move { if left { Err(io::ErrorKind::ConnectionAborted.into()) } else { Ok(()) } }
        })
        .await;
        assert_eq!(started.elapsed(), Duration::ZERO);
    }
}
