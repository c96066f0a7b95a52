//! The operator's own content templates: buttons, and what may be sent once a window has ended
//! (<https://www.twilio.com/docs/content>).

use std::collections::BTreeMap;

use messaging_core::{Error, ErrorKind, Result};
use serde::{Deserialize, Deserializer, de};
use serde_json::{Map, Value, json};

use crate::sid;

/// The most buttons a quick reply has.
const MOST_BUTTONS: usize = 10;

/// The longest text above buttons, in characters.
const LONGEST_TEXT: usize = 1_024;

/// The longest title of a button, in characters.
const LONGEST_TITLE: usize = 20;

/// A template that stands in for a text once the person's window has ended (error 63016).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WindowTemplate {
    /// The approved template, `HX…`.
    pub content_sid: String,
    /// The placeholder that the text goes into; `1` unless told otherwise.
    #[serde(default = "first")]
    pub body_variable: String,
}

impl WindowTemplate {
    /// The text goes into `{{1}}` of the template, `HX…`.
    pub fn new(content_sid: impl Into<String>) -> Self {
        Self { content_sid: content_sid.into(), body_variable: first() }
    }

    /// What Twilio is told instead of a text; none if the text is longer than a template takes.
    ///
    /// WhatsApp refuses line breaks and rows of spaces in a placeholder, so all of it becomes one line.
    pub(crate) fn native(&self, text: &str) -> Option<Value> {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() || line.chars().count() > LONGEST_TEXT {
            return None;
        }
        let variables: Map<String, Value> = std::iter::once((self.body_variable.clone(), line.into())).collect();
        Some(json!({ "ContentSid": self.content_sid, "ContentVariables": variables }))
    }
}

fn first() -> String {
    "1".to_owned()
}

/// Checks what the settings say.
pub(crate) fn check(replies: &BTreeMap<usize, String>, window: Option<&WindowTemplate>) -> Result<()> {
    let refuse = |message: String| Err(Error::new(ErrorKind::Config, message));
    for (buttons, content) in replies {
        if !(1..=MOST_BUTTONS).contains(buttons) {
            return refuse(format!(
                "`quick_replies` of `twilio` has {buttons} buttons: 1 to {MOST_BUTTONS} are possible"
            ));
        }
        sid::check(&format!("quick_replies.{buttons}"), content, "HX")?;
    }
    let Some(window) = window else { return Ok(()) };
    if window.body_variable.trim().is_empty() || window.body_variable.chars().count() > 16 {
        return refuse(
            "`window_template.body_variable` of `twilio` is not the name of a placeholder, such as `1`".into(),
        );
    }
    sid::check("window_template.content_sid", &window.content_sid, "HX")
}

/// The template for so many buttons, if the text and the titles fit into one.
pub(crate) fn quick_reply<'r>(replies: &'r BTreeMap<usize, String>, text: &str, titles: &[&str]) -> Option<&'r str> {
    let fits = !text.trim().is_empty()
        && text.chars().count() <= LONGEST_TEXT
        && titles.iter().all(|title| (1..=LONGEST_TITLE).contains(&title.chars().count()));
    replies.get(&titles.len()).map(String::as_str).filter(|_| fits)
}

/// The placeholders of a quick reply: `{{1}}` is the text, `{{2}}` and so on are the titles.
pub(crate) fn quick_reply_variables(text: &str, titles: &[&str]) -> String {
    let values = std::iter::once(text).chain(titles.iter().copied()).zip(1..);
    let variables: Map<String, Value> = values.map(|(value, number)| (number.to_string(), value.into())).collect();
    Value::Object(variables).to_string()
}

