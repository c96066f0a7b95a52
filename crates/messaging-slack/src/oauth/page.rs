//! What people see: one heading, one paragraph, one link, no script.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};

/// Builds a page. Nothing in it is trusted, and nobody may keep or frame it.
pub(super) fn page(status: StatusCode, title: &str, text: &str, link: Option<(&str, &str)>) -> Response<Bytes> {
    let link = link.map(|(url, words)| format!("<p><a href=\"{}\">{}</a></p>", escaped(url), escaped(words)));
    let body = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1><p>{}</p>{}</main></body></html>\n",
        escaped(text),
        link.unwrap_or_default(),
        title = escaped(title),
    );
    let mut response = Response::new(Bytes::from(body));
    *response.status_mut() = status;
    guard(&mut response);
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, html);
    response
}

/// What every answer carries: a code or a state is in its address.
pub(super) fn guard(response: &mut Response<Bytes>) {
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            plain => out.push(plain),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_strangers_say_is_text() {
        let page = page(StatusCode::OK, "<b>", "\"'&<script>", Some(("https://x/?a=1&b=\"", "<go>")));
        let body = std::str::from_utf8(page.body()).unwrap();
        assert!(!body.contains("<script") && !body.contains("<b>") && body.contains("a=1&amp;b=&quot;"), "{body}");
        assert_eq!(page.headers()[header::CACHE_CONTROL], "no-store");
    }
}
