//! What an account is measured with, and that `enable_metrics = false` means no series at all.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use axum::body::Body;
use futures_util::StreamExt;
use http::{Request, Response};
use messaging_agent::{Turn, Usage, from_fn};
use messaging_core::Messenger;
use messaging_gateway::Gateway;
use messaging_server::{Public, PublicSettings, Readiness, public};
use messaging_store::{MemoryOptions, MemoryStore};
use messaging_telemetry::{Pipeline, attribute::ACCOUNT, names::METRICS};
use messaging_tests::served::eventually;
use messaging_web::{Web, WebConfig};
use serde_json::{Value, json};
use tower::ServiceExt;

const ACCOUNTS: [&str; 2] = ["seen", "unseen"];

async fn ask(router: &Public, method: &str, path: &str, body: Value) -> Response<Body> {
    let request = Request::builder().method(method).uri(path).header("host", "chat.test");
    let request = request.header("content-type", "application/json").body(Body::from(body.to_string())).unwrap();
    router.clone().oneshot(request).await.unwrap()
}

async fn read(response: Response<Body>) -> Value {
    assert!(response.status().is_success(), "{}", response.status());
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

/// A visitor writes and reads along; returns the open stream.
async fn chat(router: &Public) -> Body {
    let visitor = read(ask(router, "POST", "/chat/visitors", json!({})).await).await["visitor"].clone();
    let said = json!({ "visitor": visitor, "client_id": "c-1", "text": "hi" });
    for _ in 0..2 {
        read(ask(router, "POST", "/chat/messages", said.clone()).await).await;
    }
    let path = format!("/chat/events?visitor={}", visitor.as_str().unwrap());
    ask(router, "GET", &path, Value::Null).await.into_body()
}

/// The series of a page by the name of their metric, each with its labels and its value.
fn series(page: &str) -> BTreeMap<&str, Vec<(&str, f64)>> {
    let mut series = BTreeMap::<_, Vec<_>>::new();
    for line in page.lines().filter(|line| !line.starts_with('#')) {
        let (what, value) = line.rsplit_once(' ').unwrap();
        let (name, labels) = what.split_once('{').unwrap_or((what, ""));
        series.entry(name).or_default().push((labels, value.parse().unwrap()));
    }
    series
}

/// What the store counts of every message, measured or not.
const CENSUS: [&str; 9] =
    ["answered", "silent", "rejected", "dropped", "erased", "dead", "unknown", "in_flight", "lost"];

#[tokio::test]
async fn no_series_names_an_account_that_is_not_measured() {
    let pipeline = Pipeline::start(&BTreeMap::new(), "messaging", "test").unwrap();
    let web = || Messenger::new(Web::new(WebConfig::default()));
    let agent = from_fn(|turn: Turn| async move {
        turn.used(Usage::new(120, 7).of_model("m-1").of_provider("own"));
        Ok(vec!["hello".into()])
    });
    let builder = Gateway::builder(Arc::new(MemoryStore::new(MemoryOptions::default())), agent);
    let builder = builder.account("seen", web()).account("unseen", web()).unmeasured("unseen");
    let gateway = builder.meters(pipeline.meters()).build().unwrap();
    let readiness = Readiness::starting();
    let mut routers = Vec::new();
    for account in ACCOUNTS {
        let mut settings = PublicSettings::default();
        settings.chat_account = Some(account.into());
        routers.push(public(gateway.clone(), &settings, &readiness).unwrap());
        // A webhook that is refused is measured, too.
        let request = Request::post(format!("/webhooks/{account}")).body(bytes::Bytes::new()).unwrap();
        assert!(gateway.receive(account, "", &request).await.status().is_client_error());
    }
    readiness.ready();
    let page = async || {
        gateway.measure().await;
        pipeline.page(None).unwrap().1
    };
    let mut streams = Vec::new();
    for router in &routers {
        streams.push(chat(router).await);
    }
    // Nothing is answered yet: everything waits in its lane.
    let waiting = page().await;
    let depth = &series(&waiting)["messaging_gateway_lane_depth"];
    let turns: Vec<_> = depth.iter().filter(|(labels, _)| labels.contains("\"turns\"")).collect();
    assert!(matches!(turns.as_slice(), [(labels, value)] if labels.contains("\"seen\"") && (*value - 1.0).abs() < 0.1));

    let running = gateway.start().await.unwrap();
    let answered = |counts: &messaging_store::Result<messaging_store::Counts>| {
        counts.as_ref().is_ok_and(|counts| counts.answered == 2)
    };
    eventually("both are answered", || gateway.counts(), answered).await.unwrap();
    running.drain().await;
    let open = page().await;
    let by_name = series(&open);
    let one = |name: &str| by_name[name].as_slice().to_vec();
    for name in ["messaging_gateway_chat_visitors", "messaging_gateway_chat_streams"] {
        assert!(matches!(one(name).as_slice(), [(_, value)] if (*value - 1.0).abs() < f64::EPSILON), "{:?}", one(name));
    }
    let tokens = one("gen_ai_client_token_usage_sum");
    let of = |kind: &str| tokens.iter().find(|(labels, _)| labels.contains(&format!("gen_ai_token_type=\"{kind}\"")));
    assert!((of("input").unwrap().1 - 120.0).abs() < 0.1 && (of("output").unwrap().1 - 7.0).abs() < 0.1, "{tokens:?}");
    for label in
        ["gen_ai_operation_name=\"invoke_agent\"", "gen_ai_provider_name=\"own\"", "gen_ai_response_model=\"m-1\""]
    {
        assert!(tokens.iter().all(|(labels, _)| labels.contains(label)), "{tokens:?}");
    }
    drop(streams);
    let closed = page().await;
    for name in ["messaging_gateway_chat_visitors", "messaging_gateway_chat_streams"] {
        assert!(series(&closed)[name][0].1.abs() < f64::EPSILON, "a stream that is gone is no visitor");
    }

    // Of all metrics that there are, by what was really scraped.
    for page in [&waiting, &open, &closed] {
        assert!(!page.contains("unseen"), "{page}");
    }
    let measured: Vec<_> =
        by_name.iter().filter(|(_, series)| series.iter().any(|(labels, _)| labels.contains("\"seen\""))).collect();
    let by_account = METRICS.iter().filter(|metric| metric.attributes.contains(&ACCOUNT)).count();
    assert!(measured.len() >= 12 && by_account >= 18, "{} of {by_account} metrics saw traffic", measured.len());
    let names = |labels: &str, account: &str, system: &str| {
        labels.contains(&format!("messaging_gateway_account=\"{account}\""))
            && labels.contains(&format!("messaging_system=\"{system}\""))
    };
    for (name, series) in measured {
        // What became of its messages counts, without a name, so that the sum over accounts is the whole.
        let (others, named): (Vec<_>, Vec<_>) = series.iter().partition(|(labels, _)| names(labels, "other", "other"));
        assert!(named.iter().all(|(labels, _)| names(labels, "seen", "web")), "{name}: {series:?}");
        let is_counted_by_the_store =
            CENSUS.iter().any(|end| name.trim_end_matches("_total") == format!("messaging_gateway_{end}"));
        assert_eq!(others.len(), usize::from(is_counted_by_the_store), "{name}: {series:?}");
    }
    let all: f64 = by_name["messaging_gateway_answered_total"].iter().map(|(_, value)| value).sum();
    assert!((all - 2.0).abs() < 0.1, "{all}");
}

#[tokio::test]
async fn a_stream_is_a_visitor_while_it_is_open() {
    let pipeline = Pipeline::start(&BTreeMap::new(), "messaging", "test").unwrap();
    let agent = from_fn(|_: Turn| async move { Ok(Vec::new()) });
    let builder = Gateway::builder(Arc::new(MemoryStore::new(MemoryOptions::default())), agent);
    let gateway = builder.account("web", Messenger::new(Web::new(WebConfig::default())));
    let gateway = gateway.meters(pipeline.meters()).build().unwrap();
    let (mut settings, readiness) = (PublicSettings::default(), Readiness::starting());
    settings.chat_account = Some("web".into());
    let router = public(gateway, &settings, &readiness).unwrap();
    let now = || {
        let (_, page) = pipeline.page(None).unwrap();
        let of = |name: &str| series(&page).get(name).map_or(-1.0, |series| series[0].1);
        (of("messaging_gateway_chat_visitors"), of("messaging_gateway_chat_streams"))
    };
    assert_eq!(now(), (0.0, 0.0), "there is a series before anybody comes");
    let visitor = read(ask(&router, "POST", "/chat/visitors", json!({})).await).await["visitor"].clone();
    let path = format!("/chat/events?visitor={}", visitor.as_str().unwrap());
    let mut open = Vec::new();
    for streams in [1.0, 2.0] {
        let mut body = ask(&router, "GET", &path, Value::Null).await.into_body().into_data_stream();
        assert!(tokio::time::timeout(Duration::from_secs(20), body.next()).await.unwrap().is_some());
        open.push(body);
        assert_eq!(now(), (1.0, streams), "one visitor");
    }
    drop(open);
    assert_eq!(now(), (0.0, 0.0));
}
