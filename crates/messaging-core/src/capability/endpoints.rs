use std::time::SystemTime;

use async_trait::async_trait;
use bytes::Bytes;

/// HTTP endpoints of a provider that anybody may call, beside its webhooks: minting a token, installing an app.
///
/// Each is served at `/{account}/{name}`, and decides by itself whom it lets in.
#[async_trait]
pub trait Endpoints: Send + Sync {
    /// Returns the names, each a word of `a-z`, `0-9`, `_` and `-`.
    fn names(&self) -> &'static [&'static str];

    /// Returns the origins, besides the gateway's own, whose pages may call them: `https://app.example.com`.
    fn allowed_origins(&self) -> &[String] {
        &[]
    }

    /// Answers a request for one of them.
    async fn answer(&self, name: &str, request: http::Request<Bytes>, now: SystemTime) -> http::Response<Bytes>;
}
