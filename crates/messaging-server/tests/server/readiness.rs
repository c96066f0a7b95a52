use messaging_server::{PublicSettings, Readiness};
use serde_json::json;

use crate::{
    caller::get,
    site::{Site, Works},
};

#[tokio::test]
async fn it_is_ready_between_starting_and_draining() {
    let works = Works::start().await;
    let readiness = Readiness::starting();
    let router = messaging_server::public(works.gateway(), &PublicSettings::default(), &readiness).unwrap();
    let site = Site::serve(router, messaging_server::ListenerSettings::default()).await;
    let ask = async |path| {
        let answer = get(site.address, path).await;
        (answer.status.as_u16(), answer.body)
    };
    assert_eq!(ask("/readyz").await, (503, "starting\n".into()));
    readiness.ready();
    assert_eq!(ask("/readyz").await, (200, "ready\n".into()));
    assert_eq!(ask("/livez").await, (200, "alive\n".into()));
    readiness.drain();
    assert_eq!(ask("/readyz").await, (503, "draining\n".into()));
    assert_eq!(ask("/livez").await, (200, "alive\n".into()));
    let verbose = get(site.address, "/readyz?verbose").await;
    assert_eq!(verbose.status, 503);
    let account = |name| json!({ "account": name, "provider": "web", "state": "unchecked" });
    assert_eq!(verbose.json(), json!({ "state": "draining", "accounts": [account("other"), account("web")] }));
    // Without an account there is no chat.
    assert_eq!(ask("/chat").await.0, 404);
}

#[tokio::test]
async fn settings_that_mean_nothing_are_refused_by_name() {
    let works = Works::start().await;
    let mut settings = PublicSettings::default();
    settings.chat_account = Some("nobody".into());
    let refused = |settings: &PublicSettings| {
        messaging_server::public(works.gateway(), settings, &works.readiness).unwrap_err().to_string()
    };
    assert!(refused(&settings).contains("`nobody`"));
    settings.chat_account = Some("web".into());
    settings.allowed_origins = vec!["shop.example.com".into()];
    assert!(refused(&settings).contains("`shop.example.com` is not an origin"));
}
