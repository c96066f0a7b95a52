//! Files: those of conversations are kept in the media service, under a SID.

use async_trait::async_trait;
use messaging_core::{
    Context, Error, ErrorKind, Result, capability,
    message::{FetchMedia, Media, MediaFile, UploadMedia},
};

use crate::{
    Twilio,
    client::{TwilioClient, conversations},
    place::Target,
    uploaded::uploaded,
};

#[async_trait]
impl capability::Media for Twilio {
    /// Fetches an uploaded file, which [`upload_media`](capability::Media::upload_media) and a conversation's messages name,
    /// or the file of a text by its URL.
    async fn fetch_media(&self, _: &Context, request: FetchMedia) -> Result<MediaFile> {
        match uploaded(&request.media.url) {
            Some((service, sid)) => {
                let client = self.client();
                let client = match service {
                    Some(service) => client.in_service(service)?,
                    None => client,
                };
                client.download(sid, request.limit).await
            }
            None => self.download(&request).await,
        }
    }

    /// Uploads a file for one message of a conversation. An SMS takes a public URL instead.
    async fn upload_media(&self, _: &Context, request: UploadMedia) -> Result<Media> {
        let Target::Conversation(sid) = Target::of(&request.conversation)? else {
            let message = "a text takes no upload: put the file where Twilio can fetch it, and send its URL";
            return Err(Error::new(ErrorKind::Unsupported, message));
        };
        let client = self.client_where(sid).await?;
        let kept = client.upload(&request.file).await?;
        let service = client.service().or(kept.service_sid.as_deref()).unwrap_or_default();
        let mut media = Media::at(self.account.bases.media_url(service, &kept.sid));
        media.content_type = kept.content_type.or(Some(request.file.content_type));
        media.name = kept.filename.or(request.file.name);
        Ok(media)
    }
}

impl Twilio {
    /// A client of the service that a conversation is in.
    async fn client_where(&self, conversation: &str) -> Result<TwilioClient> {
        let client = self.client();
        if client.service().is_some() {
            return Ok(client);
        }
        let found = client.call(conversations::Fetch::new(conversation)).await?;
        match found.chat_service_sid {
            Some(service) => client.in_service(service),
            None => Ok(client),
        }
    }
}
