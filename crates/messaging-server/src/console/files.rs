use axum::{Router, routing::get};
use http::HeaderValue;
use messaging_core::{Error, ErrorKind, Result};

use super::ConsoleSettings;
use crate::{asset::Asset, origin::Origin};

/// The page's files; they hold nothing secret, and need no token.
const FILES: &[Asset] = &[
    Asset::page("/", include_bytes!("page/index.html")),
    Asset::image("/icon.svg", include_bytes!("page/icon.svg")),
    Asset::style("/style.css", include_bytes!("page/style.css")),
    Asset::style("/panes.css", include_bytes!("page/panes.css")),
    Asset::style("/conversation.css", include_bytes!("page/conversation.css")),
    Asset::style("/parts.css", include_bytes!("page/parts.css")),
    Asset::style("/timeline.css", include_bytes!("page/timeline.css")),
    Asset::style("/waiting.css", include_bytes!("page/waiting.css")),
    Asset::style("/waterfall.css", include_bytes!("page/waterfall.css")),
    Asset::script("/bar.js", include_bytes!("page/bar.js")),
    Asset::script("/bubble.js", include_bytes!("page/bubble.js")),
    Asset::script("/call.js", include_bytes!("page/call.js")),
    Asset::script("/composer.js", include_bytes!("page/composer.js")),
    Asset::script("/confirm.js", include_bytes!("page/confirm.js")),
    Asset::script("/conversation.js", include_bytes!("page/conversation.js")),
    Asset::script("/element.js", include_bytes!("page/element.js")),
    Asset::script("/emoji.js", include_bytes!("page/emoji.js")),
    Asset::script("/fate.js", include_bytes!("page/fate.js")),
    Asset::script("/hop.js", include_bytes!("page/hop.js")),
    Asset::script("/keys.js", include_bytes!("page/keys.js")),
    Asset::script("/log.js", include_bytes!("page/log.js")),
    Asset::script("/main.js", include_bytes!("page/main.js")),
    Asset::script("/menu.js", include_bytes!("page/menu.js")),
    Asset::script("/modal.js", include_bytes!("page/modal.js")),
    Asset::script("/moment.js", include_bytes!("page/moment.js")),
    Asset::script("/pane.js", include_bytes!("page/pane.js")),
    Asset::script("/parts.js", include_bytes!("page/parts.js")),
    Asset::script("/phone.js", include_bytes!("page/phone.js")),
    Asset::script("/place.js", include_bytes!("page/place.js")),
    Asset::script("/server.js", include_bytes!("page/server.js")),
    Asset::script("/session.js", include_bytes!("page/session.js")),
    Asset::script("/shown.js", include_bytes!("page/shown.js")),
    Asset::script("/slack.js", include_bytes!("page/slack.js")),
    Asset::script("/stream.js", include_bytes!("page/stream.js")),
    Asset::script("/tail.js", include_bytes!("page/tail.js")),
    Asset::script("/timeline.js", include_bytes!("page/timeline.js")),
    Asset::script("/turn.js", include_bytes!("page/turn.js")),
    Asset::script("/waiting.js", include_bytes!("page/waiting.js")),
    Asset::script("/waterfall.js", include_bytes!("page/waterfall.js")),
    Asset::script("/web.js", include_bytes!("page/web.js")),
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
    Ok(FILES.iter().fold(Router::new(), |router, file| {
        let policy = policy.clone();
        router.route(file.path, get(move || async move { file.response(&policy) }))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_page_is_served() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/console/page");
        let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let paths: Vec<_> =
            names.map(|name| if name == "index.html" { "/".into() } else { format!("/{name}") }).collect();
        assert_eq!(paths.len(), FILES.len());
        for path in paths {
            assert!(FILES.iter().any(|file| file.path == path), "{path} is in no table");
        }
    }
}
