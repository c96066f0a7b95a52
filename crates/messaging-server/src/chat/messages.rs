use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use http::header;
use messaging_web::MAX_TEXT;

use super::Chat;
use crate::{answer, buffered::whole};

/// Largest body: every character of the longest text as a pair of JSON escapes, and room for the rest.
const MAX_BODY: usize = MAX_TEXT * 12 + 1024;

/// `POST /chat/messages`: takes a visitor's message in.
pub(super) async fn receive(State(chat): State<Arc<Chat>>, request: Request) -> Response {
    let mut request = match whole(request, MAX_BODY).await {
        Ok(request) => request,
        Err(error) => return answer::body_error(&error).into_response(),
    };
    // Checked on the way here, by the host the page was really loaded from; the provider knows one public URL only.
    request.headers_mut().remove(header::ORIGIN);
    chat.gateway.receive(&chat.account, "", &request).await.map(Body::from)
}
