//! HTTP as a function: one service type on both sides of every wire.
//!
//! A [`Transport`] takes a request and gives a response. In production it is [`client`]; in tests and in the simulated
//! world it is an emulator in the same process.
//!
//! A [`StreamTransport`] gives a body while it comes in.
//!
//! A [`Duplex`](duplex::Duplex) is the second seam: a conversation of frames, opened by a [`Dialer`](duplex::Dialer).
//!
//! A [`Fetcher`] gets files that other people name by URL, and is not led into our own network by them.

mod answer;
mod client;
pub mod duplex;
mod fetch;
mod retry_after;
mod streaming;
mod transport;

pub use answer::{answered, error_of, failed, unreadable};
pub use client::{ClientSettings, client};
pub use fetch::{Fetch, FetchSettings, Fetched, Fetcher};
pub use retry_after::retry_after;
pub use streaming::{BodyStream, StreamTransport, in_one_piece, streaming_client};
pub use transport::{Transport, TransportError};
