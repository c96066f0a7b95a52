//! What a person sees of a thread, as `conversations.replies` shows it, or of a channel, as `conversations.history` does.

use std::time::Duration;

use bytes::Bytes;
use http::Request;
use messaging_http::Transport;
use serde_json::Value;
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

/// Reads the app's messages of a thread, of the channel itself if none is named, in the order of their `ts`.
pub(crate) async fn read(slack: &Transport, token: &str, channel: &str, thread: Option<&str>) -> Vec<Value> {
    let method = if thread.is_some() { "conversations.replies" } else { "conversations.history" };
    let (mut messages, mut cursor) = (Vec::new(), String::new());
    loop {
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("channel", channel), ("limit", "200"), ("cursor", &cursor)])
            .extend_pairs(thread.map(|thread| ("ts", thread)))
            .finish();
        let page = call(slack, token, method, form).await;
        messages.extend(page["messages"].as_array().cloned().unwrap_or_default());
        match page["response_metadata"]["next_cursor"].as_str() {
            Some(next) if !next.is_empty() => next.clone_into(&mut cursor),
            _ => break,
        }
    }
    messages.retain(|message| message["bot_id"].is_string());
    messages.sort_by_key(|message| message["ts"].as_str().unwrap().to_owned());
    messages
}

async fn call(slack: &Transport, token: &str, method: &str, form: String) -> Value {
    for _ in 0..100 {
        let request = Request::post(format!("http://slack.test/api/{method}"))
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Bytes::from(form.clone()))
            .unwrap();
        if let Ok(Ok(response)) = timeout(Duration::from_secs(10), slack.clone().oneshot(request)).await
            && let Ok(answer) = serde_json::from_slice::<Value>(response.body())
            && answer["ok"] == true
        {
            return answer;
        }
        sleep(Duration::from_secs(20)).await;
    }
    panic!("{method} does not answer")
}

/// Says what is wrong with a screen on which one of `texts` should be, once, and nothing else. Where the person stopped it,
/// what of it was seen: words of one text, each once and in order. A piece that a stream had lost by then stays lost.
pub(crate) fn complaints(messages: &[Value], texts: &[String], is_stopped: bool) -> Vec<String> {
    let squeeze = |text: &str| text.split_whitespace().collect::<String>();
    let said = |message: &Value| message["text"].as_str().unwrap_or_default().to_owned();
    let shown = squeeze(&messages.iter().map(said).collect::<Vec<_>>().join(" "));
    let mut wrong = Vec::new();
    let is_shown = |text: &String| squeeze(text) == shown || is_stopped && is_left_of(&squeeze(text), &shown);
    if !texts.iter().any(is_shown) {
        let lengths: Vec<_> = messages.iter().map(|message| said(message).chars().count()).collect();
        let starts: Vec<_> = messages.iter().map(|m| said(m).chars().take(10).collect::<String>()).collect();
        wrong.push(format!("messages of {lengths:?} characters, {starts:?}, are no answer of {}", texts.len()));
    }
    let growing = messages.iter().filter(|message| message["streaming_state"] == "in_progress").count();
    if growing > 0 {
        wrong.push(format!("{growing} messages still grow"));
    }
    wrong
}

/// Whether something is what is left of a text with holes in it, whose end may be missing.
pub(crate) fn is_left_of(mut text: &str, mut left: &str) -> bool {
    while !left.is_empty() {
        let same = text.bytes().zip(left.bytes()).take_while(|(one, other)| one == other).count();
        (text, left) = (text.get(same..).unwrap_or_default(), left.get(same..).unwrap_or_default());
        // Longer than a word: no two of them are the same.
        let next: String = left.chars().take(16).collect();
        match text.find(&next) {
            Some(hole) => text = text.get(hole..).unwrap_or_default(),
            None => return false,
        }
    }
    true
}
