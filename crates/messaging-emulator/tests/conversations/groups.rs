//! Group MMS: phones that see each other, and us as a number.

use serde_json::json;

use crate::bench::{ALICE, Bench, US};

const ADDRESS: &str = "MessagingBinding.Address";
const PROXY: &str = "MessagingBinding.ProxyAddress";
const PROJECTED: &str = "MessagingBinding.ProjectedAddress";
const BOB: &str = "+15550100778";

async fn group(bench: &Bench) -> String {
    let path = bench.post(&bench.conversations(), &[]).await.text("/sid");
    let path = format!("{}/{path}", bench.conversations());
    let people = format!("{path}/Participants");
    let ann = bench.post(&people, &[("Identity", "ann"), (PROJECTED, US)]).await;
    assert_eq!(ann.body["messaging_binding"], json!({ "type": "sms", "projected_address": US }));
    assert_eq!(ann.text("/identity"), "ann");
    for phone in [ALICE, BOB] {
        let added = bench.post(&people, &[(ADDRESS, phone)]).await;
        assert_eq!(added.body["messaging_binding"], json!({ "type": "sms", "address": phone }));
    }
    path
}

#[tokio::test(start_paused = true)]
async fn everybody_in_a_group_reads_everybody() {
    let bench = Bench::new();
    let path = group(&bench).await;
    let posted = bench.post(&format!("{path}/Messages"), &[("Author", "ann"), ("Body", "hi both")]).await;
    assert_eq!(posted.body["delivery"]["total"], 2);
    let screens = bench.screens();
    let phones =
        [(format!("{ALICE},{US}"), true, "hi both".to_owned()), (format!("{BOB},{US}"), true, "hi both".to_owned())];
    assert_eq!(screens, phones);
    let sid = bench.twilio.write_sms(ALICE, US, "hi ann");
    assert!(sid.starts_with("IM"), "{sid}");
    let expected = format!("{},ann", path.rsplit('/').next().unwrap());
    let read: Vec<_> =
        bench.screens().into_iter().filter(|(_, _, text)| text == "hi ann").map(|(place, ..)| place).collect();
    assert!(read.contains(&expected) && read.contains(&format!("{BOB},{US}")), "{read:?}");
    bench.wait(1).await;
    assert_eq!(bench.events("onMessageAdded")[0].get("Author").as_deref(), Some(ALICE));
    let stranger = bench.post(&format!("{path}/Messages"), &[("Body", "who am I")]).await;
    assert_eq!(stranger.code(), (400, 50_513));
}

#[tokio::test(start_paused = true)]
async fn a_group_has_rules_of_its_own() {
    let bench = Bench::new();
    let path = group(&bench).await;
    let people = format!("{path}/Participants");
    let cases: &[super::Case<'_>] = &[
        (&[("Identity", "bob")], 400, 50_434),
        (&[(ADDRESS, ALICE)], 409, 50_437),
        (&[("Identity", "ann"), (PROJECTED, US)], 409, 50_437),
        (&[("Identity", "bob"), (PROJECTED, "+15550100999")], 400, 50_439),
        (&[(ADDRESS, "+15550100780"), (PROJECTED, US)], 400, 50_420),
        (&[(ADDRESS, US)], 400, 50_407),
    ];
    bench.refuses(&people, cases).await;
    for index in 0..7 {
        assert_eq!(bench.post(&people, &[(ADDRESS, &format!("+1555030000{index}"))]).await.status, 201);
    }
    assert_eq!(bench.post(&people, &[(ADDRESS, "+15550300009")]).await.code(), (403, 50_436));
}

#[tokio::test(start_paused = true)]
async fn projections_and_bindings_are_taken_and_given() {
    let bench = Bench::new();
    let path = group(&bench).await;
    let people = format!("{path}/Participants");
    let list = bench.get(&people).await;
    let sid = |index: usize| list.body["participants"][index]["sid"].as_str().unwrap().to_owned();
    let bound = bench.post(&format!("{people}/{}", sid(1)), &[(PROXY, US)]).await;
    assert_eq!(bound.body["messaging_binding"], json!({ "type": "sms", "address": ALICE, "proxy_address": US }));
    let grouped = bench.post(&format!("{people}/{}", sid(1)), &[(PROXY, "null")]).await;
    assert_eq!(grouped.body["messaging_binding"], json!({ "type": "sms", "address": ALICE }));
    let plain = bench.post(&format!("{people}/{}", sid(0)), &[(PROJECTED, "null")]).await;
    assert!(plain.body["messaging_binding"].is_null() && plain.text("/identity") == "ann");
    let again = bench.post(&format!("{people}/{}", sid(0)), &[(PROJECTED, US)]).await;
    assert_eq!(again.text("/messaging_binding/projected_address"), US);
    // A number without anybody behind it speaks for the application.
    let own = bench.post(&people, &[(PROJECTED, US)]).await;
    assert!(own.status == 201 && own.body["identity"].is_null(), "{}", own.body);
    let named = bench.post(&format!("{people}/{}", own.text("/sid")), &[("Identity", "bot")]).await;
    assert_eq!(
        (named.text("/identity"), named.text("/messaging_binding/projected_address")),
        ("bot".into(), US.into())
    );
}
