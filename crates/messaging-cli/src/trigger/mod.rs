//! `messaging trigger`: a person writes, at an emulator that runs.

mod act;
mod call;
mod conversation;
mod slack;
mod twilio;

use serde_json::Value;

use crate::{
    arguments::{Happening, Trigger},
    config::Environment,
    exit::{Exit, Failure},
    output, ports,
};
use call::Emulator;

pub(crate) async fn run(arguments: Trigger) -> Result<(), Failure> {
    let environment = Environment::of_process();
    let (variable, port, vendor) = match arguments.happening {
        Happening::Sms | Happening::Whatsapp | Happening::Conversation => ("TWILIO_BASE_URL", ports::TWILIO, "twilio"),
        _ => ("SLACK_BASE_URL", ports::SLACK, "slack"),
    };
    let url = arguments.url.clone().or_else(|| environment.get(variable));
    let emulator = Emulator::at(&url.unwrap_or_else(|| format!("http://127.0.0.1:{port}")), vendor)?;
    let said = match arguments.happening {
        Happening::Sms => twilio::message(&arguments, "sms"),
        Happening::Whatsapp => twilio::message(&arguments, "whatsapp"),
        Happening::Conversation => conversation::message(&arguments, &emulator, &environment).await?,
        Happening::SlackMessage => slack::message(&arguments, &emulator, false).await?,
        Happening::SlackMention => slack::message(&arguments, &emulator, true).await?,
        Happening::SlackClick | Happening::SlackCommand | Happening::SlackShortcut | Happening::SlackSubmit => {
            let (path, done) = act::action(&arguments, &emulator).await?;
            return act::report(&emulator.post(path, &done).await?);
        }
    };
    report(&emulator.post("/_emulator/people/messages?wait=1", &said).await?)
}

/// Says what became of it: `SM…  delivered, 200, 3 ms`.
pub(super) fn report(answer: &Value) -> Result<(), Failure> {
    let id = answer.get("id").and_then(Value::as_str).unwrap_or("without an id");
    let delivery = answer.get("delivery").filter(|delivery| !delivery.is_null());
    let Some(delivery) = delivery else {
        return Err(Failure::new(Exit::Failed, format!("{id} was written, and nobody was told")).next(
            "start the emulator with a --webhook-url, and write where the bot is: `#general`, a number of the account",
        ));
    };
    let status = delivery.get("status").and_then(Value::as_u64);
    let ms = delivery.get("ms").and_then(Value::as_u64).unwrap_or_default();
    match status {
        Some(status @ 200..=299) => {
            output::line(&format!("{id}  delivered  {status}  {ms} ms"));
            Ok(())
        }
        other => {
            let status = other.map_or("no answer".to_owned(), |status| status.to_string());
            let failure = Failure::new(Exit::Failed, format!("{id} was not delivered: {status} after {ms} ms"))
                .next("check that the gateway runs where the emulator calls it, with the same credentials");
            Err(match delivery.get("error").and_then(Value::as_str) {
                Some(cause) => failure.because(cause),
                None => failure,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_a_2xx_is_delivered() {
        assert!(report(&json!({ "id": "SM1", "delivery": { "status": 200, "ms": 3 } })).is_ok());
        for delivery in [
            json!(null),
            json!({ "status": 403, "ms": 3 }),
            json!({ "status": null, "ms": 3000, "error": "http_timeout" }),
            json!({}),
        ] {
            let failure = report(&json!({ "id": "SM1", "delivery": delivery })).unwrap_err();
            assert_eq!(failure.exit, Exit::Failed, "{failure}");
            assert!(failure.to_string().contains("SM1") && failure.to_string().contains("next:"), "{failure}");
        }
    }
}
