use std::fmt;

use messaging_core::Result;
use serde_json::Value;

use super::call::Call;

/// What Slack answered, with whatever it had to say beside it.
#[derive(Clone)]
#[non_exhaustive]
pub struct Answer<T> {
    /// The answer.
    pub value: T,
    /// Slack's warnings, each once: `missing_charset`, `already_in_channel`.
    pub warnings: Vec<String>,
    /// Slack's remarks about blocks and arguments: `[WARN] …`.
    pub messages: Vec<String>,
    raw: Value,
}

impl<T> Answer<T> {
    /// Returns the whole answer as it came. It may hold secrets: tokens, URLs with a ticket.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.raw
    }

    /// Changes the value and keeps the rest.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Answer<U> {
        let Self { value, warnings, messages, raw } = self;
        Answer { value: change(value), warnings, messages, raw }
    }

    /// Reads what came back for `C`, from [`Call::invoke`] for one.
    ///
    /// # Errors
    /// It has another form than an answer to `C`.
    pub fn read<C: Call<Output = T>>(_: &C, raw: Value) -> Result<Self>
    where
        T: super::call::Output,
    {
        let value = T::read(C::METHOD, &raw)?;
        let listed = texts(raw.pointer("/response_metadata/warnings"));
        let written = raw.get("warning").and_then(Value::as_str).unwrap_or_default();
        let mut warnings: Vec<String> = Vec::new();
        for warning in written.split(',').map(str::trim).chain(listed.iter().map(String::as_str)) {
            if !warning.is_empty() && !warnings.iter().any(|known| known == warning) {
                warnings.push(warning.to_owned());
            }
        }
        let messages = texts(raw.pointer("/response_metadata/messages"));
        Ok(Self { value, warnings, messages, raw })
    }

    /// The cursor of the next page.
    pub(crate) fn next_cursor(&self) -> Option<String> {
        let cursor = self.raw.pointer("/response_metadata/next_cursor").and_then(Value::as_str);
        cursor.filter(|cursor| !cursor.is_empty()).map(str::to_owned)
    }
}

impl<T: fmt::Debug> fmt::Debug for Answer<T> {
    /// Leaves out the whole answer, which may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { value, warnings, messages, .. } = self;
        let mut shown = f.debug_struct("Answer");
        shown.field("value", value).field("warnings", warnings).field("messages", messages).finish_non_exhaustive()
    }
}

fn texts(list: Option<&Value>) -> Vec<String> {
    let list = list.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
