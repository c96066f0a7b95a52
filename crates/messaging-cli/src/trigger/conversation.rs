use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{Response, StatusCode};
use serde_json::{Value, json};

use super::{call::Emulator, twilio::SOMEBODY};
use crate::{
    arguments::Trigger,
    config::Environment,
    exit::{Exit, Failure},
};

/// A message in a conversation: the one that is named, else one that is made for whoever writes.
pub(super) async fn message(
    arguments: &Trigger,
    emulator: &Emulator,
    environment: &Environment,
) -> Result<Value, Failure> {
    let from = arguments.from.as_deref();
    if let Some(conversation) = &arguments.conversation {
        let author = from.ok_or_else(|| {
            Failure::new(Exit::Failed, "nobody is named who writes")
                .next("name a participant of the conversation: --from alice, or --from +15550100002")
        })?;
        return Ok(json!({ "conversation": conversation, "author": author, "text": arguments.body }));
    }
    let from = from.unwrap_or(SOMEBODY);
    let authorization = authorization(environment)?;
    // An identity has no number: its conversation is reached by its SID.
    if !from.starts_with('+') && !from.contains(":+") {
        let fields = [("Identity", from)];
        let conversation = joined(emulator, &authorization, &name(&[from]), &fields).await?;
        return Ok(json!({ "conversation": conversation, "author": from, "text": arguments.body }));
    }
    let to = match &arguments.to {
        Some(to) => to.clone(),
        None => environment.get("TWILIO_PHONE_NUMBER").unwrap_or_else(|| "+15550100001".to_owned()),
    };
    let fields = [("MessagingBinding.Address", from), ("MessagingBinding.ProxyAddress", to.as_str())];
    joined(emulator, &authorization, &name(&[from, &to]), &fields).await?;
    // What is written to a number that a conversation binds goes into that conversation.
    Ok(json!({ "from": from, "to": to, "text": arguments.body }))
}

/// The unique name of the conversation of these people, fit for a path.
fn name(people: &[&str]) -> String {
    let safe = |byte: u8| match byte {
        b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => char::from(byte).to_string(),
        other => format!("_{other:02x}"),
    };
    people
        .iter()
        .fold("trigger".to_owned(), |name, who| format!("{name}-{}", who.bytes().map(safe).collect::<String>()))
}

fn authorization(environment: &Environment) -> Result<String, Failure> {
    let sid = environment.get("TWILIO_ACCOUNT_SID");
    match (sid, environment.get_or_file("TWILIO_AUTH_TOKEN")?) {
        (Some(sid), Some(token)) => Ok(format!("Basic {}", STANDARD.encode(format!("{sid}:{token}")))),
        _ => Err(Failure::new(Exit::Failed, "a conversation cannot be made without the emulator's credentials").next(
            "name one with --conversation CH…, or set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN: `--write-env` writes them",
        )),
    }
}

/// Makes the conversation called `name` and the participant in it, as far as they are not there; returns its SID.
async fn joined(
    emulator: &Emulator,
    authorization: &str,
    name: &str,
    participant: &[(&str, &str)],
) -> Result<String, Failure> {
    let path = format!("/v1/Conversations/{name}");
    let made = emulator.form("/v1/Conversations", authorization, &[("UniqueName", name)]).await?;
    let made = match made.status() {
        StatusCode::CONFLICT => emulator.read(&path, authorization).await?,
        _ => made,
    };
    let conversation = created(&made, "the conversation")?;
    let joined = emulator.form(&format!("{path}/Participants"), authorization, participant).await?;
    if joined.status() != StatusCode::CONFLICT {
        created(&joined, "the participant")?;
    }
    Ok(conversation.get("sid").and_then(Value::as_str).unwrap_or_default().to_owned())
}

fn created(response: &Response<Bytes>, what: &str) -> Result<Value, Failure> {
    let answer: Value = serde_json::from_slice(response.body()).unwrap_or_default();
    match response.status() {
        status if status.is_success() => Ok(answer),
        StatusCode::UNAUTHORIZED => {
            Err(Failure::new(Exit::Credentials, "the emulator refused TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN")
                .next("take them from the file that its --write-env wrote"))
        }
        status => {
            let cause = answer.get("message").and_then(Value::as_str).unwrap_or("no reason given");
            Err(Failure::new(Exit::Failed, format!("{what} was not made: {status}")).because(cause))
        }
    }
}
