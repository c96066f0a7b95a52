use bytes::Bytes;

use crate::bench::{ALICE, Bench, US};

#[tokio::test(start_paused = true)]
async fn a_conversation_is_created_once_per_name_and_found_by_it() {
    let bench = Bench::new();
    let pairs = [("UniqueName", "order 1+2"), ("FriendlyName", "Order"), ("Attributes", "{\"a\":1}")];
    let created = bench.post(&bench.conversations(), &pairs).await;
    assert_eq!(created.status, 201);
    let sid = created.text("/sid");
    assert_eq!((created.text("/state"), created.text("/attributes")), ("active".to_owned(), "{\"a\":1}".to_owned()));
    assert!(created.text("/date_created").ends_with('Z') && created.body["timers"].is_object());
    assert_eq!(created.text("/url"), format!("https://twilio.test{}/{sid}", bench.conversations()));
    assert_eq!(bench.post(&bench.conversations(), &pairs).await.code(), (409, 50_353));
    for name in [sid.as_str(), "order%201+2"] {
        let found = bench.get(&format!("/v1/Conversations/{name}")).await;
        assert_eq!(found.text("/sid"), sid, "{name}");
        assert_eq!(found.text("/url"), format!("https://twilio.test/v1/Conversations/{sid}"));
        assert_eq!(found.text("/chat_service_sid"), bench.settings.conversations_service_sid);
    }
    for (pairs, code) in [
        ([("Attributes", "{a:1}")], 50_304),
        ([("State", "open")], 50_378),
        ([("State", "closed")], 50_384),
        ([("UniqueName", sid.as_str())], 50_390),
    ] {
        assert_eq!(bench.post(&bench.conversations(), &pairs).await.code(), (400, code));
    }
    assert!(bench.heard().is_empty());
}

#[tokio::test(start_paused = true)]
async fn closed_is_final() {
    let bench = Bench::new();
    let path = bench.conversation().await;
    let closed = bench.post_loudly(&path, &[("State", "closed")]).await;
    assert_eq!((closed.status.as_u16(), closed.text("/state").as_str()), (200, "closed"));
    for (path, pairs) in [
        (path.clone(), [("State", "active")]),
        (format!("{path}/Messages"), [("Body", "hi")]),
        (format!("{path}/Participants"), [("Identity", "bob")]),
    ] {
        assert_eq!(bench.post(&path, &pairs).await.code(), (400, 50_377), "{path}");
    }
    bench.wait(1).await;
    let told = bench.events("onConversationStateUpdated");
    let told = told.first().unwrap();
    let field = |name| told.get(name).unwrap_or_default();
    assert_eq!(
        (field("StateFrom"), field("StateTo"), field("Reason")),
        ("active".into(), "closed".into(), "API".into())
    );
    assert_eq!(told.get("State"), None);
    let gone = bench.try_send(bench.request("DELETE", &path).body(Bytes::new()).unwrap()).await.unwrap();
    assert_eq!(gone.status, 204);
    assert_eq!(bench.get(&path).await.code(), (404, 20_404));
}

#[tokio::test(start_paused = true)]
async fn a_posted_message_reaches_everybody_else() {
    let bench = Bench::new();
    let path = bench.conversation().await;
    let sid = path.rsplit('/').next().unwrap().to_owned();
    let messages = format!("{path}/Messages");
    let pairs = [("Author", "assistant"), ("Body", "hi"), ("Attributes", "{\"intent\":\"1\"}")];
    let posted = bench.post(&messages, &pairs).await;
    assert_eq!(posted.status, 201);
    assert_eq!(posted.body["index"], 0);
    assert_eq!((posted.text("/author"), posted.text("/attributes")), ("assistant".into(), "{\"intent\":\"1\"}".into()));
    assert!(posted.text("/participant_sid").starts_with("MB") && posted.body["media"].is_null());
    assert_eq!(
        (posted.body["delivery"]["total"].as_u64(), posted.text("/delivery/delivered")),
        (Some(1), "none".into())
    );
    assert_eq!(bench.screens(), [(format!("{ALICE},{US}"), true, "hi".to_owned())]);
    let plain = bench.post(&messages, &[("Body", "from the system")]).await;
    assert_eq!((plain.text("/author"), plain.body["index"].as_u64()), ("system".into(), Some(1)));
    assert_eq!(
        bench.screens()[1..],
        [
            (format!("{ALICE},{US}"), true, "from the system".to_owned()),
            (format!("{sid},assistant"), true, "from the system".to_owned()),
        ]
    );
    let fetched = bench.get(&format!("{messages}/{}", posted.text("/sid"))).await;
    assert_eq!((&fetched.body["sid"], &fetched.body["url"]), (&posted.body["sid"], &posted.body["url"]));
    assert_eq!(bench.post(&messages, &[("Body", "hi"), ("Attributes", "x")]).await.code(), (400, 50_304));
    // What is changed over REST is heard of only where the request asks for it.
    bench.wait(1).await;
    assert!(bench.heard().is_empty());
    bench.post_loudly(&messages, &[("Body", "loud")]).await;
    bench.wait(1).await;
    let told = bench.events("onMessageAdded");
    assert_eq!((told.len(), told[0].get("Source"), told[0].get("Index")), (1, Some("API".into()), Some("2".into())));
}

#[tokio::test(start_paused = true)]
async fn lists_are_paged_through_absolute_urls() {
    let bench = Bench::new();
    let path = bench.conversation().await;
    for index in 0..5 {
        bench.post(&format!("{path}/Messages"), &[("Body", &format!("m{index}"))]).await;
    }
    for (order, expected) in [("asc", ["m0", "m1", "m2", "m3", "m4"]), ("desc", ["m4", "m3", "m2", "m1", "m0"])] {
        let mut next = format!("{path}/Messages?Order={order}&PageSize=2");
        let (mut bodies, mut previous) = (Vec::new(), Vec::new());
        loop {
            let page = bench.get(&next).await;
            assert_eq!(page.text("/meta/key"), "messages");
            let messages = page.body["messages"].as_array().unwrap();
            bodies.extend(messages.iter().map(|message| message["body"].as_str().unwrap().to_owned()));
            previous.extend(page.body["meta"]["previous_page_url"].as_str().map(str::to_owned));
            let Some(url) = page.body["meta"]["next_page_url"].as_str() else { break };
            assert!(
                url.starts_with(&format!("https://twilio.test{path}/Messages?Order={order}&PageSize=2&Page=")),
                "{url}"
            );
            next = url.to_owned();
        }
        assert_eq!(bodies, expected, "{order}");
        let back = bench.get(&previous[1]).await;
        assert_eq!(back.body["messages"][0]["body"], expected[2], "{order}");
    }
    assert_eq!(bench.get(&format!("{path}/Messages?Order=up")).await.status, 400);
    assert_eq!(bench.get(&format!("{path}/Messages?PageSize=101")).await.status, 400);
    let all = bench.get("/v1/Conversations?State=active").await;
    assert_eq!(all.body["conversations"].as_array().unwrap().len(), 1);
    assert_eq!(all.text("/meta/url"), "https://twilio.test/v1/Conversations?State=active&PageSize=50&Page=0");
}
