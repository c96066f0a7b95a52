//! Fetching what somebody else's URL names, without being led into our own network.

mod address;
mod answer;
mod client;
mod fetcher;
mod resolve;
mod settings;
mod url;

pub use answer::Fetched;
pub use fetcher::{Fetch, Fetcher};
pub use settings::FetchSettings;
