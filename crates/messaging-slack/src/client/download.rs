//! Fetching a file (<https://docs.slack.dev/messaging/working-with-files#authentication>).

use bytes::Bytes;
use http::{
    Request,
    header::{AUTHORIZATION, LOCATION},
};
use messaging_core::{
    Error, ErrorKind, Result,
    message::{FetchMedia, MediaFile, TooLarge},
};
use messaging_http::{Fetch, Fetched, failed};
use tower::ServiceExt;

use super::{
    SlackClient,
    trusted::{is_at, is_slacks},
};

impl SlackClient {
    /// Fetches a file by its URL (`url_private`), up to `request.limit` bytes.
    ///
    /// The token goes to Slack's hosts, or to the base URL of the settings, and nowhere else; what is elsewhere is fetched
    /// from the public internet only. Without a good token Slack answers with a page to log in at: that is an error here.
    pub async fn download(&self, request: &FetchMedia) -> Result<MediaFile> {
        let (url, limit) = (request.media.url.as_str(), request.limit);
        let fetched = if is_at(&self.api.base, url) && !is_slacks(url) {
            self.download_here(url, limit).await?
        } else {
            self.api.fetcher.fetch(self.fetch_of(url, limit)).await?
        };
        if is_login_page(&fetched, request.media.content_type.as_deref()) {
            let message = "Invalid credentials: Slack answered with its login page instead of the file; the token lacks \
                           `files:read`, or is another workspace's";
            return Err(Error::new(ErrorKind::Unauthorized, message));
        }
        let known = |kind: &String| kind != "application/octet-stream";
        let kind = fetched.content_type.filter(known).or_else(|| request.media.content_type.clone());
        let mut file = MediaFile::new(kind.unwrap_or_else(|| "application/octet-stream".to_owned()), fetched.bytes);
        file.name = fetched.name.or_else(|| request.media.name.clone());
        Ok(file)
    }

    /// What is fetched from the internet, with the token where it is Slack's.
    fn fetch_of(&self, url: &str, limit: usize) -> Fetch {
        let fetch = Fetch::of(url, limit);
        if is_slacks(url) { fetch.with_credentials(self.api.authorization.clone()) } else { fetch }
    }

    /// Fetches from the base URL of the settings, as the Web API is called.
    async fn download_here(&self, url: &str, limit: usize) -> Result<Fetched> {
        let request = Request::get(url).header(AUTHORIZATION, self.api.authorization.clone()).body(Bytes::new());
        let request =
            request.map_err(|_| Error::new(ErrorKind::Invalid, "this URL is not fetched: it is not a URL"))?;
        let answer = self.api.transport.clone().oneshot(request).await.map_err(failed)?;
        if answer.status().is_redirection() {
            let to = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
            return self.api.fetcher.fetch(Fetch::of(to, limit)).await;
        }
        let answer = messaging_http::answered(answer, std::time::SystemTime::now())?;
        if answer.body().len() > limit {
            return Err(TooLarge { limit }.into());
        }
        let headers = answer.headers().clone();
        Ok(Fetched::new(&headers, answer.into_body()))
    }
}

/// Whether this is a page to log in at. Files come with a name; an HTML page without one is none that was uploaded,
/// unless the message said so.
fn is_login_page(fetched: &Fetched, said: Option<&str>) -> bool {
    let is_html = |kind: &str| kind.trim_start().to_ascii_lowercase().starts_with("text/html");
    fetched.content_type.as_deref().is_some_and(is_html) && fetched.name.is_none() && !said.is_some_and(is_html)
}

#[cfg(test)]
mod tests {
    use messaging_core::Secret;
    use messaging_http::{Transport, TransportError};

    use super::*;

    #[test]
    fn the_token_goes_to_slack_alone() {
        let nobody = tower::service_fn(|_| async { Err(TransportError::not_sent("nobody")) });
        let client = SlackClient::new(&Secret::new("xoxb-canary"), None, Transport::new(nobody)).unwrap();
        let asked = |url| format!("{:?}", client.fetch_of(url, 1));
        assert!(asked("https://files.slack.com/files-pri/T1-F1/a.png").contains("credentials: Some"));
        for url in ["https://files.slack.com.evil.test/x", "http://files.slack.com/x", "https://example.com/x"] {
            assert!(asked(url).contains("credentials: None"), "{url}");
        }
    }
}
