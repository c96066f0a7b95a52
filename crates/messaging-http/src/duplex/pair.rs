use async_trait::async_trait;
use messaging_core::capability::{Frame, Line};
use tokio::sync::mpsc;

/// One end of a conversation of frames.
///
/// Dropping it ends the conversation as a lost connection would. Everything that waits in it is bounded: a sender waits
/// for a reader that is slow.
#[derive(Debug)]
pub struct Duplex {
    sender: mpsc::Sender<Frame>,
    receiver: mpsc::Receiver<Frame>,
    /// Whether a ping is answered here; a WebSocket underneath does it itself.
    answers: bool,
}

/// Another way to send on a [`Duplex`], for those who do not read. Cheap to clone; keeps nothing open.
#[derive(Clone, Debug)]
pub struct FrameSender {
    sender: mpsc::WeakSender<Frame>,
}

/// The other end is gone: what was sent is not known to have arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the connection is closed")]
pub struct Closed;

impl Duplex {
    /// Makes both ends of a conversation, each with room for `capacity` unread frames (one at least).
    #[must_use]
    pub fn pair(capacity: usize) -> (Self, Self) {
        let ((here, from_here), (there, from_there)) = (mpsc::channel(capacity.max(1)), mpsc::channel(capacity.max(1)));
        (
            Self { sender: here, receiver: from_there, answers: true },
            Self { sender: there, receiver: from_here, answers: true },
        )
    }

    /// Both ends, where a WebSocket behind the second one answers pings.
    pub(super) fn over_websocket(capacity: usize) -> (Self, mpsc::Receiver<Frame>, mpsc::Sender<Frame>) {
        let (mut here, there) = Self::pair(capacity);
        here.answers = false;
        (here, there.receiver, there.sender)
    }

    /// Sends one frame, once there is room for it.
    ///
    /// # Errors
    /// [`Closed`]: the other end is gone. Success does not say that it read the frame.
    pub async fn send(&self, frame: Frame) -> Result<(), Closed> {
        self.sender.send(frame).await.map_err(|_| Closed)
    }

    /// Receives the next frame; none once the other end is gone. Loses nothing if it is dropped while it waits.
    ///
    /// A ping is answered before it is returned, unless nothing more can be written at the moment.
    pub async fn receive(&mut self) -> Option<Frame> {
        let frame = self.receiver.recv().await?;
        if let Frame::Ping(bytes) = &frame
            && self.answers
        {
            // A full or closed queue shows as silence, which is what the other end asked about.
            let _ = self.sender.try_send(Frame::Pong(bytes.clone()));
        }
        Some(frame)
    }

    /// Another way to send, for those who do not read.
    #[must_use]
    pub fn sender(&self) -> FrameSender {
        FrameSender { sender: self.sender.downgrade() }
    }
}

#[async_trait]
impl Line for Duplex {
    async fn send(&mut self, frame: Frame) -> bool {
        Self::send(self, frame).await.is_ok()
    }

    async fn receive(&mut self) -> Option<Frame> {
        Self::receive(self).await
    }
}

impl FrameSender {
    /// Sends one frame, once there is room for it.
    ///
    /// # Errors
    /// [`Closed`]: one of the ends is gone.
    pub async fn send(&self, frame: Frame) -> Result<(), Closed> {
        self.sender.upgrade().ok_or(Closed)?.send(frame).await.map_err(|_| Closed)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use bytes::Bytes;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn frames_arrive_in_order_and_pings_are_answered() {
        let (mut here, mut there) = Duplex::pair(2);
        here.send(Frame::Text("one".into())).await.unwrap();
        here.send(Frame::Ping(Bytes::from_static(b"?"))).await.unwrap();
        assert_eq!(there.receive().await, Some(Frame::Text("one".into())));
        assert_eq!(there.receive().await, Some(Frame::Ping(Bytes::from_static(b"?"))));
        assert_eq!(here.receive().await, Some(Frame::Pong(Bytes::from_static(b"?"))));
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_reader_holds_the_sender_up() {
        let (here, mut there) = Duplex::pair(1);
        here.send(Frame::Text("one".into())).await.unwrap();
        let second = here.send(Frame::Text("two".into()));
        tokio::pin!(second);
        let soon = tokio::time::timeout(Duration::from_secs(1), &mut second).await;
        assert!(soon.is_err(), "there is no room yet");
        there.receive().await.unwrap();
        second.await.unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn an_end_that_is_dropped_is_a_lost_connection() {
        let (mut here, there) = Duplex::pair(1);
        there.send(Frame::Text("last".into())).await.unwrap();
        let sender = there.sender();
        drop(there);
        assert_eq!(sender.send(Frame::done()).await, Err(Closed));
        assert_eq!(here.receive().await, Some(Frame::Text("last".into())));
        assert_eq!(here.receive().await, None);
        assert_eq!(here.send(Frame::done()).await, Err(Closed));
    }
}
