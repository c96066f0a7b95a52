use std::time::Duration;

use bytes::Bytes;
use http::{Method, Response, StatusCode, header::LOCATION};
use messaging_http::TransportError;
use tokio::time::{Instant, sleep_until, timeout_at};

use super::{Says, Target, overrides::Reason};
use crate::TwilioEmulator;

/// The largest answer that is read, in bytes (error 11750).
const LARGEST_ANSWER: usize = 64 * 1024;

/// How many redirects are followed (error 11215).
const MOST_REDIRECTS: usize = 10;

/// What came of telling once.
#[derive(Debug)]
pub(crate) enum Told {
    /// An answer, and the URL that gave it.
    Heard(Response<Bytes>, String),
    TimedOut,
    NoConnection,
    /// Something else, with its code in the error dictionary.
    Failed(u32, String),
}

impl TwilioEmulator {
    /// Tells once, following redirects, until `deadline`.
    pub(crate) async fn attempt(&self, target: &Target, says: &Says, token: &str, deadline: Instant) -> Told {
        let (mut target, mut says) = (target.clone(), says.clone());
        for _ in 0..=MOST_REDIRECTS {
            let response = match self.exchange(&target, &says, token, deadline).await {
                Ok(response) => response,
                Err(told) => return told,
            };
            let Some(location) = redirect(&response) else { return Told::Heard(response, target.url) };
            let Some(url) = resolve(&target.url, location) else {
                return Told::Failed(11_100, "the answer redirects to no URL (11100)".to_owned());
            };
            let repeats = matches!(response.status(), StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT);
            let method = if repeats { target.method.clone() } else { Method::GET };
            if !repeats && matches!(says, Says::Body { .. }) {
                says = Says::Form(Vec::new());
            }
            target = Target { url, method };
        }
        Told::Failed(11_215, "there are more than 10 redirects (11215)".to_owned())
    }

    async fn exchange(
        &self,
        target: &Target,
        says: &Says,
        token: &str,
        deadline: Instant,
    ) -> Result<Response<Bytes>, Told> {
        let Some(request) = self.signed(target, says, token) else {
            let cause = "the webhook's URL cannot be called (11100): give an absolute http(s) URL";
            return Err(Told::Failed(11_100, cause.to_owned()));
        };
        match timeout_at(deadline, self.desk.call(request)).await {
            Ok(Ok(_)) if self.desk.strikes(self.desk.plan().deaf) => {
                sleep_until(deadline).await;
                Err(Told::TimedOut)
            }
            Ok(Ok(response)) if response.body().len() > LARGEST_ANSWER => {
                Err(Told::Failed(11_750, "the answer is larger than 64 kB (11750)".to_owned()))
            }
            Ok(Ok(response)) => Ok(response),
            Ok(Err(error)) if error.timed_out => Err(Told::TimedOut),
            Ok(Err(error)) if is_unsent(&error) => Err(Told::NoConnection),
            Ok(Err(error)) => Err(Told::Failed(11_200, error.message)),
            Err(_) => Err(Told::TimedOut),
        }
    }
}

impl Told {
    pub(crate) fn is_success(&self) -> bool {
        matches!(self, Self::Heard(response, _) if response.status().is_success())
    }

    /// Why it may be told again; none if it went well or nothing would change.
    pub(crate) fn reason(&self) -> Option<Reason> {
        match self {
            Self::Heard(response, _) if response.status().is_client_error() => Some(Reason::Client),
            Self::Heard(response, _) if response.status().is_server_error() => Some(Reason::Server),
            Self::TimedOut => Some(Reason::Read),
            Self::NoConnection => Some(Reason::Connect),
            Self::Heard(..) | Self::Failed(..) => None,
        }
    }

    /// Its code in the error dictionary; none if it went well.
    pub(crate) fn code(&self) -> Option<u32> {
        match self {
            Self::Heard(response, _) => (!response.status().is_success()).then_some(11_200),
            Self::TimedOut | Self::NoConnection => Some(11_205),
            Self::Failed(code, _) => Some(*code),
        }
    }

    /// What went wrong before there was an answer.
    pub(crate) fn trouble(&self) -> Option<String> {
        match self {
            Self::Heard(..) => None,
            Self::TimedOut => Some("no answer in time (11205)".to_owned()),
            Self::NoConnection => Some("no connection (11205)".to_owned()),
            Self::Failed(_, cause) => Some(cause.clone()),
        }
    }

    /// For the journal.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::Heard(response, _) => response.status().as_u16().to_string(),
            Self::TimedOut => "timed out".to_owned(),
            Self::NoConnection => "no connection".to_owned(),
            Self::Failed(_, cause) => cause.clone(),
        }
    }
}

/// The pause before a retry; Twilio does not document it.
pub(crate) const PAUSE: Duration = Duration::from_millis(500);

fn redirect(response: &Response<Bytes>) -> Option<&str> {
    let is_redirect = matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308);
    is_redirect.then(|| response.headers().get(LOCATION)?.to_str().ok()).flatten()
}

/// A location as a URL: absolute, or from the root of the host, or beside the document that named it.
pub(crate) fn resolve(base: &str, location: &str) -> Option<String> {
    if location.starts_with("http://") || location.starts_with("https://") {
        return Some(location.to_owned());
    }
    let base = base.split(['?', '#']).next()?;
    let (scheme, rest) = base.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if let Some(location) = location.strip_prefix("//") {
        return Some(format!("{scheme}://{location}"));
    }
    if let Some(location) = location.strip_prefix('/') {
        return Some(format!("{scheme}://{host}/{location}"));
    }
    if location.starts_with('?') {
        return Some(format!("{base}{location}"));
    }
    let folder = path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    Some(format!("{scheme}://{host}/{folder}{location}"))
}

/// Whether no byte left. What broke later is no failed connection.
fn is_unsent(error: &TransportError) -> bool {
    error.reached == TransportError::not_sent("").reached
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_is_read_from_where_it_was_named() {
        for (base, location, url) in [
            ("https://a.test/x/y?z=1#rc=1", "https://b.test/", "https://b.test/"),
            ("https://a.test/x/y?z=1", "/next", "https://a.test/next"),
            ("https://a.test/x/y?z=1", "next?a=b", "https://a.test/x/next?a=b"),
            ("https://a.test/x/y?z=1", "?a=b", "https://a.test/x/y?a=b"),
            ("https://a.test:8443", "next", "https://a.test:8443/next"),
            ("https://a.test/x", "//b.test/y", "https://b.test/y"),
        ] {
            assert_eq!(resolve(base, location).as_deref(), Some(url), "{base} {location}");
        }
    }
}
