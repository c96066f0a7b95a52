//! Connections that break, over sockets.

use std::io;

use bytes::Bytes;
use futures_util::stream;
use http::{Response, StatusCode};
use http_body::Frame;
use http_body_util::{BodyExt, StreamBody};

use crate::Body;

/// An answer whose connection breaks before its first byte.
pub(crate) fn broken() -> Response<Body> {
    let reset = io::Error::from(io::ErrorKind::ConnectionReset);
    let mut response = Response::new(BodyExt::boxed(StreamBody::new(stream::iter([Err::<Frame<Bytes>, _>(reset)]))));
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response
}
