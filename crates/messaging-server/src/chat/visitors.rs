use std::sync::Arc;

use axum::{extract::State, response::Response};
use http::StatusCode;
use messaging_web::Visitor;
use serde_json::json;

use super::Chat;
use crate::answer;

/// `POST /chat/visitors`: a new visitor, known to nobody but whoever asked. Nothing is stored until they write.
///
/// Nobody loses anything by waiting here: where much comes in at once, this is refused first.
pub(super) async fn make(State(chat): State<Arc<Chat>>) -> Response {
    if !chat.gateway.has_room_for_visitors() {
        return answer::unavailable("too many people write at the moment; try again");
    }
    let mut bits = [0; 16];
    if let Err(error) = getrandom::fill(&mut bits) {
        tracing::error!(%error, "the system has no randomness for a visitor");
        return answer::unavailable("no visitor can be made right now; try again");
    }
    let visitor = Visitor::new(u128::from_le_bytes(bits));
    answer::json(StatusCode::CREATED, &json!({ "visitor": visitor.as_str() }))
}
