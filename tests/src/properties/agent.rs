use bytes::Bytes;
use futures_util::stream;
use http::{Request, Response};
use messaging_agent::{Agent, HttpAgent, Turn};
use messaging_core::message::{Author, Content, Message};
use messaging_http::{BodyStream, StreamTransport, TransportError};

use super::run;

/// How it is cut, and what an agent streams.
pub(super) const STREAMS: &[&str] = &[
    "\u{5}event: delta\ndata: {\"text\":\"h\u{e9}\"}\n\nevent: delta\r\ndata: {\"text\":\"llo\"}\r\n\r\n: hi\n\nevent: done\ndata: {}\n\n",
    "\u{1}event: message\ndata: {\"text\":\"a\",\"media\":[{\"url\":\"https://x.test\"}],\"actions\":[{\"label\":\"A\",\"value\":\"a\"}]}\n\nid: 7\nretry: 1\ndata\n\nevent: done\n\n",
    "\u{3}event: progress\ndata: {\"text\":\"thinking\"}\n\nevent: delta\ndata: {\"text\":\ndata: \"x\"}\n\nevent: done\ndata: {}\n\n",
];

/// An answer in pieces says the same wherever it is cut.
pub(super) fn stream(data: &[u8]) {
    let Some((size, body)) = data.split_first() else { return };
    let cut: Vec<_> = body.chunks(usize::from(*size).max(1)).map(Bytes::copy_from_slice).collect();
    assert_eq!(answer(cut), answer(vec![Bytes::copy_from_slice(body)]));
}

/// What it comes to; none if it is refused.
fn answer(pieces: Vec<Bytes>) -> Option<Vec<Content>> {
    let transport = StreamTransport::new(tower::service_fn(move |_: Request<Bytes>| {
        let pieces: Vec<Result<_, TransportError>> = pieces.iter().cloned().map(Ok).collect();
        let response = Response::builder().header("content-type", "text/event-stream");
        let response = response.body(BodyStream::new(stream::iter(pieces)));
        async { response.map_err(|error| TransportError::not_sent(error.to_string())) }
    }));
    let agent = HttpAgent::streaming(http::Uri::from_static("http://agent.test/"), transport);
    let message = Message::new("1", Author::new("ann"), "hi");
    let turn = Turn::new("run", "web:visitor:1".parse().expect("a reference"), vec![message]);
    run(agent.reply(turn)).ok()
}
