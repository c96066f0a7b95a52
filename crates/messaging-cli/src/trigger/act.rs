use serde_json::{Map, Value, json};

use super::{call::Emulator, slack::whereabouts};
use crate::{
    arguments::{Happening, Trigger},
    exit::{Exit, Failure},
    output,
};

/// What a person does in Slack besides writing, and where the emulator takes that.
pub(super) async fn action(arguments: &Trigger, emulator: &Emulator) -> Result<(&'static str, Value), Failure> {
    let mut done = whereabouts(arguments, emulator).await?;
    let used = |what: &str| {
        let missing =
            || Failure::new(Exit::Failed, "nothing is named that is used").next(format!("write --action {what}"));
        arguments.action.clone().ok_or_else(missing)
    };
    let path = match arguments.happening {
        Happening::SlackCommand => {
            done.insert("command".to_owned(), used("/ask")?.into());
            done.insert("text".to_owned(), arguments.body.as_str().into());
            "/_emulator/people/commands"
        }
        Happening::SlackShortcut => {
            done.insert("callback_id".to_owned(), used("CALLBACK_ID")?.into());
            "/_emulator/people/shortcuts"
        }
        Happening::SlackSubmit => {
            // A modal is in no channel.
            done.remove("channel");
            done.insert("values".to_owned(), Value::Object(fields(&arguments.value)?));
            "/_emulator/people/submissions"
        }
        _ => {
            done.insert("action_id".to_owned(), used("ACTION_ID")?.into());
            done.insert("value".to_owned(), json!(arguments.value));
            "/_emulator/people/clicks"
        }
    };
    if let Some(message) = &arguments.message {
        done.insert("message_ts".to_owned(), message.as_str().into());
    }
    Ok((path, Value::Object(done)))
}

/// `ID=TEXT`, each.
fn fields(values: &[String]) -> Result<Map<String, Value>, Failure> {
    let field = |value: &String| {
        let (id, text) = value.split_once('=').filter(|(id, _)| !id.is_empty()).ok_or_else(|| {
            Failure::new(Exit::Failed, format!("`{value}` is no field")).next("write --value ID=TEXT")
        })?;
        Ok((id.to_owned(), text.into()))
    };
    values.iter().map(field).collect()
}

/// Says what became of it, the complaints of a modal included.
pub(super) fn report(answer: &Value) -> Result<(), Failure> {
    let complaints = answer.get("errors").and_then(Value::as_object).into_iter().flatten();
    for (id, what) in complaints {
        output::line(&format!("{id}: {}", what.as_str().unwrap_or_default()));
    }
    super::report(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_an_id() {
        let read = |values: &[&str]| fields(&values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>());
        assert_eq!(Value::Object(read(&["a=b=c", "d="]).unwrap()), json!({ "a": "b=c", "d": "" }));
        assert!(read(&["=x"]).unwrap_err().to_string().contains("--value ID=TEXT"));
        assert!(read(&["x"]).is_err());
    }
}
