use serde_json::{Map, Value};

use crate::{
    TwilioEmulator,
    twilio::{
        api::{Refusal, form::Form},
        files::content_type,
        records::Medium,
        screen::LONGEST_TEXT,
        sid::is_sid,
        smart,
    },
};

/// What a message holds.
#[derive(Debug)]
pub(super) struct Contents {
    pub(super) body: String,
    /// The template and its variables.
    pub(super) content: Option<(String, String)>,
    pub(super) media: Vec<Medium>,
    pub(super) actions: Vec<String>,
}

impl TwilioEmulator {
    /// Reads body, files, template and rich actions; a template stands in place of the other two.
    pub(super) fn contents(&self, form: &Form) -> Result<Contents, Refusal> {
        let content = self.content(form)?;
        let urls: Vec<_> = form.all("MediaUrl").filter(|url| !url.is_empty()).collect();
        if urls.len() > 10 {
            return Err(Refusal::invalid(21_623, "Number of media files exceeds allowed limit"));
        }
        if !urls.iter().all(|url| is_web(url)) {
            return Err(Refusal::invalid(21_620, "Invalid media URL(s)"));
        }
        let body = form.text("Body").filter(|_| content.is_none()).unwrap_or_default();
        let body = if form.get("SmartEncoded") == Some("true") { smart::encode(&body) } else { body };
        if body.is_empty() && content.is_none() && urls.is_empty() {
            return Err(Refusal::invalid(21_602, "Message body is required."));
        }
        if body.encode_utf16().count() > LONGEST_TEXT {
            return Err(Refusal::invalid(21_617, "The concatenated message body exceeds the 1600 character limit"));
        }
        let media = urls.into_iter().filter(|_| content.is_none()).map(|url| Medium {
            sid: self.sid("ME"),
            url: url.to_owned(),
            content_type: content_type(url).to_owned(),
            bytes: None,
        });
        let actions = form.all("PersistentAction").filter(|action| !action.is_empty()).map(str::to_owned);
        Ok(Contents { body, media: media.collect(), actions: actions.collect(), content })
    }

    fn content(&self, form: &Form) -> Result<Option<(String, String)>, Refusal> {
        let variables = form.text("ContentVariables");
        let Some(sid) = form.text("ContentSid") else {
            return match variables {
                None => Ok(None),
                Some(_) => Err(Refusal::invalid(21_654, "ContentSid Required")),
            };
        };
        if !is_sid("HX", &sid) || !self.has_template(&sid) {
            return Err(Refusal::invalid(21_655, "The ContentSid is Invalid"));
        }
        let variables = variables.unwrap_or_else(|| "{}".to_owned());
        let invalid = || Refusal::invalid(21_656, "The ContentVariables Parameter is invalid");
        let named: Map<String, Value> = serde_json::from_str(&variables).map_err(|_| invalid())?;
        if !named.values().all(|value| value.is_string() || value.is_number()) {
            return Err(invalid());
        }
        Ok(Some((sid, variables)))
    }
}

/// Whether Twilio would fetch or call it: an absolute URL of the web.
pub(super) fn is_web(url: &str) -> bool {
    let parsed = url.parse::<http::Uri>();
    parsed.is_ok_and(|uri| matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some())
}
