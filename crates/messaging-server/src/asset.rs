use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};

/// A file of a page, as it is compiled in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asset {
    /// Where it is served.
    pub(crate) path: &'static str,
    kind: Kind,
    content: &'static [u8],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Page,
    Style,
    Script,
    Image,
}

impl Asset {
    /// An HTML page.
    pub(crate) const fn page(path: &'static str, content: &'static [u8]) -> Self {
        Self { path, kind: Kind::Page, content }
    }

    /// A style sheet.
    pub(crate) const fn style(path: &'static str, content: &'static [u8]) -> Self {
        Self { path, kind: Kind::Style, content }
    }

    /// A JavaScript module.
    pub(crate) const fn script(path: &'static str, content: &'static [u8]) -> Self {
        Self { path, kind: Kind::Script, content }
    }

    /// An SVG image.
    pub(crate) const fn image(path: &'static str, content: &'static [u8]) -> Self {
        Self { path, kind: Kind::Image, content }
    }

    /// Answers with the file; `policy` is the page's content security policy.
    pub(crate) fn response(self, policy: &HeaderValue) -> Response {
        let kind = match self.kind {
            Kind::Page => "text/html; charset=utf-8",
            Kind::Style => "text/css; charset=utf-8",
            Kind::Script => "text/javascript; charset=utf-8",
            Kind::Image => "image/svg+xml",
        };
        let mut response = ([(header::CONTENT_TYPE, kind)], self.content).into_response();
        if self.kind == Kind::Page {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        }
        response
    }
}
