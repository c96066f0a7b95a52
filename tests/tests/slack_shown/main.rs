//! What people see of an answer while nothing fails: edits where Slack has no streams, the button that stops it, and the
//! status that stands until it is there.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod attempts;
mod beside;
mod deleted;
mod edits;
mod house;
mod late;
mod names;
mod status;
mod stop;
mod superseded;
