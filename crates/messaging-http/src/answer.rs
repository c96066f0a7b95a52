use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
use messaging_core::{Error, ErrorKind, Reached, Result};

use crate::{TransportError, retry_after};

/// Passes a success on; names any other status in our own words.
pub fn answered(response: Response<Bytes>, now: SystemTime) -> Result<Response<Bytes>> {
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    Err(error_of(status, response.headers(), format!("answered {status}"), now))
}

/// The error that a status other than 2xx stands for, with the `Retry-After` it came with.
///
/// A 4xx is a verdict: the vendor did nothing. A 5xx is not: it may have acted before it failed. A 3xx never is
/// followed, and the vendor did nothing.
#[must_use]
pub fn error_of(status: StatusCode, headers: &HeaderMap, message: impl Into<String>, now: SystemTime) -> Error {
    let kind = match status {
        StatusCode::TOO_MANY_REQUESTS => ErrorKind::RateLimited,
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => ErrorKind::Unauthorized,
        StatusCode::NOT_FOUND | StatusCode::GONE => ErrorKind::NotFound,
        // "I did not get the whole request" and "not yet": the same request may do later (RFC 9110 §15.5.9, RFC 8470).
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY => ErrorKind::Unavailable,
        _ if status.is_client_error() || status.is_redirection() => ErrorKind::Invalid,
        _ => ErrorKind::Unavailable,
    };
    let did_nothing = status.is_client_error() || status.is_redirection();
    let reached = if did_nothing { Reached::Answered } else { Reached::MaybeSent };
    let error = Error::new(kind, message).with_reached(reached);
    match retry_after(headers, now) {
        Some(wait) => error.with_retry_after(wait),
        None => error,
    }
}

/// Names a missing response in our own words.
#[must_use]
pub fn failed(error: TransportError) -> Error {
    let kind = if error.timed_out { ErrorKind::Timeout } else { ErrorKind::Unavailable };
    Error::new(kind, error.message.clone()).with_reached(error.reached).with_source(error)
}

/// A 2xx whose body cannot be read: it was carried, or not; nobody knows.
#[must_use]
pub fn unreadable(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Unexpected, message).with_reached(Reached::MaybeSent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(status: u16) -> Error {
        let response = Response::builder().status(status).header("retry-after", "7").body(Bytes::new()).unwrap();
        answered(response, SystemTime::UNIX_EPOCH).unwrap_err()
    }

    #[test]
    fn a_4xx_is_a_verdict_and_a_5xx_is_not() {
        for (status, kind, reached) in [
            (400, ErrorKind::Invalid, Reached::Answered),
            (401, ErrorKind::Unauthorized, Reached::Answered),
            (403, ErrorKind::Unauthorized, Reached::Answered),
            (404, ErrorKind::NotFound, Reached::Answered),
            (408, ErrorKind::Unavailable, Reached::Answered),
            (425, ErrorKind::Unavailable, Reached::Answered),
            (429, ErrorKind::RateLimited, Reached::Answered),
            (302, ErrorKind::Invalid, Reached::Answered),
            (500, ErrorKind::Unavailable, Reached::MaybeSent),
            (503, ErrorKind::Unavailable, Reached::MaybeSent),
        ] {
            let error = error(status);
            assert_eq!((error.kind(), error.reached()), (kind, reached), "{status}");
            assert_eq!(error.retry_after().map(|wait| wait.as_secs()), Some(7));
        }
    }
}
