use axum::{Router, routing::get};
use http::HeaderValue;
use messaging_core::{Error, ErrorKind, Result};

use crate::{asset::Asset, origin::Origin};

const FILES: &[Asset] = &[
    Asset::page("/chat", include_bytes!("page/index.html")),
    Asset::style("/chat/chat.css", include_bytes!("page/chat.css")),
    Asset::script("/chat/chat.js", include_bytes!("page/chat.js")),
    Asset::image("/chat/icon.svg", include_bytes!("page/icon.svg")),
];

/// Serves the page. Pages of `embedders` may frame it.
pub(super) fn routes(embedders: &[Origin]) -> Result<Router> {
    let mut policy =
        "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'".to_owned();
    for origin in embedders {
        policy.push(' ');
        policy.push_str(origin.as_str());
    }
    let policy = HeaderValue::try_from(policy)
        .map_err(|cause| Error::new(ErrorKind::Config, "the allowed origins make no header").with_source(cause))?;
    Ok(FILES.iter().fold(Router::new(), |router, file| {
        let policy = policy.clone();
        router.route(file.path, get(move || async move { file.response(&policy) }))
    }))
}
