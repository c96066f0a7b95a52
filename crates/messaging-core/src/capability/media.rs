use async_trait::async_trait;

use crate::{
    Context, Result,
    message::{self, FetchMedia, MediaFile, UploadMedia},
};

/// Files that go with messages.
#[async_trait]
pub trait Media: Send + Sync {
    /// Fetches a file that came with a message. Credentials go to the provider's own hosts only.
    async fn fetch_media(&self, context: &Context, request: FetchMedia) -> Result<MediaFile>;

    /// Hands a file to the provider; what comes back can be put into a message.
    async fn upload_media(&self, context: &Context, request: UploadMedia) -> Result<message::Media>;
}
