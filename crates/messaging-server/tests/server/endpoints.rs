//! `/{account}/{endpoint}`: what a provider offers beside webhooks.

use std::{sync::Arc, time::SystemTime};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use messaging_agent::EchoPlus;
use messaging_core::{
    Context, Descriptor, ErrorKind, Messenger, Provider, Result,
    capability::Endpoints,
    message::{Receipt, SendMessage},
};
use messaging_gateway::Gateway;
use messaging_server::{PublicSettings, Readiness, public};
use messaging_store::{MemoryOptions, MemoryStore};
use tower::ServiceExt;

/// Offers `token`, and says back what it was asked.
#[derive(Debug)]
struct Mint(Descriptor, Vec<String>);

#[async_trait]
impl Provider for Mint {
    fn descriptor(&self) -> &Descriptor {
        &self.0
    }

    async fn send(&self, _: &Context, _: SendMessage) -> Result<Receipt> {
        Ok(Receipt::of("1"))
    }

    fn endpoints(&self) -> Option<&dyn Endpoints> {
        Some(self)
    }
}

#[async_trait]
impl Endpoints for Mint {
    fn names(&self) -> &'static [&'static str] {
        &["token"]
    }

    fn allowed_origins(&self) -> &[String] {
        &self.1
    }

    async fn answer(&self, name: &str, request: Request<Bytes>, _: SystemTime) -> Response<Bytes> {
        Response::new(format!("{name} {} {}", request.method(), request.body().len()).into())
    }
}

fn router(account: &str) -> Result<messaging_server::Public> {
    let store = Arc::new(MemoryStore::new(MemoryOptions::default()));
    let messenger = Messenger::new(Mint(Descriptor::new("mint"), vec!["https://app.test".into()]));
    let gateway = Gateway::builder(store, EchoPlus).account(account, messenger).build()?;
    public(gateway, &PublicSettings::default(), &Readiness::starting())
}

async fn call(request: http::request::Builder, body: impl Into<axum::body::Body>) -> Response<axum::body::Body> {
    router("mint").unwrap().oneshot(request.body(body.into()).unwrap()).await.unwrap()
}

async fn text(response: Response<axum::body::Body>) -> String {
    String::from_utf8(axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn an_endpoint_is_served_below_its_account() {
    let response = call(Request::post("/mint/token?a=1"), "body").await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["cache-control"], "no-store");
    assert_eq!(text(response).await, "token POST 4");
    for elsewhere in ["/mint/other", "/other/token", "/mint", "/mint/token/x"] {
        assert_eq!(call(Request::post(elsewhere), "").await.status(), StatusCode::NOT_FOUND, "{elsewhere}");
    }
    let large = call(Request::post("/mint/token"), vec![b'x'; 64 * 1024 + 1]).await;
    assert_eq!(large.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn pages_of_allowed_origins_may_call_it_and_others_may_not() {
    let of = |origin: &str| Request::post("/mint/token").header("host", "bot.test").header("origin", origin);
    let allowed = call(of("https://app.test"), "").await;
    assert_eq!(
        (allowed.status(), &allowed.headers()["access-control-allow-origin"]),
        (StatusCode::OK, &"https://app.test".parse().unwrap())
    );
    assert_eq!(call(of("https://evil.test"), "").await.status(), StatusCode::FORBIDDEN);
    let preflight = of("https://app.test").method("OPTIONS").header("access-control-request-method", "POST");
    let preflight = call(preflight, "").await;
    assert_eq!(preflight.status(), StatusCode::NO_CONTENT);
    assert!(preflight.headers()["access-control-allow-headers"].to_str().unwrap().contains("authorization"));
}

#[test]
fn an_account_with_endpoints_cannot_be_named_like_a_path_of_ours() {
    for taken in ["webhooks", "media", "chat", "v1"] {
        assert_eq!(router(taken).unwrap_err().kind(), ErrorKind::Config, "{taken}");
    }
}
