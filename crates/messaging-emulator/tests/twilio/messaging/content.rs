use messaging_emulator::twilio::Template;
use serde_json::{Value, json};

use crate::bench::{ALICE, Bench, US};

const SID: &str = "HX00000000000000000000000000000001";

fn bench() -> Bench {
    let template = Template {
        body: "Hi {{1}}, your order {{order}} is {{2}}.".into(),
        variables: [("2".to_owned(), "ready".to_owned())].into(),
        quick_replies: vec!["Thanks".into(), "Cancel".into()],
    };
    Bench::live(|settings| {
        settings.templates.insert(SID.into(), template);
    })
}

const SHOWN: &str = "Hi Ann, your order 7 is ready.\n[Thanks]\n[Cancel]";

#[tokio::test(start_paused = true)]
async fn a_template_is_shown_filled_in() {
    let bench = bench();
    let variables = r#"{"1": "Ann", "order": 7}"#;
    let pairs =
        [("To", ALICE), ("From", US), ("ContentSid", SID), ("ContentVariables", variables), ("Body", "not shown")];
    let sent = bench.post(&bench.messages(), &pairs).await;
    assert_eq!((sent.status.as_u16(), sent.text("/body").as_str()), (201, ""));
    assert_eq!(bench.screens()[0].2, SHOWN);
    let path = bench.conversation().await;
    let pairs = [("ContentSid", SID), ("ContentVariables", variables), ("Body", "not shown")];
    let posted = bench.post(&format!("{path}/Messages"), &pairs).await;
    assert_eq!(posted.text("/content_sid"), SID);
    assert!(bench.screens()[1..].iter().all(|(.., text)| text == SHOWN) && bench.screens().len() == 3);
}

#[tokio::test(start_paused = true)]
async fn a_template_is_declared_while_running() {
    let bench = Bench::live(|_| {});
    let template = json!({ "sid": SID, "body": "Hi {{1}}", "quick_replies": ["Yes"] });
    let told = bench.side("PUT", "templates", &template).await;
    assert_eq!(told.body["templates"][SID]["body"], "Hi {{1}}");
    assert_eq!(bench.side("GET", "templates", &Value::Null).await.body, told.body);
    let pairs = [("To", ALICE), ("From", US), ("ContentSid", SID), ("ContentVariables", "{\"1\": \"Ann\"}")];
    assert_eq!(bench.post(&bench.messages(), &pairs).await.status, 201);
    assert_eq!(bench.screens()[0].2, "Hi Ann\n[Yes]");
    for wrong in [json!({ "sid": "HX1", "body": "x" }), json!({ "sid": SID, "text": "x" }), json!([])] {
        assert_eq!(bench.side("PUT", "templates", &wrong).await.status, 400, "{wrong}");
    }
}

#[tokio::test(start_paused = true)]
async fn templates_are_checked() {
    let bench = bench();
    for (pairs, code) in [
        (vec![("ContentVariables", "{}"), ("Body", "hi")], 21_654),
        (vec![("ContentSid", "HX1")], 21_655),
        (vec![("ContentSid", "HX00000000000000000000000000000002")], 21_655),
        (vec![("ContentSid", SID), ("ContentVariables", "Ann")], 21_656),
        (vec![("ContentSid", SID), ("ContentVariables", "[]")], 21_656),
        (vec![("ContentSid", SID), ("ContentVariables", "{\"1\": {}}")], 21_656),
    ] {
        let pairs = [&[("To", ALICE), ("From", US)], &pairs[..]].concat();
        assert_eq!(bench.post(&bench.messages(), &pairs).await.code(), (400, code), "{pairs:?}");
    }
    assert!(bench.screens().is_empty());
}
