use std::{
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;

use super::{
    ListenerSettings,
    budget::{Budget, Share},
    deadline::Deadline,
    phase::Phase,
};
use crate::BodyError;

/// A request's body as the listener lets it in: no larger and no slower than [`ListenerSettings`] allow.
#[derive(Debug)]
pub struct RequestBody {
    incoming: Incoming,
    phase: Phase,
    deadline: Deadline,
    max: usize,
    left: usize,
    share: Share,
    ended: bool,
}

impl RequestBody {
    pub(super) fn new(incoming: Incoming, phase: Phase, budget: &Budget, settings: &ListenerSettings) -> Self {
        let (deadline, max) = (Deadline::after(settings.body_timeout), settings.body_bytes);
        let (ended, share) = (incoming.is_end_stream(), budget.share());
        Self { incoming, phase, deadline, max, left: max, share, ended }
    }
}

impl Body for RequestBody {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = &mut *self;
        let frame = match Pin::new(&mut this.incoming).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => frame,
            Poll::Ready(Some(Err(cause))) => return Poll::Ready(Some(Err(BodyError::Broken(cause.into())))),
            Poll::Ready(None) => {
                this.ended = true;
                return Poll::Ready(None);
            }
            Poll::Pending if this.deadline.poll_passed(cx) => return Poll::Ready(Some(Err(BodyError::TimedOut))),
            Poll::Pending => return Poll::Pending,
        };
        let length = frame.data_ref().map_or(0, Bytes::len);
        match this.left.checked_sub(length) {
            Some(_) if !this.share.take(length) => return Poll::Ready(Some(Err(BodyError::Crowded))),
            Some(left) => this.left = left,
            None => return Poll::Ready(Some(Err(BodyError::TooLarge(this.max)))),
        }
        Poll::Ready(Some(Ok(frame)))
    }

    fn is_end_stream(&self) -> bool {
        self.incoming.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.incoming.size_hint()
    }
}

impl Drop for RequestBody {
    fn drop(&mut self) {
        if !self.ended && !self.incoming.is_end_stream() {
            self.phase.leave_unread();
        }
    }
}
