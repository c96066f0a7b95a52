use std::{
    error::Error as _,
    fmt,
    future::Future,
    io,
    net::IpAddr,
    sync::{Arc, OnceLock},
};

use bytes::BytesMut;
use http::{
    HeaderValue, StatusCode,
    header::{AUTHORIZATION, LOCATION},
};
use messaging_core::{Error, ErrorKind, Result, message::TooLarge};
use reqwest::{Client, Response, Url};
use std::time::SystemTime;

use super::{
    FetchSettings, Fetched, client,
    resolve::{Forbidden, Lookup, system},
    url,
};
use crate::{client::name, error_of, failed};

/// A file to be fetched.
#[derive(Clone, Debug)]
pub struct Fetch {
    url: String,
    limit: usize,
    credentials: Option<HeaderValue>,
}

impl Fetch {
    /// Fetches `url`, and refuses the file if it has more than `limit` bytes.
    pub fn of(url: impl Into<String>, limit: usize) -> Self {
        Self { url: url.into(), limit, credentials: None }
    }

    /// Sends `Authorization` along, up to the first redirect to another scheme, host or port.
    #[must_use]
    pub fn with_credentials(mut self, mut header: HeaderValue) -> Self {
        header.set_sensitive(true);
        self.credentials = Some(header);
        self
    }
}

/// Fetches files that other people name, over `https`, from the public internet only.
///
/// A host is looked up once for each connection, and the connection goes to the addresses that were checked: private,
/// loopback, link-local, carrier-grade NAT, multicast, documentation and IPv6 with an IPv4 address in it are refused.
/// Every redirect is checked like the first URL. No proxy is used. What comes is neither decompressed nor looked into.
#[derive(Clone)]
pub struct Fetcher {
    settings: FetchSettings,
    lookup: Lookup,
    /// Built when it is first needed: it reads the system's TLS roots.
    client: Arc<OnceLock<Client>>,
}

impl Fetcher {
    /// A fetcher with these limits, which looks names up as the system does.
    #[must_use]
    pub fn new(settings: FetchSettings) -> Self {
        Self { settings, lookup: system(), client: Arc::default() }
    }

    /// Looks names up by `lookup` instead.
    #[must_use]
    pub fn with_lookup<F, A>(mut self, lookup: F) -> Self
    where
        F: Fn(String) -> A + Send + Sync + 'static,
        A: Future<Output = io::Result<Vec<IpAddr>>> + Send + 'static,
    {
        self.lookup = Arc::new(move |name| Box::pin(lookup(name)));
        self.client = Arc::default();
        self
    }

    /// Fetches one file.
    ///
    /// # Errors
    /// [`Invalid`](ErrorKind::Invalid): the URL, or one it redirects to, is not fetched (its host leads inside, it is not
    /// `https`, it has a password), there are too many redirects, or the file is too large.
    /// [`Timeout`](ErrorKind::Timeout), [`Unavailable`](ErrorKind::Unavailable) and the kinds of a status other than 2xx
    /// otherwise. No error repeats the URL.
    pub async fn fetch(&self, request: Fetch) -> Result<Fetched> {
        let limit = self.settings.total_timeout;
        match tokio::time::timeout(limit, self.follow(request)).await {
            Ok(fetched) => fetched,
            Err(_) => Err(Error::new(ErrorKind::Timeout, format!("the file was not there within {limit:?}"))),
        }
    }

    async fn follow(&self, request: Fetch) -> Result<Fetched> {
        let client = self.client()?;
        let Fetch { url, limit, mut credentials } = request;
        let mut url = url::read(&url, self.settings.allow_loopback)?;
        for _ in 0..=self.settings.max_redirects {
            let mut asked = client.get(url.clone());
            if let Some(credentials) = &credentials {
                asked = asked.header(AUTHORIZATION, credentials);
            }
            let answer = asked.send().await.map_err(unfetched)?;
            let Some(next) = redirect(&url, &answer)? else { return read(answer, limit).await };
            url::check(&next, self.settings.allow_loopback)?;
            if !url::is_same_origin(&url, &next) {
                credentials = None;
            }
            url = next;
        }
        Err(url::refuse(format!("it redirects more than {} times", self.settings.max_redirects)))
    }

    fn client(&self) -> Result<Client> {
        if let Some(client) = self.client.get() {
            return Ok(client.clone());
        }
        let built = client::build(self.settings, Arc::clone(&self.lookup))?;
        Ok(self.client.get_or_init(|| built).clone())
    }
}

impl fmt::Debug for Fetcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fetcher").field("settings", &self.settings).finish_non_exhaustive()
    }
}

/// Where a redirect leads; none if the answer is no redirect.
fn redirect(from: &Url, answer: &Response) -> Result<Option<Url>> {
    let known = [
        StatusCode::MOVED_PERMANENTLY,
        StatusCode::FOUND,
        StatusCode::SEE_OTHER,
        StatusCode::TEMPORARY_REDIRECT,
        StatusCode::PERMANENT_REDIRECT,
    ];
    if !known.contains(&answer.status()) {
        return Ok(None);
    }
    let to = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok()).and_then(|to| from.join(to).ok());
    to.map(Some).ok_or_else(|| url::refuse("it redirects to nowhere"))
}

/// Reads a file as it comes, up to `limit` bytes.
async fn read(mut answer: Response, limit: usize) -> Result<Fetched> {
    let status = answer.status();
    if !status.is_success() {
        let message = format!("the file's server answered {status}");
        return Err(error_of(status, answer.headers(), message, SystemTime::now()));
    }
    let too_large = || Error::from(TooLarge { limit });
    if answer.content_length().is_some_and(|length| usize::try_from(length).is_ok_and(|length| length > limit)) {
        return Err(too_large());
    }
    let mut bytes = BytesMut::new();
    while let Some(chunk) = answer.chunk().await.map_err(unfetched)? {
        if chunk.len() > limit - bytes.len() {
            return Err(too_large());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Fetched::new(answer.headers(), bytes.freeze()))
}

/// Tells a host that leads inside from a network that fails.
fn unfetched(error: reqwest::Error) -> Error {
    let mut cause = error.source();
    while let Some(deeper) = cause {
        if let Some(forbidden) = deeper.downcast_ref::<Forbidden>() {
            return url::refuse(forbidden);
        }
        cause = deeper.source();
    }
    failed(name(error))
}
