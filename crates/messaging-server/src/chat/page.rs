use axum::{Router, routing::get};
use http::HeaderValue;
use messaging_core::{Error, ErrorKind, Result};

use crate::{
    asset::{Asset, CSS, HTML, SCRIPT},
    origin::Origin,
};

const FILES: [Asset; 3] = [
    Asset { path: "/chat", kind: HTML, content: include_bytes!("page/index.html") },
    Asset { path: "/chat/chat.css", kind: CSS, content: include_bytes!("page/chat.css") },
    Asset { path: "/chat/chat.js", kind: SCRIPT, content: include_bytes!("page/chat.js") },
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
    Ok(FILES.into_iter().fold(Router::new(), |router, file| {
        let policy = policy.clone();
        router.route(file.path, get(move || async move { file.response(&policy) }))
    }))
}
