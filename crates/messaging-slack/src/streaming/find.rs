use messaging_core::{
    Result,
    message::{FindStream, Found},
};
use serde_json::Value;

use crate::{Slack, metadata, mrkdwn};

impl Slack {
    /// Looks for a message of ours that carries the intent, or carries none and shows just the first text.
    ///
    /// A stream that goes on has no metadata, and one that ended has: so a finished answer is never taken for one that
    /// only began like it.
    pub(super) async fn find_begun(&self, request: FindStream) -> Result<Found> {
        let (place, since) = (&request.conversation, request.not_before);
        self.look_for(place, None, since, |message| self.begun(message, &request)).await
    }

    fn begun<'m>(&self, message: &'m Value, request: &FindStream) -> Option<&'m str> {
        let ts = message.get("ts").and_then(Value::as_str)?;
        if !self.is_ours(message) || request.known.iter().any(|known| known.as_str() == ts) {
            return None;
        }
        let is_it = match metadata::intent_of(message) {
            Some(intent) => intent == request.intent.as_str(),
            None if request.text.trim().is_empty() => is_wordless(message),
            None => is_same(&mrkdwn::content(message).text, &request.text),
        };
        is_it.then_some(ts)
    }

    /// Whether a message is known to be ours.
    fn is_ours(&self, message: &Value) -> bool {
        let text = |key: &str| message.get(key).and_then(Value::as_str);
        let identity = self.identity.get();
        let is = |ours: Option<&String>, theirs: Option<&str>| theirs.is_some() && ours.map(String::as_str) == theirs;
        match identity {
            Some(identity) => is(identity.bot.as_ref(), text("bot_id")) || is(identity.user.as_ref(), text("user")),
            // Nobody has said who we are: a bot's message in our thread that reads like ours is ours.
            None => text("bot_id").is_some(),
        }
    }
}

/// Whether a message is a stream that has shown steps so far, and no word.
fn is_wordless(message: &Value) -> bool {
    let text = message.get("text").and_then(Value::as_str).unwrap_or_default();
    let state = message.get("streaming_state").and_then(Value::as_str);
    text.trim().is_empty() && matches!(state, Some("in_progress" | "errored"))
}

/// Whether Slack's record shows what was written, whichever markup it is kept in.
fn is_same(kept: &str, written: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|char| char.is_alphanumeric()).collect::<String>();
    let (read, meant) = (letters(kept), letters(written));
    if meant.is_empty() { kept.trim() == written.trim() } else { read == meant }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_does_not_matter_and_words_do() {
        assert!(is_same("*Hello* world", "**Hello** world "));
        assert!(!is_same("Hello world, and more", "Hello world"));
        assert!(is_same("…", " … ") && !is_same("!", "…"));
    }
}
