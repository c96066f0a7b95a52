//! `messaging events replay`: what came in once, put to the gateway again.

use serde_json::{Value, json};

use crate::{
    admin::Admin,
    arguments::Replay,
    config::Environment,
    exit::{Exit, Failure},
    logging::Format,
    output,
};

pub(crate) async fn run(arguments: Replay) -> Result<(), Failure> {
    let Replay { event, new_id, send, asking } = arguments;
    let admin = Admin::find(asking.console.as_deref(), &Environment::of_process())?;
    let answer = admin.post("/api/replay", &json!({ "event": event, "new_id": new_id, "send": send })).await?;
    let words = words(&answer).ok_or_else(|| admin.stranger("it says no outcome"))?;
    output::line(&if asking.output == Format::Json { answer.to_string() } else { words });
    match answer.get("outcome").and_then(Value::as_str) {
        Some("failed") => Err(Failure::new(Exit::Failed, "the agent failed").next("mend it, and replay again")),
        _ => Ok(()),
    }
}

fn words(answer: &Value) -> Option<String> {
    let text = |name: &str| answer.get(name).and_then(Value::as_str).unwrap_or("-");
    let of = answer.get("of").map(ToString::to_string).unwrap_or_default();
    Some(match answer.get("outcome")?.as_str()? {
        "duplicate" => format!("{of}  duplicate: it is known, nothing happens; --new-id asks the agent again"),
        "accepted" => format!("{of}  accepted as {}: what the agent says is sent", text("event")),
        "failed" => format!("{of}  failed: {}", text("reason")),
        "dry_run" => {
            let replies = answer.get("replies").and_then(Value::as_array).into_iter().flatten();
            let lines: Vec<_> = replies.map(|reply| reply.get("text").and_then(Value::as_str).unwrap_or("-")).collect();
            let what = if lines.is_empty() { "silence".to_owned() } else { lines.join("\n") };
            format!("{of}  dry run, nothing was sent: \n{what}").replace(": \n", ":\n")
        }
        _ => return None,
    })
}
