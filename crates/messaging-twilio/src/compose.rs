//! What a text says on its channel: written once, for sending it and for looking it up again.

use std::fmt::Write;

use messaging_core::message::Content;

use crate::{
    account::Account,
    address::channel,
    templates::{quick_reply, quick_reply_variables},
    text::{Markup, render},
};

/// The longest text Twilio takes, in UTF-16 code units.
pub(crate) const LONGEST: usize = 1_600;

/// The words of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    /// As they are read.
    Body(String),
    /// As a template and what its placeholders stand for, as JSON text.
    Template { content_sid: String, variables: String },
}

/// The markup of the channel that an address belongs to.
pub(crate) fn markup(address: &str) -> Markup {
    if channel(address) == "whatsapp" { Markup::WhatsApp } else { Markup::Plain }
}

/// Writes the words of a text to an address; native content is not looked at.
///
/// Actions are a quick reply where the channel and the operator have one for them, otherwise numbered lines.
pub(crate) fn words(account: &Account, theirs: &str, content: &Content) -> Words {
    let rendered = |text: &str| render(text, markup(theirs), LONGEST);
    if let Some(content_sid) = template(account, theirs, content) {
        let variables = quick_reply_variables(&rendered(&content.text), &titles(content));
        return Words::Template { content_sid: content_sid.to_owned(), variables };
    }
    Words::Body(rendered(&with_choices(content)))
}

/// The words without any markup, choices included.
pub(crate) fn plain(content: &Content) -> String {
    render(&with_choices(content), Markup::Plain, LONGEST)
}

/// Whether a text is too long for one message because some of its characters count twice, such as emoji. Files count
/// where they are links at its end.
pub(crate) fn counts_twice(content: &Content, carries_files: bool) -> bool {
    let text = with_choices(content);
    let links = content.media.iter().filter(|_| !carries_files).map(|file| file.url.encode_utf16().count() + 1);
    let units = text.encode_utf16().count();
    units + links.sum::<usize>() > LONGEST && units > text.chars().count()
}

/// The text, with the choices as numbered lines below it.
fn with_choices(content: &Content) -> String {
    let mut text = content.text.clone();
    for (action, number) in content.actions.iter().zip(1..) {
        if !text.is_empty() {
            text.push('\n');
        }
        let _ = write!(text, "{number}. {}", action.label);
    }
    text
}

/// The operator's template for the actions of a text, if there is one that carries them.
pub(crate) fn template<'a>(account: &'a Account, theirs: &str, content: &Content) -> Option<&'a str> {
    let plain = content.native.is_none() && content.media.is_empty() && !content.actions.is_empty();
    if channel(theirs) != "whatsapp" || !plain {
        return None;
    }
    let text = render(&content.text, markup(theirs), LONGEST);
    quick_reply(&account.quick_replies, &text, &titles(content))
}

fn titles(content: &Content) -> Vec<&str> {
    content.actions.iter().map(|action| action.label.as_str()).collect()
}
