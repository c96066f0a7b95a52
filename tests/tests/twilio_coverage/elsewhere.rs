//! What is in neither `OpenAPI` file: the media service, shared keys, and parameters that only examples show.

use std::collections::BTreeSet;

use http::Request;
use messaging_tests::twilio_table::{Field, rows};
use serde_json::Value;

use crate::{
    field,
    stage::{Stage, shared_key},
};

/// The rows of one operation: what it takes and what it answers.
struct Documented {
    parameters: BTreeSet<String>,
    fields: Vec<Field>,
}

fn documented(method: &str, end: &str) -> Documented {
    let rows: Vec<_> =
        rows("elsewhere.tsv").into_iter().filter(|row| row[0] == method && row[1].ends_with(end)).collect();
    assert!(!rows.is_empty(), "{method} {end} is in no row");
    let of = |what: &'static str| rows.iter().filter(move |row| row[2] == what);
    let fields = of("field").map(|row| {
        let (kind, nullable) = row[4].strip_suffix("|null").map_or((row[4].as_str(), false), |kind| (kind, true));
        Field { name: row[3].clone(), schema: String::new(), kind: kind.to_owned(), nullable }
    });
    Documented { parameters: of("parameter").map(|row| row[3].clone()).collect(), fields: fields.collect() }
}

impl Documented {
    fn check(&self, answer: &Value) {
        for documented in &self.fields {
            // A number is a place in a list.
            let (place, name) = documented.name.split_once('.').unwrap_or(("", &documented.name));
            let (answer, name) = match place.parse::<usize>() {
                Ok(place) => (&answer[place], name),
                Err(_) => (answer, documented.name.as_str()),
            };
            let checked = field::check(&Field { name: name.to_owned(), ..documented.clone() }, answer);
            assert!(checked.is_ok(), "{} {checked:?} in {answer}", documented.name);
        }
    }

    fn takes(&self, names: &[&str]) {
        assert_eq!(
            self.parameters,
            names.iter().map(|name| (*name).to_owned()).collect(),
            "all that is documented is sent"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_media_service_does_what_is_documented() {
    let stage = Stage::new();
    let service = stage.emulator.settings().conversations_service_sid.clone();
    let root = format!("/v1/Services/{service}/Media");
    documented("POST", "/Media").takes(&["Category", "Filename"]);
    let mut sids = Vec::new();
    for category in ["media", "body", "history"] {
        let answer = stage.file(&format!("{root}?Category={category}&Filename=a.png"), "image/png", b"a picture").await;
        documented("POST", "/Media").check(&answer.body);
        assert_eq!((answer.status, &answer.body["category"]), (201, &category.into()));
        sids.push(answer.body["sid"].as_str().unwrap().to_owned());
    }
    let path = format!("{root}/{}", sids[0]);
    let read = stage.call("GET", &path, "", &Vec::new(), None).await;
    documented("GET", "/Media/{Sid}").check(&read.body);
    assert_eq!(read.body["filename"], "a.png");
    documented("POST", "/MediaSet").takes(&["command", "list"]);
    let asked = format!(r#"{{"command":"get","list":[{{"media_sid":"{}"}}]}}"#, sids[1]);
    let set = stage.file(&format!("/v1/Services/{service}/MediaSet"), "application/json", asked.as_bytes()).await;
    documented("POST", "/MediaSet").check(&set.body);
    assert_eq!(documented("DELETE", "/Media/{Sid}").fields.len(), 0);
    assert_eq!(stage.call("DELETE", &path, "", &Vec::new(), None).await.status, 204);
    assert_eq!(stage.call("GET", &path, "", &Vec::new(), None).await.status, 404);
    assert_eq!(stage.emulator.warnings(), [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn parameters_of_examples_are_taken() {
    let stage = Stage::new();
    let account = stage.emulator.settings().account_sid.clone();
    documented("POST", "Messages.json").takes(&["Tags"]);
    let form =
        [("To", "+15550100777"), ("From", "+15550100001"), ("Body", "hello"), ("Tags", r#"{"campaign":"spring"}"#)];
    let path = format!("/2010-04-01/Accounts/{account}/Messages.json");
    assert_eq!(stage.post(&path, &form).await.status, 201);
    documented("POST", "/Participants").takes(&["MessagingBinding.ProxyAddressFallback"]);
    let conversation = stage.post("/v1/Conversations", &[]).await;
    let path = format!("/v1/Conversations/{}/Participants", conversation.body["sid"].as_str().unwrap());
    let form = [
        ("MessagingBinding.Address", "rcs:+15550100777"),
        ("MessagingBinding.ProxyAddress", "rcs:+15550100001"),
        ("MessagingBinding.ProxyAddressFallback", "+15550100001"),
    ];
    let added = stage.post(&path, &form).await;
    assert_eq!(added.status, 201, "{}", added.complaint());
    assert_eq!(stage.emulator.warnings(), [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn shared_keys_sign_what_is_documented() {
    let told = shared_key().await;
    let header =
        |request: &Request<_>, name: &str| request.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
    let rows = rows("elsewhere.tsv");
    let row = rows.iter().find(|row| row[0] == "WEBHOOK").unwrap();
    let settings = header(&told, row[3].to_lowercase().as_str()).expect("the header");
    assert_eq!(settings, "key=webhooks_sharedkey_seven,algorithm=HMAC_SHA256");
    assert_eq!(header(&told, "x-twilio-signature").map(|signature| signature.len()), Some(44), "SHA-256 in Base64");
}
