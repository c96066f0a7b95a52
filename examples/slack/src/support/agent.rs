//! What the application says to people, and what it says to Slack.

use messaging::{
    Messenger, Result,
    agent::{AgentError, Turn},
    capability::{Decision, Question},
    message::{Action, Content},
    slack::client::{Call, views},
};
use serde_json::{Map, Value, json};

use super::report::Report;

/// What the buttons mean. They work for as long as the message stands, across restarts of ours.
const WHERE: &str = "where";
const REPORT: &str = "report";

/// Answers one turn: what somebody wrote, pressed or submitted.
pub(super) async fn answer(slack: Messenger, turn: Turn) -> Result<Vec<Content>, AgentError> {
    let Some(message) = turn.messages.last() else { return Ok(Vec::new()) };
    let attribute = |name: &str| message.attributes.get(name);
    if attribute("type").is_some_and(|kind| kind == "view_submission") {
        // A form is told to the agent even where the hook has refused it: then there is nothing to say.
        let report = Report::read(attribute("values"));
        return Ok(report.map(|report| report.summary().into()).into_iter().collect());
    }
    match message.choice.as_ref().map(|choice| choice.value.as_str()) {
        Some(WHERE) => Ok(vec!["It left our warehouse this morning.".into()]),
        Some(REPORT) => {
            let trigger = attribute("trigger_id").and_then(Value::as_str).unwrap_or_default();
            Ok(match open(&slack, &turn, trigger).await {
                Ok(()) => Vec::new(),
                // A trigger is good for 3 s, and for one form: a turn that came late cannot open any more.
                Err(error) => {
                    eprintln!("no form was opened: {error}");
                    vec!["That took me too long. Please press the button again.".into()]
                }
            })
        }
        _ => Ok(vec![offer()]),
    }
}

/// Answers Slack, which asks what becomes of a form.
pub(super) async fn decide(question: Question) -> Decision {
    if question.kind != "view_submission" {
        return Decision::Pass;
    }
    let payload = question.fields.get("payload").map(String::as_str).unwrap_or_default();
    let payload: Value = serde_json::from_str(payload).unwrap_or_default();
    match Report::read(payload.pointer("/view/state/values")) {
        Ok(_) => Decision::Pass,
        Err(wrong) => Decision::Answer {
            answer: Map::from_iter([
                ("response_action".to_owned(), "errors".into()),
                ("errors".to_owned(), json!(wrong)),
            ]),
        },
    }
}

fn offer() -> Content {
    let mut offer = Content::text("Sorry to hear that. How can I help?");
    offer.actions = vec![Action::new("Where is it?", WHERE), Action::new("Report a problem", REPORT)];
    offer
}

/// Opens the form for whoever pressed; what comes of it is told in the same thread.
async fn open(slack: &Messenger, turn: &Turn, trigger: &str) -> Result<()> {
    let form = Report::form(turn.conversation.place());
    slack.call(views::Open::new(form).trigger_id(trigger).invoke()?).await?;
    Ok(())
}