/// Reads a table of numbers of buttons and templates, or lines of `2=HX…`, as one text or a list. Blank lines count as
/// absent.
///
/// # Errors
/// It is neither, or says one number twice.
pub(crate) fn read<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<BTreeMap<usize, String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "expected `quick_replies` as `{ 2 = \"HX…\" }`, or as `2=HX…`, or a list of that")]
    enum Written {
        Table(BTreeMap<String, String>),
        One(String),
        Many(Vec<String>),
    }
    let wrong = |what: &str| {
        de::Error::custom(format!(
            "`quick_replies` has `{what}`, expected the number of buttons and a template: `2=HX…`"
        ))
    };
    let pairs: Vec<(String, String)> = match Written::deserialize(deserializer)? {
        Written::Table(table) => table.into_iter().collect(),
        Written::One(text) => lines(&[text]).map_err(|line| wrong(&line))?,
        Written::Many(texts) => lines(&texts).map_err(|line| wrong(&line))?,
    };
    let mut replies = BTreeMap::new();
    for (buttons, content) in pairs {
        let number = buttons.parse().map_err(|_| wrong(&buttons))?;
        if replies.insert(number, content).is_some() {
            return Err(de::Error::custom(format!("`quick_replies` has {number} buttons twice")));
        }
    }
    Ok(replies)
}

fn lines(texts: &[String]) -> std::result::Result<Vec<(String, String)>, String> {
    let lines = texts.iter().flat_map(|text| text.lines()).map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| match line.split_once('=') {
            Some((buttons, content)) => Ok((buttons.trim().to_owned(), content.trim().to_owned())),
            None => Err(line.to_owned()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TwilioConfig;

    const HX: &str = "HX00000000000000000000000000000007";

    fn config(more: &Value) -> std::result::Result<TwilioConfig, String> {
        let mut settings = json!({ "account_sid": "AC", "auth_token": "t" });
        settings.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value(settings).map_err(|error| error.to_string())
    }

    #[test]
    fn buttons_are_written_as_a_table_or_as_lines() {
        let two = BTreeMap::from([(2, HX.to_owned()), (3, "HX3".to_owned())]);
        for written in
            [json!({ "2": HX, "3": "HX3" }), json!([format!("2={HX}"), " 3 = HX3 "]), json!(format!("2={HX}\n\n3=HX3"))]
        {
            assert_eq!(config(&json!({ "quick_replies": written })).unwrap().quick_replies, two);
        }
        for wrong in [json!({ "two": HX }), json!("HX"), json!(["2=a", "2=b"]), json!(7)] {
            assert!(config(&json!({ "quick_replies": wrong })).unwrap_err().contains("`quick_replies`"), "{wrong}");
        }
    }

    #[test]
    fn templates_are_checked() {
        let replies = |buttons: usize, content: &str| BTreeMap::from([(buttons, content.to_owned())]);
        assert!(check(&replies(3, HX), Some(&WindowTemplate::new(HX))).is_ok());
        for (wrong, window) in [
            (replies(0, HX), None),
            (replies(11, HX), None),
            (replies(2, "HX"), None),
            (BTreeMap::new(), Some(WindowTemplate::new("MG"))),
            (BTreeMap::new(), Some(WindowTemplate { content_sid: HX.to_owned(), body_variable: " ".to_owned() })),
        ] {
            assert_eq!(check(&wrong, window.as_ref()).unwrap_err().kind(), ErrorKind::Config);
        }
    }

    #[test]
    fn a_quick_reply_needs_a_template_of_its_size() {
        let replies = BTreeMap::from([(2, HX.to_owned())]);
        assert_eq!(quick_reply(&replies, "Sure?", &["Yes", "No"]), Some(HX));
        for (text, titles) in [
            ("Sure?", &["Yes"][..]),
            ("Sure?", &["Yes", ""]),
            ("Sure?", &["Yes", "No, and here is a long reason why"]),
            (" ", &["Yes", "No"]),
            (&"x".repeat(1_025), &["Yes", "No"]),
        ] {
            assert_eq!(quick_reply(&replies, text, titles), None, "{titles:?}");
        }
        assert_eq!(quick_reply_variables("Sure?", &["Yes", "No"]), r#"{"1":"Sure?","2":"Yes","3":"No"}"#);
    }

    #[test]
    fn a_window_template_has_one_line() {
        let native = WindowTemplate::new(HX).native("Hello\n\n  there\t!").unwrap();
        assert_eq!(native, json!({ "ContentSid": HX, "ContentVariables": { "1": "Hello there !" } }));
        assert_eq!(WindowTemplate::new(HX).native(" \n"), None);
        assert_eq!(WindowTemplate::new(HX).native(&"x".repeat(1_025)), None);
        let window = config(&json!({ "window_template": { "content_sid": HX } })).unwrap().window_template;
        assert_eq!(window, Some(WindowTemplate::new(HX)));
    }
}
