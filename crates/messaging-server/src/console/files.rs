use axum::{Router, routing::get};
use http::HeaderValue;
use messaging_core::{Error, ErrorKind, Result};

use super::ConsoleSettings;
use crate::{
    asset::{Asset, HTML, SCRIPT},
    origin::Origin,
};

/// The page's files; they hold nothing secret, and need no token.
const FILES: [Asset; 2] = [
    Asset { path: "/", kind: HTML, content: include_bytes!("page/index.html") },
    Asset { path: "/status.js", kind: SCRIPT, content: include_bytes!("page/status.js") },
];

pub(super) fn routes(settings: &ConsoleSettings) -> Result<Router> {
    let mut policy = "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; \
                      frame-ancestors 'none'; connect-src 'self'"
        .to_owned();
    for origin in &settings.connect_origins {
        policy.push(' ');
        policy.push_str(Origin::configured(origin)?.as_str());
    }
    let policy = HeaderValue::try_from(policy)
        .map_err(|cause| Error::new(ErrorKind::Config, "the console's origins make no header").with_source(cause))?;
    Ok(FILES.into_iter().fold(Router::new(), |router, file| {
        let policy = policy.clone();
        router.route(file.path, get(move || async move { file.response(&policy) }))
    }))
}
