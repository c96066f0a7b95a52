use messaging_core::{ErrorKind, Reached, message::Invoke};
use serde_json::{Value, json};

use crate::scripted::{AC, Script, raw, says};

fn invoke(method: &str, payload: Value) -> Invoke {
    Invoke { method: method.to_owned(), payload }
}

#[tokio::test]
async fn any_method_of_the_two_apis_can_be_called() {
    let script = Script::new([says(200, &json!({ "a": 1 })), says(201, &json!({ "sid": "CH1" })), raw(204, "")]);
    let client = script.client();
    let messages = format!("GET /2010-04-01/Accounts/{AC}/Messages.json");
    let listed = client.call(invoke(&messages, json!({ "To": "+1", "DateSent>": "2026-11-20" }))).await.unwrap();
    assert_eq!(listed, json!({ "a": 1 }));
    let payload = json!({ "MessagingBinding": { "Address": "+1" }, "Attributes": { "a": 1 } });
    client.call(invoke("POST /v1/Conversations/CH1/Participants", payload)).await.unwrap();
    assert_eq!(client.call(invoke("DELETE /v1/Conversations/CH1", Value::Null)).await.unwrap(), Value::Null);
    let mut asked = script.asked();
    // The order of a JSON object's members is not promised.
    assert!(asked[0].contains("To=%2B1") && asked[0].contains("DateSent%3E=2026-11-20"), "{}", asked[0]);
    asked.remove(0);
    let wanted = [
        "POST https://conversations.twilio.com/v1/Conversations/CH1/Participants \
         Attributes=%7B%22a%22%3A1%7D&MessagingBinding.Address=%2B1",
        "DELETE https://conversations.twilio.com/v1/Conversations/CH1",
    ];
    assert_eq!(asked, wanted);
}

#[tokio::test]
async fn no_other_host_is_called() {
    let client = Script::default().client();
    for (method, payload) in [
        ("GET https://evil.test/v1/x", Value::Null),
        ("GET //evil.test/v1/x", Value::Null),
        ("GET /v1/../x", Value::Null),
        ("GET /v3/x", Value::Null),
        ("PATCH /v1/x", Value::Null),
        ("GET /v1/x", json!("text")),
    ] {
        let error = client.call(invoke(method, payload)).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent), "{method}");
    }
}
