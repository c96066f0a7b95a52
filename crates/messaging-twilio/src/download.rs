//! Files that came with a text: from Twilio as ourselves, from everybody else as nobody
//! (<https://www.twilio.com/docs/messaging/api/media-resource>).

use bytes::Bytes;
use http::{
    Method, Request, Response,
    header::{ACCEPT, AUTHORIZATION, LOCATION},
};
use messaging_core::{
    Error, ErrorKind, PublicUrl, Result,
    message::{FetchMedia, MediaFile, TooLarge},
};
use messaging_http::{Fetch, Fetched};
use tower::ServiceExt;

use crate::{Twilio, api::Caller, error};

/// The most redirects followed as ourselves; whoever they lead to elsewhere has their own limit.
const MOST_REDIRECTS: u32 = 5;

impl Twilio {
    /// Fetches a file by its URL.
    ///
    /// Twilio demands credentials for the files of messages, and answers with a redirect to where they are. They are sent
    /// to `…/Messages/…/Media/…` at hosts that are trusted, and nowhere else: whatever else is at those hosts is asked for
    /// as nobody, and what is elsewhere is fetched from the public internet only.
    pub(crate) async fn download(&self, request: &FetchMedia) -> Result<MediaFile> {
        let (mut url, limit) = (request.media.url.clone(), request.limit);
        for _ in 0..=MOST_REDIRECTS {
            if !self.account.bases.trusts(&url) {
                let fetched = self.fetcher.fetch(Fetch::of(url, limit)).await?;
                return Ok(file(fetched, request));
            }
            let answer = self.ask(&url).await?;
            if answer.status().is_success() {
                if answer.body().len() > limit {
                    return Err(TooLarge { limit }.into());
                }
                let headers = answer.headers().clone();
                return Ok(file(Fetched::new(&headers, answer.into_body()), request));
            }
            if !answer.status().is_redirection() {
                return Err(error::refused(&answer, (self.clock)()));
            }
            let to = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok());
            url = to.and_then(|to| joined(&url, to)).ok_or_else(|| refuse("it redirects to nowhere"))?;
        }
        Err(refuse("it redirects in a circle"))
    }

    /// Asks a host that is trusted: as ourselves for the file of a message, otherwise as nobody.
    async fn ask(&self, url: &str) -> Result<Response<Bytes>> {
        let mut request = Request::builder().method(Method::GET).uri(url).header(ACCEPT, "*/*");
        if is_file_of_a_message(url) {
            request = request.header(AUTHORIZATION, self.authorization(Caller::Preferred)?);
        }
        let request = request.body(Bytes::new()).map_err(|_| refuse("it is not a URL"))?;
        self.transport.clone().oneshot(request).await.map_err(messaging_http::failed)
    }
}

/// Whether a URL names a file of a message, and neither the account nor anything else that holds a secret.
fn is_file_of_a_message(url: &str) -> bool {
    let parsed = PublicUrl::new(url);
    let path = url.strip_prefix(parsed.origin()).and_then(|rest| rest.split(['?', '#']).next()).unwrap_or_default();
    let dotted = path.split('/').any(|segment| matches!(segment, "." | "..") || segment.contains('%'));
    let segments: Vec<_> = path.split('/').collect();
    let named = matches!(segments[..], [.., "2010-04-01", "Accounts", _, "Messages", _, "Media", _]);
    named && !dotted
}

/// The file in our words; what the message said of it stands in for what its server did not.
fn file(fetched: Fetched, request: &FetchMedia) -> MediaFile {
    let kind = fetched.content_type.or_else(|| request.media.content_type.clone());
    let mut file = MediaFile::new(kind.unwrap_or_else(|| "application/octet-stream".to_owned()), fetched.bytes);
    file.name = fetched.name.or_else(|| request.media.name.clone());
    file
}

/// Where a redirect leads: a URL, or a path at the same host.
fn joined(from: &str, to: &str) -> Option<String> {
    if to.starts_with("https://") || to.starts_with("http://") {
        return Some(to.to_owned());
    }
    let origin = PublicUrl::new(from).origin().to_owned();
    if let Some(elsewhere) = to.strip_prefix("//") {
        return Some(format!("{}://{elsewhere}", origin.split(':').next()?));
    }
    to.starts_with('/').then(|| format!("{origin}{to}"))
}

fn refuse(why: &str) -> Error {
    Error::new(ErrorKind::Invalid, format!("this URL is not fetched: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_is_read_from_where_it_stands() {
        let from = "https://api.twilio.com/2010-04-01/x?y";
        for (to, url) in [
            ("https://cdn.test/a", Some("https://cdn.test/a")),
            ("/b?c", Some("https://api.twilio.com/b?c")),
            ("//cdn.test/a", Some("https://cdn.test/a")),
            ("a", None),
            ("file:///etc/passwd", None),
            ("", None),
        ] {
            assert_eq!(joined(from, to).as_deref(), url, "{to}");
        }
    }
}
