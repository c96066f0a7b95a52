//! What is appended, in the one mode that takes everything: a stream that began with `markdown_text` takes no steps.

use messaging_core::message::{Progress, Step, StepState};
use serde_json::{Map, Value, json};

use crate::mrkdwn::neutral;

/// Longest field of a step, in characters.
const FIELD: usize = 256;

/// Writes a text and what the agent is doing; steps come first, because they led to the text.
pub(super) fn chunks(text: &str, progress: &[Progress]) -> Vec<Value> {
    let mut chunks: Vec<_> = progress.iter().filter_map(chunk).collect();
    if !text.is_empty() {
        chunks.push(json!({ "type": "markdown_text", "text": neutral::markdown(text) }));
    }
    chunks
}

fn chunk(progress: &Progress) -> Option<Value> {
    match progress {
        Progress::Plan(title) if !title.trim().is_empty() => {
            Some(json!({ "type": "plan_update", "title": field(title) }))
        }
        Progress::Step(step) if !step.title.trim().is_empty() && !step.id.is_empty() => Some(task(step)),
        // A word for the moment is set elsewhere, and what has no words cannot be shown.
        _ => None,
    }
}

fn task(step: &Step) -> Value {
    let state = match step.state {
        StepState::Pending => "pending",
        StepState::InProgress => "in_progress",
        StepState::Complete => "complete",
        StepState::Error => "error",
    };
    let mut task = Map::new();
    task.insert("type".to_owned(), "task_update".into());
    task.insert("id".to_owned(), step.id.clone().into());
    task.insert("title".to_owned(), field(&step.title).into());
    task.insert("status".to_owned(), state.into());
    for (name, said) in [("details", &step.details), ("output", &step.output)] {
        if let Some(said) = said {
            task.insert(name.to_owned(), field(said).into());
        }
    }
    task.into()
}

/// Cuts what is too long, and says so by `…`.
fn field(text: &str) -> String {
    let text = neutral::markdown(text.trim());
    match text.char_indices().nth(FIELD) {
        None => text.into_owned(),
        Some(_) => text.chars().take(FIELD - 1).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_before_the_text_and_fit() {
        let mut step = Step::new("1", "x".repeat(300)).in_state(StepState::InProgress);
        step.output = Some("done".into());
        let told = [Progress::Status("is thinking…".into()), Progress::Plan("Two steps".into()), Progress::Step(step)];
        let chunks = chunks("Hi", &told);
        let kinds: Vec<_> = chunks.iter().map(|chunk| chunk["type"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["plan_update", "task_update", "markdown_text"]);
        let title = chunks[1]["title"].as_str().unwrap();
        assert_eq!((title.chars().count(), title.ends_with('…')), (256, true));
        assert_eq!((&chunks[1]["status"], &chunks[1]["output"]), (&json!("in_progress"), &json!("done")));
    }
}
