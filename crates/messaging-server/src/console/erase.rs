use axum::{
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use http::StatusCode;
use messaging_core::ConversationRef;
use messaging_store::{Lane, StoreError, Subject};
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use crate::{answer, buffered::whole};

/// Largest request, in bytes.
const MAX_BODY: usize = 4096;

/// Either `conversation` or `person`, within a tenant.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    conversation: Option<ConversationRef>,
    person: Option<String>,
    #[serde(default)]
    tenant: Option<String>,
}

impl Asked {
    fn subject(self) -> Option<Subject> {
        let tenant = self.tenant.as_deref().unwrap_or(Lane::DEFAULT_TENANT).into();
        match (self.conversation, self.person) {
            (Some(conversation), None) => Some(Subject::Conversation(Lane { tenant, conversation })),
            (None, Some(id)) if !id.is_empty() => Some(Subject::Person { tenant, id }),
            _ => None,
        }
    }
}

/// Reads whose data are meant; answers what is wrong with the request.
async fn subject(request: Request) -> Result<Subject, Response> {
    let request = whole(request, MAX_BODY).await.map_err(|error| answer::body_error(&error).into_response())?;
    let hint = "write {\"conversation\":\"sms:direct:…\"} or {\"person\":\"+15550100777\"}";
    let asked: Result<Asked, _> = serde_json::from_slice(request.body());
    let asked = asked.map_err(|error| answer::text(StatusCode::BAD_REQUEST, format!("{hint}: {error}")))?;
    asked.subject().ok_or_else(|| answer::text(StatusCode::BAD_REQUEST, hint))
}

/// `POST /api/export`, with `{"conversation":"…"}` or `{"person":"…"}`, and `"tenant"` if it is not the default one:
/// everything that is kept of it, as `items`.
pub(super) async fn export(State(console): State<Shared>, request: Request) -> Response {
    let subject = match subject(request).await {
        Ok(subject) => subject,
        Err(refused) => return refused,
    };
    match console.gateway.export(&subject).await {
        Ok(items) => answer::json(StatusCode::OK, &json!({ "v": 1, "items": items })),
        Err(error) => unavailable(&error),
    }
}

/// `POST /api/erase`, with the same: removes it here and at providers, and answers with the receipt.
pub(super) async fn erase(State(console): State<Shared>, request: Request) -> Response {
    let subject = match subject(request).await {
        Ok(subject) => subject,
        Err(refused) => return refused,
    };
    match console.gateway.erase(subject).await {
        Ok(report) => {
            let (conversations, messages) = (report.conversations, report.messages);
            let told = json!({
                "v": 1, "receipt": report.receipt, "conversations": conversations, "messages": messages,
            });
            answer::json(StatusCode::OK, &told)
        }
        Err(error) => unavailable(&error),
    }
}

fn unavailable(error: &StoreError) -> Response {
    answer::unavailable(match error {
        StoreError::Full(why) => why.clone(),
        error => format!("the store does not answer: {error}"),
    })
}
