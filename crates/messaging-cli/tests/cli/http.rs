use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{Request, StatusCode, header};
use messaging_http::{ClientSettings, client};
use serde_json::Value;
use tower::ServiceExt;

use std::collections::BTreeMap;

/// Gets a URL, with or without `Authorization`.
pub(crate) async fn get(url: &str, authorization: Option<&str>) -> (StatusCode, Value) {
    let mut request = Request::get(url);
    if let Some(authorization) = authorization {
        request = request.header(header::AUTHORIZATION, authorization);
    }
    exchange(request.body(Bytes::new()).unwrap()).await
}

/// Posts JSON.
pub(crate) async fn post(url: &str, body: &Value) -> (StatusCode, Value) {
    let request = Request::post(url).header(header::CONTENT_TYPE, "application/json");
    exchange(request.body(body.to_string().into()).unwrap()).await
}

async fn exchange(request: Request<Bytes>) -> (StatusCode, Value) {
    let client = client(ClientSettings::default()).unwrap();
    let response = client.oneshot(request).await.unwrap();
    (response.status(), serde_json::from_slice(response.body()).unwrap_or_default())
}

/// What the emulated Twilio lists as sent by us, newest first.
pub(crate) async fn sent_by_us(variables: &BTreeMap<String, String>) -> Vec<String> {
    let (sid, token) = (&variables["TWILIO_ACCOUNT_SID"], &variables["TWILIO_AUTH_TOKEN"]);
    let url = format!("{}/2010-04-01/Accounts/{sid}/Messages.json", variables["TWILIO_BASE_URL"]);
    let (status, list) = get(&url, Some(&format!("Basic {}", STANDARD.encode(format!("{sid}:{token}"))))).await;
    assert_eq!(status, StatusCode::OK, "{list}");
    let messages = list["messages"].as_array().unwrap().iter();
    let ours = messages.filter(|message| message["direction"] == "outbound-api");
    ours.map(|message| message["body"].as_str().unwrap().to_owned()).collect()
}
