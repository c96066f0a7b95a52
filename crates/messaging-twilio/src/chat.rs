//! What is posted to a conversation, and how it is known again.

use messaging_core::{
    Context, Error, ErrorKind, Result,
    id::IntentId,
    message::{Content, Receipt, SendMessage},
};
use serde_json::Value;

use crate::{
    Twilio,
    client::ATTRIBUTES,
    compose::LONGEST,
    fields::Fields,
    send,
    text::{Markup, render},
    uploaded,
};

/// Under which name our id is in a message's attributes.
pub(crate) const MARK: &str = "mid";

/// The attributes of a message, and whether our id is in them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Attributes {
    /// JSON; none where there are none.
    pub(crate) text: Option<String>,
    pub(crate) is_marked: bool,
}

impl Twilio {
    /// Posts a message to a conversation.
    pub(crate) async fn post_chat(&self, context: &Context, sid: &str, request: &SendMessage) -> Result<Receipt> {
        let path = self.account.conversation_path(sid, "/Messages")?;
        let form = self.chat(request, context.intent.as_ref())?;
        send::receipt(&self.post(&path, &form).await?)
    }

    /// Writes a message of a conversation
    /// (<https://www.twilio.com/docs/conversations-classic/api/conversation-message-resource>).
    fn chat(&self, request: &SendMessage, intent: Option<&IntentId>) -> Result<Fields> {
        let attributes = attributes(request, intent)?;
        let mut form = send::native(&request.content)?.without("Attributes").with("Author", self.author_of(request));
        if !form.has("ContentSid") {
            let (text, file) = written_out(&request.content)?;
            if !form.has("Body") && !text.is_empty() {
                form = form.with("Body", text);
            }
            form = form.with_some("MediaSid", file);
        }
        Ok(form.with_some("Attributes", attributes.text))
    }

    /// Who a message of a conversation is from.
    pub(crate) fn author_of<'a>(&'a self, request: &'a SendMessage) -> &'a str {
        request.author.as_deref().unwrap_or(&self.account.author)
    }
}

/// What a message's attributes are: the caller's own, with our id beside them.
///
/// Our id is left out where the caller's are no JSON object, and where it would make them longer than Twilio takes.
///
/// # Errors
/// They are no JSON, are said twice, or are too long without our id.
pub(crate) fn attributes(request: &SendMessage, intent: Option<&IntentId>) -> Result<Attributes> {
    let refuse = |why: &str| Err(Error::new(ErrorKind::Invalid, format!("`Attributes` {why}")));
    let native =
        request.content.native.as_ref().and_then(|native| native.get("Attributes")).filter(|own| !own.is_null());
    let native = match native {
        Some(Value::String(text)) => match serde_json::from_str(text) {
            Ok(read) => Some(read),
            Err(_) => return refuse("of the native content are a text that is not JSON"),
        },
        other => other.cloned(),
    };
    let object = match native {
        None => request.attributes.clone(),
        Some(Value::Object(mut own)) => {
            own.extend(request.attributes.clone());
            own
        }
        Some(_) if !request.attributes.is_empty() => {
            return refuse("are said twice: by the message, and by native content that is no JSON object");
        }
        Some(other) => return bounded(Attributes { text: Some(other.to_string()), is_marked: false }),
    };
    let mut marked = object.clone();
    if let Some(intent) = intent {
        marked.insert(MARK.to_owned(), Value::from(intent.as_str()));
        let text = Value::Object(marked).to_string();
        if text.len() <= ATTRIBUTES {
            return Ok(Attributes { text: Some(text), is_marked: true });
        }
    }
    let text = (!object.is_empty()).then(|| Value::Object(object).to_string());
    bounded(Attributes { text, is_marked: false })
}

