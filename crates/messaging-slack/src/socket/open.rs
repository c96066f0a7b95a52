use http::Uri;
use messaging_core::{Error, ErrorKind, Result};
use messaging_http::unreadable;
use serde_json::Value;

use crate::api::Api;

const METHOD: &str = "apps.connections.open";

/// Asks for the address of one connection. It holds a ticket, so no error shows it.
pub(crate) async fn address(api: &Api) -> Result<Uri> {
    let answer = api.read(METHOD, []).await.map_err(named)?;
    let url = answer.get("url").and_then(Value::as_str).and_then(|url| url.parse::<Uri>().ok());
    url.filter(|url| matches!(url.scheme_str(), Some("ws" | "wss")))
        .ok_or_else(|| unreadable(format!("`{METHOD}` answered ok without the address of a WebSocket")))
}

/// Names the token that this call is made with.
fn named(error: Error) -> Error {
    let Some(vendor) = error.vendor().cloned() else { return error };
    let advice = match vendor.code.as_str() {
        "missing_scope" | "no_permission" => "give `app_token` (SLACK_APP_TOKEN) the scope `connections:write`",
        "not_allowed_token_type" => {
            "`app_token` (SLACK_APP_TOKEN) must be an app-level token, `xapp-…`, of the app's page Basic Information"
        }
        "forbidden_team" => "the workspace may not use it; ask its administrator",
        _ if error.kind() == ErrorKind::Unauthorized => "check `app_token` (SLACK_APP_TOKEN), and that the app exists",
        _ if error.kind() == ErrorKind::Invalid => {
            "check that Socket Mode is switched on at the app's page Socket Mode"
        }
        _ => return error,
    };
    let named = Error::new(error.kind(), format!("`{METHOD}` answered `{}`: {advice}", vendor.code));
    named.with_reached(error.reached()).with_vendor(vendor)
}
