use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};

/// A file of a page, as it is compiled in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asset {
    /// Where it is served.
    pub(crate) path: &'static str,
    /// Its MIME type.
    pub(crate) kind: &'static str,
    /// What is in it.
    pub(crate) content: &'static [u8],
}

pub(crate) const HTML: &str = "text/html; charset=utf-8";
pub(crate) const CSS: &str = "text/css; charset=utf-8";
pub(crate) const SCRIPT: &str = "text/javascript; charset=utf-8";

impl Asset {
    /// Answers with the file; `policy` is the page's content security policy.
    pub(crate) fn response(self, policy: &HeaderValue) -> Response {
        let mut response = ([(header::CONTENT_TYPE, self.kind)], self.content).into_response();
        if self.kind == HTML {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        }
        response
    }
}
