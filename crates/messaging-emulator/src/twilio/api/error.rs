use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header::RETRY_AFTER};
use serde_json::json;

use crate::side::json_answer;

/// What an operation comes to.
pub(crate) type Outcome = Result<Response<Bytes>, Refusal>;

/// An error as the API of 2010 and Conversations v1 write it: `code`, `message`, `more_info`, `status`.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    code: u32,
    message: String,
    retry_after: Option<u32>,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, code: u32, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), retry_after: None }
    }

    /// 400: the request itself is wrong.
    pub(crate) fn invalid(code: u32, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// 409: it is there already.
    pub(crate) fn conflict(code: u32, message: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, code, message)
    }

    /// 404: there is nothing at that path.
    pub(crate) fn not_found(path: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, 20_404, format!("The requested resource {path} was not found"))
    }

    /// 429: nothing was done, and in so many seconds it may be.
    pub(crate) fn throttled(seconds: u32) -> Self {
        let refusal = Self::new(StatusCode::TOO_MANY_REQUESTS, 20_429, "Too Many Requests");
        Self { retry_after: Some(seconds), ..refusal }
    }

    /// 503: the service is away, or says so.
    pub(crate) fn unavailable() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, 20_503, "Service unavailable")
    }

    pub(crate) fn response(&self) -> Response<Bytes> {
        let code = self.code;
        let body = json!({
            "code": code,
            "message": self.message,
            "more_info": format!("https://www.twilio.com/docs/errors/{code}"),
            "status": self.status.as_u16(),
        });
        let mut response = json_answer(self.status, &body);
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            let realm = HeaderValue::from_static("Basic realm=\"Twilio API\"");
            response.headers_mut().insert(http::header::WWW_AUTHENTICATE, realm);
        }
        response
    }
}
