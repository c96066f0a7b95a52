//! Uploading a file, in Slack's three steps (<https://docs.slack.dev/messaging/working-with-files#upload>).

use bytes::Bytes;
use http::{Request, header::CONTENT_TYPE};
use messaging_core::{Error, ErrorKind, Result};
use messaging_http::{failed, unreadable};
use tower::ServiceExt;

use super::{
    Answer, SlackClient,
    files::{self, CompleteUploadExternal, File, GetUploadUrlExternal, Uploaded},
    trusted::{is_at, is_slacks},
};

/// A file to upload, and where it is to be shown.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Upload {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Bytes,
    /// Its title; its name if none.
    pub title: Option<String>,
    /// What it shows, for whoever does not see it.
    pub alt_text: Option<String>,
    /// The channel that shows it, by id; nobody sees it if none.
    pub channel: Option<String>,
    /// The root of the thread that shows it.
    pub thread: Option<String>,
    /// The text of the message that shows it.
    pub comment: Option<String>,
}

impl Upload {
    /// A file that nobody sees yet.
    pub fn new(name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        let (name, bytes) = (name.into(), bytes.into());
        Self { name, bytes, title: None, alt_text: None, channel: None, thread: None, comment: None }
    }

    /// Gives it a title.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Says what it shows, in up to 1,000 characters.
    #[must_use]
    pub fn with_alt_text(mut self, text: impl Into<String>) -> Self {
        self.alt_text = Some(text.into());
        self
    }

    /// Shows it in a channel.
    #[must_use]
    pub fn shown_in(mut self, channel: impl Into<String>) -> Self {
        self.channel = Some(channel.into());
        self
    }

    /// Shows it in a thread of that channel.
    #[must_use]
    pub fn in_thread(mut self, root: impl Into<String>) -> Self {
        self.thread = Some(root.into());
        self
    }

    /// Says something with it.
    #[must_use]
    pub fn saying(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }
}

impl SlackClient {
    /// Uploads a file: asks where to, sends the bytes there, and has it kept and shown.
    ///
    /// Nobody sees it before the last step, so an error before that is safe to repeat, and says so. Where it is open
    /// whether the last step was taken, the file is looked up; Slack shows files with a delay, so what is not there yet may
    /// still come.
    ///
    /// # Errors
    /// [`Invalid`](ErrorKind::Invalid) for an empty file or a thread without a channel; what Slack says otherwise.
    /// [`MaybeSent`](messaging_core::Reached::MaybeSent) if nobody knows whether the file is shown.
    pub async fn upload(&self, upload: Upload) -> Result<Answer<File>> {
        let refuse = |message: &str| Err(Error::new(ErrorKind::Invalid, message));
        if upload.bytes.is_empty() {
            return refuse("Slack takes no empty file");
        }
        if upload.thread.is_some() && upload.channel.is_none() {
            return refuse("a file in a thread needs the thread's channel: name it with `shown_in`");
        }
        let length = u64::try_from(upload.bytes.len()).unwrap_or(u64::MAX);
        let mut ask = GetUploadUrlExternal::new(upload.name.clone(), length);
        ask.alt_txt = upload.alt_text.clone();
        let asked = self.call(ask).await.map_err(Error::not_sent)?;
        let (Some(url), Some(id)) = (asked.value.upload_url, asked.value.file_id) else {
            return Err(unreadable("`files.getUploadURLExternal` answered ok without a URL and an id").not_sent());
        };
        self.put(&url, upload.bytes.clone()).await.map_err(Error::not_sent)?;
        self.complete(id, upload).await
    }

    /// Sends the bytes, without the token: whoever has the URL may upload.
    async fn put(&self, url: &str, bytes: Bytes) -> Result<()> {
        if !is_slacks(url) && !is_at(&self.api.base, url) {
            return Err(Error::new(
                ErrorKind::Invalid,
                "the upload URL leads to a host that is not Slack's: not sending",
            ));
        }
        let request = Request::post(url).header(CONTENT_TYPE, "application/octet-stream").body(bytes);
        let request =
            request.map_err(|_| Error::new(ErrorKind::Invalid, "the upload URL that Slack gave cannot be called"))?;
        let answer = self.api.transport.clone().oneshot(request).await.map_err(failed)?;
        // Not the status alone: a redirect would drop the bytes.
        messaging_http::answered(answer, std::time::SystemTime::now()).map(|_| ())
    }

    async fn complete(&self, id: String, upload: Upload) -> Result<Answer<File>> {
        let mut kept = Uploaded::new(id.clone());
        kept.title = upload.title;
        let mut complete = CompleteUploadExternal::new(vec![kept]);
        complete.channel_id.clone_from(&upload.channel);
        complete.thread_ts = upload.thread;
        complete.initial_comment = upload.comment;
        match self.call(complete).await {
            Ok(answer) => Ok(answer.map(|files| {
                let file = files.files.unwrap_or_default().into_iter().next().unwrap_or_default();
                File { id: file.id.clone().or(Some(id)), ..file }
            })),
            Err(error) if error.may_have_been_sent() => {
                let found = self.call(files::Info::new(id)).await.ok();
                let found = found.map(|found| found.map(|one| one.file.unwrap_or_default()));
                // A file that is kept can be seen by its id; one that is to be shown must be shown, too.
                let is_done =
                    |file: &File| upload.channel.as_deref().is_none_or(|channel| file.is_shared_with(channel));
                found.filter(|found| found.value.id.is_some() && is_done(&found.value)).ok_or(error)
            }
            Err(error) => Err(error),
        }
    }
}
