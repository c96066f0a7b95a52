use bytes::Bytes;
use http::Request;

use crate::bench::{ALICE, Bench, US};

#[tokio::test(start_paused = true)]
async fn only_the_account_and_its_key_get_in() {
    let bench = Bench::new();
    let path = format!("/2010-04-01/Accounts/{}.json", bench.settings.account_sid);
    let account = bench.get(&path).await;
    assert_eq!((account.status.as_u16(), account.text("/sid")), (200, bench.settings.account_sid.clone()));
    assert!(!account.body.to_string().contains(&bench.settings.auth_token));

    let key = format!("{}:{}", bench.settings.api_key.clone().unwrap(), bench.settings.api_secret.clone().unwrap());
    let wrong = format!("{}:wrong", bench.settings.account_sid);
    let mixed = format!("{}:{}", bench.settings.api_key.clone().unwrap(), bench.settings.auth_token);
    let empty = format!("{}:", bench.settings.account_sid);
    for (pair, status) in [(key.clone(), 401), (wrong, 401), (mixed, 401), (empty, 401), (String::new(), 401)] {
        let basic = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, pair);
        let request = Request::get(&path).header("authorization", format!("Basic {basic}"));
        assert_eq!(bench.try_send(request.body(Bytes::new()).unwrap()).await.unwrap().status, status);
    }
    let listed = |pair: &str| {
        let basic = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, pair);
        Request::get(bench.messages()).header("authorization", format!("Basic {basic}")).body(Bytes::new()).unwrap()
    };
    assert_eq!(bench.try_send(listed(&key)).await.unwrap().status, 200);
    for header in [None, Some("Bearer abc"), Some("Basic !!!"), Some("Basic")] {
        let mut request = Request::get(&path).body(Bytes::new()).unwrap();
        if let Some(header) = header {
            request.headers_mut().insert("authorization", header.parse().unwrap());
        }
        let refusal = bench.try_send(request).await.unwrap();
        assert_eq!((refusal.code(), refusal.text("/message").as_str()), ((401, 20_003), "Authenticate"));
        assert_eq!(refusal.text("/more_info"), "https://www.twilio.com/docs/errors/20003");
        assert_eq!(refusal.body["status"], 401);
        assert_eq!(refusal.headers["www-authenticate"], "Basic realm=\"Twilio API\"");
    }
}

#[tokio::test(start_paused = true)]
async fn only_forms_are_read() {
    let bench = Bench::new();
    for path in [bench.messages(), bench.conversations()] {
        for kind in [Some("application/json"), Some("text/plain"), None] {
            let mut request = bench.request("POST", &path);
            if let Some(kind) = kind {
                request = request.header("content-type", kind);
            }
            let body = Bytes::from_static(b"{\"To\":\"+15550100777\",\"Body\":\"hi\"}");
            let refusal = bench.try_send(request.body(body).unwrap()).await.unwrap();
            assert_eq!(refusal.code(), (400, 19_056), "{path} {kind:?}");
        }
    }
    assert!(bench.screens().is_empty());
    let charset = bench.request("POST", &bench.messages());
    let charset = charset.header("content-type", "application/x-www-form-urlencoded; charset=utf-8");
    let body = Bytes::from_static(b"To=%2B15550100777&From=%2B15550100001&Body=caf%C3%A9+%26+%F0%9F%98%80");
    assert_eq!(bench.try_send(charset.body(body).unwrap()).await.unwrap().status, 201);
    assert_eq!(bench.screens(), [(format!("{ALICE},{US}"), true, "café & 😀".to_owned())]);
}

#[tokio::test(start_paused = true)]
async fn what_twilio_ignores_is_warned_of() {
    let bench = Bench::new();
    let answer = bench.post(&bench.messages(), &[("To", ALICE), ("From", US), ("Body", "hi"), ("Text", "hi")]).await;
    assert_eq!(answer.status, 201);
    assert_eq!(bench.twilio.warnings(), ["POST Messages: the unknown parameter Text was ignored"]);
    bench.post(&bench.conversations(), &[("Name", "x"), ("Timers.Closed", "PT10M"), ("State", "active")]).await;
    bench.get(&format!("{}?To=%2B1555&Sort=asc", bench.messages())).await;
    assert_eq!(
        bench.twilio.warnings()[1..],
        [
            "POST Conversations: the unknown parameter Name was ignored",
            "GET Messages: the unknown parameter Sort was ignored",
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn other_paths_and_methods_are_refused() {
    let bench = Bench::new();
    let (account, service) = (&bench.settings.account_sid, &bench.settings.conversations_service_sid);
    let other = "0".repeat(32);
    for path in [
        "/".to_owned(),
        "/v1".to_owned(),
        format!("/v1/Services/IS{other}"),
        format!("/v1/Services/IS{other}/Conversations"),
        format!("/v1/Services/{service}/Nothing"),
        format!("/v1/Conversations/CH{other}"),
        format!("/2010-04-01/Accounts/AC{other}/Messages.json"),
        format!("/2010-04-01/Accounts/{account}/Calls.json"),
        format!("/2010-04-01/Accounts/{account}/Messages/SM{other}.json"),
    ] {
        let refusal = bench.get(&path).await;
        assert_eq!(refusal.code(), (404, 20_404), "{path}");
        assert_eq!(refusal.text("/message"), format!("The requested resource {path} was not found"));
    }
    let request = bench.request("PUT", &bench.messages()).body(Bytes::new()).unwrap();
    assert_eq!(bench.try_send(request).await.unwrap().code(), (405, 20_004));
    let service = bench.get(&format!("/v1/Services/{service}")).await;
    assert_eq!(service.text("/links/conversations"), format!("https://twilio.test{}", bench.conversations()));
    assert!(service.headers["twilio-request-id"].to_str().unwrap().starts_with("RQ"));
}
