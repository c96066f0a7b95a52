use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use messaging_emulator::{Body, FaultPlan, Journal, twilio::WriteError};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::bench::{ALICE, Bench, Reaction, US};

async fn call(bench: &Bench, request: Request<Bytes>) -> Response<Body> {
    bench.twilio.service().oneshot(request).await.unwrap()
}

async fn write(bench: &Bench, query: &str, body: &Value) -> (StatusCode, Value) {
    let request = Request::post(format!("http://127.0.0.1:7402/_emulator/people/messages{query}"));
    let request = request.header("content-type", "application/json").body(body.to_string().into()).unwrap();
    let response = call(bench, request).await;
    let status = response.status();
    (status, serde_json::from_slice(&response.into_body().collect().await.unwrap().to_bytes()).unwrap())
}

#[tokio::test(start_paused = true)]
async fn a_bound_phone_writes_into_its_conversation() {
    let bench = Bench::new();
    let path = bench.conversation().await;
    let conversation = path.rsplit('/').next().unwrap().to_owned();
    let sid = bench.twilio.write_sms(ALICE, US, "hi");
    assert!(sid.starts_with("IM"), "{sid}");
    bench.wait(1).await;
    assert_eq!(bench.heard().len(), 1);
    let told = bench.events("onMessageAdded").remove(0);
    for (name, value) in [
        ("Source", "SMS"),
        ("Author", ALICE),
        ("Body", "hi"),
        ("Index", "0"),
        ("RetryCount", "0"),
        ("MessageSid", sid.as_str()),
        ("ConversationSid", conversation.as_str()),
        ("ChatServiceSid", bench.settings.conversations_service_sid.as_str()),
        ("AccountSid", bench.settings.account_sid.as_str()),
    ] {
        assert_eq!(told.get(name).as_deref(), Some(value), "{name}");
    }
    let date = told.get("DateCreated").unwrap();
    assert!(date.len() == 24 && date.ends_with('Z'), "{date}");
    assert!(bench.twilio.truth().written["hi"].acknowledged.is_some());
    assert_eq!(
        bench.screens(),
        [
            (format!("{ALICE},{US}"), false, "hi".to_owned()),
            (format!("{conversation},assistant"), false, "hi".to_owned()),
        ]
    );
    // Once it is closed, the number's own webhook hears again.
    bench.post(&path, &[("State", "closed")]).await;
    assert!(bench.twilio.write_sms(ALICE, US, "again").starts_with("SM"));
}

#[tokio::test(start_paused = true)]
async fn a_chat_participant_writes_and_wakes_the_conversation() {
    let bench = Bench::new();
    let path = bench.conversation().await;
    let sid = path.rsplit('/').next().unwrap();
    bench.post(&path, &[("State", "inactive")]).await;
    bench.twilio.write_in_conversation(sid, "assistant", "hi").unwrap();
    bench.wait(1).await;
    let told = bench.events("onMessageAdded").remove(0);
    assert_eq!((told.get("Source"), told.get("ClientIdentity")), (Some("SDK".into()), Some("assistant".into())));
    let state = bench.events("onConversationStateUpdated").remove(0);
    assert_eq!((state.get("StateTo"), state.get("Reason")), (Some("active".into()), Some("EVENT".into())));
    assert_eq!(bench.twilio.write_in_conversation(sid, "bob", "hi"), Err(WriteError::NotAParticipant));
    assert_eq!(bench.twilio.write_in_conversation("CH0", "bob", "hi"), Err(WriteError::NoConversation));
    bench.post(&path, &[("State", "closed")]).await;
    assert_eq!(bench.twilio.write_in_conversation(sid, "assistant", "hi"), Err(WriteError::Closed));
}

#[tokio::test(start_paused = true)]
async fn people_write_over_http() {
    let bench = Bench::with(FaultPlan::default(), 7, Journal::live(100));
    let (status, answer) = write(&bench, "?wait=1", &json!({ "from": ALICE, "text": "hi", "channel": "sms" })).await;
    assert_eq!((status.as_u16(), &answer["delivery"]), (200, &json!({ "status": 200, "ms": 0 })));
    assert_eq!(bench.heard()[0].get("MessageSid").unwrap(), answer["id"]);
    bench.then(Reaction::NoConnection).then(Reaction::NoConnection);
    let (_, answer) = write(&bench, "?wait=1", &json!({ "from": ALICE, "text": "hi" })).await;
    assert_eq!(answer["delivery"], json!({ "status": null, "ms": 500, "error": "no connection (11205)" }));
    let body = json!({ "from": ALICE, "to": US, "text": "hola", "channel": "whatsapp", "name": "Alice" });
    assert_eq!(write(&bench, "", &body).await.0, 202);
    bench.wait(1).await;
    assert_eq!(bench.heard().last().unwrap().get("ProfileName").unwrap(), "Alice");
    let path = bench.conversation().await;
    let sid = path.rsplit('/').next().unwrap();
    let (status, answer) =
        write(&bench, "", &json!({ "conversation": sid, "author": "assistant", "text": "hi" })).await;
    assert!(status == 202 && answer["id"].as_str().unwrap().starts_with("IM"));
    for wrong in [
        json!({ "text": "hi" }),
        json!({ "from": ALICE }),
        json!({ "from": "alice", "text": "hi" }),
        json!({ "from": ALICE, "to": "+15550100999", "text": "hi" }),
        json!({ "from": ALICE, "text": "hi", "channel": "fax" }),
        json!({ "from": ALICE, "text": "hi", "colour": "red" }),
        json!({ "conversation": sid, "author": "bob", "text": "hi" }),
        json!([]),
    ] {
        let (status, answer) = write(&bench, "", &wrong).await;
        assert!(status == 400 && answer["error"].is_string(), "{wrong} {answer}");
    }
    let form =
        Request::post("http://127.0.0.1:7402/_emulator/people/messages").body(Bytes::from_static(b"{}")).unwrap();
    assert_eq!(call(&bench, form).await.status(), 415);
}

#[tokio::test(start_paused = true)]
async fn the_service_serves_both_sides() {
    let bench = Bench::new();
    let account = bench.request("GET", &format!("/2010-04-01/Accounts/{}.json", bench.settings.account_sid));
    assert_eq!(call(&bench, account.body(Bytes::new()).unwrap()).await.status(), 200);
    for (method, path, status) in [("GET", "warnings", 200), ("GET", "faults", 200), ("GET", "nothing", 404)] {
        let request = Request::builder().method(method).uri(format!("/_emulator/{path}")).body(Bytes::new()).unwrap();
        assert_eq!(call(&bench, request).await.status(), status, "{path}");
    }
    bench.sms("hi").await;
    let shown = Request::get("/_emulator/shown?after=0").body(Bytes::new()).unwrap();
    let mut body = call(&bench, shown).await.into_body();
    let mut text = String::new();
    while !text.contains("data: ") {
        let frame = body.frame().await.unwrap().unwrap();
        text.push_str(std::str::from_utf8(frame.data_ref().unwrap()).unwrap());
    }
    assert!(text.contains("id: 1\n") && text.contains(&format!("\"place\":\"{ALICE},{US}\"")), "{text}");
}
