//! The console's API, asked over plain HTTP.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{Request, Response};
use messaging_http::Transport;
use serde_json::Value;
use tower::ServiceExt;

/// Asks once; whatever goes wrong is no answer.
pub async fn ask(
    client: &Transport,
    request: http::request::Builder,
    body: impl Into<Bytes>,
) -> Option<Response<Bytes>> {
    client.clone().oneshot(request.body(body.into()).ok()?).await.ok()
}

/// Reads JSON from a GET that answers 2xx.
pub async fn get(client: &Transport, url: &str, authorization: &str) -> Option<Value> {
    let answer = ask(client, Request::get(url).header("authorization", authorization), "").await?;
    answer.status().is_success().then(|| serde_json::from_slice(answer.body()).unwrap_or_default())
}

/// Reads the gateway's counters, given the environment that a playground wrote.
pub async fn counts(client: &Transport, env: &BTreeMap<String, String>) -> Option<Value> {
    let (url, fragment) = env.get("MESSAGING_CONSOLE_URL")?.split_once('#')?;
    let token = fragment.split_once('=')?.1;
    let status = get(client, &format!("{}/api/status", url.trim_end_matches('/')), &format!("Bearer {token}")).await?;
    status.get("counts").cloned()
}
