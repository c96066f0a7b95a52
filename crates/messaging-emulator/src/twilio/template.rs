//! Content templates: `{{1}}` is filled in, quick replies stand below.

use std::collections::BTreeMap;

use crate::{TwilioEmulator, twilio::settings::Template};

impl TwilioEmulator {
    /// What people read of a template with these variables, which are JSON; a name in brackets if it is not declared.
    pub(crate) fn rendered(&self, sid: &str, variables: &str) -> String {
        let Some(template) = self.template(sid) else { return format!("[content {sid}]") };
        let given: BTreeMap<String, serde_json::Value> = serde_json::from_str(variables).unwrap_or_default();
        let value = |name: &str| match given.get(name) {
            Some(serde_json::Value::String(text)) => Some(text.clone()),
            Some(other) => Some(other.to_string()),
            None => template.variables.get(name).cloned(),
        };
        let replies = template.quick_replies.iter().map(|title| format!("[{title}]"));
        std::iter::once(fill(&template.body, value)).chain(replies).collect::<Vec<_>>().join("\n")
    }

    /// Whether a template may be sent: it is declared, or none is.
    pub(crate) fn has_template(&self, sid: &str) -> bool {
        let is_free = self.account.settings.templates.is_empty() && self.records().messaging.templates.is_empty();
        is_free || self.template(sid).is_some()
    }

    fn template(&self, sid: &str) -> Option<Template> {
        let told = self.records().messaging.templates.get(sid).cloned();
        told.or_else(|| self.account.settings.templates.get(sid).cloned())
    }
}

/// Fills placeholders; one without a value stays as it is.
fn fill(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else { break };
        out.push_str(before);
        out.push_str(&value(name.trim()).unwrap_or_else(|| format!("{{{{{name}}}}}")));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_in() {
        let value = |name: &str| (name != "3").then(|| format!("<{name}>"));
        assert_eq!(fill("Hi {{1}}, {{ name }}! {{3}} {{x", value), "Hi <1>, <name>! {{3}} {{x");
        assert_eq!(fill("plain", value), "plain");
    }
}
