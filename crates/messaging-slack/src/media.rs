//! Files. <https://docs.slack.dev/messaging/working-with-files>

use async_trait::async_trait;
use messaging_core::{
    Context, Result, capability,
    message::{FetchMedia, Media, MediaFile, UploadMedia},
};
use messaging_http::unreadable;

use crate::{
    Slack,
    client::{Upload, files},
    place::Destination,
};

#[async_trait]
impl capability::Media for Slack {
    /// Fetches a file by the URL that a message names it by, where it is Slack's: as the installation that the message
    /// came from, or as the only one there is where nobody says which.
    async fn fetch_media(&self, _: &Context, request: FetchMedia) -> Result<MediaFile> {
        let client = match &request.conversation {
            Some(place) => self.client_for(place).await?,
            None => self.client().await?,
        };
        client.download(&request).await
    }

    /// Uploads a file that nobody sees before a message holds it.
    async fn upload_media(&self, _: &Context, request: UploadMedia) -> Result<Media> {
        Destination::of(&request.conversation, None)?;
        let client = self.client_for(&request.conversation).await?;
        let name = request.file.name.clone().unwrap_or_else(|| "file".to_owned());
        let kept = client.upload(Upload::new(name.clone(), request.file.bytes)).await?.value;
        let url = if let Some(url) = kept.url_private {
            url
        } else {
            // The answer names the file, and what is known of it comes later.
            let id = kept.id.unwrap_or_default();
            let known = client.call(files::Info::new(id)).await?.value.file.unwrap_or_default();
            known.url_private.ok_or_else(|| unreadable("Slack kept the file and names no URL for it"))?
        };
        let mut media = Media::at(url).with_type(kept.mimetype.unwrap_or(request.file.content_type));
        media.name = Some(name);
        Ok(media)
    }
}
