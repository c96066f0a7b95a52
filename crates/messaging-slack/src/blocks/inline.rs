//! Words with their style: what stands in a section, a list's item, a quote or a cell.

use serde_json::{Map, Value, json};

use crate::mrkdwn::neutral;

/// How words look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a mark of its own")]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) strike: bool,
    pub(super) code: bool,
}

/// Words of one style, possibly a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) style: Style,
    pub(super) url: Option<String>,
}

/// Words in a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Inline(Vec<Span>);

impl Inline {
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|span| span.text.is_empty() && span.url.is_none())
    }

    /// Whether it is words and nothing else.
    pub(super) fn is_plain(&self) -> bool {
        self.0.iter().all(|span| span.url.is_none() && span.style == Style::default())
    }

    /// Appends words. Those of one style are one span, so that no call hides in the seam between two.
    pub(super) fn push(&mut self, text: &str, style: Style) {
        match self.0.last_mut() {
            Some(last) if last.style == style && last.url.is_none() => last.text.push_str(text),
            _ => self.0.push(Span { text: text.to_owned(), style, url: None }),
        }
    }

    /// Appends a link; its URL must be one that Slack takes.
    pub(super) fn push_link(&mut self, url: String, text: String, style: Style) {
        self.0.push(Span { text, style, url: Some(url) });
    }

    /// Makes everything bold, as a heading.
    pub(super) fn embolden(&mut self) {
        for span in &mut self.0 {
            span.style.bold = true;
        }
    }

    /// The words alone.
    pub(super) fn text(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    /// Writes the elements of rich text, without white space at the end. Their text is shown as it is.
    ///
    /// <https://docs.slack.dev/reference/block-kit/blocks/rich-text-block>
    pub(super) fn elements(mut self) -> Vec<Value> {
        while let Some(last) = self.0.last_mut().filter(|last| last.url.is_none()) {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            self.0.pop();
        }
        self.0.iter().filter(|span| !span.text.is_empty() || span.url.is_some()).map(element).collect()
    }
}

fn element(span: &Span) -> Value {
    let text = if span.style.code { neutral::code(&span.text) } else { neutral::words(&span.text) };
    let mut element = match &span.url {
        Some(url) if text.is_empty() || text == url.as_str() => json!({ "type": "link", "url": url }),
        Some(url) => json!({ "type": "link", "url": url, "text": text }),
        None => json!({ "type": "text", "text": text }),
    };
    let Style { bold, italic, strike, code } = span.style;
    let marks = [("bold", bold), ("italic", italic), ("strike", strike), ("code", code)];
    let style: Map<_, _> = marks.into_iter().filter(|(_, on)| *on).map(|(name, on)| (name.into(), on.into())).collect();
    if !style.is_empty()
        && let Some(fields) = element.as_object_mut()
    {
        fields.insert("style".to_owned(), style.into());
    }
    element
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_cannot_hide_in_a_seam() {
        let mut inline = Inline::default();
        for piece in ["@cha", "nnel <", "!here> "] {
            inline.push(piece, Style::default());
        }
        assert_eq!(inline.elements(), [json!({ "type": "text", "text": "@\u{200B}channel <\u{200B}!here>" })]);
    }

    #[test]
    fn links_and_styles_are_written() {
        let mut inline = Inline::default();
        inline.push_link("https://x.test/".to_owned(), "https://x.test/".to_owned(), Style::default());
        inline.push("a", Style { bold: true, code: true, ..Style::default() });
        inline.push(" \n", Style::default());
        assert_eq!(
            inline.elements(),
            [
                json!({ "type": "link", "url": "https://x.test/" }),
                json!({ "type": "text", "text": "a", "style": { "bold": true, "code": true } }),
            ]
        );
    }
}