fn bounded(attributes: Attributes) -> Result<Attributes> {
    match attributes.text.as_ref().map(String::len) {
        Some(length) if length > ATTRIBUTES => {
            let message = format!("`Attributes` have {length} bytes; Twilio takes at most {ATTRIBUTES}");
            Err(Error::new(ErrorKind::Invalid, message))
        }
        _ => Ok(attributes),
    }
}

/// What a conversation's message carries: its text, and the one file that was uploaded to Twilio before (`ME…`). Other
/// files are links at the end of the text, one per line, as for providers that carry no files at all.
pub(crate) fn written_out(content: &Content) -> Result<(String, Option<&str>)> {
    // Some of a conversation's people may be on SMS, so it has no marks.
    let (mut text, mut file) = (render(&content.text, Markup::Plain, LONGEST), None);
    for media in &content.media {
        match uploaded::sid_of(&media.url) {
            Some(_) if file.is_some() => {
                let message = "a conversation's message carries one uploaded file; send the next one in a message of \
                               its own";
                return Err(Error::new(ErrorKind::Unsupported, message));
            }
            Some(sid) => file = Some(sid),
            None => {
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(&media.url);
            }
        }
    }
    Ok((text, file))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation;
    use serde_json::json;

    fn written(native: Value, own: Value, intent: Option<&str>) -> Result<(Value, bool)> {
        let mut request = SendMessage::new(conversation("CH1"), "hi");
        request.content.native = Some(native).filter(|native| !native.is_null());
        if let Value::Object(own) = own {
            request.attributes = own;
        }
        let attributes = attributes(&request, intent.map(IntentId::from).as_ref())?;
        let value = attributes.text.map(|text| serde_json::from_str(&text).unwrap()).unwrap_or_default();
        Ok((value, attributes.is_marked))
    }

    #[test]
    fn our_id_stands_beside_the_caller_s_own_data() {
        let own = json!({ "from": "Ann - Local Expert" });
        let both = json!({ "from": "Ann - Local Expert", "mid": "i1" });
        assert_eq!(written(Value::Null, own.clone(), Some("i1")).unwrap(), (both.clone(), true));
        assert_eq!(written(json!({ "Attributes": own }), Value::Null, Some("i1")).unwrap(), (both.clone(), true));
        let text = json!({ "Attributes": own.to_string() });
        assert_eq!(written(text, Value::Null, Some("i1")).unwrap(), (both, true));
        assert_eq!(written(Value::Null, own.clone(), None).unwrap(), (own, false));
        assert_eq!(written(Value::Null, Value::Null, None).unwrap(), (Value::Null, false));
    }

    #[test]
    fn our_id_gives_way() {
        for own in [json!([1]), json!("[1]"), json!("\"x\""), json!(7)] {
            let (kept, is_marked) = written(json!({ "Attributes": own }), Value::Null, Some("i1")).unwrap();
            assert!(!is_marked && !kept.is_object(), "{kept}");
        }
        let long = |length: usize| json!({ "a": "x".repeat(length - r#"{"a":""}"#.len()) });
        assert_eq!(written(Value::Null, long(4_096), Some("i1")).unwrap(), (long(4_096), false));
        assert!(written(Value::Null, long(4_096 - r#","mid":"i1""#.len()), Some("i1")).unwrap().1);
        assert!(!written(Value::Null, long(4_097 - r#","mid":"i1""#.len()), Some("i1")).unwrap().1);
    }

    #[test]
    fn what_twilio_would_refuse_is_refused() {
        for (native, own) in [
            (Value::Null, json!({ "a": "x".repeat(4_096) })),
            (json!({ "Attributes": "x".repeat(9) }), Value::Null),
            (json!({ "Attributes": [1] }), json!({ "a": 1 })),
            (json!({ "Attributes": ["x".repeat(4_096)] }), Value::Null),
        ] {
            let error = written(native, own, Some("i1")).unwrap_err();
            assert!(error.kind() == ErrorKind::Invalid && error.to_string().contains("`Attributes`"), "{error}");
        }
    }
}
