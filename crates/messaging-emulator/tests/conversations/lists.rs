use super::sids;
use crate::bench::Bench;

#[tokio::test(start_paused = true)]
async fn every_list_has_its_largest_page() {
    let bench = Bench::new();
    let path = bench.conversation().await;
    let message = bench.post(&format!("{path}/Messages"), &[("Body", "hi")]).await.text("/sid");
    let root = bench.service();
    for (list, most, size) in [
        ("/v1/Services".to_owned(), 100, 50),
        (format!("{root}/Conversations"), 100, 50),
        (format!("{path}/Participants"), 100, 50),
        (format!("{path}/Messages"), 100, 50),
        (format!("{path}/Messages/{message}/Receipts"), 50, 50),
        (format!("{path}/Webhooks"), 5, 5),
        (format!("{root}/Users"), 50, 50),
        (format!("{root}/Users/assistant/Conversations"), 50, 50),
        (format!("{root}/ParticipantConversations"), 50, 50),
        (format!("{root}/Roles"), 50, 50),
        ("/v1/Configuration/Addresses".to_owned(), 50, 50),
    ] {
        let page = bench.get(&list).await;
        assert_eq!((page.status.as_u16(), page.body["meta"]["page_size"].as_u64()), (200, Some(size)), "{list}");
        assert_eq!(page.text("/meta/url"), format!("https://twilio.test{list}?PageSize={size}&Page=0"));
        assert_eq!(bench.get(&format!("{list}?PageSize={most}")).await.status, 200, "{list}");
        for size in [0, most + 1] {
            assert_eq!(bench.get(&format!("{list}?PageSize={size}")).await.code(), (400, 20_007), "{list} {size}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn conversations_are_listed_by_state_and_by_day() {
    let bench = Bench::new();
    let all = bench.conversations();
    let make = async |pairs: &[(&str, &str)]| bench.post(&all, pairs).await.text("/sid");
    let old = make(&[("DateCreated", "2020-07-01T22:18:37Z")]).await;
    let idle = make(&[("State", "inactive"), ("DateCreated", "2020-07-02T00:00:00Z")]).await;
    let new = make(&[("DateCreated", "2020-07-02T23:59:59Z"), ("DateUpdated", "2020-07-03T00:00:00Z")]).await;
    let fetched = bench.get(&format!("{all}/{new}")).await;
    assert_eq!(
        (fetched.text("/date_created"), fetched.text("/date_updated")),
        ("2020-07-02T23:59:59Z".into(), "2020-07-03T00:00:00Z".into())
    );
    for (query, expected) in [
        ("State=inactive", vec![&idle]),
        ("State=closed", vec![]),
        ("StartDate=2020-07-02", vec![&idle, &new]),
        ("EndDate=2020-07-01", vec![&old]),
        ("EndDate=2020-07-02", vec![&old, &idle, &new]),
        ("StartDate=2020-07-01T22:18:38Z&EndDate=2020-07-02T00:00:00Z", vec![&idle]),
        ("StartDate=2020-07-02&State=active", vec![&new]),
    ] {
        let page = bench.get(&format!("{all}?{query}")).await;
        assert_eq!(sids(&page, "conversations").iter().collect::<Vec<_>>(), expected, "{query}");
    }
    for (query, code) in [("StartDate=today", 20_422), ("EndDate=2020-13-01", 20_422), ("State=open", 50_378)] {
        assert_eq!(bench.get(&format!("{all}?{query}")).await.code(), (400, code), "{query}");
    }
    for (name, code) in [("DateCreated", 50_308), ("DateUpdated", 50_309)] {
        assert_eq!(bench.post(&all, &[(name, "yesterday")]).await.code(), (400, code));
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_names_the_next_one_by_a_token() {
    let bench = Bench::new();
    for index in 0..7 {
        bench.post(&format!("{}/Users", bench.service()), &[("Identity", &format!("user {index}"))]).await;
    }
    let (mut next, mut found) = (format!("{}/Users?PageSize=3", bench.service()), Vec::new());
    let mut sizes = Vec::new();
    loop {
        let page = bench.get(&next).await;
        let users = page.body["users"].as_array().unwrap();
        sizes.push(users.len());
        found.extend(users.iter().map(|user| user["identity"].as_str().unwrap().to_owned()));
        let Some(url) = page.body["meta"]["next_page_url"].as_str() else { break };
        assert!(url.starts_with("https://twilio.test/v1/Services/IS") && url.contains("&PageToken="), "{url}");
        next = url.to_owned();
    }
    assert_eq!((sizes, found.len(), found[6].as_str()), (vec![3, 3, 1], 7, "user 6"));
    let wrong = bench.get(&format!("{}/Users?PageToken=PAnobody", bench.service())).await;
    assert_eq!(wrong.status, 400);
}
