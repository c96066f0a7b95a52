use serde_json::Value;

/// Collects what is wrong, in the words and with the pointers that Slack uses.
#[derive(Debug, Default)]
pub(super) struct Check {
    pub(super) messages: Vec<String>,
}

impl Check {
    pub(super) fn wrong(&mut self, what: &str, at: &str) {
        self.messages.push(format!("{what} [json-pointer:{at}]"));
    }

    /// A field that has to be there.
    pub(super) fn required<'a>(&mut self, of: &'a Value, name: &str, at: &str) -> Option<&'a Value> {
        let value = of.get(name).filter(|value| !value.is_null());
        if value.is_none() {
            self.wrong(&format!("missing required field: {name}"), at);
        }
        value
    }

    /// A string of `least` to `most` characters, if it is there.
    pub(super) fn words(&mut self, of: &Value, name: &str, (least, most): (usize, usize), at: &str) {
        let Some(value) = of.get(name).filter(|value| !value.is_null()) else { return };
        self.length(value, (least, most), &format!("{at}/{name}"));
    }

    fn length(&mut self, value: &Value, (least, most): (usize, usize), at: &str) {
        let Some(text) = value.as_str() else { return self.wrong("must provide a string", at) };
        let length = text.chars().count();
        if length < least {
            self.wrong(&format!("must be more than {} characters", least - 1), at);
        } else if length > most {
            self.wrong(&format!("must be less than {} characters", most + 1), at);
        }
    }

    /// A text object, if it is there: `plain_text`, or `mrkdwn` too.
    pub(super) fn text(&mut self, of: &Value, name: &str, most: usize, is_plain: bool, at: &str) {
        if let Some(text) = of.get(name).filter(|value| !value.is_null()) {
            self.text_object(text, most, is_plain, &format!("{at}/{name}"));
        }
    }

    pub(super) fn text_object(&mut self, text: &Value, most: usize, is_plain: bool, at: &str) {
        match text.get("type").and_then(Value::as_str) {
            Some("plain_text") => {}
            Some("mrkdwn") if !is_plain => {}
            Some(other) => self.wrong(&format!("unsupported type: {other}"), &format!("{at}/type")),
            None => return self.wrong("missing required field: type", at),
        }
        match text.get("text") {
            Some(words) => self.length(words, (1, most), &format!("{at}/text")),
            None => self.wrong("missing required field: text", at),
        }
    }

    /// A list of at most `most`, if it is there; each item is checked.
    pub(super) fn list(
        &mut self,
        of: &Value,
        name: &str,
        most: usize,
        at: &str,
        mut each: impl FnMut(&mut Self, &Value, &str),
    ) {
        let Some(value) = of.get(name).filter(|value| !value.is_null()) else { return };
        let at = format!("{at}/{name}");
        let Some(items) = value.as_array() else { return self.wrong("must provide an array", &at) };
        if items.len() > most {
            self.wrong(&format!("no more than {most} items allowed"), &at);
        }
        for (nth, item) in items.iter().enumerate() {
            each(self, item, &format!("{at}/{nth}"));
        }
    }
}
