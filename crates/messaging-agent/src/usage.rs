use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Deserializer};

/// Longest name of a model or of whose it is, in characters.
const LONGEST: usize = 64;

/// Most tokens that one turn is believed to take.
const MOST: u64 = 100_000_000;

/// Most that is kept of one turn; what is told beyond that is not counted.
const KEPT: usize = 64;

/// What a turn, or a part of it, took of a language model.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Usage {
    /// Tokens that the model read.
    #[serde(default)]
    pub input_tokens: u64,
    /// Tokens that the model wrote.
    #[serde(default)]
    pub output_tokens: u64,
    /// Which model.
    #[serde(default, deserialize_with = "name")]
    pub model: Option<String>,
    /// Whose model: `openai`, `anthropic`, as OpenTelemetry names providers.
    #[serde(default, deserialize_with = "name")]
    pub provider: Option<String>,
}

impl Usage {
    /// So many tokens read, and so many written.
    #[must_use]
    pub fn new(input_tokens: u64, output_tokens: u64) -> Self {
        Self { input_tokens, output_tokens, model: None, provider: None }
    }

    /// Says which model it was. What does not look like the name of one is left out.
    #[must_use]
    pub fn of_model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into()).filter(|model| is_name(model));
        self
    }

    /// Says whose model it was. What does not look like a name is left out.
    #[must_use]
    pub fn of_provider(mut self, provider: impl Into<String>) -> Self {
        self.provider = Some(provider.into()).filter(|provider| is_name(provider));
        self
    }

    fn is_believable(&self) -> bool {
        self.input_tokens <= MOST && self.output_tokens <= MOST && (self.input_tokens > 0 || self.output_tokens > 0)
    }
}

/// Whether a text may name a model: it becomes the value of an attribute, so it is no sentence, no number and no address.
fn is_name(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | ':' | '/');
    text.len() <= LONGEST && text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.chars().all(plain)
}

/// A name if it is one; an answer is worth more than what it says of itself.
fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.filter(|name| is_name(name)))
}

/// What was told of a turn so far. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger(Arc<Mutex<Vec<Usage>>>);

impl Ledger {
    pub(crate) fn add(&self, usage: Usage) {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if usage.is_believable() && told.len() < KEPT {
            told.push(usage);
        }
    }

    pub(crate) fn take(&self) -> Vec<Usage> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Reads what an HTTP agent says its answer took; one that cannot be read is logged, and not counted.
pub(crate) fn told(usage: Option<serde_json::Value>, to: &Ledger) {
    let Some(usage) = usage.filter(|usage| !usage.is_null()) else { return };
    // An array could be read as one, too.
    let read = usage.is_object().then(|| serde_json::from_value::<Usage>(usage));
    match read {
        Some(Ok(usage)) if usage.is_believable() => to.add(usage),
        Some(Ok(_)) => {
            tracing::debug!("an agent's `usage` counts no tokens, or too many to be believed; it is not counted");
        }
        // What was written there may be anything, and stays out of the log.
        Some(Err(_)) | None => tracing::debug!("an agent's `usage` cannot be read; it is not counted"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_cannot_be_believed_is_not_counted() {
        let ledger = Ledger::default();
        let good = json!({"input_tokens": 12, "output_tokens": 3, "model": "a-1.5", "provider": "own", "more": []});
        told(Some(good), &ledger);
        let usage = Usage::new(12, 3).of_model("a-1.5").of_provider("own");
        assert_eq!(ledger.take(), [usage]);
        for odd in [json!(null), json!({}), json!([1]), json!({"input_tokens": -1}), json!({"input_tokens": 1e9})] {
            told(Some(odd), &ledger);
        }
        told(Some(json!({"output_tokens": MOST + 1})), &ledger);
        told(None, &ledger);
        assert_eq!(ledger.take(), []);
        (0..1_000).for_each(|_| ledger.add(Usage::new(1, 1)));
        assert_eq!(ledger.take().len(), KEPT);
    }

    #[test]
    fn a_name_is_no_sentence_no_number_and_no_address() {
        for odd in ["call me at noon", "+15550100777", "15550100777", "ada@example.com", "", "é", &"m".repeat(65)] {
            let usage = Usage::new(1, 1).of_model(odd).of_provider(odd);
            assert_eq!((usage.model, usage.provider), (None, None), "{odd}");
        }
        for name in ["gpt-4.1-mini", "claude-3-5-sonnet", "org/model:7b", "x_ai"] {
            assert_eq!(Usage::new(1, 1).of_model(name).model.as_deref(), Some(name));
        }
    }
}
