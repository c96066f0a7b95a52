//! The script with our own client.

use std::collections::BTreeMap;

use messaging_core::{Messenger, message::Invoke};
use messaging_http::{ClientSettings, Transport, client};
use messaging_slack::{Slack, SlackConfig};
use messaging_tests::{slack_emulated::EmulatedSlack, slack_script::Step};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::{Done, mask::masked};

/// A session and the names it has come to.
struct Session {
    messenger: Messenger,
    transport: Transport,
    names: BTreeMap<String, Value>,
    slack: EmulatedSlack,
}

pub(crate) async fn session(steps: &[Step]) -> Vec<Done> {
    let slack = EmulatedSlack::start(|_| {}).await;
    let settings = slack.emulator.settings();
    let config = SlackConfig::new(settings.bot_token.clone(), &settings.signing_secret).with_base_url(&slack.url);
    let transport = client(ClientSettings::default()).expect("a client");
    let messenger = Messenger::new(Slack::new(config, transport.clone()).expect("sound settings"));
    let mut session = Session { messenger, transport, names: slack.names(), slack };
    let mut done = Vec::new();
    for step in steps {
        let result = session.step(step).await;
        step.keep(&result, &mut session.names);
        done.push(masked(&json!({ "step": step.name, "result": result }), &session.slack.url));
    }
    assert_eq!(session.slack.emulator.warnings(), [""; 0]);
    session.slack.stop().await;
    done
}

impl Session {
    async fn step(&self, step: &Step) -> Value {
        let given = step.filled(&self.names);
        match step.method.as_str() {
            "SAY" => {
                let text = |name: &str| given[name].as_str().expect("text");
                let url = format!("{}/_emulator/people/messages?wait=1", self.slack.url);
                let said = json!({ "user": text("user"), "channel": text("channel"), "text": text("text") });
                let (_, _, body) = self.http("POST", &url, &said.to_string()).await;
                serde_json::from_str(&body).expect("JSON")
            }
            "UPLOAD" => {
                let url = given["url"].as_str().expect("a URL");
                json!({ "status": self.http("POST", url, given["text"].as_str().expect("text")).await.0 })
            }
            "FETCH" => {
                let (status, kind, text) = self.http("GET", given["url"].as_str().expect("a URL"), "").await;
                json!({ "status": status, "type": kind, "text": text })
            }
            method => {
                let invoke = Invoke { method: method.to_owned(), payload: given };
                match self.messenger.call(invoke).await {
                    Ok(answer) => answer,
                    Err(error) => json!({ "refused": error.vendor().expect("Slack said so").code }),
                }
            }
        }
    }

    async fn http(&self, method: &str, url: &str, body: &str) -> (u16, Option<String>, String) {
        let token = self.names["token"].as_str().expect("a token");
        let request = http::Request::builder()
            .method(method)
            .uri(url)
            .header("authorization", format!("Bearer {token}"))
            .body(body.to_owned().into())
            .expect("a request");
        let answer = self.transport.clone().oneshot(request).await.expect("an answer");
        let kind = answer.headers().get("content-type").map(|kind| kind.to_str().expect("text").to_owned());
        (answer.status().as_u16(), kind, String::from_utf8(answer.body().to_vec()).expect("text"))
    }
}
