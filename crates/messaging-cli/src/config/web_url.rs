use http::Uri;

/// An absolute `http` or `https` URL with a host.
pub(crate) fn web_url(text: &str) -> Option<Uri> {
    let url = text.parse::<Uri>().ok()?;
    let is_web = matches!(url.scheme_str(), Some("http" | "https"));
    (is_web && url.host().is_some_and(|host| !host.is_empty())).then_some(url)
}
