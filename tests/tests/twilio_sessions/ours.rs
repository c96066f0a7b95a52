//! The script with our own client.

use std::{collections::BTreeMap, time::Duration};

use messaging_core::{Messenger, message::Invoke};
use messaging_http::{ClientSettings, client};
use messaging_tests::{
    emulated::Emulated,
    twilio_script::{Done, Step, names},
    twilio_table::Table,
};
use messaging_twilio::{Twilio, TwilioConfig};
use serde_json::{Map, Value, json};

use crate::{mask::masked, settle, typed};

/// A session and the names it has come to.
struct Session {
    messenger: Messenger,
    names: BTreeMap<String, String>,
    table: Table,
}

pub(crate) async fn session(steps: &[Step]) -> (Vec<Done>, Vec<String>) {
    let twilio = Emulated::start(|_| {}).await;
    let settings = twilio.emulator.settings();
    let mut config = TwilioConfig::new(settings.account_sid.clone(), settings.auth_token.as_str());
    config.base_url = Some(twilio.url.clone());
    let transport = client(ClientSettings::default()).expect("a client");
    let provider = Twilio::new(config, transport).expect("sound settings");
    let mut session = Session { messenger: Messenger::new(provider), names: names(&twilio), table: Table::read() };
    let mut done = Vec::new();
    for step in steps {
        if step.method == "SAY" {
            session.say(&twilio, step);
            continue;
        }
        let result = session.step(step).await;
        if let Some((name, field)) = step.keep.split_once('=') {
            let kept = field.split('.').fold(&result, |value, part| match part.parse::<usize>() {
                Ok(place) => &value[place],
                Err(_) => &value[part],
            });
            session.names.insert(name.to_owned(), kept.as_str().expect("a name").to_owned());
        }
        done.push(masked(&json!({ "step": step.name, "result": result }), &twilio.url));
    }
    settle(twilio, done).await
}

impl Session {
    fn say(&self, twilio: &Emulated, step: &Step) {
        let said: BTreeMap<_, _> = self.pairs(&step.params).into_iter().collect();
        let from = said.get("author").or_else(|| said.get("from")).expect("somebody");
        if step.path.is_empty() {
            twilio.emulator.write_sms(from, "+15550100001", &said["text"]);
        } else {
            let conversation = self.filled(&step.path);
            twilio.emulator.write_in_conversation(&conversation, from, &said["text"]).expect("it is written");
        }
    }

    async fn step(&self, step: &Step) -> Value {
        let wanted = step.expect.trim_start_matches("ok").trim();
        loop {
            let result = match self.call(step).await {
                Ok(result) => result,
                Err(error) => {
                    let vendor = error.vendor().expect("Twilio's own words");
                    let code: u32 = vendor.code.parse().expect("a number");
                    return json!({ "refused": [vendor.status, code] });
                }
            };
            let is_there = match wanted.split_once('=') {
                Some((field, value)) => result[field] == value,
                None => {
                    wanted.parse().is_ok_and(|least: usize| result.as_array().is_some_and(|all| all.len() >= least))
                }
            };
            if wanted.is_empty() || is_there || !step.expect.starts_with("ok") {
                return result;
            }
            // house: real time, because a message is on its way between two processes.
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn call(&self, step: &Step) -> messaging_core::Result<Value> {
        let path = self.filled(&step.path);
        let operation = self.table.find(&step.method, &path).expect("an operation of Twilio's");
        let mut payload = Map::new();
        for (name, value) in self.pairs(&step.params) {
            // The verb for what has no verb carries no headers.
            let Some(parameter) = operation.parameter(&name).filter(|parameter| parameter.place != "header") else {
                continue;
            };
            let value = if parameter.repeated { json!(value.split(" | ").collect::<Vec<_>>()) } else { json!(value) };
            payload.insert(name, value);
        }
        let payload = Value::Object(payload);
        let mut answer = self.invoke(&format!("{} {path}", step.method), payload).await?;
        let Some(list) = operation.fields.iter().find(|field| field.kind == "array:object") else {
            return Ok(typed::read(operation, answer));
        };
        let mut all = Vec::new();
        loop {
            all.extend(answer[&list.name].as_array().cloned().unwrap_or_default());
            let next = answer.pointer("/meta/next_page_url").or_else(|| answer.get("next_page_uri"));
            let Some(next) = next.and_then(Value::as_str) else { return Ok(typed::read(operation, all.into())) };
            let at = ["/v1/", "/2010-04-01/"].iter().find_map(|root| next.find(root)).expect("a path");
            answer = self.invoke(&format!("GET {}", &next[at..]), Value::Null).await?;
        }
    }

    async fn invoke(&self, method: &str, payload: Value) -> messaging_core::Result<Value> {
        self.messenger.call(Invoke { method: method.to_owned(), payload }).await
    }

    fn filled(&self, text: &str) -> String {
        self.names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    fn pairs(&self, text: &str) -> Vec<(String, String)> {
        let pairs = text.split(" & ").filter_map(|pair| pair.split_once('='));
        pairs.map(|(name, value)| (name.to_owned(), self.filled(value))).collect()
    }
}
