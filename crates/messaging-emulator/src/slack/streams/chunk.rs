use serde_json::{Map, Value, json};

use crate::slack::{api::Refusal, directory::Directory, screen::of_blocks};

/// Longest field of a task or a plan, in characters.
const MOST_FIELD: usize = 256;

/// A piece of a streamed answer: <https://docs.slack.dev/reference/methods/chat.appendStream>.
#[derive(Clone, Debug)]
pub(super) enum Chunk {
    Markdown(String),
    /// A card with the state of one step.
    Task {
        id: String,
        card: Map<String, Value>,
    },
    /// The title over all steps.
    Plan(String),
    Blocks(Vec<Value>),
}

impl Chunk {
    /// Reads the list in `chunks`.
    pub(super) fn read_all(value: &Value) -> Result<Vec<Self>, Refusal> {
        let list = value.as_array().ok_or_else(|| wrong("must provide an array", "/chunks"))?;
        list.iter().enumerate().map(|(at, chunk)| Self::one(chunk, &format!("/chunks/{at}"))).collect()
    }

    fn one(chunk: &Value, at: &str) -> Result<Self, Refusal> {
        let text = |name: &str| chunk.get(name).and_then(Value::as_str);
        let required = |name: &str| {
            let said = text(name).filter(|said| !said.is_empty());
            said.map(str::to_owned).ok_or_else(|| wrong(&format!("missing required field: {name}"), at))
        };
        match text("type") {
            Some("markdown_text") => {
                let said = text("text").ok_or_else(|| wrong("missing required field: text", at))?;
                Ok(Self::Markdown(said.to_owned()))
            }
            Some("task_update") => {
                let (id, card) = (required("id")?, chunk.as_object().cloned().unwrap_or_default());
                required("title")?;
                let status = required("status")?;
                if !matches!(status.as_str(), "pending" | "in_progress" | "complete" | "error") {
                    return Err(wrong(
                        "must be one of: pending, in_progress, complete, error",
                        &format!("{at}/status"),
                    ));
                }
                for name in ["title", "details", "output"] {
                    short(text(name).unwrap_or_default(), &format!("{at}/{name}"))?;
                }
                Ok(Self::Task { id, card })
            }
            Some("plan_update") => {
                let title = required("title")?;
                short(&title, &format!("{at}/title"))?;
                Ok(Self::Plan(title))
            }
            Some("blocks") => {
                let blocks = chunk.get("blocks").and_then(Value::as_array);
                let blocks = blocks.ok_or_else(|| wrong("missing required field: blocks", at))?;
                if !blocks.iter().all(|block| block.get("type").is_some_and(Value::is_string)) {
                    return Err(wrong("missing required field: type", &format!("{at}/blocks")));
                }
                Ok(Self::Blocks(blocks.clone()))
            }
            Some(_) => Err(wrong("must be one of: markdown_text, task_update, plan_update, blocks", at)),
            None => Err(wrong("missing required field: type", at)),
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Self::Markdown(text) = self { Some(text) } else { None }
    }

    /// Whether `other` says something new about the same card.
    pub(super) fn is_same_card(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Task { id, .. }, Self::Task { id: other, .. }) => id == other,
            (Self::Plan(_), Self::Plan(_)) => true,
            _ => false,
        }
    }

    /// Takes over what `news` names and keeps the rest.
    pub(super) fn change(&mut self, news: Self) {
        match (self, news) {
            (Self::Task { card, .. }, Self::Task { card: news, .. }) => card.extend(news),
            (known, news) => *known = news,
        }
    }

    pub(super) fn weight(&self) -> usize {
        match self {
            Self::Markdown(text) | Self::Plan(text) => text.chars().count(),
            Self::Task { card, .. } => json!(card).to_string().chars().count(),
            Self::Blocks(_) => 0,
        }
    }

    /// What people see of it.
    pub(super) fn read(&self, directory: &Directory) -> String {
        match self {
            Self::Markdown(text) => text.clone(),
            Self::Plan(title) => format!("## {title}"),
            Self::Task { card, .. } => {
                let word = |name: &str| card.get(name).and_then(Value::as_str).filter(|word| !word.is_empty());
                let mark = match word("status") {
                    Some("complete") => 'x',
                    Some("in_progress") => '>',
                    Some("error") => '!',
                    _ => ' ',
                };
                let words: Vec<_> = ["title", "details", "output"].into_iter().filter_map(word).collect();
                format!("[{mark}] {}", words.join(" - "))
            }
            Self::Blocks(blocks) => of_blocks(&json!(blocks), directory),
        }
    }

    /// The blocks that keep it in the message.
    pub(super) fn blocks(&self, display: &str) -> Vec<Value> {
        match self {
            Self::Markdown(text) => vec![json!({ "type": "markdown", "text": text })],
            Self::Plan(title) => vec![json!({ "type": "plan", "title": title, "display_mode": display })],
            Self::Task { id, card } => {
                let mut block = card.clone();
                block.insert("type".to_owned(), json!("task_card"));
                block.remove("id");
                block.insert("task_id".to_owned(), json!(id));
                vec![Value::Object(block)]
            }
            Self::Blocks(blocks) => blocks.clone(),
        }
    }
}

fn short(text: &str, at: &str) -> Result<(), Refusal> {
    let is_short = text.chars().count() <= MOST_FIELD;
    if is_short { Ok(()) } else { Err(wrong(&format!("must be at most {MOST_FIELD} characters"), at)) }
}

fn wrong(what: &str, at: &str) -> Refusal {
    Refusal::new("invalid_chunks").saying(&format!("{what} [json-pointer:{at}]"))
}
