//! The web chat: a page, a way to write, and a stream to read.

mod events;
mod messages;
mod page;
mod seats;
mod visitors;

use std::{sync::Arc, time::Duration};

use axum::{
    Router, middleware,
    routing::{get, post},
};
use messaging_core::Result;
use messaging_gateway::Gateway;

use crate::{PublicSettings, Readiness, answer, chat::seats::Seats, cors, origin::Origin};

/// What the routes share.
pub(crate) struct Chat {
    gateway: Gateway,
    account: Arc<str>,
    readiness: Readiness,
    seats: Arc<Seats>,
    heartbeat: Duration,
}

/// Builds `/chat` and what is below it.
pub(crate) fn routes(
    gateway: Gateway,
    account: &str,
    origins: Vec<Origin>,
    settings: &PublicSettings,
    readiness: &Readiness,
) -> Result<Router> {
    let page = page::routes(&origins)?;
    let meters = gateway.meters_of(account);
    let chat = Chat {
        gateway,
        account: account.into(),
        readiness: readiness.clone(),
        seats: Seats::new(settings.chat_streams, settings.chat_streams_per_visitor, meters),
        heartbeat: settings.heartbeat,
    };
    Ok(Router::new()
        .route("/chat/visitors", post(visitors::make))
        .route("/chat/messages", post(messages::receive))
        .route("/chat/events", get(events::stream))
        .with_state(Arc::new(chat))
        .merge(page)
        // Below the check, which answers preflights: they have a method of their own.
        .method_not_allowed_fallback(answer::wrong_method)
        .layer(middleware::from_fn_with_state(Arc::from(origins), cors::check)))
}
